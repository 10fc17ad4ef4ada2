"""What programs that nobody here wrote say of what Lectern writes.

    oracles.py LECTERN SOFFICE FOLDER SAMPLE STRUCTURED

SAMPLE is a real speech of many pages, its headings of the second level run in with their
text; STRUCTURED one with a line of every role, each heading alone on its line; profile.txt,
beside this file, has three levels and members, as the file has on which the checker of
official documents was tried. A validator of Word files and one of the format of official
documents must find nothing, five readers must read the same text, a style learned from
what other programs saved must be the one that was written, and the printed page must
have the measures of GB/T 9704-2012 (ruler.py). Prints one line a question, `ok …` or
`FAILED …`; ends with 1 if any failed.
"""

import contextlib
import json
import logging
import pathlib
import re
import subprocess
import sys

import docx
import mammoth
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx2python import docx2python

import ruler

HERE = pathlib.Path(__file__).parent
# What the checker of official documents says of a speech that is laid out as the standard
# wants it, and of which lines: it takes the salutation for text unless it is the second
# paragraph, and the closing for a salutation.
KNOWN = {
    "CHK-C012": "同志们：",
    "CHK-C013": "同志们：",
    "CHK-C041": "同志们，",
}
# It wants the fourth level bold, which 7.3.3 does not.
FOURTH_LEVEL = {"CHK-C044": "（"}
# It asks the heading's font of the text that runs on behind it in the same paragraph.
RUN_IN = {"CHK-C010": "（"}

# The roles that the sample has lines of; others can't be learned from it.
ROLES = ("title", "salutation", "heading1", "heading2", "body", "closing")


