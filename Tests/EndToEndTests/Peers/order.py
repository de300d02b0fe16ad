"""Proves that everybody heard the same messages in the same order, as a third party that knows the protocol alone.

    order.py CHAT-SERVER [--seed N] [--clients N] [--seconds S]

Random clients on the length, line, raw and UDP ports, plain ones and ones that say /hello, join, speak, lag, leave in several ways and
come back; one never reads until it is cut. What each of them said and heard is a history; `violations` holds it against what the protocol promises. Then the
history is falsified in every way that matters, and each falsification has to be found.
"""
import argparse, asyncio, copy, random, re, socket, struct, subprocess, sys, threading, time

TOKEN = re.compile(r"<(\d+\.\d+\.\d+)>")
ALPHABET = ["a", "b", "word", " ", "  ", "ä", "汉字", "かな", "한", "🙂", "👩‍👩‍👧", "/", "*** ", "/said 1 2 x y", "é"]
#: Ways to leave behind which all that was said has to be in the room.
ORDERLY = ("stayed", "quit", "fin")


class Link:
    """One connection and its history."""

    def __init__(self, client, number, framing, greets, dice, parts=(1, 7, 100, 4096, 65536)):
        self.parts = parts
        self.client, self.number, self.framing, self.greets, self.dice = client, number, framing, greets, dice
        self.bytes = b""
        self.last = []
        self.awake = asyncio.Event()
        self.awake.set()
        self.news = asyncio.Event()
        self.history = {
            "name": f"{client}.{number} {framing}{'' if greets else ' plain'}", "greets": greets, "nick": None,
            "boot": None, "connection": None, "next": None, "said": [], "heard": [], "asked": [], "gaps": [],
            "end": None, "errors": [], "lossy": False}

    async def open(self, port, buffer=None):
        sock = socket.socket()
        if buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", port))
        self.reader, self.writer = await asyncio.open_connection(sock=sock, limit=4096)
        self.reading = asyncio.create_task(self.read())

    async def read(self):
        try:
            while True:
                await self.awake.wait()
                part = await self.reader.read(self.dice.choice(self.parts))
                if not part:
                    break
                self.bytes += part
                self.take()
                self.news.set()
        except OSError:
            pass
        self.history["end"] = self.history["end"] or "cut"
        self.news.set()

    def take(self):
        if self.greets and self.framing == "length":
            while len(self.bytes) >= 4:
                length, = struct.unpack_from("<I", self.bytes)
                if len(self.bytes) < 4 + length:
                    return
                self.event(self.bytes[4:4 + length].decode())
                self.bytes = self.bytes[4 + length:]
        elif self.greets:
            *lines, self.bytes = self.bytes.split(b"\n")
            for line in lines:
                self.event(line.decode())

    def event(self, text):
        history, (verb, _, rest) = self.history, text.partition(" ")
        if verb == "/welcome":
            _, history["connection"], history["nick"], _, seq = rest.split(" ")
            history["boot"] = history["connection"].split(".")[0]
            history["next"] = self.expected = int(seq)
        elif verb in ("/said", "/did"):
            seq, _, nick, text = rest.split(" ", 3)
            self.message([int(seq), verb, nick, text])
        elif verb == "/gap":
            history["gaps"].append([int(word) for word in rest.split(" ")])
        elif verb == "/error":
            history["errors"].append(rest)
        elif verb == "/ping":
            self.write(f"/pong {rest}")

    def message(self, entry):
        """A SEQ below the next one is an answer to /history, if one is awaited."""
        history = self.history
        if self.framing == "line" and not TOKEN.search(entry[3]) and self.last[:3] == entry[:3]:
            self.last[3] += "\n" + entry[3]  # a text with LF repeats the event
            return
        self.last = entry
        if entry[0] < self.expected and history["asked"] and not history["asked"][-1]["done"]:
            history["asked"][-1]["entries"].append(entry)
            history["asked"][-1]["done"] = entry[0] == self.expected - 1
        else:
            history["heard"].append(entry)
            self.expected = entry[0] + 1

    def write(self, text):
        payload = text.encode()
        if self.framing == "length":
            payload = struct.pack("<I", len(payload)) + payload
        elif self.framing == "line":
            payload += self.dice.choice([b"\n", b"\r\n"])
        self.writer.write(payload)

    def heard(self, token):
        if self.greets:
            return any(f"<{token}>" in entry[3] for entry in reversed(self.history["heard"]))
        return f"<{token}>".encode() in self.bytes

    async def until(self, holds, seconds=20):
        """Waits; a connection that has ended hears nothing more."""
        end = time.monotonic() + seconds
        while not holds() and self.history["end"] != "cut" and time.monotonic() < end:
            self.news.clear()
            try:
                await asyncio.wait_for(self.news.wait(), 0.5)
            except TimeoutError:
                pass
        return holds()

    async def hello(self, nick):
        self.write(f"/hello 1 {nick}")
        await self.until(lambda: self.history["nick"] or self.history["errors"])
        if not self.history["nick"] and self.history["end"] is None:
            free = self.history["errors"].pop().split(" ")[1]
            self.write(f"/hello 1 {free}")
            await self.until(lambda: self.history["nick"])
        return self.history["nick"]

    async def say(self, text=None):
        token = f"{self.client}.{self.number}.{len(self.history['said'])}"
        text = f"<{token}>" + (text or "".join(self.dice.choices(ALPHABET, k=self.dice.randint(0, 30))))
        if self.framing == "length" and self.greets and self.dice.random() < 0.1:
            text += "\nsecond line"
        if self.framing == "length" and self.dice.random() < 0.05:
            text += "long" * self.dice.randint(100, 5_000)
        verb = "/said"
        if self.framing != "raw" and self.dice.random() < 0.1:
            verb = "/did"
        elif self.dice.random() < 0.1:
            text = "/" + text
        self.history["said"].append([token, verb, text])
        self.write(("/me " if verb == "/did" else "/" if text.startswith("/") else "") + text)
        if self.framing == "raw":  # two that are under way would be one read
            await self.until(lambda: self.heard(token))

    async def leave(self, way):
        self.awake.set()
        if self.history["end"] is None:
            self.history["end"] = way
            if way == "quit":
                self.write("/quit enough")
            if way == "fin":
                self.writer.write_eof()
            if way == "abort":
                self.writer.get_extra_info("socket").setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.writer.transport.abort()
        await asyncio.wait([self.reading], timeout=20)
        if not self.reading.done():
            self.history["errors"].append("the server did not close")
        self.close()

    def close(self):
        if not self.greets:
            text = self.bytes.decode(errors="replace")
            self.history["heard"] = TOKEN.findall(text)
            self.history["errors"] += re.findall("/error ([a-z].*)", text)
        self.reading.cancel()
        self.writer.close()


