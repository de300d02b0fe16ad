"""faults.py ROW PID LENGTH RAW LINE UDP: a fault or a load; the last line is `ok`, or what went wrong."""
import os
import selectors
import signal
import socket
import sys
import time

import server
from crowd import Crowd
from frame import decode, encode
from server import (
    LONG, check, connect, cpu, descriptors, ending, eventually, forget_peak, hear, join, memory,
    peak, until,
)


def files():
    """The server may have 64 open files: 200 connect."""
    span = 4 if LONG else 1

    def rate():
        """The least of three: what else the machine does makes it more, never less."""
        rates = []
        for _ in range(3):
            before = cpu()
            time.sleep(span)
            rates.append((cpu() - before) / span)
        return min(rates)

    idle = rate()
    socks = [connect() for _ in range(200)]
    busy = rate()
    # A loop that spins takes a whole core; in a second the bystanders' own share varies by more than 5 %.
    check(busy - idle < (0.05 if LONG else 0.2), "busy with", busy - idle, "of a core")

    waiting = selectors.DefaultSelector()

    def ask(sock):
        sock.sendall(encode(b"/ping in"))
        waiting.register(sock, selectors.EVENT_READ, bytearray())

    def next_in(seconds):
        """The first that is answered within so many seconds; who is refused waits no more."""
        end = time.monotonic() + seconds
        while (rest := end - time.monotonic()) > 0:
            for key, _ in waiting.select(rest):
                try:
                    block = key.fileobj.recv(65536)
                except OSError:
                    block = b""
                key.data.extend(block)
                if not block or b"/pong in" in key.data:
                    waiting.unregister(key.fileobj)
                if b"/pong in" in key.data:
                    return key.fileobj
        return None

    for sock in socks:
        try:
            ask(sock)
        except OSError:
            pass
    inside = []
    while (sock := next_in(2)) is not None:
        inside.append(sock)
    check(len(inside) >= 20, "only", len(inside), "are in")
    best = 60.0
    for sock in inside[:5]:
        sock.close()
        start = time.monotonic()
        # Who is refused is closed at once: it takes another try. Where no descriptor was left, others wait before it.
        while best >= 1 and time.monotonic() - start < 10:
            ask(connect())
            if next_in(0.5) is not None:
                best = min(best, time.monotonic() - start)
    check(best < 1, "a new client was served after", best, "s")


def readers():
    """200 that never read, each cut at its limit; the backlog of all stays below its own."""
    count = 200 if LONG else 20
    idle = descriptors()
    framings = ["length", "line", "raw"]
    socks = [connect(framings[n % 3], receive_buffer=4096) for n in range(count)]
    eventually(lambda: descriptors() >= idle + count, "all are in")
    speaker = join("speaker")
    forget_peak()
    before = peak()
    said = 0
    # Descriptors that are back are those of clients that were cut; one is the speaker's.
    while descriptors() > idle + 1 and said < 20_000:
        speaker.sendall(encode(b"x" * 60_000))
        hear(speaker, 1, "speaker")
        said += 1
        # The bystanders, three in one Python program, have to read all of it.
        time.sleep(0.003)
    check(descriptors() <= idle + 1, descriptors() - idle - 1, "are still there after", said)
    print("said", said, "memory grew by", peak() - before, "KiB")
    check(peak() - before < (256 << 10) + (8 << 10), "memory grew by", peak() - before, "KiB")


def stopped():
    """Half messages, silent members and talk while the server stands still."""
    seconds = 30 if LONG else 5
    crowd = Crowd([join(f"s{number}") for number in range(20)])
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.settimeout(10)
    udp.connect(("127.0.0.1", server.PORTS["udp"]))
    udp.send(b"/hello 1 ulf".ljust(40))
    udp.send(b"/hello 1 ulf " + udp.recv(2048).split()[1])
    halves = [join(f"h{number}") for number in range(5)]
    for sock in halves:
        sock.sendall(encode(b"half")[:-2])
    time.sleep(0.2)
    os.kill(server.PID, signal.SIGSTOP)
    time.sleep(seconds)
    os.kill(server.PID, signal.SIGCONT)
    for sock in halves:
        sock.sendall(b"lf")
    for number, sock in enumerate(halves):
        check(hear(sock, 1, f"h{number}") == [b"half"], "the half message was lost")
    udp.send(b"")
    # Long enough for any deadline that ran on.
    time.sleep(3 if LONG else 1)
    check(not crowd.trouble, crowd.trouble)
    sock = join("asker")
    sock.sendall(encode(b"/who"))
    names = until(sock, b"/names ")
    for name in [b"ulf"] + [b"s%d" % number for number in range(20)]:
        check(name in names.split(), name, "is gone")


