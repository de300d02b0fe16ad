"""udp_client.py PORT: each line of stdin is one datagram; each that comes back is printed with its length."""
import socket
import sys
import threading

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.connect(("127.0.0.1", int(sys.argv[1])))
print("bound", sock.getsockname()[1])


def receive():
    while True:
        data = sock.recv(2048)
        print(len(data), data.decode())


threading.Thread(target=receive, daemon=True).start()
for line in sys.stdin:
    sock.send(line.rstrip("\n").encode())
