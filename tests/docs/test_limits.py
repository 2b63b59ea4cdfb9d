"""The pages on limits tell each figure of the table, and no other."""

import re

import pytest

from crosp_cli import limits

from .pages import DOCS, read

SIGNS = {"sv": ("\N{NO-BREAK SPACE}", "sekunder"), "en": (",", "seconds")}


def shown(name: str, most: int, language: str) -> str:
    """A limit as a reader sees it: bytes in KiB, MiB or GiB, seconds as such, other numbers in groups of three."""
    thousands, seconds = SIGNS[language]
    if name.endswith(("_BYTES", "_MEMORY")):
        unit, size = next(one for one in (("GiB", 1024**3), ("MiB", 1024**2), ("KiB", 1024)) if most >= one[1])
        return f"{most // size} {unit}"
    number = f"{most:,}".replace(",", thousands)
    return f"{number} {seconds}" if name.endswith("_SECONDS") else number


@pytest.mark.parametrize("language", SIGNS)
def test_each_limit_stands_on_the_page(language: str) -> None:
    table = re.findall(r"^\| .+? \| (.+?) \|", read(DOCS / language / "limits.md"), re.MULTILINE)[2:]
    figures = {name: most for name, most in vars(limits).items() if name.isupper()}
    assert sorted(table) == sorted(shown(name, most, language) for name, most in figures.items())
