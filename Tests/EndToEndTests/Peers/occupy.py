"""occupy.py tcp|udp: holds a free port of 127.0.0.1 and prints it."""
import socket
import sys

kind = socket.SOCK_STREAM if sys.argv[1] == "tcp" else socket.SOCK_DGRAM
sock = socket.socket(socket.AF_INET, kind)
sock.bind(("127.0.0.1", 0))
if kind == socket.SOCK_STREAM:
    sock.listen()
print("listening", sock.getsockname()[1])
sys.stdin.read()
