"""hasty.py PORT length|line|raw TIMES: connects, sends twenty messages, closes at once, reads nothing; so many times."""
import socket
import sys

from frame import encode

port, framing, times = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for turn in range(1, times + 1):
    sock = socket.create_connection(("127.0.0.1", port))
    for number in range(1, 21):
        text = b"%d.%d" % (turn, number)
        sock.sendall(encode(text) if framing == "length" else text + b"\n")
    sock.close()
print("done")