def terminated():
    """SIGTERM while 100 clients hear 1,000 messages a second: each ends behind a whole frame."""
    clients = [join(f"c{number}") for number in range(100)]
    talkers = clients[:10]
    selector = selectors.DefaultSelector()
    data = {}
    for sock in clients:
        sock.setblocking(False)
        data[sock] = b""
        selector.register(sock, selectors.EVENT_READ)
    start, said, is_told = time.monotonic(), 0, False
    while selector.get_map():
        now = time.monotonic() - start
        check(now < 30, "the server did not end")
        while not is_told and said < now * 1000:
            talkers[said % 10].sendall(encode(b"%d" % said))
            said += 1
        if now > 1 and not is_told:
            is_told = True
            os.kill(server.PID, signal.SIGTERM)
        for key, _ in selector.select(0.01):
            try:
                block = key.fileobj.recv(1 << 20)
            except ConnectionResetError:
                check(False, "a connection was reset")
            data[key.fileobj] += block
            if not block:
                selector.unregister(key.fileobj)
    ends = set()
    for stream in data.values():
        messages = []
        while len(stream) >= 4:
            length = int.from_bytes(stream[:4], "little")
            check(len(stream) >= 4 + length, "a frame was cut")
            messages.append(stream[4:4 + length])
            stream = stream[4 + length:]
        check(not stream, "a header was cut")
        check(messages[-1] == b"/notice the server is stopping", messages[-1])
        numbers = [int(m.split()[1]) for m in messages if m.startswith(b"/said ")]
        check(numbers == list(range(numbers[0], numbers[0] + len(numbers))), "a gap")
        ends.add(numbers[-1])
    check(len(ends) == 1, "they did not all hear the last message", ends)


