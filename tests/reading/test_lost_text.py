"""Text that YAML takes for a comment: told where it is lost, and never where it is not."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.reading.yaml.decode import FORBIDDEN
from crosp_cli.reading.yaml.lost_comments import lost_text


def places(text: str) -> list[tuple[int, int]]:
    found = lost_text(text, "a.yaml")
    assert {finding.code for finding in found} <= {"CR020"}
    return [(finding.location.line, finding.location.column) for finding in found]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: b #c", 6),
        ("a: #c", 4),
        ("a: b\t#c", 6),
        ("- #c", 3),
        ("- a: b #c", 8),
        ("a: 'b #c' #d", 11),
        ('a: "b #c" #d', 11),
        ("a: | #c", 6),
        ("a: >- #c\n  b #d", 7),
        ("a: [b, #c\n  d]", 8),
        ("a: {b: c} #d", 11),
        ("a: #c #d", 4),
        ("a: b #c # d", 6),
        ("a: b#c #d", 8),
        ("a: b #å", 6),
    ],
)
def test_a_hash_that_cuts_a_text_short_is_told(text: str, column: int) -> None:
    assert places(text) == [(1, column)]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c",
        "a: b #",
        "a: b ## c",
        "a: b # c #d",
        "#a\n  #b\na: b",
        "#!a: b #c",
        "a: b#c",
        "a: '#b #c'",
        'a: "b\n  #c #d"',
        "a: 'b\n  #c'",
        "a: |\n  b #c\n  #d #e\nf: g",
        "a: >\n  b #c\n\n  #d\n",
        "- |\n b #c\n- d",
        "a: [ '#b', \"c #d\" ]",
        "'a #b': c",
        "a: b #!c",
    ],
)
def test_a_comment_and_a_hash_inside_a_text_are_not(text: str) -> None:
    assert places(text) == []


def test_every_line_is_told_of_once() -> None:
    assert places("a: b #c\nd: e\nf: #g #h\ni: [j, #k\n  l]\n") == [(1, 6), (3, 4), (4, 8)]


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.text("ab# \n'\"å:", max_size=30)),
    st.sampled_from(["'", '"', "|", ">"]),
    st.sampled_from([20, 80]),
)
def test_nothing_is_lost_of_what_a_program_writes(data: dict[str, str], style: str, width: int) -> None:
    text = yaml.safe_dump(data, default_style=style, width=width, allow_unicode=True)
    assert not FORBIDDEN.search(text)
    assert places(text) == []


@given(st.lists(st.text("ab#", min_size=1, max_size=5), min_size=1))
def test_a_plain_text_is_told_of_exactly_where_it_loses_a_word(words: list[str]) -> None:
    text = "a: x " + " ".join(words)
    read = yaml.safe_load(text)["a"]
    lost = next((n for n, word in enumerate(words) if word.startswith("#")), None)
    assert read == " ".join(["x", *words[:lost]])
    if lost is None or words[lost] == "#" or words[lost].startswith("##"):
        assert places(text) == []
    else:
        assert places(text) == [(1, len("a: " + read) + 2)]
