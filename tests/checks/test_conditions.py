"""Each condition on what is taken for personal data, one at a time, as plain values."""

from datetime import date, timedelta

import pytest

from crosp_cli.checks.personal_data.text_checks import TEXT_CHECKS, in_name, personal_data
from crosp_cli.text.plain import plain_text

DAY = "date: 2026-10-15\n"


def found(text: str) -> list[tuple[str, int, int]]:
    return [(check.rule.code, line, column) for check in TEXT_CHECKS for line, column in check.find(plain_text(text))]


def codes(text: str) -> set[str]:
    return {code for code, _, _ in found(text)}


def check_digit(nine: str) -> int:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(nine)]
    return -sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10


# -- a personal number


@pytest.mark.parametrize(("days", "kinds"), [(0, set()), (1, {"CR801"})])
def test_a_day_to_come_without_a_century_is_of_the_last(days: int, kinds: set[str]) -> None:
    born = f"{date(2026, 10, 15) + timedelta(days=days):%y%m%d}"
    assert codes(f"{DAY}{born}-238{check_digit(f'{born}238')}") == kinds


@pytest.mark.parametrize(("days", "kinds"), [(729, set()), (730, set()), (731, {"CR806"})])
def test_a_day_and_a_time_may_be_planned_two_years_ahead(days: int, kinds: set[str]) -> None:
    born = f"{date(2026, 10, 15) + timedelta(days=days):%y%m%d}"
    times = (f"{hour:02}{minute:02}" for hour in range(7, 19) for minute in range(0, 60, 5))
    time = next(one for one in times if check_digit(f"{born}{one[:3]}") == int(one[3]))
    assert codes(f"{DAY}Protokoll {born}-{time}") == kinds


@pytest.mark.parametrize(("dots", "code"), [(36, "CR804"), (37, "CR801")])
def test_a_word_is_looked_for_so_far_before_a_number(dots: int, code: str) -> None:
    assert codes(f"x tel{'.' * dots} 0701740607") == {code}


@pytest.mark.parametrize("number", ["20 140305-2382", "2 0 1 4 0 3 0 5 2 3 8 2"])
def test_a_number_is_found_once(number: str) -> None:
    assert found(f"Eleven {number}") == [("CR801", 1, 8)]


PERSONS = [
    *("20140305+_2382", "20140305+-2382", "2014\t03\t05-2382", "2014\xa003\xa005-2382", "20140305 (sista fyra: 2382)"),
    *("1 9 1 4 0 3 0 5 2 3 8 2", "1 8 1 4 0 3 0 5 2 3 8 2", "2 0 1 4 0 3 0 5 2 3 8 2", "20140305-2382-12345"),
    *("20140305-2382 - 12345", "20140305-2382-19-41", "20140305-2382-1234", "20140305-2382 - 1234"),
]
NOBODYS = [
    *(f"20140305 (199{check_digit('140305199')})", "20140305sista fyra: 2382", "20140305-2382-12-01"),
]


@pytest.mark.parametrize("number", PERSONS)
def test_how_a_number_may_be_written(number: str) -> None:
    assert found(f"Eleven {number}") == [("CR801", 1, 8)]


@pytest.mark.parametrize("number", NOBODYS)
def test_how_something_else_is_written(number: str) -> None:
    assert found(f"Eleven {number}") == []


@pytest.mark.parametrize("before", ["Telefonen", "Tel-nr", "Tel.nr", "Tel:nr", "Ring till.", "Ring till:", "Sms på"])
def test_ten_figures_after_such_words_are_a_telephones(before: str) -> None:
    assert codes(f"{before} 0701740607") == {"CR804"}


@pytest.mark.parametrize("before", ["elev", "elev.", "elev:.", "Elever"])
def test_figures_after_such_words_are_a_persons(before: str) -> None:
    assert codes(f"{DAY}{before} 0910151315") == {"CR801"}
    assert codes(f"{DAY}Mötet 0910151315") == {"CR806"}


