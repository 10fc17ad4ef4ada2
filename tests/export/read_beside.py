"""How long libraries for Python take to read a speech, its text line by line.

    read_beside.py FOLDER

FOLDER has `speech.docx` and `speech.pdf`. Prints a line a library, parted by TAB: the
file, the library, the time in the middle in milliseconds, the characters that were
read. The imports are not counted.
"""

import pathlib
import statistics
import sys
import time

N_RUNS = 15


def docx_text(path):
    import docx

    lines = [paragraph.text for paragraph in docx.Document(path).paragraphs]
    return "\n".join(lines)


def pdf_text(path):
    import PyPDF2

    return "\n".join(page.extract_text() for page in PyPDF2.PdfReader(path).pages)


def main(folder):
    for name, library, read in [
        ("speech.docx", "python-docx", docx_text),
        ("speech.pdf", "PyPDF2", pdf_text),
    ]:
        path = str(pathlib.Path(folder, name))
        text = read(path)
        times = []
        for _ in range(N_RUNS):
            started = time.perf_counter()
            read(path)
            times.append(time.perf_counter() - started)
        n_characters = sum(1 for character in text if character != "\n")
        print(f"{name}\t{library}\t{statistics.median(times) * 1000:.3f}\t{n_characters}")


if __name__ == "__main__":
    main(*sys.argv[1:])
