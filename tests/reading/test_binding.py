"""Which references bind whom and speak of what, by tables written by hand from the law and not from the framework."""

import re
from itertools import product
from typing import NamedTuple

import pytest

from crosp_cli.analysis.assessment.cells import Setting, cell_results
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import References
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_references

TYPES = ("municipal", "independent", "region", "state")
FORMS = (
    "forskola",
    "forskoleklass",
    "grundskola",
    "anpassad-grundskola",
    "sameskola",
    "specialskola",
    "gymnasieskola",
    "anpassad-gymnasieskola",
    "komvux",
    "fritidshem",
)
LEVELS = ("organiser", "school", "teaching")
STUDENT_HEALTH = set(FORMS[1:8])
"""From preschool class to adapted upper secondary school: not preschool, komvux or school-age educare."""
SPECIAL_SUPPORT = {*FORMS[1:8], "fritidshem"}
"""For pupils; neither preschool nor komvux."""
GUARDIANS_HAVE_A_SAY = {*FORMS[:6], "fritidshem"}
"""Neither upper secondary school, adapted or not, nor komvux."""


class Bound(NamedTuple):
    """Whom a section binds: where nothing is said, everyone."""

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    types: tuple[str, ...] = TYPES
    forms: frozenset[str] | set[str] = frozenset(FORMS)
    levels: tuple[str, ...] = LEVELS


