"""Days as people write them: what is read, and what might be another day and is not."""

import pytest

from crosp_cli.text.written_days import written_day

READ = """
2027-05-31 | 2027-5-31 | 2027/05/31 | 2027.05.31 | 2027 05 31 | 20270531 | 2027-05-31T00:00:00 | 2027-05-31 00:00:00
31 maj 2027 | 31 Maj 2027 | den 31 maj 2027 | 31:a maj 2027 | 31 maj, 2027 | 31. maj 2027 | 31-maj-2027 | 2027 maj 31
31 May 2027 | May 31, 2027 | 31st of May 2027 | the 31st of May, 2027 | May 31st 2027
31/5 2027 | 31/5-2027 | 31.5.2027 | 31.05.2027 | 31/5/2027 | 31-05-2027 | 5/31/2027 | 31 5 2027 | 31/5, 2027
"""
NOT_READ = """
31 maj | maj 2027 | 2027-05 | 2027 | 31/5 | 31/5/27 | 31 maj 27 | 27-05-31 | v. 22 2027 | våren 2027 | 32 maj 2027
3/5/2027 | 03-05-2027 | 3 5 2027 | 2027531 | 2027111 | 0027-05-31 | 1027-05-31 | 2027-13-01 | 2027-02-30 | ma 31 2027
2027-05-31 kl 9 | 2027-05-31 14:00 | 31 maj 2027 eller juni | 5 2027 31 | 2027 2028 5 | maj maj 2027 | | - | ²/5 2027
"""


def each(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("said", [*each(READ), "2027-05-31 ", "  31\N{NO-BREAK SPACE}maj\n2027 "])
def test_it_is_read_where_it_can_be_no_other_day(said: str) -> None:
    assert str(written_day(said)) == "2027-05-31"


@pytest.mark.parametrize("said", each(NOT_READ))
def test_it_is_not_guessed(said: str) -> None:
    assert written_day(said) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3/5 2027", "2027-05-03"),
        ("3/5-2027", "2027-05-03"),
        ("3.5.2027", "2027-05-03"),
        ("5/5/2027", "2027-05-05"),
        ("1 jan 2027", "2027-01-01"),
        ("2 sept. 2027", "2027-09-02"),
        ("9 okt 2027", "2027-10-09"),
        ("9 Oct 2027", "2027-10-09"),
        ("7 mars 2027", "2027-03-07"),
        ("7 March 2027", "2027-03-07"),
    ],
)
def test_a_month_is_known_by_its_place_or_its_name(said: str, day: str) -> None:
    assert str(written_day(said)) == day
