"""What the attacks need: the server's ports and process, connections to it, and how it does."""
import os
import resource
import socket
import struct
import sys
import time

from frame import decode, encode

LONG = os.environ.get("WIRECHAT_LONG") == "1"
PORTS = {}
PID = 0


def begin():
    """Takes `ROW PID length raw line udp` from the command line; returns ROW."""
    global PID
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    PID = int(sys.argv[2])
    for name, port in zip(("length", "raw", "line", "udp"), sys.argv[3:]):
        PORTS[name] = int(port)
    return sys.argv[1]


def connect(framing="length", source=None, receive_buffer=None, no_delay=True):
    sock = socket.socket()
    sock.settimeout(30)
    if receive_buffer:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    if no_delay:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if source:
        sock.setsockopt(socket.SOL_IP, 24, 1)  # IP_BIND_ADDRESS_NO_PORT, linux/in.h
        sock.bind((source, 0))
    sock.connect(("127.0.0.1", PORTS[framing]))
    return sock


def join(nick, **options):
    """A client that said /hello, its /names read."""
    sock = connect(**options)
    sock.sendall(encode(b"/hello 1 " + nick.encode()))
    until(sock, b"/names ")
    return sock


def until(sock, start):
    """The next message that begins so."""
    while (message := decode(sock)) is not None:
        if message.startswith(b"/ping "):
            sock.sendall(encode(b"/pong " + message[6:]))
        if message.startswith(start):
            return message
    raise SystemExit(f"closed, and no {start!r}")


def hear(sock, count, nick=None):
    """The text of the next so many messages, of one speaker if it is given."""
    texts = []
    while len(texts) < count:
        words = until(sock, b"/said ").split(b" ", 4)
        if nick is None or words[3] == nick.encode():
            texts.append(words[4])
    return texts


def ending(sock):
    """All bytes until the server closes, a reset being an end too."""
    data = b""
    try:
        while block := sock.recv(65536):
            data += block
    except ConnectionResetError:
        pass
    return data


def reset(sock):
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def status(name):
    """A number of /proc/PID/status; memory in KiB."""
    with open(f"/proc/{PID}/status") as file:
        for line in file:
            if line.startswith(name + ":"):
                return int(line.split()[1])
    raise SystemExit(f"no {name}")


def memory():
    return status("VmRSS")


def peak():
    return status("VmHWM")


def forget_peak():
    with open(f"/proc/{PID}/clear_refs", "w") as file:
        file.write("5")


def descriptors():
    return len(os.listdir(f"/proc/{PID}/fd"))


def cpu():
    """Seconds of CPU that the server has used."""
    fields = open(f"/proc/{PID}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def check(holds, *words):
    if not holds:
        raise SystemExit(" ".join(str(word) for word in words))


def eventually(holds, what, seconds=15):
    end = time.monotonic() + seconds
    while not holds():
        check(time.monotonic() < end, "not within", seconds, "s:", what)
        time.sleep(0.01)
