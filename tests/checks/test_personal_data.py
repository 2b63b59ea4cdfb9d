"""Personal data is found however it is written, what looks like it is not, and no output repeats it."""

import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from crosp_cli.checks.personal_data import cr803_email_address as email_address
from crosp_cli.checks.personal_data import cr804_phone_number as phone_number
from crosp_cli.checks.personal_data.text_checks import TEXT_CHECKS, in_text
from crosp_cli.text.plain import plain_text

SENTENCES = Path(__file__).with_name("sentences.yaml")
DOCUMENTS = Path(__file__).with_name("documents.yaml")
CHECKS = TEXT_CHECKS
DAY = "date: 2026-10-15\n"
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
cells:
"""


def found(text: str) -> list[tuple[str, int, int]]:
    return [(check.rule.code, line, column) for check, line, column in in_text(text)]


def codes(text: str) -> set[str]:
    return {code for code, _, _ in found(text)}


def check_digit(nine: str) -> int:
    """The last digit of a personal number or of an organisation's."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(nine)]
    return -sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10


# -- the sentences


def sentences(*files: Path) -> Iterator[tuple[str, str, set[str]]]:
    for file in files:
        for group in yaml.safe_load(file.read_text("utf-8")):
            expected = set() if group["expect"] == "none" else set(group["expect"].split())
            for sentence in group["sentences"]:
                yield group["kind"], sentence, expected


@pytest.mark.parametrize("file", [SENTENCES, DOCUMENTS], ids=lambda file: file.stem)
def test_sentences_missed_and_false_alarms(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    """None is missed that the pages promise, and none is found where nothing is."""
    every = [(kind, text, expected, codes(DAY + text)) for kind, text, expected in sentences(file)]
    with_it = [one for one in every if one[2]]
    missed = [one for one in with_it if one[2] - one[3]]
    alarms = [one for one in every if one[3] - one[2]]
    with capsys.disabled():
        sys.stdout.write(
            f"\npersonal data, {file.stem}: {len(with_it)} sentences with, {len(missed)} missed; "
            f"{len(every) - len(with_it)} without, {len(alarms)} false alarms\n"
        )
    assert missed == []
    assert alarms == []
    assert len(with_it) >= 100
    assert len(every) - len(with_it) >= 150


def test_no_sentence_holds_a_number_that_somebody_may_have() -> None:
    """Every personal number has one of the birth numbers that Skatteverket's test numbers have."""
    for _, sentence, expected in sentences(SENTENCES, DOCUMENTS):
        if "CR801" in expected:
            digits = "".join(str(unicodedata.digit(c)) for c in unescaped(sentence) if unicodedata.category(c) == "Nd")
            assert re.search(r"(?:0[1-9]|1[0-2])[0-9]{2}23[89][0-9]", digits), sentence


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.rule.code)
def test_examples(check: Any) -> None:
    assert codes(check.bad) == {check.rule.code}
    assert codes(check.good) == set()
    assert check in TEXT_CHECKS


