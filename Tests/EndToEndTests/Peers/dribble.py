"""dribble.py SEED: sends its standard input, a frame a line, cut at random places, to whoever connects."""
import random
import socket
import struct
import sys
import time

listener = socket.create_server(("127.0.0.1", 0))
print("listening", listener.getsockname()[1], flush=True)
sock, _ = listener.accept()
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
texts = [line.rstrip(b"\n") for line in sys.stdin.buffer]
stream = b"".join(struct.pack("<i", len(text)) + text for text in texts)
dice = random.Random(int(sys.argv[1]))
while stream:
    size = dice.choice([1, 2, 3, 5, 8, 40, 200])
    sock.sendall(stream[:size])
    stream = stream[size:]
    time.sleep(0.0005)
sock.shutdown(socket.SHUT_WR)
while sock.recv(1000):
    pass
