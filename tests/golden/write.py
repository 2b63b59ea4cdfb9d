"""Writes the papers in this folder anew: one of each kind, in each language and form.

Run `python tests/golden/write.py` after a change to a template or a text, and read what became different before you
keep it. The styles and their hash are left out of the pages, since they would change all of them at once.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

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

FORMS = {"html": "html", "md": "markdown"}


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield each file's name, and the arguments of crosp that make its content."""
    for kind, path in PAPERS.items():
        for language in ("sv", "en"):
            for ending, form in FORMS.items():
                arguments = ["render", str(EXAMPLES / path), "--kind", kind, "--format", form, "--lang", language]
                yield f"{kind}.{language}.{ending}", [*arguments, "--today", TODAY, "-o", "-"]


def without_styles(text: str) -> str:
    """Return a page without its styles and their hash; Markdown as it is."""
    text = re.sub(r"<style>.*?</style>", "<style>…</style>", text, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'sha256-…'", text)


def main() -> None:
    """Write every file."""
    for name, arguments in commands():
        made = subprocess.run([sys.executable, "-m", "crosp_cli", *arguments], check=True, capture_output=True)
        (HERE / name).write_text(without_styles(made.stdout.decode("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
