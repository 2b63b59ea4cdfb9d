"""Which findings a file's own lines leave out, as plain values."""

import pytest

from crosp_cli.findings import Finding, Location, Rule, Severity
from crosp_cli.validation.suppressions import without_suppressed

KNOWN = frozenset({"CR203", "CR402"})
FOUND = Rule("CR203", Severity.NOTE, {"en": "Found."})
WHY = "# crosp: ignore[CR203] the survey comes in March"


def left(text: str, *lines: int) -> list[tuple[str, int]]:
    findings = [Finding(FOUND, Location("a.yaml", line)) for line in lines]
    return [(one.code, one.location.line) for one in without_suppressed(findings, text, "a.yaml", KNOWN)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a: 1  {WHY}\n", 1),
        (f"a: 1  {WHY}\nb: 2\n", 1),
        (f"{WHY}\na: 1\n", 2),
        (f"  {WHY}\n  a: 1\n", 2),
        (f"  {WHY}\n  # another one\n  a: 1\n", 3),
        (f"  {WHY}\n    # another one, indented\n\n# and one that is not\n  a: 1\n", 5),
        (f"  {WHY}\n\t# after a tab\n \t \n  a: 1\n", 4),
    ],
)
def test_the_line_that_it_concerns(text: str, line: int) -> None:
    assert left(text, line) == []
    assert left(text, line + 1) == [("CR203", line + 1), ("CR030", text[: text.index("#")].count("\n") + 1)]


def test_above_nothing_it_concerns_itself() -> None:
    assert left(f"a: 1\n{WHY}\n  # the end\n", 2) == []


def test_several_comments_above_one_line() -> None:
    other = WHY.replace("CR203", "CR402")
    assert left(f"{WHY}\n{other}\na: 1\n", 3) == [("CR030", 2)]
    assert left(f"{WHY}\n{WHY}\na: 1\n", 3) == []


def test_the_same_code_twice_on_a_line() -> None:
    assert left(f"a: 1  {WHY}\n", 1, 1) == []
    assert left("a: 1  # crosp: ignore[CR203,CR203] twice\n", 1) == []


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore[CR203] why", []),
        ("ignore[ CR203 , CR402 ] why", []),
        ("ignore[CR203]", ["CR031"]),
        ("ignore[CR203] \t", ["CR031"]),
        ("ignore[CR001] why", ["CR032", "CR203"]),
        ("ignore[cr203] why", ["CR032", "CR203"]),
        ("ignore[] why", ["CR032", "CR203"]),
        ("ignore[CR203, CR999]", ["CR031", "CR032"]),
        ("ignore CR203 why", ["CR203"]),
        ("ignore[CR203", ["CR203"]),
    ],
)
def test_what_there_is_to_say_of_the_comment(comment: str, told: list[str]) -> None:
    findings = [Finding(FOUND, Location("a.yaml", 2, 1))]
    findings += [Finding(Rule("CR402", Severity.NOTE, {"en": "Found."}), Location("a.yaml", 2))] * ("CR402" in comment)
    left = without_suppressed(findings, f"\nb: 1  # crosp: {comment}\n", "a.yaml", KNOWN)
    assert sorted(one.code for one in left) == told
    assert {one.location for one in left if one.code != "CR203"} <= {Location("a.yaml", 2, 7)}