@pytest.mark.parametrize("day", ["\t2029-10-15", ' "2029-10-15"', " '2029-10-15'", " 2030-01-15", "2030-01-15"])
def test_how_a_document_says_its_day(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1792051200")  # 2026-10-15
    number = f"20261001-238{check_digit('261001238')}"
    assert codes(f"date:{day}\n{number}") == {"CR801"}
    assert codes(f"dated:{day}\n{number}") == set()


# -- a reserve number


@pytest.mark.parametrize(
    "number",
    [
        *("20170130-TF10", "20170131-TF10", "20170190-TF10", "170101+12A3", "170101+TF10", "20170101+t123"),
        *("170101A123", "170101TF10", "170101 TF10", "170101\xa0T123", "23140305CDE8", "991995120123", "991980120123"),
        *("20170140-0123", "20170155-0123"),
    ],
)
def test_a_reserve_number_is_one_wherever_it_stands(number: str) -> None:
    assert found(f"Elev {number}") == [("CR802", 1, 6)]
    for beside in ("X{}", "x{}", "1{}", "{}X", "{}x", "{}1", "{}_", "{}-X", "{}-x", "{}-1"):
        assert codes(f"Elev {beside.format(number)}") == set()


# -- an address


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("kim@exempel.se", [1]),
        ("@ kim@exempel.se", [3]),
        ("Fråga: kim@exempel.se eller kanske även eva@exempel.se", [8, 41]),
        ("Fråga: kim@exempel.se eller kanske även eva [at] exempel.se", [8, 41]),
        ("kim [at] exempel.se eller eva@exempel.se", [1, 27]),
        (f"{'a' * 64}@exempel.se", [1]),
        (f"{'a' * 70}@exempel.se", [7]),
        (f"{'a' * 64} [at] exempel.se", [2]),
        (f"{'a' * 70} [at] exempel.se", [8]),
        ("kim that exempel dot se", []),
        ("kim that exempel punkt se", []),
        ("kim at exempel.se and a dot here", []),
        ("kim at exempel.se och en punkt här", []),
        ("kim at exempel dot se", [1]),
        ("kim at exempel punkt se", [1]),
        ("kim Snabel-a exempel.se", [1]),
        ("kim [at] skola [dot] ex-empel [dot] se", [1]),
        ("kim [at] skola1 [dot] exempel [dot] se", [1]),
        ("kim [at] ex-empel.se", [1]),
        ("kim [at] skola [dot] ex1 [dot] se", [1]),
        ("kim [at] skola [dot] 1-x [dot] se", [1]),
        ("kim [at] exempel [dot] s", []),
        (f"kim@{'a' * 63}.se", [1]),
        (f"kim@{'a' * 64}.se", []),
        ("kim@ab.se", [1]),
        ("kim@se", []),
        ("kim@exempel.xn--p1ai", [1]),
        ("plan@1.5x.png", []),
        ("paket@4.2.rc1", []),
        ("(at) exempel.se", []),
        ("kim (at) exempel", []),
        ("kim (at) lunch", []),
        ("kim@exempel.test", []),
        ("kim@exempel.local", [1]),
        ("git@exempel.se", []),
        ("ssh://kim@exempel.se", []),
        ("kim..ek@exempel.se", []),
    ],
)
def test_where_an_address_begins(text: str, columns: list[int]) -> None:
    assert found(text) == [("CR803", 1, column) for column in columns]


# -- a telephone number


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Lokal 070-174 06 05", [7]),
        ("Lokal 070-1740605", [7]),
        ("Lokal 0701740605", [7]),
        ("Lokal 070-174 0605", []),  # as the groups of another kind of number
        ("Ring 070-174 0605", [6]),
        ("Lokal 070-17 4 06 05", []),
        ("Lokal 070-17 40 605", [7]),
        ("Lokal 08-46500401", [7]),
        ("Lokal 0846500401", [7]),
        ("Lokal 0846-500401", []),
        ("Lokal 08-465 00 401", [7]),
        ("Lokal 070-174-06-05 12", [7]),
        ("Lokal 070 174 06 05 12", []),
        ("Lokal 070-174 06 05 12", [7]),
        ("Lokal 08-50 61 23", [7]),
        ("Lokal 070-174 06 05 och +46 70 174 06 06", [7, 25]),
        ("Lokal +46 70 174 06 06 och 070-174 06 05 eller 0046 70 174 06 07", [7, 28, 48]),
        ("Mötena 0830 - 0915 12 34 56", []),
        ("Lokal 070-174 06 05 2026-10-15", [7]),
        ("Lokal 070-174 06 05 2026-10-15 2026-10-16", [7]),
        ("Lokal 020-123 456", []),
        ("Lokal 070-174 06 05 kr", []),
        ("+46 70 174 0606", [1]),
        ("070-174 06 05", [1]),
        ("www.exempel.se/0701740605", []),
        (f"www.exempel.se/0701740605{' och så vidare' * 10}", []),
        ("Ring 070-174 06 08 465 004 00", [6]),
        ("Lokal +999 12 34 56 78", []),
        ("Lokal +683 4002 i Niue", []),
        ("Lokal +290 22 222", [7]),
        (f"https://{'x' * 111}/0701740605", []),
        (f"https://{'x' * 112}/0701740605", [122]),
        (f"070-174 06 05 är {'x' * 50}nummer", []),
        (f"070-174 06 05 är {'x' * 51}nummer", [1]),
    ],
)
def test_where_a_telephone_number_begins(text: str, columns: list[int]) -> None:
    assert found(text) == [("CR804", 1, column) for column in columns]


