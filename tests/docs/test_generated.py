"""What the pages have from the code is what the code says now: options, codes, answers."""

import pytest

from .pages import DOCS, READMES, ROOT, blocks, generated

ANSWERED = (
    *READMES,
    *(f"docs/{language}/{name}.md" for language in ("en", "sv") for name in ("start", "worked-example")),
)


def test_the_tables_of_options_are_up_to_date() -> None:
    assert not generated("commands")


def test_codes_page_is_up_to_date() -> None:
    assert not generated("codes")


@pytest.mark.parametrize("name", ANSWERED)
def test_commands_still_answer_as_the_page_shows(name: str) -> None:
    assert not generated("transcripts", name)


def test_no_page_shows_answers_that_nobody_compares() -> None:
    shown = {path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.md") if "console" in dict(blocks(path))}
    assert shown <= set(ANSWERED)
