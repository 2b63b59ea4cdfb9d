"""Does anything grow faster than n log n in what others wrote? Checks, parsers, edits and papers, on doubled inputs.

    python benchmarks/doubling.py [WORD]...       # only what has one of the words in its name

Each input is doubled until it takes a tenth of a second (an edit or a paper: two), or is larger than crosp reads. What
takes more than 2.6 times as long twice in a row, and again when it is measured anew, is named, and the exit status
is 1.
"""

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

from cells import AGAIN, OF_CELLS, again, of_cells
from crosp_cli.checks.personal_data.text_checks import in_name
from crosp_cli.limits import FILE_BYTES
from crosp_cli.output.findings.json import as_json
from crosp_cli.output.findings.text import as_text
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation.redaction import redacted
from crosp_cli.validation.runner import validate
from edited import BROUGHT_IN, CARRIED, brought_in, carried
from grown import TEXTS, Growing, examples
from on_paper import PAGES, on_form
from parsers import PARSERS
from schools import COMMANDS, asked
from timing import seconds

ENOUGH, LEAST = 0.1, 0.02
"""Seconds: what need not be doubled again, and what is too short to be compared."""
ENOUGH_OF_EDITS = 2.0
"""Of what is read anew after each edit, or made by python-docx, which hides for long what grows beside it."""
ENOUGH_OF_PDFS = 6.0
"""Typst sets a page of what there is little of in a second, whatever it looks through for it."""
MOST = 2.6
MOST_RECORDS = 16_384
"""Measures: a file has no room for many more."""
DAY = date(2026, 11, 1)

Run = Callable[[], object]


def of_checks() -> Iterator[tuple[str, Callable[[int], Run | None]]]:
    """Yield what `crosp validate` does with each growing example, in a folder of its own."""
    for growing in examples():
        yield growing.name, lambda size, growing=growing: _validated(growing, size)


def of_parsers() -> Iterator[tuple[str, Callable[[int], Run | None]]]:
    """Yield what each parser does with each text that is repeated."""
    for name, parser in PARSERS.items():
        for unit in TEXTS:
            yield f"{name} {unit!r}", lambda size, parser=parser, unit=unit: _parsed(parser, unit * size)


def of_edits() -> Iterator[tuple[str, Callable[[int], Run | None]]]:
    """Yield what an import does with answers, and a migration with what is written."""
    for made, names in ((brought_in, BROUGHT_IN), (carried, CARRIED)):
        for name in names:
            yield (
                f"{made.__name__} {name}",
                lambda size, made=made, name=name: made(name, size) if size <= MOST_RECORDS else None,
            )


def of_papers() -> Iterator[tuple[str, Callable[[int], Run | None]]]:
    """Yield the Word document of each page that grows."""
    for name in PAGES:
        yield f"a Word document of {name}", lambda size, name=name: on_form("Word document", name, size)


def of_pdfs() -> Iterator[tuple[str, Callable[[int], Run | None]]]:
    """Yield the PDF of each page that grows."""
    for name in PAGES:
        yield f"a PDF of {name}", lambda size, name=name: on_form("PDF", name, size)


def of_schools() -> Iterator[tuple[str, Callable[[int], Run | None]]]:
    """Yield what commands do with more and more schools, cells and responses."""
    for name in COMMANDS:
        yield name, lambda size, name=name: asked(name, size)
    for name in OF_CELLS:
        yield name, lambda size, name=name: of_cells(name, size)
    yield AGAIN, again


def _parsed(parser: Callable[[str], object], text: str) -> Run | None:
    return (lambda: parser(text)) if len(text.encode()) <= FILE_BYTES else None


def _validated(growing: Growing, size: int) -> Run | None:
    project, documents = growing.made(size)
    if max(len(text.encode()) for text in (project, *documents)) > FILE_BYTES:
        return None

    def run() -> object:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "crosp.yaml").write_text(project, "utf-8")
            for number, text in enumerate(documents):
                (folder / f"{number}.yaml").write_text(text, "utf-8")
            result = redacted(validate(sources([folder]), Workspace(), DAY))
            return as_text(result, "sv"), as_json(result, "en"), in_name(name)

    return run


def grows(made: Callable[[int], Run | None], enough: float) -> list[tuple[int, float]] | None:
    """Return the sizes and seconds of what grows too fast, or None."""
    size, took = 128, []
    run = made(size)
    if run:
        run()  # what is loaded or kept the first time is no part of how it grows
    while run is not None and size <= FILE_BYTES and (not took or took[-1][1] < enough):
        took.append((size, seconds(run)))
        size *= 2
        run = made(size)
    return took if _too_fast(took) else None


def _too_fast(took: list[tuple[int, float]]) -> bool:
    """Whether the last two doublings, after what any size takes, both cost more than they may."""
    base = took[0][1]
    times = [max(found - base, 0) for _, found in took[-3:]]
    return (
        len(times) == 3
        and times[0] > LEAST / 4
        and times[2] > LEAST
        and all(after > MOST * before for before, after in pairwise(times))
    )


def main(words: list[str]) -> int:
    """Measure, print what grows too fast, and return the exit status."""
    gc.freeze()  # what is loaded need not be looked through before each measurement: a third of the time it takes
    number = 0
    found = []
    slow = (
        (of_edits, ENOUGH_OF_EDITS),
        (of_papers, ENOUGH_OF_EDITS),
        (of_pdfs, ENOUGH_OF_PDFS),
        (of_schools, 2 * ENOUGH_OF_EDITS),
    )
    for of, enough in (*slow, (of_parsers, ENOUGH), (of_checks, ENOUGH)):
        for name, made in of():
            if words and not any(word in name for word in words):
                continue
            number += 1
            if number % 100 == 0:
                print(f"{number} …", file=sys.stderr, flush=True)
            if grows(made, enough) and (took := grows(made, enough)):
                found.append(name)
                print(f"{name}: {', '.join(f'{size}: {1000 * one:.0f} ms' for size, one in took)}", flush=True)
    print(f"{len(found)} of {number} grow faster than n log n.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
