"""halfopen.py CHAT-SERVER: cuts the link to a network namespace in which a client is, and waits until it is gone.

The last line is `ok`, `skipped: WHY` where namespaces are not permitted, or what went wrong.
"""
import os
import subprocess
import sys
import time

from server import LONG

NUMBER = os.getpid() % 250
SPACE, HERE, THERE = f"wirechat{NUMBER}", f"wc{NUMBER}a", f"wc{NUMBER}b"
NETWORK = f"10.231.{NUMBER}"
FOLDER = os.path.dirname(os.path.abspath(__file__))


def run(command):
    return subprocess.run(command.split(), capture_output=True, text=True)


def make():
    made = run(f"ip netns add {SPACE}")
    if made.returncode:
        sys.exit(print("skipped: ip netns:", made.stderr.strip()))
    for command in [
        f"ip link add {HERE} type veth peer name {THERE} netns {SPACE}",
        f"ip addr add {NETWORK}.1/24 dev {HERE}",
        f"ip link set {HERE} up",
        f"ip -n {SPACE} addr add {NETWORK}.2/24 dev {THERE}",
        f"ip -n {SPACE} link set {THERE} up",
    ]:
        made = run(command)
        if made.returncode:
            sys.exit(print(f"skipped: {command}: {made.stderr.strip()}"))


def lines(stream, what, seconds):
    """Lines up to one that holds `what`; the time that took."""
    start = time.monotonic()
    for line in stream:
        if what in line:
            return time.monotonic() - start
        if time.monotonic() - start > seconds:
            break
    raise SystemExit(f"no {what!r} within {seconds} s")


def serve(flags):
    server = subprocess.Popen(
        [sys.argv[1], "--host", f"{NETWORK}.1", "--allow-insecure", "--raw-port", "off", "--port", "0",
         "--line-port", "0", "--per-address", "100", "--new-per-address", "100", "--burst", "100000",
         "--message-rate", "100000", "--byte-rate", "100000000", *flags],
        stdout=subprocess.PIPE, text=True, bufsize=1)
    ports = []
    for line in server.stdout:
        if line.startswith("listening"):
            ports.append(line.rsplit(":", 1)[1].strip())
        if line == "ready\n":
            return server, ports[0]


def client(nick, port):
    """A client in the namespace that says /hello and answers nothing."""
    code = (f"import socket; s = socket.create_connection(('{NETWORK}.1', {port}));"
            f"s.sendall(b'{chr(8 + len(nick) + 1)}\\0\\0\\0/hello 1 {nick}');"
            "print(len(s.recv(100)), flush=True); import time; time.sleep(1000)")
    process = subprocess.Popen(
        ["ip", "netns", "exec", SPACE, sys.executable, "-c", code], stdout=subprocess.PIPE)
    process.stdout.readline()
    return process


def attempt(flags, traffic, limit):
    server, port = serve(flags)
    started = [server]
    try:
        started.append(client("ghost", port))
        bystanders = None
        if traffic:
            bystanders = subprocess.Popen(
                [sys.executable, f"{FOLDER}/bystanders.py", port, f"{NETWORK}.1"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            started.append(bystanders)
            bystanders.stdout.readline()
        # The other end: here the addresses stay, and packets go nowhere.
        run(f"ip -n {SPACE} link set {THERE} down")
        took = lines(server.stdout, "- ghost left (", limit)
        if bystanders:
            words, _ = bystanders.communicate()
            if not words.startswith("ok "):
                sys.exit(words)
        print(f"gone after {took:.1f} s", "with traffic" if traffic else "idle")
    finally:
        for process in started:
            process.kill()
            process.wait()
        run(f"ip -n {SPACE} link set {THERE} up")


make()
try:
    quick = ["--user-timeout", "2", "--keep-alive", "1", "--keep-alive-interval", "1",
             "--keep-alive-probes", "2"]
    attempt([] if LONG else quick, True, 35 if LONG else 8)
    attempt([] if LONG else quick, False, 180 if LONG else 8)
    if not LONG:
        # Without the kernel's help: a minute and more of pings.
        attempt(["--idle", "1", "--keep-alive", "1000", "--user-timeout", "1000"], False, 8)
    print("ok")
finally:
    run(f"ip netns del {SPACE}")
