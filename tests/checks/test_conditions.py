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
        ("a\nVi ser att Anna i 4B och Ola i 5C\nb", [(2, 12), (2, 26)]),
        ("Vi ser att Anna i\n4B", []),
        ("Rektor Anna Berg och efter henne rektor Eva Lind", [(1, 8), (1, 41)]),
        ("Vi ser att Anna i 4B har rektor Eva Lind", [(1, 12), (1, 33)]),
        ("Rektor Anna-Lisa von Berg", [(1, 8)]),
        ("Rektor A. Berg", [(1, 8)]),
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