class Datagrams(Link, asyncio.DatagramProtocol):
    """A member over UDP: what the network loses is lost, it may change the order, and long texts are cut."""

    async def open(self, port):
        self.history["lossy"] = True
        self.cookie = ""
        self.writer, _ = await asyncio.get_running_loop().create_datagram_endpoint(
            lambda: self, remote_addr=("127.0.0.1", port))

    def datagram_received(self, data, _):
        if data.startswith(b"/cookie "):
            self.cookie = data[8:].decode()
        else:
            self.event(data.decode())
        self.news.set()

    def write(self, text):
        self.writer.sendto(text.encode())

    async def hello(self, nick):
        self.write(f"/hello 1 {nick}".ljust(40))
        await self.until(lambda: self.cookie)
        for _ in range(2):
            self.write(f"/hello 1 {nick} {self.cookie}")
            await self.until(lambda: self.history["nick"] or self.history["errors"])
            if self.history["nick"] or not self.history["errors"]:
                break
            nick = self.history["errors"].pop().split(" ")[1]
        return self.history["nick"]

    async def leave(self, way):
        self.write("/quit enough" if way == "quit" else "/quit")
        self.history["end"] = way
        self.close()

    def close(self):
        self.writer.close()


async def live(client, ports, dice, end, histories):
    """Connections one after the other until the time is over; the last one stays."""
    number = 0
    while True:
        framing, greets = dice.choice([("length", True)] * 3 + [("line", True), ("length", False), ("line", False),
                                                                 ("raw", False), ("udp", True)])
        link = (Datagrams if framing == "udp" else Link)(client, number, framing, greets, random.Random(dice.random()))
        number += 1
        await link.open(ports[framing])
        histories.append(link.history)
        if not greets or await link.hello(f"n{client}"):
            await act(link, dice, min(end, time.monotonic() + dice.expovariate(1 / 2)))
        if time.monotonic() >= end:
            link.awake.set()
            return link
        await link.leave(dice.choice({"raw": ["fin", "abort"], "udp": ["quit", "abort"]}.get(
            framing, ["quit", "fin", "abort"])))
        await asyncio.sleep(dice.random() * 0.5)