class Export:
    """A speech, written in the ways that are asked about."""

    def __init__(self, lectern, soffice, folder):
        self.lectern, self.soffice, self.folder = lectern, soffice, pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def says(self, *words):
        library = ["--library", str(self.folder / "library")]
        done = subprocess.run([self.lectern, *words, *library], capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
        return done.stdout

    def write(self, source, name, style):
        path = self.folder / name
        self.says("export", str(source), "-o", str(path), "--style", style)
        return path

    def converted(self, path, ending):
        """The file as LibreOffice saves it, with settings of its own."""
        folder = self.folder / "libreoffice"
        convert = [self.soffice, f"-env:UserInstallation={(self.folder / 'settings').as_uri()}"]
        convert += ["--headless", "--convert-to", ending, "--outdir", str(folder), str(path)]
        said = subprocess.run(convert, capture_output=True, text=True, timeout=300)
        saved = folder / f"{path.stem}.{ending.split(':')[0]}"
        if not saved.exists():
            raise RuntimeError(f"LibreOffice saved nothing: {said.stdout} {said.stderr}")
        return saved

    def learned(self, path):
        name = f"learned {path.stem}"
        self.says("style", "learn", str(path), "--name", name, "--replace")
        return json.loads(self.says("style", "show", name, "--json"))


def main(lectern, soffice, folder, sample, structured):
    export = Export(lectern, soffice, folder)
    text = export.write(sample, "sample.txt", "speech").read_text(encoding="utf-8")
    questions = []
    for style in ("speech", "official"):
        word = export.write(sample, f"{style}.docx", style)
        pdf = export.write(sample, f"{style}.pdf", style)
        for name, ask in readers().items():
            questions.append((f"{name} reads {word.name}", lambda w=word, ask=ask: differs(ask(w), text)))
        questions += [
            (f"openxml-audit finds nothing in {word.name}", lambda w=word: audited(w)),
            (f"pdftotext reads {pdf.name}", lambda p=pdf: differs(without_numbers(pdftotext(p)), text)),
            (f"pdffonts: all embedded, cut and told in {pdf.name}", lambda p=pdf: fonts(p)),
            (f"{pdf.name} has LibreOffice's pages", lambda w=word, p=pdf: pages(export, w, p)),
            (f"LibreOffice's copy teaches {style}", lambda w=word, s=style: taught(export, w, s)),
            (f"the same {word.name} again", lambda w=word, s=style: same(export, sample, w, s)),
        ]
    large = export.write(sample, "reading.docx", "reading")
    questions += [
        ("openxml-audit finds nothing in reading.docx", lambda: audited(large)),
        ("LibreOffice shows the marks of reading.docx", lambda: unmarked(export, large)),
        ("LibreOffice's copy of reading.docx is the speech", lambda: differs(back(export, large), text)),
    ]
    structured = export.write(structured, "structured.docx", "speech")
    profile = export.write(HERE / "profile.txt", "profile.docx", "speech")
    speech = export.folder / "speech.docx"
    questions += [
        ("gongwen finds nothing in profile.docx", lambda: checked(profile)),
        ("gongwen finds nothing in structured.docx", lambda: checked(structured, FOURTH_LEVEL)),
        ("gongwen finds nothing in speech.docx", lambda: checked(speech, RUN_IN)),
        ("openxml-audit finds nothing in profile.docx", lambda: audited(profile)),
        ("openxml-audit finds nothing in structured.docx", lambda: audited(structured)),
        ("python-docx's file teaches what it has", lambda: taught_by_python_docx(export)),
    ]
    counted = word_features(export, sample)
    questions += [
        ("openxml-audit finds nothing in counted.docx", lambda: audited(counted)),
        ("LibreOffice counts the headings as we do", lambda: differs(libreoffice_text(export, counted), text)),
        ("mammoth finds each blank in counted.docx", lambda: lacks(counted, text)),
    ]
    official = export.folder / "official.pdf"
    questions += [(f"official.pdf: {name}", ask) for name, ask in ruler.questions(official, 1.0)]
    printed = export.converted(export.folder / "official.docx", "pdf")
    questions += [(f"LibreOffice's official.pdf: {name}", ask) for name, ask in ruler.questions(printed, 1.5)]
    reading = export.write(sample, "reading.pdf", "reading")
    questions.append(("the ruler notices large print", lambda: None if ruler.faults(reading) else "it does not"))

    n_failed = 0
    for name, ask in questions:
        try:
            wrong = ask()
        except Exception as error:  # Another program's refusal is an answer, too.
            wrong = f"{type(error).__name__}: {error}"
        print(f"FAILED {name}: {wrong}" if wrong else f"ok {name}", flush=True)
        n_failed += bool(wrong)
    return 1 if n_failed else 0


def readers():
    def mammoth_text(path):
        with open(path, "rb") as file:
            return mammoth.extract_raw_text(file).value

    def pandoc_text(path):
        plain = ["pandoc", "--from", "docx", "--to", "plain", "--wrap=none", "--standalone", str(path)]
        return subprocess.run(plain, capture_output=True, text=True, check=True).stdout

    def docx2python_text(path):
        with docx2python(path) as read:
            # It reads the foot of the page, too.
            return "\n".join(flat(read.body))

    return {
        "python-docx": lambda path: "\n".join(p.text for p in docx.Document(path).paragraphs),
        "mammoth": mammoth_text,
        "pandoc": pandoc_text,
        "docx2python": docx2python_text,
    }


def flat(nested):
    for inner in nested:
        if isinstance(inner, str):
            yield inner
        else:
            yield from flat(inner)


def differs(read, expected):
    """The first place where a text is another, blanks aside."""
    read, expected = ("".join(text.split()) for text in (read, expected))
    if read == expected:
        return None
    at = next((i for i, (a, b) in enumerate(zip(read, expected)) if a != b), min(len(read), len(expected)))
    return f"after {expected[max(0, at - 10) : at]!r}: {read[at : at + 20]!r}, not {expected[at : at + 20]!r}"


def pdftotext(path):
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout


def without_numbers(text):
    """A page's text without the number at its foot, the last line of it."""
    return "".join(re.sub(r"\s*— \d+ —\s*$", "\n", page) for page in text.split("\f"))


def audited(word):
    program = pathlib.Path(sys.executable).with_name("openxml-audit")
    said = subprocess.run([program, "-f", "microsoft365", "-o", "json", str(word)], capture_output=True, text=True)
    (told,) = json.loads(said.stdout)
    return told["errors"] or (None if told["valid"] else told["verdict"])


def checked(word, also=None):
    """What the checker of official documents finds beyond what it is known to."""
    overrides = (HERE / "gongwen-gb.json").read_text(encoding="utf-8")
    run = [sys.executable, "-m", "gongwen", "check", str(word), "-t", "speech", "--json"]
    said = subprocess.run([*run, "--config-overrides", overrides], capture_output=True, text=True)
    paragraphs, known = docx.Document(word).paragraphs, KNOWN | (also or {})
    found = []
    for issue in json.loads(said.stdout):
        place = re.fullmatch(r"paragraph:(\d+)", issue.get("location", ""))
        line = paragraphs[int(place[1])] if place else None
        # Without a place it is the sum of the others of its rule.
        is_known = issue["rule_id"] in known and (line is None or line.text.startswith(known[issue["rule_id"]]))
        if is_known and issue["severity"] == "P0":
            is_known = line is None or runs_in(line)
        if not is_known:
            found.append(f"{issue['rule_id']} {issue['name']} at {line.text[:20] if line else issue.get('location')}")
    return "; ".join(found) or None


def runs_in(paragraph):
    """If the heading, up to its full stop, is in its own font, and only text follows it."""
    heading, text = paragraph.runs[0], "".join(run.text for run in paragraph.runs[1:])
    fonts = [run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in paragraph.runs]
    in_own = fonts[0] == "楷体_GB2312" and set(fonts[1:]) == {"仿宋_GB2312"}
    return heading.text.endswith("。") and "。" not in heading.text[:-1] and bool(text) and in_own


def fonts(pdf):
    said = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True).stdout
    rows = said.splitlines()[2:]
    bad = [row for row in rows if re.search(r"\b(yes|no) +(yes|no) +(yes|no)\b", row)[0].split() != ["yes"] * 3]
    return bad or (None if rows else "it has no fonts")


