"""big.py PORT SIZE ...: says one framed message of each size and prints the size of every message heard."""
import socket
import sys

from frame import decode, encode

sock = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
for size in map(int, sys.argv[2:]):
    sock.sendall(encode(b"x" * size))
while (message := decode(sock)) is not None:
    name, _, text = message.partition(b": ")
    if text and not text.strip(b"x"):
        print(name.decode(), len(text))