# -- the place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20140305-2382", [("CR801", 1, 1)]),
        ("a: 1\n\nb: eleven 20140305-2382\n", [("CR801", 3, 11)]),
        ("a: 2014_03_05-2382, 14_03_05_2382", [("CR801", 1, 4), ("CR801", 1, 21)]),
        *(
            (f"a: {before}2014{sign}03{sign}05-2382", [("CR801", 1, 4 + len(before))])
            for before in ("7_", "v2_", "2026-10-01_")
            for sign in "-./_"
        ),
        ("a: 140305-2382, 140305-2390 och 140305-2390\n", [("CR801", 1, 4), ("CR801", 1, 17), ("CR801", 1, 33)]),
        ("Åäö – ”å” 140305–2382", [("CR801", 1, 11)]),
        ("☺ 140305-2382", [("CR801", 1, 3)]),
        ("före\u200b: \u200b14\u200b0305-2382 efter 140305-2382", [("CR801", 1, 9), ("CR801", 1, 28)]),
        ("\u00adåker\nmj\u00aduk 140305-2382", [("CR801", 2, 7)]),
        ('a: "\\u00e5 \\u0031\\x340305-2382"', [("CR801", 1, 12)]),
        ('a: "1403\\\n    05-2382"', [("CR801", 1, 5)]),
        ('a: "140305\\_2382, 140305\\\t2382"', [("CR801", 1, 5), ("CR801", 1, 19)]),
        ("a: |\n  i 5\\\n  20140305-2382", [("CR801", 3, 3)]),
        ("a: |\n  Ring\\\n  070-174 06 05", [("CR804", 3, 3)]),
        ("a: |\n  b\\\n  20140305-TF10", [("CR802", 3, 3)]),
        ("a: H:\\u20140305-2382\nb: H:\\U20140305-2382", [("CR801", 1, 8), ("CR801", 2, 8)]),
        ("a: H:\\u2014-03-05-2382", [("CR801", 1, 8)]),
        ("a: 140305\\-2382, 2014\\-03\\-05\\-2382", [("CR801", 1, 4), ("CR801", 1, 18)]),
        ("a: \\+46 \\(0\\)70\\-1740605, 070\\-174 06 05", [("CR804", 1, 4), ("CR804", 1, 27)]),
        ("a: kim.ek\\@exempel\\.se, kim(@)exempel.se", [("CR803", 1, 4), ("CR803", 1, 25)]),
        ('a: "140305\\\\-2382 kim.ek\\\\@exempel.se"', [("CR801", 1, 5), ("CR803", 1, 19)]),
        ("a: kim \\[at\\] exempel.se, kim \\(at) exempel.se", [("CR803", 1, 4), ("CR803", 1, 27)]),
        ("a: kim [@] exempel.se, kim(Snabel-a)exempel.se", [("CR803", 1, 4), ("CR803", 1, 24)]),
        ("a: kim snabel a exempel.se, kim ( at ) exempel.se", [("CR803", 1, 4), ("CR803", 1, 29)]),
        ("# barn 20140305-\n# 2382, 2014-03-05\n  #  -2382", [("CR801", 1, 8), ("CR801", 2, 9)]),
        ("# ring 070-174\n# 06 05 eller 08-123 45\n#67", [("CR804", 1, 8), ("CR804", 2, 15)]),
        ("# anna.berg [at] skola\n# [dot] se", [("CR803", 1, 3)]),
        ("Fråga kim.ek [at] exempel [dot] se", [("CR803", 1, 7)]),
        (f"{'x' * 70} kim (at) exempel.se", [("CR803", 1, 72)]),
        ("Av kim@exempel.se och @exempel.se", [("CR803", 1, 4)]),
        (
            "140305-2382\n\n\n\na\nb 140305-2382\nc 140305-2382\n\nd",
            [("CR801", n, c) for n, c in [(1, 1), (6, 3), (7, 3)]],
        ),
        ("a: >\n  Stödet till 140305-\n  2382 följs upp.\n", [("CR801", 2, 15)]),
        ("a: >\n  Stödet till 140305\n  2382 följs upp.\n", [("CR801", 2, 15)]),
        ("a\u0308r 140305-2382", [("CR801", 1, 5)]),
        ("１４０３０５－２３８２", [("CR801", 1, 1)]),
        ("a\tb\t140305-2382", [("CR801", 1, 5)]),
        ("a: nr 20140305-TF10", [("CR802", 1, 7)]),
        ("a: b\nc: 'fråga namn.namn@exempel.se'", [("CR803", 2, 11)]),
        ("a/b_070-1740605_c/namn@exempel.se_2026-ht.yaml", [("CR803", 1, 19), ("CR804", 1, 5)]),
        ("a/_+46701740605_c/namn(at)exempel.se_2026-ht.yaml", [("CR803", 1, 19), ("CR804", 1, 4)]),
        ("a: (namn@exempel.se), b@exempel.se.", [("CR803", 1, 5), ("CR803", 1, 23)]),
        ("a: ring +46 (0)70-174 06 05\n", [("CR804", 1, 9)]),
        ("a: ring (070) 174 06 05\n", [("CR804", 1, 10)]),
        ("a: ring 070-174\n    06 05\n", [("CR804", 1, 9)]),
        ("0\n12\n15\n18\n20", []),
        ("a: Stödet till 20140305\n  -2382 följs upp.", [("CR801", 1, 16)]),
        ("a: 140305\n- 2382", []),
        ("a: fråga anna.berg [at]\n   exempel [dot] se", [("CR803", 1, 10)]),
        ("a: fråga anna.berg [at] exempel\n   [dot]\n   se", [("CR803", 1, 10)]),
        ("a: fråga anna snabel-a exempel\n   punkt  se", [("CR803", 1, 10)]),
        ("a: ANNA AT EXEMPEL DOT SE, ANNA SNABEL-A EXEMPEL PUNKT SE", [("CR803", 1, 4), ("CR803", 1, 28)]),
        ("a: fråga anna.berg  [at]  exempel  [dot]  se", [("CR803", 1, 10)]),
        ("a: tel\t070\t1740605, 070-174\n\t06 05", [("CR804", 1, 8), ("CR804", 1, 21)]),
        ("a: poäng\t040\t123\t456\t78", []),
        ('a: "tel 08\\/550 101 00"', [("CR804", 1, 9)]),
        ("a [at] " + "b[dot]\n" * 99 + "c", []),  # read in two ways at each line's end, it would never be done
        ("a: född 2014-03-05-\n   2382 och 2014-03-05\n   -2382", [("CR801", 1, 9), ("CR801", 2, 13)]),
        ("a: 2014-03-05\n   2382", []),
        ("a: poäng 040\n   123 456", []),
        ('a: "född 140305-\\n2382, 140305\\r\\n-2382"', [("CR801", 1, 10), ("CR801", 1, 25)]),
        ('a: "mamman:\\n070-174 06 05"', [("CR804", 1, 14)]),
        ("kl. 08.30-09.15 070-174 06 05", [("CR804", 1, 17)]),
        ("Mobil: 0701740607, ring 0701740607", [("CR804", 1, 8), ("CR804", 1, 25)]),
        ("Eleven 0701740607", [("CR801", 1, 8)]),
        ("namn@exempel.se: 070-174 06 05", [("CR803", 1, 1), ("CR804", 1, 18)]),
    ],
)
def test_place_is_that_of_the_original(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


# -- personal numbers in every spelling

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
SPACES = " \t\u00a0\u2007\u2009\u202f\u3000"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f\u200e\ufff9\U0001bca0\u1ab0\u1dc0\ufe20"


def written(day: date, serial: int, extra: int) -> tuple[str, str]:
    """The date of birth and the last four; `extra` is 60 for a coordination number."""
    born = f"{day:%Y%m}{day.day + extra:02}"
    return born, f"{serial:03}{check_digit(f'{born[2:]}{serial:03}')}"


NUMBERS = st.builds(
    written,
    # Without a century, what was a hundred years ago reads as this last year, in which nobody at a school is born.
    st.one_of(st.dates(date(1890, 1, 1), date(1925, 10, 15)), st.dates(date(1926, 10, 16), date(2025, 10, 15))),
    st.sampled_from([238, 239]),
    st.sampled_from([0, 60]),
)


def spellings(born: str, four: str) -> Iterator[str]:
    """Every way to write a number that a person may think of. A 29 February of 1900 has no short form: no such day."""
    year, month, day = born[:4], born[4:6], born[6:]
    leap = f"{month}{int(day) % 60:02}" == "0229"
    for start in (born,) if leap else (born, born[2:]):
        yield start + four
        yield from (f"{start}{dash}{four}" for dash in DASHES)
        yield from (f"{start}{space}{four}" for space in SPACES)
        yield from (f"{start}{unseen}-{four}" for unseen in UNSEEN)
        yield from (f"{start[:3]}{unseen}{start[3:]}{unseen}{four}" for unseen in UNSEEN)
        yield from (f"{start} - {four}", f"{start} – {four}", f"{start}\u00a0-\u00a0{four}", f"{start}_{four}")
        yield f"{start}-\n      {four}"
        yield f"{start[0]}\\u{ord(start[1]):04x}{start[2:]}-{four}"
        yield " ".join(f"{start}{four}")
        yield "".join(chr(0xFF10 + int(digit)) for digit in start + four)
        yield "".join(chr(0x660 + int(digit)) for digit in start) + "-" + four
    for short in (year,) if leap else (year, year[2:]):
        for between in "-./ ":
            yield f"{short}{between}{month}{between}{day}-{four}"
            yield f"{short}{between}{month}{between}{day} {four}"
    yield f"{born}+{four}"
    if not leap:
        yield f"{born[2:]}+{four}"
    yield f"{born[:2]} {born[2:]}-{four}"


@given(NUMBERS)
def test_every_spelling_is_found_where_it_stands(number: tuple[str, str]) -> None:
    for spelling in spellings(*number):
        for before, after in (("", ""), ("Eleven ", " har stöd."), ("(", ")"), ("id: elev-", "\n"), ("Pnr:", ",")):
            text = f"{DAY}{before}{spelling}{after}"
            assert ("CR801", 2, len(before) + 1) in found(text), repr(text)


def test_a_leap_day_is_found_in_its_century() -> None:
    born, four = written(date(2000, 2, 29), 238, 0)  # 1900 had none
    assert codes(f"{born[2:]}-{four}") == {"CR801"}
    assert codes(f"{born[2:]}+{four} 1900{born[4:]}-{four}") == set()


@given(NUMBERS, st.integers(1, 9))
def test_a_wrong_check_digit_is_no_number(number: tuple[str, str], wrong: int) -> None:
    born, four = number
    other = f"{four[:3]}{(int(four[3]) + wrong) % 10}"
    assert "CR801" not in codes(f"{born}-{other} {born[2:]}{other}")


@given(NUMBERS, st.sampled_from(["1{}", "{}1", "+{}"]))
def test_digits_around_make_it_another_number(number: tuple[str, str], around: str) -> None:
    assert "CR801" not in codes(around.format("".join(number)))


# -- what is no personal data

DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "number",
    [
        *("20170161-TF10", "20170171-TF10", "20170181-TF10", "20170191-TF10", "20170101T123", "20170101 T123"),
        *("20170101-T123", "20170101\xa0TF10", "20170101+TF10", "20170101-t123", "20170101-tf12", "2017-01-01-t123"),
        *("2017-01-01-tf12", "2017-01-01+A123", "170101-AB12", "170101AB1C", "170101-12A3", "170101-1A23"),
        *("170101-123A", "22170101-AB12", "00172946AB12", "991985120123", "99198512-0123", "99201012-0123"),
        *("20170132-0123", "20170150-0123", "20170159-0123", "170101-TF10-"),
    ],
)
def test_a_reserve_number_is_found_where_it_stands(number: str) -> None:
    assert found(f"Elev {number}, {number}") == [("CR802", 1, 6), ("CR802", 1, 8 + len(number))]
    assert codes(f"x{number}") == set()


