"""raw_server.py [keep|answer]: the course page's first TCP server; a 1,024-byte buffer, each read printed.

At the end of a client's stream it closes; with `answer` it says `bye` first, with `keep` it does neither.
"""
import socket
import sys

end = sys.argv[1] if len(sys.argv) > 1 else "close"
listener = socket.create_server(("127.0.0.1", 0))
print("listening", listener.getsockname()[1])
clients = []
while True:
    sock, address = listener.accept()
    clients.append(sock)
    print("accepted", address[0])
    while data := sock.recv(1024):
        print("read", len(data), data.decode())
    print("ended")
    if end == "answer":
        sock.sendall(b"bye")
    if end != "keep":
        sock.close()