async def act(link, dice, end):
    while time.monotonic() < end and link.history["end"] is None:
        chance = dice.random()
        if chance < 0.6:
            for _ in range(dice.choice([1, 1, 1, 5, 50])):
                await link.say()
        elif chance < 0.7 and link.greets and link.expected > 1 and \
                all(asked["done"] for asked in link.history["asked"]):
            link.history["asked"].append({"count": dice.randint(1, 100), "entries": [], "done": False})
            link.write(f"/history {link.history['asked'][-1]['count']}")
            await link.until(lambda: link.history["asked"][-1]["done"], 5)
        elif chance < 0.75 and link.framing == "length":
            link.writer.write(bytes(4))
        elif chance < 0.85:
            link.awake.clear()
            await asyncio.sleep(dice.random() * 1.5)
            link.awake.set()
        await asyncio.sleep(dice.expovariate(10))


async def wake(sloth, departures):
    """Lets it read once it is cut: it has 5 s for what is on its way.

    Where too little is said to fill the kernel's buffers, TCP_USER_TIMEOUT ends it after 30 s, and nothing more arrives.
    """
    while not (lines := [line for line in departures if "- sloth left" in line]):
        await asyncio.sleep(0.1)
    if "left (timeout" in lines[0]:
        sloth.history["errors"].append("timeout by the kernel")
    sloth.awake.set()


async def run(ports, departures, seed, clients, seconds):
    """Returns the histories; the first is that of a witness who was there from beginning to end."""
    dice, histories = random.Random(seed), []
    witness = Link(clients, 0, "length", True, random.Random(seed))
    await witness.open(ports["length"])
    histories.append(witness.history)
    await witness.hello("witness")
    sloth = Link(clients + 1, 0, "length", True, random.Random(seed), parts=(65536,))
    await sloth.open(ports["length"], buffer=4096)
    histories.append(sloth.history)
    await sloth.hello("sloth")
    sloth.awake.clear()
    waking = asyncio.create_task(wake(sloth, departures))
    end = time.monotonic() + seconds
    stayed = await asyncio.gather(
        *(live(client, ports, random.Random(dice.random()), end, histories) for client in range(clients)))
    while not waking.done() and witness.history["end"] is None:
        for _ in range(10):
            await witness.say("long" * 10_000)
        await witness.until(lambda: witness.heard(witness.history["said"][-1][0]))
    await asyncio.wait([sloth.reading], timeout=20)
    sloth.close()
    await asyncio.sleep(0.3)  # those who came last are told nothing before
    await witness.say()
    token = witness.history["said"][-1][0]
    for link in [witness, *stayed]:
        await link.until(lambda: link.heard(token))
        link.history["end"] = link.history["end"] or "stayed"
        link.close()
    return histories