ODD = "070-174 0605"
"""As another kind of number is grouped: a telephone's only where somebody says so."""


@pytest.mark.parametrize(
    ("before", "number", "after", "holds"),
    [
        ("Lokal ", "070-  174 06 05", "", True),
        ("Lokal ", "070 -  174 06 05", "", False),
        ("Lokal ", "070\t174 06 05", "", True),
        ("Lokal ", "070\t \t \t174 06 05", "", False),
        ("Lokal +", "070-174 06 05", "", False),
        *((f"Lokal 1{sign}", "0701740605", "", False) for sign in "-./:,"),
        ("Lokal ,", "0701740605", "", True),
        ("Lokal x", "+46 70 174 06 06", "", False),
        ("Lokal +", "+46 70 174 06 06", "", False),
        ("Lokal ", "0523-12345", "", True),
        ("Lokal ", "0046 70 1740605", "", True),
        ("Lokal ", "0046(0)70-1740605", "", True),
        ("Lokal ", "08.465 004 00", "", True),
        ("Lokal ", "08/465 004 00", "", True),
        *(
            ("Ring ", day, "", False)
            for day in ("08/10 2026", "08.10.2026", "08/05 2026", "08/5 2026", "08.10 465 00", "08.9 2026 10")
        ),
        *(("Ring ", day, "", False) for day in ("08-10-2026", "08-16 2026", "08-10 1999")),
        ("Ring ", "08-10 20265", "", True),
        ("Ring ", "08-10 202 65", "", True),
        *(("Ring ", number, "", False) for number in ("070174-0605", "070174+0605", "070174 0605", "070112-0605")),
        ("Ring ", "070174-060 5", "", True),
        ("Ring ", "07-01740605", "", False),
        ("Ring ", "09-80319200", "", False),
        ("Ring ", "0980-31920-10-12", "", True),
        ("Ring ", "0980-3 2026-10-15", "", False),
        ("Ring ", "0980-3 1999-01-09", "", False),
        ("Xnr ", "0701740605", "", True),
        ("Abnr ", "0701740605", "", False),
        ("Lokal ", "070-174 06 05", ", är ordernummer", False),
        ("Lokal ", "070-174 06 05", " (är ordernummer)", False),
        ("Lokal ", "070-174 06 05", "( , är ordernummer", True),
        ("Lokal ", "070-174 06 05", " , är ordernummer", False),
        ("Lokal ", "070-174 06 05", "är ordernummer", True),
        ("Lokal ", "070-174 06 05", " är det nya ordernummer", False),
        ("Lokal ", "070-174 06 05", " är det helt nya ordernummer", True),
        ("Lokal ", "070-174 06 05", " är xnr", True),
        ("Lokal ", "070-174 06 05", " är abnr", False),
        ("Lokal ", "070-174 06 05", " är telefonnummer", True),
        *((words, ODD, "", True) for words in ("Telefon ", "Tel.nr ", "Tel:nr ", "Tel-nr ", "Tel nr. ", "Tel nr: ")),
        ("Ring till mig ", ODD, "", True),
        ("Ring till mig nu ", ODD, "", False),
        *(("Lokal ", sign.join(("070", "174", "06", "05", "12")), "", False) for sign in " \xa0./-"),
        ("Lokal ", "070 174 06 05 1", "", False),
        ("Lokal ", "070 174 06 05 123", "", False),
        ("Lokal ", "070 174 06 05 1234", "", True),
        ("Lokal ", "070 174 06 05 012", "", True),
        *((f"Konto{sign}", "0701740605", "", False) for sign in (".", " : ", " (", ") ", " #", " :", " nr   ", " nr.")),
        *((f"Konto{sign}", "0701740605", "", True) for sign in ("  : ", " nr    ", " nr(")),
        *((f"Konto nr{sign}", "0701740605", "", False) for sign in ":#. "),
        *(
            (f"ISBN{some}", "0701740605", "", False)
            for some in ("0701740604 och ", " 0701740604, 0701740603 and ", ": 48/", ": 0701740604, 48/")
        ),
        *(
            (f"ISBN{some}", "0701740605", "", True)
            for some in (" 4711 och ", " 070174060 och ", " 070174-0604 och ", " 0701740604, 4711 och ", " 0701740604 ")
        ),
        *((f"ISBN {number} och ", number, "", False) for number in ("070-174 06 05", "0701 740605", "0701-740605")),
        *((f"ISBN{some}", "0701740605", "", True) for some in (f" {'1' * 22} och ", " 4711 ", " 4711, x ")),
    ],
)
def test_what_makes_a_telephone_number(before: str, number: str, after: str, *, holds: bool) -> None:
    assert found(f"{before}{number}{after}") == ([("CR804", 1, len(before) + 1)] if holds else [])


