"""What is found in a competence programme once the whole project is known, and what always holds of its counts."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosp_cli.analysis.programme.coverage import coverage
from crosp_cli.checks.programme.scope import GOOD, ProgrammeScope
from crosp_cli.checks.registry import document_checks
from crosp_cli.model.programme import Programme
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.validation.runner import validate

PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
units: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]
"""
NOT_MADE = GOOD[: GOOD.index("    made:")] + GOOD[GOOD.index("questions:") :]


def found(
    text: str, today: date = date(2026, 11, 1), others: Mapping[str, str] | None = None
) -> list[tuple[str, int, int]]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "crosp.yaml").write_text(PROJECT, "utf-8")
        for path, one in {"uss.yaml": text, **(others or {})}.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(one, "utf-8")
        result = validate(sources([folder]), Workspace(), today)
    return [(one.code, one.location.line, one.location.column) for one in result.findings if one.code != "CR703"]


def test_a_follow_up_is_overdue_the_day_after() -> None:
    assert found(NOT_MADE, date(2024, 6, 14)) == []
    assert found(NOT_MADE, date(2024, 6, 15)) == [("CR1012", 12, 14)]


def test_a_registration_is_over_the_day_after_unless_there_is_a_later_count() -> None:
    text = GOOD.replace("2099", "2024")
    assert found(text, date(2024, 12, 31)) == []
    assert found(text, date(2025, 1, 1)) == [("CR1013", 8, 71)]
    later = text.replace("number: 79}]", "number: 79}, {date: 2024-12-31, number: 90}]")
    assert found(later, date(2025, 1, 1)) == []


def test_how_many_of_a_few_answered_is_told_in_no_finding() -> None:
    text = GOOD.replace("answered: 61", "answered: 3")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "crosp.yaml").write_text(PROJECT, "utf-8")
        (folder / "uss.yaml").write_text(text, "utf-8")
        result = validate(sources([folder]), Workspace(), date(2026, 11, 1))
    [one] = [finding for finding in result.findings if finding.code == "CR1007"]
    assert not one.values


_DAYS = st.dates(date(2022, 1, 1), date(2024, 1, 1)).map(str)
_COUNTS = st.fixed_dictionaries({"date": _DAYS, "number": st.integers(0, 9)}, optional={"of": st.integers(0, 9)})
_UNITS = st.lists(
    st.fixed_dictionaries({"unit": st.sampled_from("abc")}, optional={"completed": _DAYS}),
    max_size=3,
    unique_by=lambda part: part["unit"],
)
_INTENDED = st.none() | st.fixed_dictionaries(
    {},
    optional={"units": st.lists(st.sampled_from("abc"), max_size=3, unique=True), "number": st.integers(0, 9)},
)
PROGRAMMES = st.fixed_dictionaries(
    {
        "format": st.just("crosp-programme/1"),
        "framework": st.just("spsm-crosp@2024"),
        "id": st.just("uss"),
        "name": st.just("Utredning om särskilt stöd"),
        "intended_for": _INTENDED,
        "completed": st.lists(_COUNTS, max_size=4),
        "registered": st.lists(st.fixed_dictionaries({"date": _DAYS, "number": st.integers(0, 9)}), max_size=3),
        "units": _UNITS,
    }
)


@given(programme=PROGRAMMES, turned=st.randoms(use_true_random=False))
def test_the_order_of_entries_never_changes_what_is_found(programme: dict[str, Any], turned: Any) -> None:
    other = {
        **programme,
        **{key: turned.sample(programme[key], len(programme[key])) for key in ("completed", "registered", "units")},
    }
    codes = [sorted(code for code, _line, _column in found(json.dumps(one))) for one in (programme, other)]
    assert codes[0] == codes[1]


NINE = {"format": "crosp-programme/1", "framework": "x@1", "id": "uss", "name": "X", "intended_for": {"number": 9}}


@settings(max_examples=4 * settings.default.max_examples)
@example(made=NINE | {"units": [{"unit": "a", "completed": "2023-06-01"}]}, more=[{"date": "2023-06-01", "number": 9}])
@example(made=NINE | {"completed": [{"date": "2023-06-01", "number": 10}]}, more=[])
@given(made=PROGRAMMES, more=st.lists(_COUNTS, max_size=3))
def test_coverage_never_exceeds_its_denominator_without_a_finding(made: dict[str, Any], more: list[Any]) -> None:
    registered = [{"date": one["date"], "number": one["number"]} for one in more]
    programme = Programme.model_validate(made | {"registered": registered})
    subject = ProgrammeScope(programme, Tree("uss.yaml", {}, ""), None, None, date(2026, 11, 1))
    checks = [check for some in document_checks(Programme).values() for check in some]
    codes = {check.rule.code for check in checks for _hit in check.find(subject)}
    reached = coverage(programme, date.max)
    if any(point.is_too_many for point in reached.points):
        assert codes & {"CR1001", "CR1003"}
    for one in reached.registrations:
        completed = max((point.completed for point in reached.points if point.day <= one.day), default=0)
        if programme.intended is not None and completed + one.number > programme.intended:
            assert codes & {"CR1001", "CR1003", "CR1005"}


def test_a_name_that_two_programmes_have_is_found_wherever_it_stands() -> None:
    other = GOOD.replace("name: Utredning om särskilt stöd", "name: Något annat")
    assert found(GOOD, others={"b/uss.yaml": other}) == [("CR1014", 3, 5)]
    assert found(GOOD, others={"b/uss.yaml": other.replace("id: uss", "id: uss-2")}) == []
