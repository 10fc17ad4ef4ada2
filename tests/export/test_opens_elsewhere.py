"""The questions of opens_elsewhere.py, put to files that are right and files that are not."""

import contextlib
import io
import json
import pathlib
import shutil
import tempfile
import unittest

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

import opens_elsewhere
from opens_elsewhere import STYLE_OF

# Role, text, and whether the line goes on after it.
SPEECH = [
    ("title", "在全县工作会议上的讲话", False),
    ("salutation", "同志们：", False),
    ("paragraph", "下面，我讲2点意见：", False),
    ("heading 1", "一、提高认识", False),
    ("heading 2", "（一）守住底线。", True),
    ("paragraph", "各镇要主动作为。", False),
    ("closing", "同志们，让我们一起努力！", False),
]


class Questions(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_a_right_file_passes(self):
        self.assertEqual(self.ask(SPEECH), [])

    def test_a_lost_line_is_noticed_by_both_programs(self):
        wrong = self.ask(SPEECH[:2] + SPEECH[3:])
        self.assertIn("python-docx reads the text", wrong)
        self.assertIn("LibreOffice reads the text", wrong)

    def test_a_heading_in_the_font_of_the_text_is_noticed(self):
        wrong = self.ask(SPEECH, look={"heading 2": STYLE_OF["paragraph"]})
        self.assertEqual(wrong, ["heading 2 is 楷体_GB2312, 16 pt"])

    def test_a_wrong_size_is_noticed(self):
        wrong = self.ask(SPEECH, look={"title": ("方正小标宋_GBK", 18)})
        self.assertEqual(wrong, ["title is 方正小标宋_GBK, 22 pt"])

    def test_a_speech_without_headings_proves_too_little(self):
        without = [part for part in SPEECH if not part[0].startswith("heading")]
        wrong = self.ask(without, shown=without)
        self.assertEqual(wrong, ["heading 1 is 黑体, 16 pt", "heading 2 is 楷体_GB2312, 16 pt"])

    def test_what_is_no_word_file_is_noticed(self):
        word = self.folder / "speech.docx"
        word.write_bytes(b"no zip")
        self.assertIn("python-docx opens it", self.failed(word, SPEECH))

    def ask(self, parts, shown=SPEECH, look=None):
        """Writes the parts as a Word file and names the questions that fail."""
        word = self.folder / "speech.docx"
        document, goes_on = docx.Document(), False
        for role, text, runs_in in parts:
            paragraph = paragraph if goes_on else document.add_paragraph()
            font, size = (look or STYLE_OF).get(role, STYLE_OF[role])
            run = paragraph.add_run(text)
            run.font.size = Pt(size)
            run.font.name = "Times New Roman"
            run._r.rPr.rFonts.set(qn("w:eastAsia"), font)
            goes_on = runs_in
        document.save(word)
        return self.failed(word, shown)

    def failed(self, word, shown):
        show = self.folder / "show.json"
        show.write_text(json.dumps(as_shown(shown)), encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = opens_elsewhere.main(str(word), str(show), shutil.which("soffice"))
        failed = [line for line in said.getvalue().splitlines() if line.startswith("FAILED ")]
        self.assertEqual(code, 1 if failed else 0)
        return [line.removeprefix("FAILED ").split(": ")[0] for line in failed]


def as_shown(parts):
    """What `lectern show --json` says of such a speech."""
    blocks, text = [], ""
    for number, (role, words, runs_in) in enumerate(parts):
        role, _, level = role.partition(" ")
        blocks.append({"id": f"b{number}", "role": role, "text": words} | ({"level": int(level)} if level else {}))
        text += words + ("" if runs_in else "\n")
    return {"text": text.removesuffix("\n"), "blocks": blocks}


if __name__ == "__main__":
    unittest.main()
