"""The measures of GB/T 9704-2012, taken on printed pages of long text.

Everything is measured from the glyphs of the PDF, in millimetres from the upper left
corner; § names the standard.
"""

import statistics
from collections import Counter

import pdfplumber

MM = 72 / 25.4
# §5.1, §5.2.1: A4; 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm.
WIDTH, HEIGHT, TOP, LEFT, ACROSS, DOWN = 210, 297, 37, 28, 156, 225
# §5.2.3: 22 lines of 28 characters.
LINES, CHARACTERS = 22, 28
# §5.2.2, §7.3.1, §7.5: 三号, 二号, 四号.
TEXT, TITLE, NUMBER = 16, 22, 14
# How far the middle of a character, and of a dash, stands above the baseline, in sizes.
MIDDLE = 0.38


class Page:
    """The lines of a page from top to bottom: baseline and characters."""

    def __init__(self, page):
        self.width, self.height = float(page.width) / MM, float(page.height) / MM
        lines = {}
        for char in page.chars:
            if char["text"].strip():
                baseline = (float(page.height) - char["matrix"][5]) / MM
                lines.setdefault(round(baseline * 4), (baseline, []))[1].append(char)
        *self.lines, self.foot = sorted(lines.values(), key=lambda line: line[0])


def n_pages(path):
    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


def questions(path, tolerance):
    """Each measure with a function that says what is wrong with it, if anything. `tolerance`
    is in millimetres; the standard allows 1."""
    with pdfplumber.open(path) as pdf:
        read = [Page(page) for page in pdf.pages]
    first, inner = read[0], read[1:-1]

    def close(measured, expected, allowed=tolerance):
        return None if abs(measured - expected) <= allowed else f"{measured:.2f} and not {expected}"

    def middle(line):
        return line[0] - MIDDLE * size(line) / MM

    pitch = DOWN / LINES
    lines = [line for page in inner for line in page.lines]
    han = [line for line in lines if all(ord(char["text"][0]) > 0x2000 for char in line[1])]
    return [
        ("A4", lambda: close(first.width, WIDTH, 0.2) or close(first.height, HEIGHT, 0.2)),
        ("the text begins 28 mm from the left", lambda: close(min(left(line) for line in lines), LEFT)),
        ("and is 156 mm wide", lambda: close(statistics.median(map(right, lines)), LEFT + ACROSS)),
        ("the first line is 37 mm from the top", lambda: close(
            statistics.median(middle(page.lines[0]) for page in inner), TOP + pitch / 2)),
        ("the last line ends 225 mm below", lambda: close(
            max(middle(page.lines[-1]) for page in inner), TOP + DOWN - pitch / 2)),
        ("22 lines a page", lambda: close(Counter(len(page.lines) for page in inner).most_common(1)[0][0], LINES, 0)),
        ("never more", lambda: close(max(len(page.lines) for page in read), LINES, 0)),
        ("28 characters a line", lambda: close(Counter(len(line[1]) for line in han).most_common(1)[0][0], CHARACTERS, 0)),
        ("the title is 二号", lambda: close(size(first.lines[0]), TITLE, 0.1)),
        ("the text is 三号", lambda: close(statistics.median(map(size, lines)), TEXT, 0.1)),
        ("page numbers are 四号", lambda: close(size(first.foot), NUMBER, 0.1)),
        ("and stand 7 mm below the text", lambda: close(middle(first.foot), TOP + DOWN + 7)),
        ("odd ones at the right, in by one", lambda: close(right(first.foot), LEFT + ACROSS - NUMBER / MM)),
        ("even ones at the left, in by one", lambda: close(left(read[1].foot), LEFT + NUMBER / MM)),
        ("page numbers have a dash on each side", lambda: None if text(first.foot) == "—1—" else text(first.foot)),
    ]


def faults(path):
    return [name for name, ask in questions(path, 1.0) if ask()]


def left(line):
    return min(char["x0"] for char in line[1]) / MM


def right(line):
    return max(char["x1"] for char in line[1]) / MM


def size(line):
    return statistics.median(char["size"] for char in line[1])


def text(line):
    return "".join(char["text"] for char in sorted(line[1], key=lambda char: char["x0"]))
