"""Holds every seam that chat-tui --wire shows against what a recording proxy between it and the server saw.

    seams.py CHAT-SERVER CHAT-TUI SEED

Writes, read sizes and delays are drawn from SEED. The proxy is a reader and a sender of its own, so the segments that the
server counts are those of another connection: it takes them out of the server's /wire lines. It speaks to the server from
127.0.0.2 with the client's own port, which the observer names.
"""
import random, re, socket, struct, subprocess, sys, tempfile, threading, time

server_path, client_path, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
dice = random.Random(seed)


def info(peer):
    """bytes_received, data_segs_in, bytes_sent less bytes_retrans, data_segs_out less total_retrans, and that total.

    (linux/tcp.h)
    """
    told = peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 232)
    total, = struct.unpack_from("I", told, 100)
    received, = struct.unpack_from("Q", told, 128)
    segments_in, segments_out = struct.unpack_from("II", told, 152)
    sent, again = struct.unpack_from("QQ", told, 200)
    return received, segments_in, sent - again, segments_out - total, total


class Proxy:
    def __init__(self, port):
        self.port = port
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.received, self.sent = {0: 0}, {0: 0}
        self.bytes = self.again = 0
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, (_, port) = self.listener.accept()
            threading.Thread(target=self.serve, args=(client, port), daemon=True).start()

    def serve(self, client, port):
        server = socket.socket()
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.2", port))
        server.connect(("127.0.0.1", self.port))
        for peer in (client, server):
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # The studied connection is greeted by the server or speaks itself; the observing one begins with /observe.
        back = threading.Thread(target=self.back, args=(client, server), daemon=True)
        first = client.recv(8, socket.MSG_PEEK)
        if first.startswith(b"/observe"):
            threading.Thread(target=self.tell, args=(client, server), daemon=True).start()
            try:
                while part := client.recv(4096):
                    server.sendall(part)
            except OSError:
                pass
        else:
            back.start()
            chance = random.Random(dice.random())
            while True:
                self.sample(client)
                part = client.recv(chance.randint(1, 400))
                self.sample(client)
                if not part:
                    break
                self.bytes += len(part)
                while part:
                    size = chance.randint(1, 300)
                    server.sendall(part[:size])
                    part = part[size:]
                    if chance.random() < 0.3:
                        time.sleep(chance.random() * 0.004)
        server.shutdown(socket.SHUT_WR)

    def sample(self, client):
        received, segments, sent, out, self.again = info(client)
        self.received.setdefault(received, segments)
        self.sent.setdefault(sent, out)

    def back(self, client, server):
        chance = random.Random(seed)
        try:
            while part := server.recv(chance.randint(1, 600)):
                client.sendall(part)
                self.sample(client)
                if chance.random() < 0.3:
                    time.sleep(chance.random() * 0.004)
            client.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def tell(self, client, server):
        for line in server.makefile("rb"):
            words = line.split(b" ")
            if words[0] == b"/wire":
                words[5] = b"0"
            client.sendall(b" ".join(words))
        client.close()


def check(text, ends, truth, again=0):
    """Holds the ends of segments, as (byte, how many or None), against points of byte and count; returns how many.

    A receiver counts what was sent `again`, and cannot tell: inbound that is the client, outbound the proxy.
    """
    known = sorted(truth)
    singles = [(a, b) for a, b in zip(known, known[1:]) if truth[b] - truth[a] == 1]
    compared, before = 0, None
    for byte, count in ends:
        if count is None:
            before = None
            continue
        inside = [one for one in singles if one[0] < byte < one[1]]
        assert not inside, f"{text}: a seam at {byte} inside the segment {inside[0]}"
        if count == 1 and before is not None:
            cut = [at for at in known if before < at < byte]
            assert not cut, f"{text}: the segment {before}..{byte} is cut at {cut}"
        if before in truth and byte in truth:
            real = truth[byte] - truth[before]
            least, most = (real, real + again) if text == "◀" else (1, real)
            assert least <= count <= most, f"{text}: {before}..{byte} is {real}, not {count}"
        compared += byte in truth
        before = byte
    return compared


with tempfile.TemporaryFile("w+") as console, tempfile.TemporaryFile("w+") as shown:
    size = dice.choice([5, 17, 64, 300, 1024])
    server = subprocess.Popen(
        [server_path, "--port", "off", "--raw-port", "0", "--line-port", "off", "--udp-port", "off",
         "--raw-read-size", str(size)], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().rsplit(":", 1)[1])
    proxy = Proxy(port)
    client = subprocess.Popen(
        [client_path, "--plain", "--raw", "--wire", "--port", str(proxy.listener.getsockname()[1])],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=shown)
    writes = [dice.randint(1, 200) for _ in range(dice.randint(20, 60))]
    for length in writes:
        client.stdin.write(b"x" * length + b"\n")
        client.stdin.flush()
        time.sleep(dice.choice([0, 0, 0, 0, 0.002, 0.02, 0.15]))
    client.stdin.close()
    client.wait(20)
    server.terminate()
    lines = server.stdout.read().splitlines()
    shown.seek(0)
    output = shown.read()

try:
    told = [int(n) for n in re.findall(r"▶ (?:≥1 )?write (\d+) B", output.replace(",", ""))]
    assert told == writes, f"writes {told}, not {writes}"
    assert proxy.bytes == sum(writes), f"the proxy saw {proxy.bytes} B, not {sum(writes)}"
    numbered = {int(n): int(b) for n, b in re.findall(r"#(\d+) +⇥ server read (\d+) B", output.replace(",", ""))}
    reads = [numbered[n] for n in sorted(numbered)]
    real = [int(m[1]) for line in lines if (m := re.search(r" raw \S+ read (\d+) B", line))]
    # A client that lingers for a second may be gone before the server has read all.
    assert reads and reads == real[:len(reads)], f"server reads {reads}, not {real}"
    compared = 0
    # The kernel counts the client's FIN as a byte received.
    proxy.received = {at: count for at, count in proxy.received.items() if at <= sum(writes)}
    for mark, truth in (("▶", proxy.received), ("◀", proxy.sent)):
        for block in re.findall(rf"═{mark} [^═#]*?\n   segs ((?:[\d()? \n]|segs)*)", output):
            ends = [(int(b), None if q == "?" else int(n or 1))
                    for b, n, q in re.findall(r"(\d+)(?:\((\d+)\))?(\??)", block)]
            compared += check(mark, ends, truth, proxy.again if mark == "◀" else 0)
    assert compared > 0, "no seam of a segment was compared"
except AssertionError as failure:
    print(output)
    sys.exit(f"seed {seed}, read size {size}: {failure}")
print(f"seed {seed}: {len(writes)} writes, {len(reads)} reads, {compared} seams of segments agree")
