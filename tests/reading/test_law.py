"""Every section of the Education Act that is cited: whom it binds, and what is known to change in it."""

from datetime import date
from typing import NamedTuple

import pytest

from crosp_cli.model.guidance import References
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_references

AS_OF = date(2026, 1, 15)
"""The day on which the law stood as it was read."""
PUPILS = {
    "forskoleklass",
    "grundskola",
    "anpassad-grundskola",
    "sameskola",
    "specialskola",
    "gymnasieskola",
    "anpassad-gymnasieskola",
}
UPPER_SECONDARY = {"gymnasieskola", "anpassad-gymnasieskola"}


class Section(NamedTuple):
    """Whom a section binds by its own text: no types or forms means all of them."""

    types: frozenset[str] | set[str] = frozenset()
    forms: frozenset[str] | set[str] = frozenset()
    changes: tuple[str, ...] = ()
    binding: str = "shall"


LAW = {
    "1:4": Section(changes=("2028-07-01",)),
    "1:5": Section(changes=("2026-08-01",)),
    "1:8": Section(),
    "1:9": Section(),
    "1:10": Section(),
    "2:8": Section(),
    "2:8a": Section(),
    "2:8b": Section(types={"municipal"}),
    "2:9": Section(),
    "2:10": Section(),
    "2:25": Section(forms=PUPILS, changes=("2028-07-01",)),
    "2:26": Section(types={"municipal", "region"}, forms={"komvux"}, binding="may"),
    "2:34a": Section(),
    "3:2": Section(changes=("2028-07-01",)),
    "3:5": Section(forms=PUPILS | {"komvux", "fritidshem"}, changes=("2028-07-01",)),
    "3:7": Section(forms=PUPILS | {"fritidshem"}, changes=("2028-07-01",)),
    "3:9": Section(forms=PUPILS | {"fritidshem"}, changes=("2028-07-01",)),
    "4:3": Section(),
    "4:4": Section(),
    "4:5": Section(),
    "4:6": Section(),
    "4:7": Section(),
    "4:9": Section(),
    "4:12": Section(
        forms=(PUPILS - UPPER_SECONDARY) | {"forskola", "fritidshem"}, changes=("2028-07-01", "2028-07-01")
    ),
    "4:13": Section(),
    "8:9": Section(forms={"forskola"}),
    "29:13": Section(changes=("2027-01-01",)),
}
"""As read in the Act, consolidated through SFS 2025:1497."""


@pytest.fixture(scope="module")
def references() -> References:
    found = read_references(read_framework(built_in_folder()))
    assert found is not None
    return found


def test_no_section_is_cited_that_was_not_read_and_none_is_left_out(references: References) -> None:
    assert {found.number for found in references.entries if found.kind == "law"} == set(LAW)


@pytest.mark.parametrize("number", LAW)
def test_a_section_concerns_those_whom_its_text_names(references: References, number: str) -> None:
    found = next(one for one in references.entries if one.number == number)
    assert found.as_of == AS_OF
    assert found.binding == LAW[number].binding
    assert set(found.applies_to.organiser_types) == LAW[number].types
    assert set(found.applies_to.school_forms) == LAW[number].forms
    assert tuple(change.from_.isoformat() for change in found.changes) == LAW[number].changes
    assert found.paraphrase is not None


def test_a_change_asks_for_a_new_look_from_its_day_unless_the_paraphrase_allows_for_it(references: References) -> None:
    by_number = {found.number: found for found in references.entries}
    assert not by_number["3:5"].changed_by(date(2028, 6, 30))
    assert by_number["3:5"].changed_by(date(2028, 7, 1))
    assert not by_number["1:5"].changed_by(date(2028, 7, 1))


def test_what_is_said_of_1_5_and_2_25_is_what_holds(references: References) -> None:
    by_number = {found.number: str(found.paraphrase) for found in references.entries}
    assert "kränkande" not in by_number["1:5"]
    for profession in ("skolläkare", "skolsköterska", "psykolog", "kurator", "specialpedagog", "speciallärare"):
        assert profession in by_number["2:25"]


def test_guardians_are_expected_in_every_school_form_but_that_of_adults() -> None:
    framework = read_framework(built_in_folder()).framework
    assert framework is not None
    guardians = next(group for group in framework.head.groups if group.id == "guardians")
    forms = [form.id for form in framework.head.school_forms]
    assert [form for form in forms if not guardians.is_expected("school", (form,))] == ["komvux"]
    assert guardians.is_expected("school", ("komvux", "gymnasieskola"))
    assert guardians.is_expected("school", ())
    assert not guardians.is_expected("teaching", ("grundskola",))
