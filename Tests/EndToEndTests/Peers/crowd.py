"""Many members that do nothing but answer pings, on a thread of their own."""
import selectors
import threading

from frame import encode


class Crowd:
    def __init__(self, socks):
        self.trouble = []
        self.selector = selectors.DefaultSelector()
        for sock in socks:
            sock.setblocking(False)
            self.selector.register(sock, selectors.EVENT_READ, bytearray())
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            for key, _ in self.selector.select():
                try:
                    block = key.fileobj.recv(65536)
                except OSError as error:
                    block = b""
                    self.trouble.append(str(error))
                if not block:
                    self.trouble.append("closed")
                    self.selector.unregister(key.fileobj)
                key.data.extend(block)
                self.take(key.fileobj, key.data)

    def take(self, sock, data):
        while len(data) >= 4 and len(data) >= 4 + int.from_bytes(data[:4], "little"):
            length = int.from_bytes(data[:4], "little")
            message = bytes(data[4:4 + length])
            del data[:4 + length]
            if message.startswith(b"/ping "):
                sock.sendall(encode(b"/pong " + message[6:]))
            elif message.startswith(b"/error"):
                self.trouble.append(message.decode())
