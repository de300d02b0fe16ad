"""framed_server.py: the course page's framed server; prints each decoded message."""
import socket

from frame import decode, shown

listener = socket.create_server(("127.0.0.1", 0))
print("listening", listener.getsockname()[1])
while True:
    sock, _ = listener.accept()
    print("accepted")
    while (message := decode(sock)) is not None:
        print("message", len(message), shown(message))
    print("ended")
    sock.close()
