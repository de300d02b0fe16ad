"""liar.py: a server on the length port whose every field is an attack; prints each message that it is sent.

A client that says /hello is welcomed, and then told all events there are with each of the texts in each of their fields.
"""
import socket
import sys
import threading

from frame import decode, encode, shown

TEXTS = [
    "\x1b[2J\x1b[31mowned", "\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x1b\\", "\x1bPqowned\x1b\\", "\x9b2J", "\x9d0;owned\x9c",
    "\u202eabc", "\u2066x\u2069", "a\u200bb", "x\U000e0041", "\x7f\x08\x0e\x07\t", "\r", "a\u2028b", "\ufeff", "\x1bc",
    "x" + "\u0301" * 500, "👩\u200d👩\u200d👧\u200d👦", "🏴\U000e0067\U000e0062\U000e007f", "你好🇩🇪", "\u200d\u200d", "",
    "https://host/\x1b[5m\u202eexe.gpj",
]


def events():
    seq = 100
    for text in TEXTS:
        field = text.replace(" ", "_") or "nobody"
        seq += 2
        yield f"/said {seq} 1700000000000 {field} {text}"
        yield f"/did {seq + 1} 1700000000000 {field} {text}"
        yield f"/told 1700000000000 {field} alice {text}"
        yield f"/joined {field} {field}x"
        yield f"/left {field} {text}"
        yield f"/renamed {field}x {field}y"
        yield f"/names 3 alice {field} {field}y"
        yield f"/notice {text}"
        yield f"/error full {text}"
        yield f"/error nick-taken {field} {text}"
        yield f"/room {field} 3 {text}"
        yield f"/topic {field} {text}"
        yield f"/in {field} /welcome 1 0123abcd.7 alice {field} 1"
        yield f"/in {field} /names 2 alice {field}"
        yield f"/in {field} /said 1 1700000000000 {field} {text}"
        yield f"/in {field} /topic {field} {text}"
        yield f"/{field} {text}"
        yield f"{text}"


def serve(sock):
    def say(text):
        sock.sendall(encode(text.encode()))

    while message := decode(sock):
        text = message.decode()
        print(shown(message))
        word = text.split(" ")
        if word[0] == "/hello":
            say("/welcome 1 0123abcd.7 alice lobby 1")
            say("/names 1 alice")
            for event in events():
                say(event)
        elif word[0] == "/join":
            say(f"/in {word[1]} /welcome 1 0123abcd.7 alice {word[1]} 1")
            say(f"/in {word[1]} /names 1 alice")
        elif word[0] == "/observe":
            say("/error no-connection \x1b[2J")
            say("/ports length=1 raw=off line=off udp=off")
        elif word[0] == "/ping":
            say("/pong " + text[6:])
        elif word[0] == "/in" and not word[2].startswith("/"):
            say(f"/in {word[1]} /said 9999 1700000000000 alice {' '.join(word[2:])}")
        elif not text.startswith("/"):
            say(f"/said 9999 1700000000000 alice {text}")
    sock.close()


listener = socket.create_server(("127.0.0.1", 0))
print("listening", listener.getsockname()[1])
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
