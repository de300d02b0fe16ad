"""split.py PORT whole|bytes|every: twenty frames, in one write, byte by byte, or parted in two at every place.

A second connection observes the first one: a piece goes out only when the server has read the piece before it,
so that each piece is a read of its own. Prints the reads of every round, then `done`.
"""
import socket
import sys

from frame import decode, encode

port, mode = int(sys.argv[1]), sys.argv[2]
stream = b"".join(encode(b"message %d" % number) for number in range(1, 21))

sock = socket.create_connection(("127.0.0.1", port))
sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
while True:
    observer = socket.create_connection(("127.0.0.1", port))
    observer.sendall(encode(b"/observe length %d" % sock.getsockname()[1]))
    words = decode(observer).split()
    if words[0] == b"/ports":
        break

received = 0


def send(piece):
    """Writes the piece and waits until the server's reads cover it; returns how many reads it took."""
    global received
    reads, goal = 0, received + len(piece)
    sock.sendall(piece)
    while received < goal:
        words = decode(observer).split()
        if words[:2] == [b"/wire", b"read"]:
            reads, received = reads + 1, int(words[2]) + int(words[3])
    return reads


if mode == "whole":
    print("reads", send(stream))
elif mode == "bytes":
    print("reads", sum(send(stream[i:i + 1]) for i in range(len(stream))))
else:
    for place in range(1, len(stream)):
        print("reads", send(stream[:place]) + send(stream[place:]))
print("done", len(stream))
sys.stdin.read()
