"""The pages, and what stands on them."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
READMES = ("README.md", "README.sv.md")

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def pages_in(language: str) -> list[str]:
    """The pages of one language, by their paths in its folder."""
    folder = DOCS / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def twins() -> list[tuple[Path, Path]]:
    """Each page in Swedish with the same page in English."""
    inside = [(DOCS / "sv" / name, DOCS / "en" / name) for name in pages_in("sv")]
    return [(ROOT / "README.sv.md", ROOT / "README.md"), *inside]


def read(path: Path) -> str:
    """The text of a page; nothing where the pages are not beside the tests, as with the built wheel."""
    return path.read_text("utf-8") if path.is_file() else ""


def blocks(path: Path) -> Iterator[tuple[str, str]]:
    """Each fenced block of a page: its language, its content."""
    for fence in re.finditer(r"^```(\w*)\n(.*?)^```$", read(path), re.MULTILINE | re.DOTALL):
        yield fence[1], fence[2]


def prose(text: str) -> str:
    """The text of a page without its blocks."""
    return _FENCE.sub("", text)


def headings(text: str) -> list[tuple[int, str]]:
    """The headings of a page: how deep each is, and the place that a link to it names, as GitHub makes it."""
    found = re.findall(r"^(#{1,6}) (.+)$", prose(text), re.MULTILINE)
    return [(len(depth), re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")) for depth, title in found]


def links(text: str) -> Iterator[str]:
    """The links of a page that lead to files."""
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(text))):
        if not re.match(r"[a-z]+:", link):
            yield link


def generated(name: str, *arguments: str) -> str:
    """Run docs/generate_NAME.py with --check; return what it complains of."""
    script = DOCS / f"generate_{name}.py"
    done = subprocess.run([sys.executable, script, "--check", *arguments], capture_output=True, text=True, check=False)
    return done.stderr
