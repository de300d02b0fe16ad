"""framed_client.py PORT: each line of stdin goes out as one frame, each frame that comes is printed.

The end of stdin ends the sending side; `closed` or `reset` is the last line.
"""
import socket
import sys
import threading

from frame import decode, encode, shown

sock = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
print("connected", sock.getsockname()[1])


def send():
    for line in sys.stdin:
        sock.sendall(encode(line.rstrip("\n").encode()))
    sock.shutdown(socket.SHUT_WR)


threading.Thread(target=send, daemon=True).start()
try:
    while (message := decode(sock)) is not None:
        print(shown(message))
    print("closed")
except ConnectionResetError:
    print("reset")
