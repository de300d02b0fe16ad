"""raw_client.py PORT: the course page's TCP client; each line of stdin goes out as one send, without its line feed.

Prints `sent COUNT` after each send and every read of 1,024 bytes at most.
"""
import socket
import sys
import threading

sock = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
print("connected", sock.getsockname()[1])


def receive():
    while data := sock.recv(1024):
        print("read", len(data), repr(data.decode()))
    print("closed")


threading.Thread(target=receive).start()
for count, line in enumerate(sys.stdin, 1):
    sock.sendall(line.rstrip("\n").encode())
    print("sent", count)
sock.shutdown(socket.SHUT_WR)
