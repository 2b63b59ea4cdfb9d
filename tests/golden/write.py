"""Writes the papers in this folder anew: one of each kind, in each language and form.

Run `python tests/golden/write.py` after a change to a template or a text, and read what became different before you
keep it. The styles and their hash are left out of the pages, since they would change all of them at once. Of Word
documents and PDFs, what they are made of is kept (`papers.py`): of the whole report, which is long, how it is built.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import papers

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
TODAY = "2026-11-22"

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
PAPERS = {
    "report": SCHOOL,
    "summary": SCHOOL,
    "action-plan": SCHOOL,
    "public": SCHOOL,
    "decision-memo": "exempelkommun/memos/2026-12-delade-kuratorstjanster.yaml",
}
"""What each kind is made of."""

FORMS = {"html": "html", "md": "markdown", "docx.txt": "docx", "pdf.txt": "pdf"}


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield each file's name, and the arguments of crosp that make what it is of; `-o FILE` is to come."""
    for kind, path in PAPERS.items():
        for language in ("sv", "en"):
            for ending, form in FORMS.items():
                arguments = ["render", str(EXAMPLES / path), "--kind", kind, "--format", form, "--lang", language]
                yield f"{kind}.{language}.{ending}", [*arguments, "--today", TODAY]


def shown(name: str, made: bytes) -> str:
    """Return what is kept in the file of that name of a paper that crosp made."""
    whole = not name.startswith("report.")
    if name.endswith(".docx.txt"):
        return "\n".join([*papers.of_docx(made, whole=whole), ""])
    if name.endswith(".pdf.txt"):
        return "\n".join([*papers.of_pdf(made, whole=whole), ""])
    return without_styles(made.decode("utf-8"))


def without_styles(text: str) -> str:
    """Return a page without its styles and their hash; Markdown as it is."""
    text = re.sub(r"<style>.*?</style>", "<style>…</style>", text, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'sha256-…'", text)


def main() -> None:
    """Write every file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper"
        for name, arguments in commands():
            command = [sys.executable, "-m", "crosp_cli", *arguments, "--force", "-o", str(file)]
            subprocess.run(command, check=True, capture_output=True)
            (HERE / name).write_text(shown(name, file.read_bytes()), "utf-8")


if __name__ == "__main__":
    main()
