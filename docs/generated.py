"""What the generators share: parts of pages that are made from the code, between two comments.

A part begins with `<!-- made by docs/generate_NAME.py: WHAT -->` and ends with `<!-- end -->`. What stands between them
is written anew; everything else on the page is written by people.
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parent
LANGUAGES = ("sv", "en")


def filled(page: str, generator: str, make: Callable[[str], str]) -> str:
    """Return `page` with each of its parts as `make` makes it of the part's name."""
    part = re.compile(rf"(<!-- made by docs/{generator}\.py: (.+?) -->\n).*?(<!-- end -->\n)", re.DOTALL)
    return part.sub(lambda found: f"{found[1]}\n{make(found[2])}\n{found[3]}", page)


def cell(text: str) -> str:
    """Return text for a cell of a table, in which Markdown shows `|`, `<` and `*` as they are."""
    line = " ".join(text.split()).replace("|", r"\|")
    return re.sub(r"(`[^`]*`)|[<*]", lambda found: found[1] or f"\\{found[0]}", line)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write(pages: Mapping[Path, str], arguments: Sequence[str]) -> int:
    """Write the pages, or with --check say which of them would change; return the exit status."""
    old = [path for path, text in pages.items() if not path.is_file() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in old:
            sys.stderr.write(f"{path.relative_to(DOCS.parent)} is not up to date: run `make pages`.\n")
        return 1 if old else 0
    for path in old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages[path], "utf-8", newline="\n")
    return 0


def anchor(heading: str) -> str:
    """Return the name by which a link leads to a heading, as GitHub and MyST make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
