"""hostile.py ROW PID LENGTH RAW LINE UDP: bad input of one kind; the last line is `ok`, or what the server did wrong."""
import socket
import struct
import sys
import time

import server
from frame import encode
from server import (
    LONG, check, connect, descriptors, ending, eventually, forget_peak, hear, join, memory, peak,
    reset, until,
)

MAX = 65_536


def lengths():
    listener = join("listener")
    sock = join("mallory")
    # 0 is a keep-alive; 1 and the largest are messages.
    sock.sendall(encode(b"") + encode(b"x") + encode(b"y" * MAX))
    check(hear(listener, 2, "mallory") == [b"x", b"y" * MAX], "1 and max are messages")
    bad = [MAX + 1, -1, -(2**31), 2**31 - 1, 2**32 - 1] + [n << 24 for n in (1, 5, 64)]
    best = 1.0

    def attempt(values):
        nonlocal best
        socks = [connect() for _ in values]
        start = time.monotonic()
        for sock, value in zip(socks, values):
            sock.sendall(struct.pack("<I", value % 2**32))
        for sock, value in zip(socks, values):
            data = ending(sock)
            best = min(best, time.monotonic() - start)
            text = data[4:].decode()
            check(text.startswith("/error frame ") and data.count(b"/error") == 1, value, data)
            check(f"length {value % 2**32} " in text, value, data)

    attempt(bad * 5)
    before = memory()
    for _ in range(25):
        attempt(bad * 5)
    check(memory() - before < 2048, "memory grew by", memory() - before, "KiB in 1000 tries")
    check(best < 0.1, "closed after", best, "s")


def flood():
    listener = join("listener")
    sock = connect()
    sock.sendall(encode(b"/nick mallory"))
    forget_peak()
    before = peak()
    try:
        sock.sendall(struct.pack("<i", MAX))
        block = b"z" * 1_000_000
        for _ in range(200):
            sock.sendall(block)
        check(False, "200 MB were read")
    except (ConnectionResetError, BrokenPipeError):
        pass
    check(hear(listener, 1, "mallory") == [b"z" * MAX], "the frame in front is delivered")
    check(peak() - before < 3072, "memory grew by", peak() - before, "KiB")


def splits():
    listener = join("listener")
    texts = ["erste".encode(), "zwei ü 你".encode(), b"3" * 30]
    stream = b"".join(map(encode, texts))
    for at in range(1, len(stream)):
        sock = connect()
        sock.sendall(encode(b"/nick m"))
        sock.sendall(stream[:at])
        time.sleep(0.001)
        sock.sendall(stream[at:])
        check(hear(listener, 3, "m") == texts, "split at", at)
        sock.sendall(encode(b"/quit"))
        ending(sock)
    sock = connect()
    for byte in encode(b"/nick m") + stream:
        sock.sendall(bytes([byte]))
    check(hear(listener, 3, "m") == texts, "one byte a write")
    count = 10_000
    sock.sendall(b"".join(encode(b"%d" % number) for number in range(count)))
    check(
        hear(listener, count, "m") == [b"%d" % number for number in range(count)],
        "10,000 frames in one write")


def slow():
    limit = 10 if LONG else 2
    idle = descriptors()
    socks = []
    start = time.monotonic()
    for number in range(500 if LONG else 100):
        sock = connect()
        sock.sendall(struct.pack("<i", 100)[: 1 + number % 3])
        socks.append(sock)
    # One byte now and then does not help.
    for _ in range(3):
        time.sleep(limit / 4)
        for sock in socks[::2]:
            try:
                sock.sendall(b"\0")
            except OSError:
                pass
    for sock in socks:
        check(b"/error timeout " in ending(sock), "no reason was given")
    took = time.monotonic() - start
    check(limit <= took < limit * 2 + 5, "gone after", took)
    eventually(lambda: descriptors() <= idle, "descriptors are back", 5)


def ends():
    listener = join("listener")
    idle = descriptors()
    sock = connect()
    sock.sendall(encode(b"/nick m") + encode(b"whole") + encode(b"half")[:-1])
    sock.shutdown(socket.SHUT_WR)
    check(hear(listener, 1, "m") == [b"whole"], "the whole frame is delivered")
    check(b"half" not in ending(sock), "the half one is not")
    for turn in range(20):
        socks = [connect(framing) for framing in ("length", "line", "raw") for _ in range(10)]
        for number in range(20):
            listener.sendall(encode(b"x" * 1000))
        for sock in socks:
            reset(sock)
        hear(listener, 20, "listener")
    eventually(lambda: descriptors() <= idle, "descriptors are back", 5)


def encodings():
    listener = join("listener")
    bad = [b"\xc0\xaf", b"\xe0\x80\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\xff"]
    sock = join("m")
    line = connect("line")
    line.sendall(b"/nick n\n")
    raw = connect("raw")
    raw.sendall(b"/nick r\n")
    time.sleep(0.3)
    for bytes in bad:
        sock.sendall(encode(b"a" + bytes))
        check(until(sock, b"/error ").startswith(b"/error utf8 "), "length", bytes)
        line.sendall(b"a" + bytes + b"\n")
        raw.sendall(b"a" + bytes)
        check(hear(listener, 1, "r")[0].decode().startswith("a\ufffd"), "raw", bytes)
    data = b""
    while data.count(b"/error utf8 ") < len(bad):
        data += line.recv(65536)
    for text in (b"a\0b", b"a\rb", b"\r", b"\0"):
        sock.sendall(encode(text))
        check(hear(listener, 1, "m") == [text], "length", text)
        line.sendall(text + b"x\r\n")
        check(hear(listener, 1, "n") == [text + b"x"], "line", text)
    line.sendall(b"l" * 4_097 + b"\n" + b"m" * 4_096 + b"\n")
    check(hear(listener, 1, "n") == [b"m" * 4_096], "the longest line")
    while b"/error line " not in data:
        data += line.recv(65536)
    check(b"l" * 64 not in data, "a part of a line that is too long was said")
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.settimeout(10)
    udp.connect(("127.0.0.1", server.PORTS["udp"]))
    for bytes in bad + [b"\0", b"x" * 1200]:
        udp.send(bytes)
        check(udp.recv(4096) == bytes, "the echo of", bytes)
    for size in (1201, 65_507):
        udp.send(b"x" * size)
    udp.send(b"")
    udp.send(b"last")
    while udp.recv(4096) != b"last":
        pass


def nicks():
    sock = join("m")
    bad = ["", " ", "a b", "\u202eabc", "a\u200bb", "\x1b[31m", "x\U000e0041", "a" + "\u0301" * 500,
           "\u0430dmin", "👩\u200d👩", "a\u2028b", "\u05d0\u05d1", "x" * 17, "\x9b2J", "a\0b"]
    for nick in bad:
        sock.sendall(encode(f"/nick {nick}".encode()))
        check(until(sock, b"/error ").startswith(b"/error nick-bad "), repr(nick))
    twin = join("listener")
    sock.sendall(encode(b"/nick ListeneR"))
    check(until(sock, b"/error ").startswith(b"/error nick-taken ListeneR2 "), "a twin in another case")
    twin.close()
    sock.sendall(encode("/nick 语言".encode()))
    sock.sendall(encode(b"here"))
    check(hear(sock, 1, "语言") == [b"here"], "a name of Han")


rows = [lengths, flood, splits, slow, ends, encodings, nicks]
row = server.begin()
{row.__name__: row for row in rows}[row]()
print("ok")
