"""Every command line on the pages is one that crosp understands, and the READMEs and the site show all commands."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest

from crosp_cli.cli.app import command

from .pages import DOCS, READMES, ROOT, blocks, prose, read

PAGES = [*READMES, "CONTRIBUTING.md", *(path.relative_to(ROOT).as_posix() for path in sorted(DOCS.rglob("*.md")))]
PLACEHOLDERS = {"PATH": "a.yaml", "SÖKVÄG": "a.yaml"}


def _lines() -> Iterator[tuple[str, str]]:
    """Every command line: whole lines in blocks, and what stands between backquotes in the text."""
    for name in PAGES:
        for language, block in blocks(ROOT / name):
            if language in ("sh", "console", "yaml", "powershell"):
                for line in block.splitlines():
                    found = re.match(r"(?:\$ |- run: | *entry: )?(?:\.venv/bin/)?(crosp(?: .*)?)$", line.strip())
                    if found:
                        yield name, found[1]
        for line in re.findall(r"`(crosp(?: [^`\n]+)?)`", prose(read(ROOT / name))):
            yield name, line


@pytest.mark.parametrize(("page", "line"), sorted(set(_lines())))
def test_command_lines_exist(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    options = {option for parameter in command().params for option in parameter.opts}
    while words and words[0].startswith("-"):
        assert words[0] in options | {"-h", "--help"}, f"{page}: {line}"
        words = words[2:] if words[0] == "--lang" else words[1:]
    if not words:
        return
    assert words[0] in command().commands, f"{page}: {line}"
    if len(words) > 1 and not {"-h", "--help"} & set(words):
        _understood(words)


def _understood(words: list[str]) -> None:
    """Have the command read its arguments, as it would before it does anything; an error says what it refuses."""
    found: Any = command().commands[words[0]]
    with found.make_context(words[0], words[1:]):
        pass


@pytest.mark.parametrize("name", READMES)
def test_readmes_show_every_command(name: str) -> None:
    shown = {line.split()[1] for page, line in _lines() if page == name and len(line.split()) > 1}
    assert set(command().commands) - shown == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_command_has_a_page(language: str) -> None:
    pages = {path.stem for path in (DOCS / language / "commands").glob("*.md")} - {"index"}
    assert pages == set(command().commands)
    for name in pages:
        part = f"<!-- made by docs/generate_commands.py: {name}"
        assert part in read(DOCS / language / "commands" / f"{name}.md")
