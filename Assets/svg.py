"""svg.py COLUMNS ROWS < SCREEN > PICTURE: a terminal screen, as `tmux capture-pane -e` prints it, as an SVG.

Every cell stands on an exact grid: each word has its own x and length, wide characters take two cells, box lines are
drawn as lines. Colours are the sixteen of the palette below, the 256-colour cube and true colour; bold, dim, italic,
underline and reverse are kept.
"""
import re
import sys
import unicodedata
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT, FONT, PAD = 8.4, 18, 14, 10
INK, PAPER = "#d8dce4", "#14171c"
PALETTE = (
    "#3b4048 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #d8dce4 "
    "#7f8795 #ff8a93 #b5e08f #ffd68a #8cc8ff #e09bf5 #7fdbe6 #ffffff"
).split()
# Directions that a box character reaches from the middle of its cell: left, right, up, down.
BOX = {
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╶": "r", "╴": "l", "╵": "u", "╷": "d",
}


def cluster_width(cluster):
    """Cells that a character with its combining marks takes."""
    if len(cluster) > 1 and "\ufe0f" in cluster:
        return 2
    return 2 if unicodedata.east_asian_width(cluster[0]) in "WF" else 1


def clusters(text):
    """The characters of a text, each with the marks, joiners and joined emoji that belong to it."""
    found = []
    for character in text:
        joined = found and found[-1].endswith("\u200d") and not character.isascii()
        mark = unicodedata.category(character) in ("Mn", "Me", "Cf") or "🏻" <= character <= "🏿"
        flag = "🇦" <= character <= "🇿" and found and len(found[-1]) == 1 and "🇦" <= found[-1] <= "🇿"
        if found and (joined or mark or flag):
            found[-1] += character
        else:
            found.append(character)
    return found


def indexed(number):
    """The colour of the 256-colour palette."""
    if number < 16:
        return PALETTE[number]
    if number >= 232:
        return "#%02x%02x%02x" % ((8 + 10 * (number - 232),) * 3)
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])


class Style:
    """The rendition that SGR sequences have set so far."""

    def __init__(self):
        self.ink, self.paper, self.marks = None, None, set()

    def apply(self, numbers):
        names = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}
        ends = {22: {"bold", "dim"}, 23: {"italic"}, 24: {"underline"}, 27: {"reverse"}}
        numbers = list(numbers) or [0]
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                self.__init__()
            elif number in names:
                self.marks = self.marks | {names[number]}
            elif number in ends:
                self.marks = self.marks - ends[number]
            elif number in (38, 48):
                if numbers.pop(0) == 5:
                    colour = indexed(numbers.pop(0))
                else:
                    colour = "#%02x%02x%02x" % tuple(numbers.pop(0) for _ in range(3))
                if number == 38:
                    self.ink = colour
                else:
                    self.paper = colour
            elif 30 <= number <= 37 or 90 <= number <= 97:
                self.ink = indexed(number % 10 + (8 if number >= 90 else 0))
            elif 40 <= number <= 47 or 100 <= number <= 107:
                self.paper = indexed(number % 10 + (8 if number >= 100 else 0))
            elif number == 39:
                self.ink = None
            elif number == 49:
                self.paper = None

    def look(self):
        """Ink, paper and marks of a cell."""
        ink, paper = self.ink or INK, self.paper
        if "reverse" in self.marks:
            ink, paper = self.paper or PAPER, self.ink or INK
        return ink, paper, frozenset(self.marks - {"reverse"})


def cells(screen):
    """(row, column, cluster, width, look) for each cell of the screen."""
    style = Style()
    for row, line in enumerate(screen.split("\n")):
        column = 0
        for part in re.split(r"(\x1b\[[0-9;:]*m)", line):
            sequence = re.fullmatch(r"\x1b\[([0-9;:]*)m", part)
            if sequence:
                style.apply(int(number) for number in re.findall(r"\d+", sequence[1]))
                continue
            for cluster in clusters(re.sub(r"[\x00-\x1f]", "", part)):
                width = cluster_width(cluster)
                yield row, column, cluster, width, style.look()
                column += width


