"""A text in plain characters: what stands in for what, where it stood, and which lines look dated."""

import pytest

from crosp_cli.text.plain import plain_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Åäö – “så” ‘är’ det… •", "Åäö - “så\" ‘är' det. *"),
        ("a\u2010b\u2011c\u2212d\u2014e\ufe63f", "a-b-c-d-e-f"),
        ("a\u2009b\u3000c\u202fd", "a b c d"),
        ("１٢𝟑", "123"),
        ("Ａ＠ｂ", "A@b"),
        ("ﬁn", "ﬁn"),  # two letters: no plain text is longer than its original
        ("①₂", "①₂"),  # figures of a footnote or a list
        ("½x²", "½x²"),
        ("☺", "☺"),
        ("a\u200bb\u00adc", "abc"),
        ("☺a\u200bb", "☺ab"),
        ("ko\u0308k", "ko\u0308k"),  # a mark on a letter is part of it
        ("1\u03362\u0336 \u0308", "12 "),  # on anything else it hides it
        ("1\u20de", "1"),
        ("5\\u002d\u03592", "5-2"),
        (r"1\u0336\u20de2 \u0308", "12 "),
        (r"ko\u0308\u0308k\xb4", "ko\u0308k´"),
        ("1\ufff0\u0488\U000134302", "12"),
        (r"\x40 \u0040 \U00000040 \u00e5", "@ @ @ å"),
        (r"\x4a \x4A \u004a \u004A \U0000004a \U0000004A", "J J J J J J"),
        (r"a\ b\_c\td", "a b c d"),
        ("a\\\n \tb", "ab"),
        (r"\u200b\u2011\uff11", "-1"),
        (r"\U0010ffff\U00110000", "\U0010ffff"),
        (r"\u004 \a \q", r"\u004 \a \q"),
        ("a\\nb\\r\\nc", "a\n b\n c"),
        (r"a\/b", "a/b"),
        (r"\u2011", "-"),
        ("", ""),
    ],
)
def test_what_stands_in_for_what(text: str, plain: str) -> None:
    assert plain_text(text).text == plain


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("abc", 1, (1, 2)),
        ("\nabc", 1, (2, 1)),
        ("\n\n abc", 3, (3, 2)),
        (r"\u0040\u0040b", 2, (1, 13)),
        ("\u200b\na\u200bb", 2, (2, 3)),
    ],
)
def test_a_place_is_that_of_the_original(text: str, offset: int, place: tuple[int, int]) -> None:
    assert list(plain_text(text).places([offset])) == [place]


def test_places_in_one_line_have_its_columns() -> None:
    assert list(plain_text("\nab\ncde\n").places([1, 2, 4, 5, 6])) == [(2, 1), (2, 2), (3, 1), (3, 2), (3, 3)]


DATED = (
    "140305",
    "1 4 0 3 0 5",
    "14-03-0523",
    "14-03----0523",
    "14-03-05-2382",
    "14-03-T123",
    "14-03-Z12",
    "14-03-A12",
)
DATED += (
    "14-03-0523-10",
    "14-03 0523-10-15",
    "14-03 0523",
    "14-03x0523",
    "14-03-- 0523",
    "14 03" + " " * 32 + "0523",
    "140305tf12",
)
NOT_DATED = ("14030", "1 4 0 3 0", "14-03", "14-03-05T123", "14-03-05", "14-03 05231", "14-03-B-2")
NOT_DATED += (
    "14-03 2026-10-15",
    "14-03-2026-10-15",
    "14-03-05231",
    "14 03" + " " * 33 + "0523",
    "14-03-x12",
    "abc",
    "",
)


@pytest.mark.parametrize("text", DATED)
def test_what_looks_dated_from_afar(text: str) -> None:
    assert plain_text(text).dated == ((0, len(text)),)


@pytest.mark.parametrize("text", NOT_DATED)
def test_what_does_not(text: str) -> None:
    assert plain_text(text).dated == ()


@pytest.mark.parametrize(
    ("lines", "stretches"),
    [
        ("140305", ["140305"]),
        ("a\n140305", ["140305"]),
        ("a\nb 140305 140305\nc\nd", ["b 140305 140305\nc\n"]),
        ("140305\n140305\nc\nd\n", ["140305\n140305\nc\n"]),
        ("140305\nb\n140305\nc\nd\n", ["140305\nb\n140305\nc\n"]),
        ("140305\nb\nc\nd 140305\n", ["140305\nb\n", "d 140305\n"]),
        ("\n\n\nb\n140305\nc\n\n\nd\n140305\n", ["140305\nc\n", "140305\n"]),
    ],
)
def test_whole_lines_are_dated_each_with_the_one_after(lines: str, stretches: list[str]) -> None:
    assert [lines[start:stop] for start, stop in plain_text(lines).dated] == stretches
