"""occupy.py tcp|udp: holds a free port of 127.0.0.1 and prints it.

The kernel gives it to nobody who asks for any port, so that it stays free when this ends.
"""
import random
import socket
import sys

kind = socket.SOCK_STREAM if sys.argv[1] == "tcp" else socket.SOCK_DGRAM
with open("/proc/sys/net/ipv4/ip_local_port_range") as file:
    low, high = map(int, file.read().split())
ports = [port for port in range(10_000, 65_536) if not low <= port <= high]
random.shuffle(ports)
sock = socket.socket(socket.AF_INET, kind)
for port in ports or [0]:
    try:
        sock.bind(("127.0.0.1", port))
        break
    except OSError:
        pass
if kind == socket.SOCK_STREAM:
    sock.listen()
print("listening", sock.getsockname()[1])
sys.stdin.read()