def violations(histories):
    """What is wrong, a sentence each; none if the histories hold what the protocol promises."""
    wrong, order = [], {}

    def agree(entry, name, lossy):
        known = order.get(entry[0])
        if lossy and known and entry[3].endswith("…") and known[3].startswith(entry[3][:-1]):
            return
        if order.setdefault(entry[0], entry) != entry:
            wrong.append(f"{name}: SEQ {entry[0]} is {entry[1:]} and {order[entry[0]][1:]}")

    for one in sorted(histories, key=lambda one: one["lossy"]):
        name = one["name"]
        for entry in one["heard"] if one["greets"] else []:
            agree(entry, name, one["lossy"])
        expected = one["next"]
        for seq, *_ in one["heard"] if one["greets"] else []:
            if seq != expected and not one["lossy"]:
                wrong.append(f"{name}: SEQ {seq} where {expected} was due")
            expected = seq + 1
        for asked in one["asked"]:
            entries = asked["entries"]
            for entry in entries:
                agree(entry, name, one["lossy"])
            seqs = [entry[0] for entry in entries]
            if one["lossy"]:
                continue
            if seqs != list(range(seqs[0], seqs[0] + len(seqs)) if seqs else []) or len(seqs) > asked["count"]:
                wrong.append(f"{name}: /history {asked['count']} gave {seqs}")
            elif seqs and asked["done"] and len(seqs) < asked["count"] and seqs[0] != 1 and \
                    all(to != seqs[0] - 1 for _, to in one["gaps"]):
                wrong.append(f"{name}: /history {asked['count']} gave {len(seqs)} and no /gap")
        if one["gaps"] and not one["asked"]:
            wrong.append(f"{name}: /gap {one['gaps']} unasked")
        if one["end"] == "cut" and not any(e.split(" ")[0] in ("slow", "timeout", "full") for e in one["errors"]):
            wrong.append(f"{name}: closed without a reason")
        if one["end"] != "cut" and one["errors"]:
            wrong.append(f"{name}: {one['errors']}")

    first = histories[0]["next"]
    missing = sorted(set(range(first, max(order, default=first) + 1)) - order.keys())
    if missing:
        wrong.append(f"no message has SEQ {missing}")
    if not any(error.startswith(("slow ", "timeout by")) for error in histories[1]["errors"]):
        wrong.append(f"who never read was not cut for that: {histories[1]['end']} {histories[1]['errors']}")
    if len({one["boot"] for one in histories if one["boot"]}) != 1:
        wrong.append("more than one BOOT")
    connections = [one["connection"] for one in histories if one["connection"]]
    if len(set(connections)) != len(connections):
        wrong.append("a CONNECTION twice")

    said = {token: (one, verb, text) for one in histories for token, verb, text in one["said"]}
    places = {}
    for seq, (_, verb, nick, text) in sorted(order.items()):
        match = TOKEN.search(text)
        token = match and match.group(1)
        if token not in said or said[token][1:] != (verb, text):
            wrong.append(f"SEQ {seq}: nobody said {verb} {text!r}")
            continue
        one = said[token][0]
        if token in places:
            wrong.append(f"SEQ {seq}: {token} was said once and has SEQ {places[token]} too")
        if one["nick"] not in (None, nick):
            wrong.append(f"SEQ {seq}: {one['nick']} said it, not {nick}")
        if not one["greets"]:
            one.setdefault("guests", set()).add(nick)
        places[token] = seq
    for one in histories:
        wrong += speaker(one, places) + ([] if one["greets"] else listener(one, places))
        if one["end"] == "stayed" and not one["lossy"]:
            last = one["heard"][-1:] and (one["heard"][-1][0] if one["greets"] else places.get(one["heard"][-1]))
            if last != max(order):
                wrong.append(f"{one['name']}: stayed and heard {last} last, not {max(order)}")
    return wrong


def speaker(one, places):
    """What one said is there in its order; only who was cut off or broke off may lack the end of it."""
    wrong, name = [], one["name"]
    seqs = [places.get(token) for token, _, _ in one["said"]]
    there = [seq for seq in seqs if seq is not None]
    if there != sorted(there):
        wrong.append(f"{name}: said in one order, heard in another: {seqs}")
    if one["lossy"]:
        return wrong
    if None in seqs and (one["end"] in ORDERLY or any(seqs[seqs.index(None):])):
        wrong.append(f"{name}: {one['said'][seqs.index(None)][0]} of {len(seqs)} was lost, it left by {one['end']}")
    if len(one.get("guests", ())) > 1:
        wrong.append(f"{name}: spoke as {one['guests']}")
    return wrong


def listener(one, places):
    """A client without SEQ heard a stretch of the order without a hole, what it said itself included."""
    wrong = []
    seqs = [places.get(token) for token in one["heard"]]
    for last, seq in zip(seqs, seqs[1:]):
        if last is None or seq is None or seq != last + 1:
            wrong.append(f"{one['name']}: heard {seq} after {last}")
    if one["end"] == "stayed":
        wrong += [f"{one['name']}: did not hear its own {token}" for token, _, _ in one["said"]
                  if token not in set(one["heard"])]
    return wrong