@pytest.mark.parametrize(
    "number",
    [
        *("2017-01-01-t12", "20170101t123", "170101-1234A", "170101-TF10_", "170101-TF10-a", "221701-01AB12"),
        *("99231012-0123", "20170131-0123", "20170160-0123", "0017 2946-AB12"),
    ],
)
def test_what_has_another_shape_is_no_reserve_number(number: str) -> None:
    assert codes(f"Elev {number}") == set()


@pytest.mark.parametrize(
    ("address", "holds"),
    [
        *((name + " [at] exempel [dot] se", True) for name in ("kim%ek", "kim-ek", "kim+ek", "k'im", "ki&m", "k_im")),
        *((f"kim@{'a.' * labels}se", labels <= 8) for labels in (1, 8, 9)),
        *((f"kim@exempel.{'a' * letters}", 2 <= letters <= 63) for letters in (1, 2, 63, 64)),
        ("kim@xn--4ca.xn--p1ai", True),
        ("plan@2x.png", False),
    ],
)
def test_what_an_address_is_made_of(address: str, *, holds: bool) -> None:
    assert found(f"Till {address}") == ([("CR803", 1, 6)] if holds else [])


class TestRulesOfANumber:
    """Each condition on a personal number, one at a time."""

    @pytest.mark.parametrize("word", ["Telefon", "Tel", "ring", "Mobil:", "sms till", "växel"])
    @pytest.mark.parametrize("number", ["20140305-2382", "201403052382", "1403052382", "140305-2382"])
    def test_a_word_before_it_makes_no_telephone_of_it(self, word: str, number: str) -> None:
        assert found(f"{word} {number}") == [("CR801", 1, len(word) + 2)]

    def test_only_ten_bare_figures_of_a_mobile_telephone_are_one(self) -> None:
        # The same figures may be both: 1907-01-01 is no day of 2007, and 07 01 01 is one.
        number = "070101" + "239" + str(check_digit("070101239"))
        assert codes(f"Barn {number}") >= {"CR801"}
        assert "CR801" not in codes(f"Mobil {number}")
        assert "CR801" in codes(f"Mobil {number[:6]}-{number[6:]}")
        assert "CR801" in codes(f"Mobil 20{number}")

    @pytest.mark.parametrize(
        ("day", "holds"), [(60, False), (61, True), (69, True), (79, True), (90, True), (91, True), (92, False)]
    )
    def test_days_of_a_coordination_number(self, day: int, *, holds: bool) -> None:
        nine = f"1401{day}238"
        number = f"20{nine[:6]}-{nine[6:]}{check_digit(nine)}"
        assert ("CR801" in codes(f"Eleven {number}")) is holds

    BESIDE = (
        "   (",
        "(",
        ", sista fyra siffrorna: ",
        " de sista fyra ",
        " Sista fyra: ",
        "   sista fyra   ",
        " Last four ",
        ", fyra sista: ",
        ". Sista fyra: ",
        "; sista fyra ",
        " – de sista fyra ",
        ", de fyra sista siffrorna är ",
        " sista fyra siffror ",
    )

    @pytest.mark.parametrize(
        "between", ["   -   ", "_", ".", "/", "+", "-_", "_+", "--", " last four digits ", *BESIDE]
    )
    def test_what_may_stand_between(self, between: str) -> None:
        for day in ("20140305", "2014-03-05"):
            assert codes(f"Eleven {day}{between}2382{')' * between.count('(')}") == {"CR801"}

    @pytest.mark.parametrize(
        "between", ["    -", "-    ", "---", "    (", "    sista fyra ", " sista fyra    ", " sista fyra", " ("]
    )
    def test_what_may_not_stand_between(self, between: str) -> None:
        for day in ("20140305", "2014-03-05"):
            assert codes(f"Eleven {day}{between}2382{')' * (between == '    (')}") == set()

    def test_the_last_four_may_stand_on_the_next_line_and_a_year_beside_a_day_is_none(self) -> None:
        assert codes("Eleven 20140305-\n  2382") == codes("Eleven 20140305\n2382") == {"CR801"}
        assert codes(f"{DAY}Eleven 20140305 (19{check_digit('140305199')}9) och 20140305 (2014)") == set()

    @pytest.mark.parametrize(
        ("before", "kind"),
        [("elev ", "CR801"), ("Elever:  ", "CR801"), ("barn", "CR801"), ("elev    ", "CR806"), ("", "CR806")],
    )
    def test_who_is_named_right_before_what_may_be_a_time_is_a_person(self, before: str, kind: str) -> None:
        time_of_day = next(t for t in self.times() if check_digit(f"991015{t[:3]}") == int(t[3]))
        assert codes(f"{DAY}{before}19991015-{time_of_day}") == {kind}

    @pytest.mark.parametrize(("month", "holds"), [("00", False), ("01", True), ("12", True), ("13", False)])
    def test_months(self, month: str, *, holds: bool) -> None:
        nine = f"14{month}05238"
        assert ("CR801" in codes(f"Eleven 20{nine[:6]}-{nine[6:]}{check_digit(nine)}")) is holds

    @pytest.mark.parametrize(
        "text",
        ["{0}", "({0})", "x{0}", "{0}-", "{0}.", "{0}, 2026-01-12", "{0} och", "{0}-ab", "{0} 12 år", "{0} 10-12 år"],
    )
    def test_what_may_stand_around(self, text: str) -> None:
        assert "CR801" in codes(text.format("2014-03-05-2382"))
        assert "CR801" in codes(text.format("20140305-2382"))

    @pytest.mark.parametrize(
        "text",
        ["1{0}", "{0}1", "+{0}", "SE{0}", "{0}-01-12", "1-{0}", "1.{0}", "1/{0}"],
    )
    def test_what_makes_something_else_of_it(self, text: str) -> None:
        assert "CR801" not in codes(text.format("2014-03-05-2382"))

    @pytest.mark.parametrize("text", ["1{0}", "{0}1", "+{0}", "SE{0}", "{0}-01-12"])
    def test_what_makes_something_else_of_a_compact_one(self, text: str) -> None:
        assert "CR801" not in codes(text.format("20140305-2382"))

    @pytest.mark.parametrize("text", ["{0}-2015", "{0} - 2015", "{0}-2015-ht.yaml"])
    def test_four_figures_after_it_make_two_hours_of_it_where_there_are_such_hours(self, text: str) -> None:
        assert "CR801" in codes(text.format("20140305-2382"))
        time_of_day = next(t for t in self.times() if check_digit(f"140305{t[:3]}") == int(t[3]))
        assert not codes(text.format(f"20140305-{time_of_day}"))

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2026-10-15", set()),  # of the day itself
            ("2025-10-16", set()),  # less than a year before
            ("2027-03-01", set()),  # after it
            ("2025-10-15", {"CR806"}),  # a year before
            ("2021-10-15", {"CR806"}),
            ("1999-10-15", {"CR806"}),
        ],
    )
    def test_a_day_and_a_time_are_nobodys_or_at_most_noted(self, day: str, expected: set[str]) -> None:
        whole = day.replace("-", "")
        for born in (whole, whole[2:]):
            time_of_day = next(t for t in self.times() if check_digit(f"{born[-6:]}{t[:3]}") == int(t[3]))
            for between in ("_", "-", " ", ""):
                assert codes(f"{DAY}evidence: Protokoll_{born}{between}{time_of_day}.docx") == expected
                if expected:
                    assert codes(f"{DAY}Eleven {born}{between}{time_of_day}") == {"CR801"}

    def times(self) -> Iterator[str]:
        return (f"{hour:02}{minute:02}" for hour in range(7, 19) for minute in range(0, 60, 5))

    def test_without_a_day_of_its_own_a_text_is_of_today(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1792051200")  # 2026-10-15
        four = f"238{check_digit('261001238')}"
        assert codes(f"20261001-{four}") == codes(f"date: 2026-02-30\n20261001-{four}") == set()
        assert codes(f"date: 2029-10-15\n20261001-{four}") == {"CR801"}
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1792051200 + 5 * 366 * 86_400))
        assert codes(f"20261001-{four}") == {"CR801"}

    def test_a_day_to_come_is_of_the_last_century_where_no_century_is_written(self) -> None:
        four = f"238{check_digit('271203238')}"
        assert codes(f"{DAY}271203-{four}") == {"CR801"}
        assert codes(f"{DAY}20271203-{four}") == set()

    def test_the_number_of_the_day_begins_at_1(self) -> None:
        for serial, holds in (("000", False), ("001", True)):
            nine = f"140305{serial}"
            assert ("CR801" in codes(f"Eleven {nine[:6]}-{serial}{check_digit(nine)}")) is holds