def hall():
    """A thousand joins a second; memory and what each is told grow with their number only."""
    count = 10_000 if LONG else 300
    watcher = join("watcher")
    watcher.settimeout(60)
    selector = selectors.DefaultSelector()
    sizes = [memory()]
    start = time.monotonic()
    lag = 0.0
    joined = 0

    def drain():
        nonlocal joined
        for key, _ in selector.select(0):
            block = key.fileobj.recv(1 << 18)
            check(block, "a client was cut")
            check(b"/error" not in block, block[-200:])
            if key.data[0] == 0 and b"/names " in key.data[1] + block:
                key.data[0] = 1
                joined += 1
            key.data[1] = block[-16:]

    for number in range(count):
        sock = connect(source=f"127.0.{number % 4}.{1 + number // 4 % 250}")
        sock.sendall(encode(b"/hello 1 n%d" % number))
        sock.setblocking(False)
        selector.register(sock, selectors.EVENT_READ, [0, b""])
        lag = max(lag, time.monotonic() - start - number / 1000)
        time.sleep(max(0, start + number / 1000 - time.monotonic()))
        if number % 20 == 0:
            drain()
        if number + 1 in (count // 2, count):
            end = time.monotonic() + 60
            while joined < number + 1:
                drain()
                check(time.monotonic() < end, "only", joined, "joined")
            sizes.append(memory())
    took = time.monotonic() - start
    told = lines = 0
    while told < count:
        names = until(watcher, b"/joined ").split()[1:]
        told += sum(name.startswith(b"n") for name in names)
        lines += 1
    first, second = sizes[1] - sizes[0], sizes[2] - sizes[1]
    print(f"{count} in {took:.1f} s, {1024 * (sizes[2] - sizes[0]) // count} B each,"
          f" {lines} lines told of them")
    check(second < first * 1.5 + 4096, "memory", sizes)
    check(lines < took * 3 + count / 100 + 10, lines, "lines to tell of", count)


def soak():
    """People come, talk and go; memory and descriptors stay."""
    seconds = float(os.environ.get("WIRECHAT_SOAK", 60 if LONG else 6))
    watcher = join("watcher")
    watcher.setblocking(True)
    idle = descriptors()
    last, sizes, turn = 0, [], 0
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        socks = [join(f"t{turn}x{number}") for number in range(10)]
        for sock in socks:
            for text in (b"one", b"two"):
                sock.sendall(encode(text))
        for number, sock in enumerate(socks):
            check(hear(sock, 2, f"t{turn}x{number}") == [b"one", b"two"], "lost")
        for number, sock in enumerate(socks):
            if number % 3 == 0:
                sock.sendall(encode(b"/quit bye"))
                ending(sock)
            elif number % 3 == 1:
                server.reset(sock)
            sock.close()
        own = 0
        # The bystanders talk too.
        while own < 20:
            _, seq, _, nick, _ = until(watcher, b"/said ").split(b" ", 4)
            check(last in (0, int(seq) - 1), seq, "after", last)
            last = int(seq)
            own += nick.startswith(b"t")
        turn += 1
        if turn % 5 == 0:
            eventually(lambda: descriptors() <= idle, "descriptors are back", 8)
            sizes.append(memory())
    half = sizes[len(sizes) // 2:]
    print(f"{turn} turns, memory", sizes[0], "to", sizes[-1], "KiB")
    # Behind the first half of the time.
    check(half[-1] - half[0] < 2048, "memory", sizes)


def full():
    """As much of everything as the limits allow; tells the most memory that it took, in bytes."""
    forget_peak()
    halves = [connect() for _ in range(100)]
    for sock in halves:
        sock.sendall(encode(b"h" * 65_000)[:-1])
    socks = [connect(("length", "line", "raw")[n % 3], receive_buffer=4096) for n in range(40)]
    speaker = join("speaker")
    for size in [1] * 300 + [60_000] * 70:
        speaker.sendall(encode(b"x" * size))
        hear(speaker, 1, "speaker")
    print("peak", peak() * 1024)
    for sock in halves + socks:
        sock.close()


def greedy():
    """280 that ask for 5 MB each and read nothing, half of which say that they are done; tells the peak in bytes."""
    forget_peak()
    asked = encode(b"/ping " + b"p" * 64_000) * 75
    socks = [connect(receive_buffer=4096) for _ in range(280)]
    for sock in socks:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 << 20)
        sock.setblocking(False)
    rest = {sock: memoryview(asked) for sock in socks}
    end = time.monotonic() + 20
    while rest and time.monotonic() < end:
        for sock, left in list(rest.items()):
            try:
                rest[sock] = left[sock.send(left[:400_000]):]
            except BlockingIOError:
                continue
            except OSError:
                # Cut, and told why, which it does not read.
                del rest[sock]
                continue
            if not rest[sock]:
                del rest[sock]
                if sock in socks[::2]:
                    sock.shutdown(socket.SHUT_WR)
    time.sleep(1)
    print("peak", peak() * 1024)
    for sock in socks:
        sock.close()


def late():
    """20 that are read late: none costs a descriptor more than its connections."""
    idle = descriptors()
    socks = []
    for number in range(20):
        sock, observer = join(f"late{number}"), connect()
        port = sock.getsockname()[1]
        observer.sendall(encode(b"/observe length %d" % port))
        until(observer, b"/observing")
        observer.sendall(encode(b"/knob late=5000"))
        check(b"late=5000" in until(observer, b"/observing"), "it is not late")
        socks += [sock, observer]
    more = descriptors() - idle - len(socks)
    check(more <= 1, more, "descriptors more than connections")
    for sock in socks:
        sock.close()
    eventually(lambda: descriptors() <= idle + 1, "they are back")


def raw():
    """Raw members who read, and one client that says thousands of words at once: each is a write to each of them."""
    count, words = (30, 10_000) if LONG else (15, 2_000)
    crowd = [connect("raw") for _ in range(count)]
    selector = selectors.DefaultSelector()
    for sock in crowd:
        sock.setblocking(False)
        selector.register(sock, selectors.EVENT_READ, [0, b""])
    speaker = join("speaker")
    speaker.setblocking(False)
    selector.register(speaker, selectors.EVENT_READ, [0, b""])
    # Those who have said nothing yet are given nothing for a while.
    time.sleep(0.5)
    rest = encode(b"~") * words
    heard, end = 0, time.monotonic() + 100
    while heard < words * count and time.monotonic() < end:
        if rest:
            try:
                rest = rest[speaker.send(rest):]
            except BlockingIOError:
                pass
        for key, _ in selector.select(0.01):
            block = key.fileobj.recv(1 << 16)
            check(block, "somebody was cut")
            if key.fileobj is not speaker:
                heard += block.count(b"~")
    check(heard == words * count, heard, "of", words * count)


rows = [raw, full, greedy, late, files, readers, stopped, terminated, hall, soak]
row = server.begin()
{row.__name__: row for row in rows}[row]()
print("ok")