def falsified(histories):
    """The same histories with one lie each, by name."""
    def lie(choose, change, lossy=False):
        copies = copy.deepcopy(histories)
        change(next(one for one in copies[1:] if choose(one) and one["lossy"] == lossy))
        return copies

    def swap(one):
        heard = one["heard"]
        heard[1], heard[2] = heard[2], heard[1]

    def drop(one):
        del one["heard"][len(one["heard"]) // 2]

    def double(one):
        one["heard"].insert(2, one["heard"][1])

    def change(one):
        one["heard"][1][3] += "!"

    def renumber(one):
        """As if the server had said other things, in an order of its own, to this client alone."""
        heard = one["heard"]
        heard[1][1:], heard[2][1:] = heard[2][1:], heard[1][1:]

    def cut(one):
        one["end"] = "cut"

    def invent(one):
        del one["said"][0]

    def lose(one):
        one["said"].append(["-", "/said", "<->"])

    def miss(one):
        del one["heard"][-1]

    def gap(one):
        one["gaps"].append([1, 2])

    def events(one):
        return one["greets"] and len(one["heard"]) > 4

    def plain(one):
        return not one["greets"] and len(one["heard"]) > 4

    for name, choose, act in [
            ("two swapped", events, swap), ("one dropped", events, drop), ("one doubled", events, double),
            ("one changed", events, change), ("another order", events, renumber),
            ("plain: two swapped", plain, swap), ("plain: one dropped", plain, drop),
            ("plain: one doubled", plain, double),
            ("closed without a reason", lambda one: one["end"] == "quit" and not one["errors"], cut),
            ("never said", lambda one: one["said"] and one["end"] == "stayed", invent),
            ("said and lost", lambda one: one["end"] == "quit", lose),
            ("stayed, last one missed", lambda one: events(one) and one["end"] == "stayed", miss),
            ("a gap unasked", lambda one: events(one) and not one["asked"], gap)]:
        yield name, lie(choose, act)
    if any(events(one) and one["lossy"] for one in histories):
        yield "UDP: one changed", lie(events, change, lossy=True)


def main():
    parser = argparse.ArgumentParser(allow_abbrev=False, epilog="Other options are the server's.")
    parser.add_argument("server")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    parser.add_argument("--clients", type=int, default=25)
    parser.add_argument("--seconds", type=float, default=60)
    options, flags = parser.parse_known_args()
    print(f"seed {options.seed}", flush=True)
    server = subprocess.Popen(
        [options.server, "--port", "0", "--line-port", "0", "--raw-port", "0", "--udp-port", "0",
         *flags],
        stdout=subprocess.PIPE, text=True)
    try:
        ports = {}
        for line in server.stdout:
            if line == "ready\n":
                break
            _, framing, address = line.split()
            ports[framing] = int(address.rpartition(":")[2])
        departures = []

        def read():
            for line in server.stdout:
                if " left (" in line:
                    departures.append(line)

        reading = threading.Thread(target=read)
        reading.start()
        histories = asyncio.run(run(ports, departures, options.seed, options.clients, options.seconds))
    finally:
        server.terminate()
        code = server.wait()
    reading.join()
    wrong = violations(copy.deepcopy(histories))
    if code != 0:
        wrong.append(f"the server ended with {code}")
    for name, lies in falsified(histories):
        if not violations(lies):
            wrong.append(f"the checker did not find: {name}")
    for sentence in wrong[:20]:
        print(sentence[:500])
    ends = {end: sum(one["end"] == end for one in histories) for end in (*ORDERLY, "abort", "cut")}
    print(f"{len(histories)} connections {ends}, {sum(len(one['said']) for one in histories)} messages, "
          f"{sum(len(one['heard']) for one in histories)} deliveries: "
          + (f"{len(wrong)} VIOLATIONS" if wrong else "one order, every lie found"))
    sys.exit(1 if wrong else 0)


main()