@given(DAYS, st.integers(1, 400))
def test_dates_and_periods_are_no_personal_data(day: date, days: int) -> None:
    end = day + timedelta(days=days)
    for form in ("%Y-%m-%d", "%Y%m%d", "%y%m%d", "%d/%m %Y", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y"):
        for between in ("-", " - ", "–", " – ", " ", ", ", "\n  - "):
            assert found(f"{day:{form}}{between}{end:{form}}") == [], (form, between)


@given(DAYS, st.times(), st.integers(5, 90))
def test_times_are_no_personal_data(day: date, start: Any, minutes: int) -> None:
    later = f"{(start.hour + minutes // 60) % 24:02}{{}}{minutes % 60:02}"
    for mark in (":", "."):
        assert found(f"{day} {start:%H}{mark}{start:%M}–{later.format(mark)}") == []
    assert found(f"{day} kl. {start:%H%M}-{later.format('')}, {day} {start:%H%M}-{later.format('')}") == []


@given(st.integers(16, 99), st.integers(20, 99), st.integers(0, 99_999))
def test_numbers_of_organisations_are_no_personal_data(first: int, second: int, rest: int) -> None:
    nine = f"{first}{second}{rest:05}"
    number = f"{nine[:6]}-{nine[6:]}{check_digit(nine)}"
    assert found(f"Org.nr {number}, {number.replace('-', '')}, 16{number}, SE{number.replace('-', '')}01") == []


@given(st.integers(1, 999_999_999))
def test_amounts_are_no_personal_data(amount: int) -> None:
    spaced = f"{amount:,}".replace(",", " ")
    assert found(f"{spaced} kr, {spaced.replace(' ', chr(0xA0))} kronor, +{spaced} kr, {amount} SEK") == []


@given(st.one_of(st.text(), st.text(st.sampled_from("0123456789 -+.@aTF\\u\n\u200b\xad–０"), max_size=60)))
def test_any_text_can_be_searched(text: str) -> None:
    lines = text.split("\n")
    for _, line, column in found(text):
        assert 1 <= column <= len(lines[line - 1])


# -- what it costs


@pytest.mark.breadth
@pytest.mark.parametrize(
    ("module", "unit"), [(phone_number, "1 00"), (phone_number, "00//001/02/2026 "), (email_address, "t@a-b.1a.se ")]
)
def test_the_library_is_asked_so_many_times_and_then_no_more(
    monkeypatch: pytest.MonkeyPatch, module: Any, unit: str
) -> None:
    asked = 0
    ask = module.is_valid

    def counted(*written: str) -> bool:
        nonlocal asked
        asked += 1
        return bool(ask(*written))

    monkeypatch.setattr(module, "is_valid", counted)
    monkeypatch.setattr(module, "CANDIDATES", 500)  # of 5,000, which takes as many times as long
    hostile = unit * (100_000 // len(unit))
    places = list(module.find(plain_text(f"{hostile}\n070-174 06 05 fornamn@exempelkommun.se\n")))
    assert asked <= 500
    assert places[-1][0] == 2  # what nobody asks about is taken for personal data


def test_so_many_figures_are_looked_at_closely_and_more_are_taken_for_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    row = plain_text("070 1 " * 100)  # nobody's, and each of its figures begins one more candidate
    assert not list(phone_number.find(row))
    monkeypatch.setattr(phone_number, "CANDIDATES", 50)
    assert list(phone_number.find(row))


def test_libraries_are_imported_only_where_there_is_something_to_try(examples: Path) -> None:
    script = """
import sys
from pathlib import Path
from crosp_cli.checks.personal_data.text_checks import personal_data
for path in Path(sys.argv[1]).rglob("*.yaml"):
    assert personal_data(path.read_text("utf-8")) == [], path
for name in ("personnummer", "email_validator", "phonenumbers", "dns", "idna"):
    assert name not in sys.modules, name
"""
    subprocess.run([sys.executable, "-c", script, str(examples)], check=True, timeout=60)


# -- no output repeats it


def nothing_of(output: str, secrets: list[str]) -> None:
    plain = unicodedata.normalize("NFKC", output)
    digits = re.sub(r"[^0-9]+", "", plain)
    for secret in secrets:
        assert secret not in plain
        bare = re.sub(r"[^0-9]", "", secret)
        assert len(bare) < 8 or bare[-10:] not in digits


@settings(max_examples=4)
@given(NUMBERS)
def test_no_format_repeats_a_number(
    crosp: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory, number: tuple[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("numbers")
    born, four = number
    found_in = 0
    every = [spelling for spelling in spellings(born, four) if "\ufeff" not in spelling]
    lines = [f"      current_state: {{reflection: {json.dumps(one, ensure_ascii=False)}}}" for one in every[:1]]
    lines += [f"      # {' '.join(one.split())}" for one in every]
    for name, content in {
        "comments": HEAD + "  shared-direction:\n    funding:\n" + "\n".join(lines),
        "an-unknown-key": HEAD + f"  shared-direction:\n    {born}-{four}: {{}}\n",
        "a-key-twice": HEAD + f"  {born}-{four}: 1\n  {born}-{four}: 2\n",
        "an-unknown-unit": HEAD.replace("ekskolan", f"{born}-{four}"),
        "a-wrong-date": HEAD.replace("2026-10-15", f"{born}-{four}"),
        "an-id": HEAD + "  shared-direction:\n    funding:\n      measures:\n"
        f"        - {{id: elev-{born}-{four}, what: x}}\n        - {{id: elev-{born}-{four}, what: x}}\n",
        "not-yaml": f"format: crosp-assessment/1\n{DAY}a: [{born}-{four}\nb: 'x {born}{four}\n",
        "not-yaml-either": f"format: crosp-assessment/1\n{DAY}{born}-{four}\n- {born}{four}: : {born}\n",
    }.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    for output_format in FORMATS:
        result = crosp("validate", ".", "--format", output_format, cwd=folder)
        found_in += "CR801" in result.out
        nothing_of(result.out + result.err, [*every, f"{born}{four}", f"{born[2:]}{four}", f"{born}-{four}"])
    assert found_in == len(FORMATS)


@pytest.mark.parametrize(
    ("secret", "code"),
    [
        ("20140305-TF10", "CR802"),
        ("fornamn.efternamn@exempelkommun.se", "CR803"),
        ("070-174 06 05", "CR804"),
    ],
)
@pytest.mark.parametrize("output_format", FORMATS)
def test_no_format_repeats_other_personal_data(
    crosp: Callable[..., Any], folder: Any, secret: str, code: str, output_format: str
) -> None:
    folder.write("comment.yaml", f"{HEAD}  {{}}  # {secret}\n")
    folder.write("key.yaml", f"{HEAD}  shared-direction:\n    {secret}: {{}}\n")
    folder.write("unit.yaml", HEAD.replace("ekskolan", secret))
    folder.write("not-yaml.yaml", f"format: crosp-assessment/1\na: [{secret}\nb: '{secret}\n")
    result = crosp("validate", ".", "--format", output_format, cwd=folder.path)
    assert code in result.out
    nothing_of(result.out + result.err, [secret])


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_no_command_repeats_what_validate_does_not(crosp: Callable[..., Any], folder: Any, output_format: str) -> None:
    """A name is known by what stands around it, so where it is an error itself it is the line that tells."""
    folder.project()
    folder.assessment(cells="shared-direction:\n  Elin Ek i 4B: {}\n")
    for command in ("validate", "analyse"):
        result = crosp(command, ".", "--format", output_format, cwd=folder.path)
        assert result.status == 1
        nothing_of(result.out + result.err, ["Elin"])