SECTIONS = {
    "1:5": Bound(rows=("shared-direction",), columns=("governance",)),
    "1:10": Bound(rows=("shared-direction",)),
    "2:8": Bound(columns=("governance", "capacity-building"), levels=("organiser",)),
    "2:8a": Bound(columns=("governance",), levels=("organiser",)),
    "2:8b": Bound(columns=("funding",), types=("municipal",), levels=("organiser",)),
    "2:9": Bound(rows=("inclusive-leadership",), columns=("capacity-building",), levels=("school",)),
    "2:10": Bound(rows=("inclusive-leadership",), columns=("capacity-building",), levels=("school",)),
    "2:25": Bound(rows=("collaboration",), forms=STUDENT_HEALTH, levels=("organiser", "school")),
    "2:34a": Bound(rows=("professional-development",), levels=("organiser",)),
    "3:9": Bound(rows=("follow-up",), forms=SPECIAL_SUPPORT, levels=("school", "teaching")),
    "4:3": Bound(rows=("follow-up",), columns=("quality",), levels=("organiser",)),
    "4:4": Bound(rows=("follow-up",), columns=("quality",), levels=("school", "teaching")),
    "4:5": Bound(columns=("quality",)),
    "4:6": Bound(columns=("quality",)),
    "4:7": Bound(columns=("quality",), levels=("organiser",)),
    "4:9": Bound(rows=("participation",)),
    "4:12": Bound(rows=("participation",), forms=GUARDIANS_HAVE_A_SAY),
    "4:13": Bound(rows=("participation",), levels=("school",)),
    "8:9": Bound(rows=("follow-up",), forms={"forskola"}, levels=("school", "teaching")),
    "29:13": Bound(rows=("collaboration",)),
}
"""Every section behind a row or a column. 2:8 b binds municipalities only; student health is not for preschool."""
ALONE = {
    "3:5": Bound(forms={*FORMS[1:]}, levels=("school", "teaching")),
    "3:7": Bound(forms=SPECIAL_SUPPORT, levels=("school", "teaching")),
}
"""The sections that speak of cells and stand behind no whole row or column."""
SPEAKS_OF = {
    "1:10": {("participation", "governance", "organiser")},
    "2:8b": {("shared-direction", "funding", "organiser")},
    "2:9": {("inclusive-leadership", "governance", "school")},
    "2:10": {("inclusive-leadership", "funding", "school")},
    "2:25": {
        ("collaboration", "governance", "organiser"),
        ("collaboration", "governance", "school"),
        ("follow-up", "capacity-building", "school"),
        ("professional-development", "capacity-building", "organiser"),
    },
    "2:34a": {("professional-development", "funding", "organiser")},
    "3:5": {("inclusive-leadership", "capacity-building", "school")},
    "3:7": {("inclusive-leadership", "capacity-building", "school")},
    "3:9": {("follow-up", "governance", "school"), ("participation", "capacity-building", "school")},
    "4:3": {("follow-up", "governance", "organiser"), ("follow-up", "quality", "organiser")},
    "4:4": {
        ("follow-up", "capacity-building", "school"),
        ("inclusive-leadership", "quality", "teaching"),
        ("participation", "quality", "school"),
        ("follow-up", "quality", "school"),
    },
    "4:7": {("follow-up", "quality", "organiser")},
    "4:9": {("participation", "governance", "teaching"), ("participation", "quality", "teaching")},
    "4:12": {("participation", "governance", "school")},
    "4:13": {("participation", "governance", "school")},
    "8:9": {("inclusive-leadership", "capacity-building", "school"), ("participation", "capacity-building", "school")},
    "29:13": {("collaboration", "governance", "organiser")},
}
"""The cells and levels that a section's own text is about. Only there is it a duty of the cell's."""
FACTORS = {
    "Tydlig roll- och ansvarsfördelning": (("shared-direction",), ("governance",)),
    "Hälsofrämjande lärmiljö": (("shared-direction",), ()),
    "Kompetent ledarskap": (("collaboration",), ()),
    "Professionell utveckling": (("professional-development",), ("capacity-building",)),
    "Förtroendefullt klimat": (("participation",), ()),
    "Kompensatoriska insatser": (("follow-up",), ()),
    "Systematiskt kvalitetsarbete": ((), ("quality",)),
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    found = read_framework(built_in_folder()).framework
    assert found is not None
    return found


@pytest.fixture(scope="module")
def references() -> References:
    found = read_references(read_framework(built_in_folder()))
    assert found is not None
    return found


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("organiser", TYPES)
def test_each_cell_knows_what_binds_here(
    framework: Framework, references: References, organiser: str, level: str
) -> None:
    assessment = Assessment.model_validate(
        {
            "format": "crosp-assessment/1",
            "framework": framework.name,
            "level": level,
            "occasion": "o",
            "date": "2026-10-15",
        }
    )
    for form in FORMS:
        setting = Setting(organiser, (form,), level)
        for cell in cell_results(assessment, framework, references, setting, {}):
            row, column = cell.place
            bound = {
                number: row in whom.rows or column in whom.columns
                for number, whom in (SECTIONS | ALONE).items()
                if organiser in whom.types and form in whom.forms and level in whom.levels
            }
            tied = {number for number in bound if (row, column, level) in SPEAKS_OF.get(number, ())}
            where = (organiser, form, level, cell.place)
            assert {duty.number for duty in cell.duties} == tied, where
            behind = [one.reference for one in cell.behind]
            laws = {one.number for one in behind if one.is_duty}
            assert laws == tied | {number for number, attached in bound.items() if attached}, where
            factors = {one.title["sv"] for one in behind if one.kind == "success-factor"}
            assert factors == {name for name, (rows, columns) in FACTORS.items() if row in rows or column in columns}
            assert all(one.as_of.year >= 2024 for one in behind)
            assert all(duty.as_of.isoformat() == "2026-01-15" for duty in cell.duties)


@pytest.mark.parametrize("level", LEVELS)
def test_fewer_than_half_of_the_cells_carry_a_duty_of_their_own_in_any_school_form(
    framework: Framework, references: References, level: str
) -> None:
    for organiser, form in product(TYPES, FORMS):
        concern = [one for one in references.entries if one.applies_to.includes(organiser, (form,), level)]
        duties = {place for place in framework.places for one in concern if one.is_duty and place in one.ties(level)}
        assert len(duties) * 2 < len(framework.places), (organiser, form)
        assert duties, (organiser, form)


def test_each_tie_stands_at_levels_that_its_section_concerns_and_says_why_in_a_line(references: References) -> None:
    for one in references.entries:
        for tie in one.cells:
            assert set(tie.levels) <= set(one.applies_to.levels or LEVELS), one.id
            assert tie.levels
            assert all(len(text) <= 210 for text in tie.why.values()), one.id
        places = [(tie.place, level) for tie in one.cells for level in tie.levels]
        assert len(places) == len(set(places)), one.id
    assert {one.number for one in references.entries if one.cells} == set(SPEAKS_OF)


def test_an_organiser_is_bound_by_what_concerns_any_of_its_school_forms(
    framework: Framework, references: References
) -> None:
    student_health = next(r for r in references.entries if r.number == "2:25")
    for level, kind in product(("organiser", "school"), TYPES):
        assert student_health.applies_to.includes(kind, ("forskola", "grundskola"), level)
        assert not student_health.applies_to.includes(kind, ("forskola",), level)
        assert not student_health.applies_to.includes(kind, ("komvux",), level)


SHIFTS = (
    ("context", r"individ", r"sammanhang"),
    ("salutogenic", r"patogent", r"salutogent"),
    ("proactive", r"[Rr]eager", r"i förväg"),
    ("core", r"stöd", r"kärnverksamhet"),
    ("systematic", r"enskilda", r"systematiskt kvalitetsarbete"),
)
"""The five shifts of the webinar of 2021, in its order."""


def test_the_five_shifts_are_questions_to_read_with(framework: Framework) -> None:
    shifts = framework.head.shifts
    assert [shift.id for shift in shifts] == [name for name, _before, _after in SHIFTS]
    for shift, (_name, before, after) in zip(shifts, SHIFTS, strict=True):
        assert shift.source == "spsm-2021"
        assert re.search(before, shift.from_["sv"].lower() if before.islower() else shift.from_["sv"])
        assert re.search(after, shift.to["sv"].lower())
        assert shift.question is not None
        assert set(shift.question) == {"sv", "en"}
        assert all(text.endswith("?") for text in shift.question.values())


def test_what_is_said_of_orientation_is_what_the_law_says_of_student_health(
    framework: Framework, references: References
) -> None:
    (said,) = framework.head.orientation_references
    section = next(r for r in references.entries if r.id == said.id)
    assert section.number == "2:25"
    assert said.attached_by == "crosp"
    assert said.note is not None
    for words in ("främja hälsa", "förebygga", "individ-, grupp- och", "skolenhetsnivå"):
        assert words in said.note["sv"]
