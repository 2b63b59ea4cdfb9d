"""Measures what a report costs for each of its measures, at 50, 200 and 800 of them.

    python benchmarks/measures.py [html docx pdf ...]

Prints the processor time of `crosp render` and how much each further measure has cost since the line above: that may
not grow with their number. Without an argument, a page and a Word document are made.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grown import HEAD, PROJECT
from timing import Command

COUNTS = (50, 200, 800)
_TEXT = "What the team has seen since the last time, and what is left to do before the day that it is due on. " * 20
_PLACES = [
    (row, column)
    for row in ("shared-direction", "collaboration", "participation", "follow-up")
    for column in ("funding", "governance", "capacity-building", "quality")
]


def assessment(count: int) -> str:
    """An assessment with that many measures, each with a follow-up of some length: 800 of them are 3.4 MB."""
    found = [HEAD, "cells:\n"]
    for number, (row, column) in enumerate(_PLACES):
        found += [f"  {row}:\n"] if column == "funding" else []
        found += [f"    {column}:\n      measures:\n"]
        found += map(_measure, range(number, count, len(_PLACES)))
    return "".join(found)


def _measure(number: int) -> str:
    follow_up = f'{{date: 2026-10-20, source: survey, result: "{_TEXT}", other_explanations: "{_TEXT}"}}'
    return f"        - {{id: m{number}, what: Measure {number}, status: ongoing, follow_ups: [{follow_up}]}}\n"


def lines(form: str, folder: Path) -> Iterator[tuple[int, float, float]]:
    """Yield how many measures there are, the seconds, and the milliseconds for each further one."""
    before, seconds_before = 0, 0.0
    (folder / "crosp.yaml").write_text(PROJECT, "utf-8")
    for count in (0, *COUNTS):
        (folder / "a.yaml").write_text(assessment(count) if count else HEAD, "utf-8")
        command = Command([sys.executable, "-m", "crosp_cli", "render", "a.yaml", "--force", "-o", f"a.{form}"], folder)
        seconds = min(command.cpu() for _attempt in range(3))
        if count:
            yield count, seconds, 1000 * (seconds - seconds_before) / (count - before)
        before, seconds_before = count, seconds


def main() -> None:
    """Measure each form that the command line names."""
    print(f"{'form':8}{'measures':>10}{'seconds':>10}{'ms for each further':>22}")
    for form in sys.argv[1:] or ["html", "docx"]:
        with tempfile.TemporaryDirectory() as folder:
            for count, seconds, each in lines(form, Path(folder)):
                print(f"{form:8}{count:>10}{seconds:>10.2f}{each:>22.1f}")


if __name__ == "__main__":
    main()
