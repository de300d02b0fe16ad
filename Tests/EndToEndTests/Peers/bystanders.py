"""bystanders.py PORT [HOST [PAUSE]]: three people on the length port who talk in turns until the end of stdin.

They say a hundred messages at least, and wait PAUSE seconds, 0.005 if it is not given, between two.

Prints `going`, and at the end `ok COUNT p99 MILLISECONDS most MILLISECONDS`, or what was lost, doubled or out of order.
"""
import os
import socket
import sys
import threading
import time

from frame import decode, encode

port = int(sys.argv[1])
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
pause = float(sys.argv[3]) if len(sys.argv) > 3 else 0.005
is_over = threading.Event()


def fail(text):
    """Ends at once: a thread that waits for the end of stdin would keep the interpreter."""
    print(text, file=sys.stderr, flush=True)
    os._exit(1)


class Person:
    def __init__(self, nick):
        self.nick = nick
        self.sock = socket.create_connection((host, port))
        self.sock.settimeout(60)
        self.heard = []
        self.say(f"/hello 1 {nick}")
        while not self.event().startswith("/names"):
            pass

    def say(self, text):
        self.sock.sendall(encode(text.encode()))

    def event(self):
        message = decode(self.sock)
        if message is None:
            fail(f"{self.nick}: the server closed the connection")
        text = message.decode()
        name, _, rest = text.partition(" ")
        if name == "/ping":
            self.say(f"/pong {rest}")
        elif name in ("/error", "/gap"):
            fail(f"{self.nick}: {text}")
        elif name in ("/said", "/did"):
            seq, _, nick, words = rest.split(" ", 3)
            if self.heard and int(seq) != self.heard[-1][0] + 1:
                fail(f"{self.nick}: {seq} after {self.heard[-1][0]}")
            self.heard.append((int(seq), nick, words))
        return text

    def hear(self, nick, words):
        while not self.heard or self.heard[-1][1:] != (nick, words):
            self.event()


def wait_for_the_end():
    sys.stdin.read()
    is_over.set()


people = [Person(nick) for nick in ("ann", "bob", "cat")]
threading.Thread(target=wait_for_the_end, daemon=True).start()
print("going")
count, times = 0, []
while count < 100 or not is_over.is_set():
    speaker = people[count % 3]
    words = f"bystander {count}"
    start = time.monotonic()
    speaker.say(words)
    for person in people:
        person.hear(speaker.nick, words)
    times.append(time.monotonic() - start)
    count += 1
    time.sleep(pause)
# Somebody may have spoken behind the last of these words.
for person in people:
    person.say("/ping end")
for person in people:
    while person.event() != "/pong end":
        pass
end = min(len(person.heard) for person in people)
first = max(person.heard[0][0] for person in people)
if len({tuple(h for h in person.heard if first <= h[0] < first + end - 3) for person in people}) != 1:
    fail("they did not hear the same")
own = [words for _, nick, words in people[0].heard if nick in ("ann", "bob", "cat")]
if own != [f"bystander {number}" for number in range(count)]:
    fail("their own words came otherwise than they were said")
times.sort()
print(f"ok {count} p99 {times[int(len(times) * 0.99)] * 1000:.1f} most {times[-1] * 1000:.1f}")
