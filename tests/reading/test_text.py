"""From bytes to text: what is read, what is refused, and where it is said to stand."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosp_cli.findings import Finding, Location
from crosp_cli.reading.yaml.decode import FORBIDDEN, TextError, decode, name_of, place

REFUSED = [
    *(chr(number) for number in range(0x20) if chr(number) not in "\t\n\r"),
    *(chr(number) for number in range(0x7F, 0xA0)),
    *"\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
]
WELCOME = [
    "\t",
    "\n",
    " ",
    "\u00a0",
    "å",
    "—",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u00ad",
    "\ufffd",
    "🙂",
    "\ue000",
]

safe_texts = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda c: not FORBIDDEN.match(c) and c != "\r"))
"""What a person may write, line ends as one newline each."""

swedish = st.text(string.ascii_letters + " åäöÅÄÖé–”", min_size=1)


def refused(data: bytes) -> list[Finding]:
    with pytest.raises(TextError) as error:
        decode(data, "a.yaml")
    return error.value.findings


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@given(safe_texts)
def test_utf_8_is_read_as_it_was_written(text: str) -> None:
    if text.strip():
        assert decode(text.encode(), "a.yaml") == text


@given(safe_texts)
def test_a_byte_order_mark_is_no_part_of_the_text(text: str) -> None:
    if text.strip():
        assert decode(b"\xef\xbb\xbf" + text.encode(), "a.yaml") == text


@given(safe_texts)
def test_windows_line_ends_become_one_newline_each(text: str) -> None:
    if text.strip():
        assert decode(text.replace("\n", "\r\n").encode(), "a.yaml") == text


@given(st.binary())
def test_any_bytes_are_read_or_refused_at_a_place_in_them(data: bytes) -> None:
    try:
        text = decode(data, "a.yaml")
    except TextError as error:
        lines = data.split(b"\n")
        for finding in error.findings:
            assert finding.location.path == "a.yaml"
            assert 1 <= finding.location.line <= len(lines)
            assert 1 <= finding.location.column <= len(lines[finding.location.line - 1]) + 1
    else:
        assert not FORBIDDEN.search(text)


@pytest.mark.parametrize("data", [b"", b" ", b"\n\n", b"\r\n", b"\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_nothing_but_space_is_empty(data: bytes) -> None:
    [finding] = refused(data)
    assert (finding.code, finding.location) == ("CR006", Location("a.yaml", 1, 1))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
@given(text=swedish)
def test_utf_16_is_named(encoding: str, mark: str, text: str) -> None:
    assert codes(refused(f"{mark}level: {text}".encode(encoding))) == ["CR007"]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
@given(before=st.text(string.ascii_letters + " \n"), after=st.text("åäö "))
def test_windows_1252_is_named_at_the_first_letter_it_shows_in(encoding: str, before: str, after: str) -> None:
    [finding] = refused((before + "å " + after).encode(encoding))
    assert (finding.code, finding.location) == ("CR008", place(before + "å", len(before), "a.yaml"))


@given(before=st.text("a\n", min_size=1))
def test_a_byte_order_mark_does_not_shift_the_place(before: str) -> None:
    [finding] = refused(b"\xef\xbb\xbf" + before.encode() + b"\xe5\n")
    assert finding.location == place(before, len(before), "a.yaml")


@pytest.mark.parametrize("data", [bytes(300), b"\x89PNG\r\n\x1a\n" + bytes(16), b"a\x81\xe5", b"abc: \xc3\x28 d\x00"])
def test_what_is_no_text_at_all_is_called_no_text(data: bytes) -> None:
    assert codes(refused(data)) == ["CR009"]


@pytest.mark.parametrize("character", REFUSED, ids=name_of)
def test_a_hidden_character_is_refused_where_it_stands(character: str) -> None:
    [finding] = refused(f"a: b\nåä{character} c: d\n".encode())
    assert (finding.code, finding.location) == ("CR010", Location("a.yaml", 2, 3))
    assert f"U+{ord(character):04X}" in finding.message("en")


@pytest.mark.parametrize("character", WELCOME, ids=name_of)
def test_an_ordinary_character_is_welcome(character: str) -> None:
    assert decode(f"a: b{character}c".encode(), "a.yaml") == f"a: b{character}c"


def test_a_carriage_return_of_its_own_is_refused() -> None:
    [finding] = refused(b"a: b\r\nc: d\re: f\r\n")
    assert (finding.code, finding.location) == ("CR010", Location("a.yaml", 2, 5))


def test_a_file_full_of_control_characters_gets_twenty_findings() -> None:
    findings = refused(b"a\n" + b"\x01\n" * 1_000_000)
    assert [finding.location.line for finding in findings] == list(range(2, 22))


@pytest.mark.parametrize("indent", ["", "    ", "\t", "  \t"])
@pytest.mark.parametrize("mark", ["<<<<<<<", "<<<<<<< HEAD", ">>>>>>>", ">>>>>>> a b"])
def test_a_conflict_marker_is_found_at_any_indent(indent: str, mark: str) -> None:
    [finding] = refused(f"a: |\n{indent}{mark}\nb: c\n".encode())
    assert (finding.code, finding.location) == ("CR011", Location("a.yaml", 2, len(indent) + 1))


@pytest.mark.parametrize("line", ["=======", "<<<<<<", ">>>>>>>>", "<<<<<<<a", "# <<<<<<< HEAD", "a <<<<<<< b"])
def test_what_only_looks_like_a_conflict_marker_is_text(line: str) -> None:
    text = f"a: |\n  {line}\n"
    assert decode(text.encode(), "a.yaml") == text


def test_control_characters_and_a_conflict_are_both_told() -> None:
    assert codes(refused(b"a: \x07\n<<<<<<< HEAD\n")) == ["CR010", "CR011"]


@given(safe_texts, st.integers(0, 200))
@example("\na", 1)
def test_a_place_leads_back_to_its_character(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    location = place(text, offset, "a.yaml")
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: location.line - 1]) + location.column - 1 == offset


@pytest.mark.parametrize(
    ("character", "name"), [("\x1b", "U+001B"), ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\uffff", "U+FFFF")]
)
def test_a_character_is_called_by_its_number_and_name(character: str, name: str) -> None:
    assert name_of(character) == name
