"""How long other programs take for the speech that Lectern is measured with.

    bench.py SPEECH.txt

Median of 20 after the first, in process, in milliseconds; one line a program.
"""

import io
import itertools
import pathlib
import statistics
import sys
import tempfile
import time

import docx
import typst
from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import DocxTemplate

NUMBERS = itertools.count(1000)


def main(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    told("python-docx, docx", lambda: python_docx(lines))
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder, "template.docx")
        template.write_bytes(python_docx(["{%p for line in lines %}", "{{ line }}", "{%p endfor %}"]))
        told("docxtpl, docx", lambda: docxtpl(template, lines))
        source = pathlib.Path(folder, "speech.typ")
        told("typst, PDF", lambda: typst_pdf(source, lines))


def told(name, make):
    times = []
    for _ in range(21):
        begun = time.perf_counter()
        make()
        times.append((time.perf_counter() - begun) * 1000)
    print(f"{name:<28}{statistics.median(times[1:]):>10.2f} ms, the first {times[0]:.0f} ms", flush=True)


def python_docx(lines):
    document = docx.Document()
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(28.95)
        paragraph.paragraph_format.first_line_indent = Pt(32)
        run = paragraph.add_run(line)
        run.font.size, run.font.name = Pt(16), "Times New Roman"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def docxtpl(template, lines):
    document = DocxTemplate(template)
    document.render({"lines": lines})
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def typst_pdf(source, lines):
    # Another text each time: what it has made once it does not make again.
    other = [f"{line}{next(NUMBERS)}" for line in lines]
    source.write_text(typst_source(other), encoding="utf-8")
    return typst.compile(str(source))


def typst_source(lines):
    escaped = ("".join("\\" + c if c in "#$*_@<>`~\\/=-+" else c for c in line) for line in lines)
    head = '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")\n'
    head += '#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh")\n'
    head += "#set par(justify: true, leading: 12.95pt, spacing: 12.95pt, first-line-indent: (amount: 2em, all: true))\n"
    return head + "\n\n".join(escaped)


if __name__ == "__main__":
    main(*sys.argv[1:])
