"""Writes the papers in this folder anew: one of each kind of report and of register, in each language and form.

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
MUNICIPALITY = "exempelkommun"
PAPERS = {
    "report": ("render", SCHOOL, "--kind", "report"),
    "summary": ("render", SCHOOL, "--kind", "summary"),
    "action-plan": ("render", SCHOOL, "--kind", "action-plan"),
    "public": ("render", SCHOOL, "--kind", "public"),
    "decision-memo": ("render", f"{MUNICIPALITY}/memos/2026-12-delade-kuratorstjanster.yaml"),
    "memo-on-programme": ("render", f"{MUNICIPALITY}/memos/2024-10-uppfoljning-uss.yaml"),
    "programme": ("programme", f"{MUNICIPALITY}/programmes/uss.yaml", "--beside"),
    "collaborations": ("collaborations", MUNICIPALITY),
}
"""What each is made with: a command, what it is made of, and options."""

FORMS = {"html": "html", "md": "markdown", "docx.txt": "docx", "pdf.txt": "pdf"}
FORMS_OF = {"collaborations": ("html", "md")}
"""The forms of what does not come in all of them."""


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield each file's name, and the arguments of crosp that make what it is of; `-o FILE` is to come."""
    for name, (command, path, *options) in PAPERS.items():
        for language in ("sv", "en"):
            for ending in FORMS_OF.get(name, FORMS):
                arguments = [command, str(EXAMPLES / path), *options, "--format", FORMS[ending], "--lang", language]
                yield f"{name}.{language}.{ending}", [*arguments, "--today", TODAY]


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