@dataclass
class Run:
    """A word of one look, or one character that is not ASCII: fonts differ too much to place more by one x."""

    row: int
    start: float
    end: float
    text: str
    ink: str
    marks: frozenset
    ascii: bool

    def goes_on(self, row, x, ink, marks):
        same = (self.row, self.ink, self.marks) == (row, ink, marks)
        return same and self.ascii and abs(self.end - x) < 0.01

    def svg(self):
        names = f' class="{" ".join(sorted(self.marks))}"' if self.marks else ""
        ink = f' style="fill:{self.ink}"' if self.ink != INK else ""
        return (
            f'<text{names} x="{number(self.start)}" y="{number(PAD + self.row * HEIGHT + 13.5)}" '
            f'textLength="{number(self.end - self.start)}" lengthAdjust="spacingAndGlyphs"{ink}>'
            f"{escape(self.text)}</text>")


def number(value):
    return f"{value:.1f}".rstrip("0").rstrip(".")


def svg(screen, columns, rows):
    """The picture of the screen."""
    papers, lines, runs = {}, {}, []
    for row, column, cluster, width, (ink, paper, marks) in cells(screen):
        x, y = PAD + column * WIDTH, PAD + row * HEIGHT
        if paper:
            spans = papers.setdefault((row, paper), [])
            if spans and abs(spans[-1][1] - x) < 0.01:
                spans[-1][1] = x + width * WIDTH
            else:
                spans.append([x, x + width * WIDTH])
        if cluster in BOX:
            middle, centre = x + WIDTH / 2, y + HEIGHT / 2
            for way, start, end in (
                ("l", (x, centre), (middle, centre)), ("r", (middle, centre), (x + WIDTH, centre)),
                ("u", (middle, y), (middle, centre)), ("d", (middle, centre), (middle, y + HEIGHT)),
            ):
                if way in BOX[cluster]:
                    lines.setdefault((ink, "dim" in marks), []).append((start, end))
        elif cluster.strip():
            last = runs[-1] if runs else None
            ascii = cluster.isascii()
            if last and ascii and last.goes_on(row, x, ink, marks):
                last.text, last.end = last.text + cluster, x + WIDTH
            else:
                runs.append(Run(row, x, x + width * WIDTH, cluster, ink, marks, ascii))
    size = number(2 * PAD + columns * WIDTH), number(2 * PAD + rows * HEIGHT)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" '
        f'viewBox="0 0 {size[0]} {size[1]}">',
        "<style>text{font:%dpx ui-monospace,'SF Mono',Menlo,'DejaVu Sans Mono',Consolas,monospace;"
        "fill:%s}.bold{font-weight:bold}.dim{opacity:.6}.italic{font-style:italic}"
        ".underline{text-decoration:underline}</style>" % (FONT, INK),
        f'<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>',
    ]
    for (row, paper), spans in papers.items():
        for start, end in spans:
            out.append(
                f'<rect x="{number(start)}" y="{PAD + row * HEIGHT}" '
                f'width="{number(end - start)}" height="{HEIGHT}" fill="{paper}"/>')
    for (ink, dim), segments in lines.items():
        path = "".join(
            f"M{number(a)} {number(b)}L{number(c)} {number(d)}" for (a, b), (c, d) in merged(segments))
        faint = ' class="dim"' if dim else ""
        out.append(f'<path{faint} d="{path}" stroke="{ink}" stroke-width="1.2" fill="none"/>')
    out += [run.svg() for run in runs]
    return "\n".join(out + ["</svg>", ""])


def merged(segments):
    """The same lines in fewer pieces: those that touch end to end are one."""
    longer = {}
    for start, end in sorted(segments, key=lambda s: (s[0][1] == s[1][1], s)):
        level = start[1] == end[1]
        key = ("level", start[1]) if level else ("upright", start[0])
        pieces = longer.setdefault(key, [])
        along = 0 if level else 1
        if pieces and abs(pieces[-1][1][along] - start[along]) < 0.01:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return [piece for pieces in longer.values() for piece in pieces]


if __name__ == "__main__":
    sys.stdout.write(svg(sys.stdin.read(), int(sys.argv[1]), int(sys.argv[2])))
