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


@pytest.mark.parametrize("language", ["sv", pytest.param("en", marks=pytest.mark.breadth)])
def test_commands_still_answer_as_the_pages_show(language: str) -> None:
    pages = [name for name in ANSWERED if (name == "README.sv.md" or name.startswith("docs/sv/")) == (language == "sv")]
    assert len(pages) > 5
    assert not generated("transcripts", *pages)
