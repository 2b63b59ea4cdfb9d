"""Text in columns: nothing is lost, and nothing is wider than it may be."""

import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

from crosp_cli.output.layout import (
    Column,
    FittedTable,
    Paragraph,
    RuledTable,
    SideBySide,
    broken,
)

TEXTS = st.text(alphabet="ab öÅ—×漢🙂é\u0301 §-", max_size=40)
WIDTHS = st.integers(12, 90)


def drawn(what: RenderableType, width: int) -> list[str]:
    """The lines in a file of that width."""
    file = io.StringIO()
    Console(file=file, width=width, color_system=None, force_terminal=False).print(what)
    return [line.rstrip() for line in file.getvalue().splitlines()]


def letters(text: str) -> str:
    return re.sub(r"[\s─]", "", text)


@given(text=TEXTS, width=WIDTHS, indent=st.integers(0, 4), hang=st.integers(0, 2))
def test_a_paragraph_keeps_every_character_and_its_width(text: str, width: int, indent: int, hang: int) -> None:
    lines = drawn(Paragraph(text, indent=indent, hang=hang), width)
    assert all(cell_len(line) <= width for line in lines)
    assert letters("".join(lines)) == letters(text)


@given(
    rows=st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=4),
    width=st.integers(24, 90),
    right=st.booleans(),
    share=st.integers(0, 2),
)
def test_a_table_keeps_every_character_and_its_width(
    rows: list[list[str]], width: int, *, right: bool, share: int
) -> None:
    columns = [Column("Cell"), Column("Why", share=share), Column("Steps", right=right)]
    for draw in (FittedTable, RuledTable):
        lines = drawn(draw(columns, rows), width)
        assert all(cell_len(line) <= width for line in lines)
        shown, given_ = sorted(letters("".join(lines))), sorted(letters("CellWhySteps" + "".join(map("".join, rows))))
        assert shown == given_


def test_words_are_kept_whole_where_there_is_room() -> None:
    assert broken("one two three", 7) == ["one two", "three"]
    assert broken("kvalitetsutvecklare", 10) == ["kvalitetsu", "tvecklare"]
    assert broken("2 kap. 25\u00a0§", 9) == ["2 kap.", "25\u00a0§"]
    assert drawn(Paragraph("2 kap. 25\u00a0§"), 9) == ["2 kap.", "25\u00a0§"]


def test_wide_and_joined_characters_are_counted_as_a_terminal_shows_them() -> None:
    assert [cell_len(text) for text in ("abc", "åäö", "漢字", "e\u0301", "①")] == [3, 3, 4, 1, 1]


def test_short_items_are_not_broken() -> None:
    assert drawn(SideBySide(["0 Not begun", "1 Begun", "2 In place"]), 22) == ["0 Not begun  1 Begun", "2 In place"]


@given(columns=st.integers(1, 50), width=st.integers(30, 120), least=st.integers(0, 9))
def test_a_table_of_any_number_of_columns_tells_every_cell(columns: int, width: int, least: int) -> None:
    titles = [f"Area{number}" for number in range(columns)]
    rows = [[f"Row{row}", *(f"{row} → {number}" for number in range(columns))] for row in range(3)]
    for draw in (FittedTable, RuledTable):
        lines = drawn(draw([Column("", most=22), *(Column(title, least=least) for title in titles)], rows), width)
        assert all(cell_len(line) <= width for line in lines)
        said = " ".join(lines)
        assert all(word in said for word in titles)
        assert letters(said).count("→") == 3 * columns
        assert "…" not in said