def pages(export, word, pdf):
    theirs, ours = (ruler.n_pages(path) for path in (export.converted(word, "pdf"), pdf))
    return None if abs(theirs - ours) <= 1 else f"{ours} and not {theirs}"


def taught(export, word, style):
    """Where a style learned from LibreOffice's copy is not the one that was written."""
    learned = export.learned(export.converted(word, "docx"))
    written = json.loads(export.says("style", "show", style, "--json"))
    wrong = []
    for key in ("top", "bottom", "left", "right", "footer", "grid"):
        # It reckons in hundredths of millimetres.
        if abs(learned["page"][key] - written["page"][key]) > 1:
            wrong.append(f"page.{key} {learned['page'][key]}")
    wrong += [f"page_number {learned['page_number']}"] * (learned["page_number"] != written["page_number"])
    for role in ROLES:
        if learned["lines"][role] != written["lines"][role]:
            wrong.append(f"{role} {learned['lines'][role]}")
    return "; ".join(wrong) or None


def taught_by_python_docx(export):
    """A style learned from a file that python-docx made, as offices' scripts do."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin = Mm(37), Mm(28)
    looks = {"黑体": "一、提高认识", "仿宋": "各镇要主动作为，把工作抓在手上，抓紧抓实抓好，年底前完成。"}
    lines = [("方正小标宋简体", 22, "在全县工作会议上的讲话"), ("仿宋", 16, "同志们：")]
    lines += [(font, 16, text) for font, text in looks.items()]
    for font, size, text in lines:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(28)
        paragraph.paragraph_format.space_after = Pt(0)
        if text == lines[-1][2]:
            paragraph.paragraph_format.first_line_indent = Pt(32)
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(size), "Arial"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
    path = export.folder / "python-docx.docx"
    document.save(path)
    style = export.learned(path)
    lines, page = style["lines"], style["page"]
    told = {
        "top": page["top"],
        "left": page["left"],
        "title": (lines["title"]["font"], lines["title"]["size"]),
        "heading": (lines["heading1"]["font"], lines["heading1"]["size"]),
        "body": tuple(lines["body"][key] for key in ("font", "latin", "size", "line", "indent", "after")),
    }
    expected = {
        "top": 2098,
        "left": 1587,
        "title": ("方正小标宋简体", 44),
        "heading": ("黑体", 32),
        "body": ("仿宋", "Arial", 32, 560, 200, 0),
    }
    return None if told == expected else told


def word_features(export, sample):
    """The speech in a style that leaves to Word what Word can do."""
    style = export.folder / "counted.toml"
    told = export.says("style", "show", "speech")
    told = re.sub(r'(?m)^(name|chinese_name|english_name) = .*$', r'\1 = "counted"', told)
    told = told.replace('numbers = "text"', 'numbers = "word"')
    told = told.replace('open_fields = "highlight"', 'open_fields = "control"')
    style.write_text(told, encoding="utf-8")
    export.says("style", "add", str(style), "--replace")
    return export.write(sample, "counted.docx", "counted")


def libreoffice_text(export, word):
    return export.converted(word, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")


def unmarked(export, word):
    shown = libreoffice_text(export, word)
    return ", ".join(mark for mark in ("|", "||", "分）") if mark not in shown) or None


def back(export, word):
    """What Lectern reads in LibreOffice's copy."""
    return export.write(export.converted(word, "docx"), "back.txt", "speech").read_text(encoding="utf-8")


def lacks(word, text):
    """Where text in content controls is lost; the numbers are Word's here."""
    with open(word, "rb") as file:
        read = mammoth.extract_raw_text(file).value
    uncounted = re.sub(r"(?m)^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", "", text)
    return differs(read, uncounted)


def same(export, sample, word, style):
    again = export.write(sample, f"again-{style}.docx", style)
    return None if again.read_bytes() == word.read_bytes() else "other bytes"


if __name__ == "__main__":
    logging.disable()
    with contextlib.suppress(BrokenPipeError):
        sys.exit(main(*sys.argv[1:]))
