"""refused.py PORT HEX [COUNT]: sends the bytes, then COUNT more of filling; prints each frame of the answer, then the end.

The last line is `closed` after an orderly end, `reset` after a reset.
"""
import socket
import sys

from frame import decode, shown

sock = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
filling = int(sys.argv[3]) if len(sys.argv) > 3 else 0
try:
    sock.sendall(bytes.fromhex(sys.argv[2]) + b"x" * filling)
    while (message := decode(sock)) is not None:
        print(shown(message))
    print("closed")
except (ConnectionResetError, BrokenPipeError):
    print("reset")
