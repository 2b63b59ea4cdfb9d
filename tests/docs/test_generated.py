"""What the pages have from the code is what the code says now: options, keys, codes, answers."""

import re

import pytest

from .pages import DOCS, READMES, ROOT, generated, read

_ANSWER = re.compile(r"^```(?:console$|yaml\n# (?:from|ur): )", re.MULTILINE)
ANSWERED = [
    *READMES,
    *(path.relative_to(ROOT).as_posix() for path in sorted(DOCS.rglob("*.md")) if _ANSWER.search(read(path))),
]


@pytest.mark.parametrize("name", ["commands", "files", "checks"])
def test_what_is_made_from_the_code_is_up_to_date(name: str) -> None:
    assert not generated(name)


def _of_commands_in_swedish(name: str) -> bool:
    return "sv" in name and "/files/" not in name


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.cli] if _of_commands_in_swedish(name) else []) for name in ANSWERED],
)
def test_commands_still_answer_as_the_page_shows(name: str) -> None:
    assert not generated("transcripts", name)
