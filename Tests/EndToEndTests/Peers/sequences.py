"""sequences.py FILE: reads what a program wrote to its terminal and prints every control that is no terminal drawing.

Allowed are CSI sequences that draw or switch modes, the charset and keypad escapes of terminfo, and BS HT LF CR SO SI.
Everything must be UTF-8 and free of C1, bidi, zero-width and tag characters. The last line is `ok` if nothing was found.
"""
import re
import sys

data = open(sys.argv[1], "rb").read()
found = []
try:
    text = data.decode()
except UnicodeDecodeError as error:
    text = data.decode(errors="replace")
    found.append(str(error))
drawing = re.compile(r"\x1b(\[[?>]?[0-9;]*[A-Za-z@`]|[()][0AB]|[=>78MHc])")
rest = drawing.sub("", text)
for match in re.finditer(r"[^\x08\x09\x0a\x0d\x0e\x0f\x20-\x7e\xa0-\U0010ffff]", rest):
    found.append(f"{match.group()!r} in {rest[max(0, match.start() - 20):match.end() + 20]!r}")
for match in re.finditer("[\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]", rest):
    found.append(f"{match.group()!r} in {rest[max(0, match.start() - 20):match.end() + 20]!r}")
if "owned" not in text:
    found.append("the recording holds no attack at all")
print("\n".join(found) if found else "ok")
