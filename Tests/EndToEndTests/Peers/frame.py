"""The course page's codec: a signed 32-bit little-endian length, then that many bytes."""
import struct


def encode(message: bytes) -> bytes:
    return struct.pack("<i", len(message)) + message


def read_exactly(sock, count):
    data = b""
    while len(data) < count:
        block = sock.recv(count - len(data))
        if not block:
            return None
        data += block
    return data


def decode(sock):
    """The next message, or None at the end of the stream."""
    header = read_exactly(sock, 4)
    if header is None:
        return None
    return read_exactly(sock, struct.unpack("<i", header)[0])


def shown(message: bytes) -> str:
    """The message on one line."""
    return message.decode().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
