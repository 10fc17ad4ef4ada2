"""Does a Word file that Lectern wrote open in other programs, and as it was meant?

    opens_elsewhere.py FILE.docx SHOW.json SOFFICE

SHOW.json is what `lectern show ID --json` says of what was exported. python-docx
and LibreOffice must find the same lines, and each line in the fonts and sizes of
the house style `speech` (GB/T 9704-2012, 7.3: title 小标宋 2号, text 仿宋 3号, headings
黑体 and 楷体). Prints one line a question, `ok …` or `FAILED …`; ends with 1 if any
failed.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import docx
from docx.oxml.ns import qn

TEXT = ("仿宋_GB2312", 16)
STYLE_OF = {
    "title": ("方正小标宋_GBK", 22),
    "byline": ("楷体_GB2312", 16),
    "date": ("楷体_GB2312", 16),
    "salutation": TEXT,
    "heading 1": ("黑体", 16),
    "heading 2": ("楷体_GB2312", 16),
    "heading 3": TEXT,
    "heading 4": TEXT,
    "paragraph": TEXT,
    "closing": TEXT,
}
# A file without these would prove nothing.
MUST_OCCUR = {"title", "salutation", "heading 1", "heading 2", "paragraph", "closing"}


def main(word_path, show_path, soffice):
    show = json.loads(pathlib.Path(show_path).read_text(encoding="utf-8"))
    questions = [("python-docx opens it", lambda: docx.Document(word_path) and None)]
    questions.append(("python-docx reads the text", lambda: python_docx_text(word_path, show)))
    for role in STYLE_OF:
        if role in MUST_OCCUR or role in roles(show):
            font, size = STYLE_OF[role]
            name = f"{role} is {font}, {size} pt"
            questions.append((name, lambda role=role: looks_as_meant(word_path, show, role)))
    questions.append(("LibreOffice reads the text", lambda: libreoffice_text(word_path, show, soffice)))

    n_failed = 0
    for name, ask in questions:
        try:
            wrong = ask()
        except Exception as error:  # Another program's refusal is an answer, too.
            wrong = f"{type(error).__name__}: {error}"
        print(f"FAILED {name}: {wrong}" if wrong else f"ok {name}", flush=True)
        n_failed += bool(wrong)
    return 1 if n_failed else 0


def python_docx_text(word_path, show):
    """What is wrong with the lines that python-docx reads; nothing if they are right."""
    lines = [paragraph.text for paragraph in docx.Document(word_path).paragraphs]
    return first_difference(lines, show["text"].split("\n"))


def libreoffice_text(word_path, show, soffice):
    """The same for LibreOffice, with settings of its own that nobody else uses."""
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder, "settings").as_uri()
        convert = [soffice, f"-env:UserInstallation={settings}", "--headless"]
        convert += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, str(word_path)]
        said = subprocess.run(convert, capture_output=True, text=True, timeout=300)
        text_path = pathlib.Path(folder, pathlib.Path(word_path).stem + ".txt")
        if not text_path.exists():
            return f"no text came out: {said.stdout} {said.stderr}"
        text = text_path.read_text(encoding="utf-8-sig")
    return first_difference(text.removesuffix("\n").split("\n"), show["text"].split("\n"))


def looks_as_meant(word_path, show, role):
    """The first character of that role which has another font or size, if any."""
    document = docx.Document(word_path)
    n_seen = 0
    for line, paragraph in zip(lines_with_roles(show), document.paragraphs):
        runs = [(c, font_and_size(document, paragraph, run)) for run in paragraph.runs for c in run.text]
        for (character, role_here), (_, look) in zip(line, runs):
            # Latin letters and digits have a font of their own in Chinese documents.
            if role_here == role and ord(character) >= 0x2000:
                n_seen += 1
                if look != STYLE_OF[role]:
                    return f"{character} of {paragraph.text[:20]} is {look[0]}, {look[1]} pt"
    return None if n_seen else "the file has none"


def roles(show):
    return {role for line in lines_with_roles(show) for _, role in line}


def lines_with_roles(show):
    """The shown text, line by line, as pairs of a character and its role.

    A line can have two roles: after a heading that runs in, the paragraph goes on.
    """
    lines, rest = [[]], show["text"]
    for block in show["blocks"]:
        text = block["text"]
        if not rest.startswith(text):
            raise ValueError(f"block {block['id']} does not stand where its turn is")
        role = f"heading {block['level']}" if block["role"] == "heading" else block["role"]
        lines[-1] += [(character, role) for character in text]
        rest = rest[len(text) :]
        if rest.startswith("\n"):
            rest = rest[1:]
            lines.append([])
    if rest:
        raise ValueError(f"no block holds {rest[:20]}")
    return lines


def font_and_size(document, paragraph, run):
    """The East Asian font and the size in points that hold for a run.

    Word looks at the run, then its style and the paragraph's with what those are
    based on, then the defaults of the document.
    """
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    holders = [run._r, *styles_above(run.style), *styles_above(paragraph.style), defaults]
    properties = [h.find(qn("w:rPr")) for h in holders if h is not None]
    return (first(properties, "w:rFonts", "w:eastAsia"), half_points(first(properties, "w:sz", "w:val")))


def styles_above(style):
    while style is not None:
        yield style.element
        style = style.base_style


def first(properties, element, attribute):
    for holder in properties:
        found = holder.find(qn(element)) if holder is not None else None
        if found is not None and found.get(qn(attribute)):
            return found.get(qn(attribute))
    return None


def half_points(written):
    return int(written) / 2 if written else None


def first_difference(lines, expected):
    for number, (line, wanted) in enumerate(zip(lines, expected), start=1):
        if line != wanted:
            return f"line {number} is {line[:40]!r} and not {wanted[:40]!r}"
    if len(lines) != len(expected):
        return f"it has {len(lines)} lines and not {len(expected)}"
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