@pytest.mark.parametrize("word", ["dnr", "dnr: ", "dnr nr", "dnr # "])
def test_a_number_that_is_named_is_no_persons(word: str) -> None:
    assert codes(f"{word}140305-2382") == set()


# -- a name


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rektor Anna Berg", [(1, 8)]),
        ("Rektorn Anna Berg", [(1, 9)]),
        ("Assistenten Anna Berg", [(1, 13)]),
        ("Rektor, Anna Berg", [(1, 9)]),
        ("Rektor  Anna Berg", []),
        ("Rektor Žaneta Žuk", [(1, 8)]),
        ("Läraren Ola Žuk", [(1, 9)]),
        ("Eleven Žaneta", [(1, 8)]),
        ("Eleven Anna", [(1, 8)]),
        ("Eleverna Anna", []),
        ("Vi träffade Anna Berg", []),
        ("Vi frågar Skolan. Eleven Anna", [(1, 26)]),
        ("who: Anna Berg", [(1, 6)]),
        ("who: Anna-lisa Berg", [(1, 6)]),
        ("who: kurator  # vi träffade Anna Berg", []),
        ("a: 1  # who: Anna Berg", [(1, 14)]),
        ("who: Anna Berg, Eva Lind", [(1, 6)]),
        ("who: kurator\nVi träffade Anna Berg", []),
        ("Vi träffade Anna Berg\nwho: Eva Lind", [(2, 6)]),
        ("who: Anna Berg\nroles:\n  - Eva Lind\n  - 'Ida Ek'", [(1, 6), (3, 5), (4, 6)]),
        ('roles:\n\t-  Eva Lind\n\t- "Ida Ek"', [(3, 5)]),
        ("roles: \n- rektor\n- Ida Ek\nx: Eva Lind", [(3, 3)]),
        ("4B Anna Berg", [(1, 4)]),
        ("Anna Berg 4B", [(1, 1)]),
        ("Vi ser att Anna i 4B", [(1, 12)]),
        ("Vi ser igen, Anna i 4F", [(1, 14)]),
        ("Anna Maria Berg 4B", [(1, 1)]),
        ("a\nVi ser att Anna i 4B och Ola i 5C\nb", [(2, 12), (2, 26)]),
        ("Vi ser att Anna i\n4B", []),
        ("Rektor Anna Berg och efter henne rektor Eva Lind", [(1, 8), (1, 41)]),
        ("Vi ser att Anna i 4B har rektor Eva Lind", [(1, 12), (1, 33)]),
        ("Rektor Anna-Lisa von Berg", [(1, 8)]),
        ("Rektor A. Berg", [(1, 8)]),
        ("who: A Berg", []),
        (f"who: A{'n' * 40} Berg", [(1, 6)]),
        (f"who: A{'n' * 41} Berg", []),
        ("who: An-an-An-an Berg", [(1, 6)]),
        ("who: An-an-an-an-an Berg", []),
        ("who: O'Brien Berg", [(1, 6)]),
        ("who: O’Brien Berg", [(1, 6)]),
        ("who: Anna von der Berg", [(1, 6)]),
        ("who: Anna von der van Berg", []),
        ("who: Anna von der van Žuk", []),
        ("roles:\t\n- Ida Ek", [(2, 3)]),
        ("Rektor Norra Skolan", []),
    ],
)
def test_where_a_name_begins(text: str, places: list[tuple[int, int]]) -> None:
    assert found(text) == [("CR805", line, column) for line, column in places]


EVERY = "Rektor Anna Berg 20140305-2382 20140305-TF10 kim@exempel.se 070-174 06 05"


def test_what_is_found_is_told_in_order() -> None:
    assert [rule.code for rule in in_name(EVERY)] == ["CR801", "CR802", "CR803", "CR804", "CR805"]
    assert personal_data(f"{EVERY}\n\n\n\n\n\n\n{EVERY}") == [1, 8]


@pytest.mark.parametrize(("name", "told"), [("Rektor Anna Berg.yaml", ["CR805"]), ("rektor.yaml", [])])
def test_a_name_with_capitals_is_looked_at(name: str, told: list[str]) -> None:
    assert [rule.code for rule in in_name(name)] == told
