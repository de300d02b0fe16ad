"""udp_server.py: the course page's UDP server; prints data, address and count, and echoes."""
import socket

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 0))
print("listening", sock.getsockname()[1])
while True:
    data, address = sock.recvfrom(2048)
    print(data.decode(), f"{address[0]}:{address[1]}", len(data))
    sock.sendto(data, address)
