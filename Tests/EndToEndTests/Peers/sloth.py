"""sloth.py PORT: two clients; one talks, the other never reads. Prints `full` once much waits for the latter."""
import socket
import sys
import time

from frame import decode, encode

port = int(sys.argv[1])
sloth = socket.socket()
sloth.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
sloth.connect(("127.0.0.1", port))
talker = socket.create_connection(("127.0.0.1", port))
time.sleep(0.3)
for _ in range(55):
    talker.sendall(encode(b"x" * 60_000))
    while len(decode(talker)) < 60_000:
        pass
print("full")
sys.stdin.read()
