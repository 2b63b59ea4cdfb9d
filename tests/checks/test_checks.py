"""Every check does what its own examples say, and its rule holds whatever a file says."""

import json
import pkgutil
import re
import string
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosp_cli import checks
from crosp_cli.checks.check import AnyCheck, Check, DocumentScope, NewestScope, ProjectScope, TextScope
from crosp_cli.checks.personal_data.text_checks import TEXT_CHECKS
from crosp_cli.checks.project import cr704_no_assessment as no_assessment
from crosp_cli.checks.project import cr706_schema_line as schema_line
from crosp_cli.checks.registry import (
    EVERY_CHECK,
    KNOWN_CODES,
    NEWEST_CHECKS,
    OTHER_RULES,
    PROJECT_CHECKS,
    document_checks,
)
from crosp_cli.findings import Finding, Rule, Severity, code_number
from crosp_cli.limits import OFFERED
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.documents.framework import built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_references
from crosp_cli.reading.documents.kinds import Role, in_role
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation import suppressions
from crosp_cli.validation.runner import validate

TODAY = date(2026, 11, 1)
PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
units:
  - {id: ekskolan, name: Ekskolan, school_forms: [grundskola]}
"""
HEAD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
participants: [{group: pupils, count: 8}, {group: guardians, count: 6}]
"""
SEVERITIES = {
    Severity.ERROR: "CR404 CR406 CR701 CR702",
    Severity.WARNING: "CR202 CR203 CR301 CR302 CR401 CR402 CR403 CR405",
    Severity.NOTE: "CR201",
}
READING_AND_SHAPE = ALL_RULES
MODELS = [kind.model for kind in in_role(Role.IN_PROJECT)]


def indented(text: str, spaces: int) -> str:
    return "".join(f"{' ' * spaces}{line}\n" if line else "\n" for line in text.splitlines())


def found_in(documents: list[str], *, project: str = PROJECT, today: date = TODAY) -> list[Finding]:
    """What crosp finds in these assessments, each in a file of its own, and in crosp.yaml."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "crosp.yaml").write_text(project, "utf-8")
        for number, text in enumerate(documents):
            (folder / f"{number}.yaml").write_text(text, "utf-8")
        return validate(sources([folder]), Workspace(), today).findings


def is_on_a_project_file(check: AnyCheck) -> bool:
    return check.bad.startswith("format: crosp-project/")


def found_by_example(check: AnyCheck, text: str, more: str = "") -> list[Finding]:
    """What crosp finds in an example: a cell, whole documents, a crosp.yaml, or lines of text."""
    project = PROJECT + more
    if is_on_a_project_file(check):
        return found_in([], project=text + more, today=date(2099, 1, 1))
    if check.scope is TextScope:
        text = f"current_state:\n  reflection: |\n{indented(text, 4)}"
    if text.startswith("format:"):
        return found_in(text.split("---\n"), project=project)
    return found_in([f"{HEAD}cells:\n  follow-up:\n    quality:\n{indented(text, 6)}"], project=project)


def named(check: AnyCheck) -> str:
    return check.rule.code


class TestCatalogue:
    def test_every_module_with_a_check_is_in_it(self) -> None:
        found_modules = pkgutil.walk_packages(checks.__path__, "crosp_cli.checks.")
        modules = [import_module(module.name) for module in found_modules]
        found = {module.CHECK.rule.code for module in modules if hasattr(module, "CHECK")}
        assert found == {check.rule.code for check in EVERY_CHECK}
        assert found | {rule.code for rule in OTHER_RULES} == KNOWN_CODES
        assert OTHER_RULES == (no_assessment.RULE, schema_line.RULE)

    def test_a_module_is_called_as_its_code(self) -> None:
        for module in pkgutil.walk_packages(checks.__path__, "crosp_cli.checks."):
            found = import_module(module.name)
            rule = found.CHECK.rule if hasattr(found, "CHECK") else getattr(found, "RULE", None)
            if rule is not None:
                assert module.name.rpartition(".")[2].startswith(f"{rule.code.lower()}_")

    def test_codes_are_unique_and_in_order(self) -> None:
        codes = [check.rule.code for check in EVERY_CHECK]
        assert codes == sorted(set(codes), key=code_number)
        for part in parts():
            codes = [check.rule.code for check in part]
            assert codes == sorted(codes, key=code_number)

    def test_codes_belong_to_the_families_of_the_design(self) -> None:
        assert all(re.fullmatch(r"CR([2-9]|1\d)\d\d", code) for code in KNOWN_CODES)
        assert all(re.fullmatch(r"CR[01]\d\d", rule.code) for rule in (*READING_AND_SHAPE, *suppressions.RULES))
        assert {check.rule.code[2] for check in TEXT_CHECKS} <= {"8"}

    def test_a_code_has_one_meaning(self) -> None:
        assert not {rule.code for rule in suppressions.RULES} & {rule.code for rule in READING_AND_SHAPE}
        assert len({rule.code for rule in suppressions.RULES}) == len(suppressions.RULES)

    @pytest.mark.parametrize("severity", list(Severity), ids=lambda severity: severity.word)
    def test_how_serious_it_is(self, severity: Severity) -> None:
        found = {check.rule.code: check.rule.severity for check in EVERY_CHECK}
        assert {found[code] for code in SEVERITIES[severity].split()} == {severity}


@pytest.mark.parametrize("check", EVERY_CHECK, ids=named)
class TestEach:
    def test_its_bad_example_is_found(self, check: AnyCheck) -> None:
        found = found_by_example(check, check.bad)
        assert check.rule.code in {finding.code for finding in found}
        assert all(finding.rule.severity is check.rule.severity for finding in found if finding.code == check.rule.code)

    def test_its_good_example_is_not(self, check: AnyCheck) -> None:
        found = found_by_example(check, check.good)
        assert check.rule.code not in {finding.code for finding in found}
        assert [finding.code for finding in found if code_number(finding.code) < 200] == []

    def test_it_points_at_a_place_in_the_example(self, check: AnyCheck) -> None:
        for finding in found_by_example(check, check.bad):
            if finding.code == check.rule.code:
                assert (finding.location.line, finding.location.column) != (1, 1) or is_on_a_project_file(check)

    def test_it_can_be_left_out(self, check: AnyCheck) -> None:
        found = found_by_example(check, check.bad, f"checks: {{ignore: [{check.rule.code}]}}\n")
        assert {finding.code for finding in found} & {check.rule.code, "CR032"} == set()

    def test_its_reason_and_source(self, check: AnyCheck) -> None:
        assert all(check.source_in(language).strip() for language in ("sv", "en"))
        assert not re.search(r"[åäöÅÄÖ]", check.source_in("en"))
        assert not isinstance(check.source, str) or " " not in check.source, "it is said alike in no two languages"

    def test_it_names_no_law_which_is_for_the_framework_to_say(self, check: AnyCheck) -> None:
        texts = [*check.reason.values(), *check.rule.message.values(), *check.rule.help.values()]
        texts += [check.source_in(language) for language in ("sv", "en")]
        assert not re.search(r"§|\bkap\b|skollag|Education Act|chapter \d", "\n".join(texts), re.IGNORECASE)
        assert set(check.reason) == {"sv", "en"}
        for text in check.reason.values():
            assert len(text) > 20
            assert text == text.strip()


@pytest.mark.parametrize(
    "rule",
    [*(check.rule for check in EVERY_CHECK), *READING_AND_SHAPE, *suppressions.RULES],
    ids=lambda rule: rule.code,
)
class TestWords:
    def fields(self, template: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}

    def test_both_languages_are_complete(self, rule: Rule) -> None:
        assert set(rule.message) == {"sv", "en"}
        assert rule.help == {} or set(rule.help) == {"sv", "en"}
        for texts in (rule.message, rule.help):
            for text in texts.values():
                assert text == text.strip() != ""

    def test_both_languages_are_filled_alike(self, rule: Rule) -> None:
        assert self.fields(rule.message["sv"]) == self.fields(rule.message["en"])
        if rule.help:
            assert self.fields(rule.help["sv"]) == self.fields(rule.help["en"])
        assert all(field and field.isidentifier() for text in rule.message.values() for field in self.fields(text))

    def test_the_languages_differ(self, rule: Rule) -> None:
        assert rule.message["sv"] != rule.message["en"]
        assert not rule.help or rule.help["sv"] != rule.help["en"]


# --- what always holds -----------------------------------------------------------------------------------------

_DAYS = st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)).map(str)
_BLANKS = st.sampled_from([None, " ", "A shared routine for the teams."])
_MEASURES = st.fixed_dictionaries(
    {"id": st.sampled_from(["a", "b", "c"]), "what": st.just("Time together")},
    optional={
        "status": st.sampled_from(["planned", "ongoing", "done", "dropped"]),
        "responsible": st.sampled_from([None, " ", "principal"]),
        "start": _DAYS,
        "due": _DAYS,
        "follow_ups": st.lists(st.fixed_dictionaries({"date": _DAYS}), max_size=2),
    },
)
_STEPS = st.none() | st.integers(0, 3)
_CELLS = st.fixed_dictionaries(
    {},
    optional={
        "current_state": st.fixed_dictionaries(
            {"reflection": _BLANKS, "rating": _STEPS, "evidence": st.sampled_from([[], ["A plan"]])}
        ),
        "need": st.fixed_dictionaries({"analysis": _BLANKS, "target": _STEPS}),
        "measures": st.lists(_MEASURES, max_size=3),
    },
)
_AREAS = ("funding", "governance", "capacity-building", "quality")
_ROWS = st.dictionaries(st.sampled_from(_AREAS), _CELLS, min_size=1)


def counted(cells: dict[str, Any]) -> Counter[str]:
    heading = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "unit": "ekskolan", "level": "school"}
    document = {**heading, "occasion": "2026-ht", "date": "2026-10-15", "cells": {"follow-up": cells}}
    return Counter(finding.code for finding in found_in([json.dumps(document)]))


def of_cells(cells: dict[str, Any], holds: Callable[[Any, Any, list[Any]], bool]) -> int:
    """In how many cells it holds of current state, need and measures."""
    return sum(
        bool(holds(cell.get("current_state", {}), cell.get("need", {}), cell.get("measures", [])))
        for cell in cells.values()
    )


def blank(text: str | None) -> bool:
    return not (text or "").strip()


class TestAlways:
    @settings(max_examples=2 * settings.default.max_examples)
    @given(cells=_ROWS)
    def test_of_cells(self, cells: dict[str, Any]) -> None:
        codes = counted(cells)
        assert codes["CR202"] == of_cells(
            cells, lambda state, _need, _: state.get("rating") is not None and blank(state.get("reflection"))
        )
        assert codes["CR203"] == of_cells(
            cells, lambda state, _need, _: state.get("rating") is not None and not state["evidence"]
        )

        def below(state: Any, need: Any, _: Any) -> bool:
            rating, target = state.get("rating"), need.get("target")
            return rating is not None and target is not None and target < rating

        def unanswered(state: Any, need: Any, measures: Any) -> bool:
            rating, target = state.get("rating"), need.get("target")
            further = rating is not None and target is not None and target > rating
            return not measures and (not blank(need.get("analysis")) or further)

        assert codes["CR301"] == of_cells(cells, below)
        assert codes["CR302"] == of_cells(cells, unanswered)

    @settings(max_examples=2 * settings.default.max_examples)
    @given(cells=_ROWS)
    def test_of_measures(self, cells: dict[str, Any]) -> None:
        codes = counted(cells)
        measures = [measure for cell in cells.values() for measure in cell.get("measures", [])]
        kept = [measure for measure in measures if measure.get("status") != "dropped"]
        open_ = [measure for measure in kept if measure.get("status") != "done"]
        assert codes["CR401"] == sum(blank(measure.get("responsible")) for measure in kept)
        assert codes["CR402"] == sum(measure.get("due") is None for measure in open_)
        assert codes["CR403"] == sum(not measure.get("follow_ups") for measure in kept)
        assert codes["CR405"] == sum((measure.get("due") or "9999") < TODAY.isoformat() for measure in open_)
        assert codes["CR406"] == len(measures) - len({measure["id"] for measure in measures})
        assert codes["CR404"] == sum(
            day is not None and measure.get("start") is not None and day < measure["start"]
            for measure in measures
            for day in (measure.get("due"), *(follow_up["date"] for follow_up in measure.get("follow_ups", [])))
        )

    @settings(max_examples=2 * settings.default.max_examples)
    @given(
        cards=st.lists(
            st.tuples(
                st.sampled_from(["ekskolan", "annan-skola"]),
                st.sampled_from(["school", "teaching"]),
                st.sampled_from(["2026-10-15", "2025-10-15"]),
            ),
            max_size=5,
        )
    )
    def test_of_assessments_together(self, cards: list[tuple[str, str, str]]) -> None:
        texts = []
        for unit, level, day in cards:
            text = HEAD.replace("ekskolan", unit).replace("level: school", f"level: {level}")
            texts.append(text.replace("2026-10-15", day))
        codes = Counter(finding.code for finding in found_in(texts))
        assert codes["CR702"] == len(cards) - len(set(cards))
        assert codes["CR701"] == sum(unit == "annan-skola" for unit, _, _ in cards)

    @settings(max_examples=2 * settings.default.max_examples)
    @given(cells=_ROWS)
    def test_findings_point_into_their_file(self, cells: dict[str, Any]) -> None:
        heading = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "organiser"}
        document = {**heading, "occasion": "2026-ht", "date": "2026-10-15", "cells": {"follow-up": cells}}
        text = json.dumps(document, indent=1)
        lines = text.split("\n")
        for finding in found_in([text]):
            assert finding.location.path.endswith(".yaml")
            assert 1 <= finding.location.column <= len(lines[finding.location.line - 1])


def parts() -> list[Sequence[AnyCheck]]:
    """The checks by what they are given."""
    of_documents = [part for model in MODELS for part in document_checks(model).values()]
    return [*of_documents, NEWEST_CHECKS, PROJECT_CHECKS, TEXT_CHECKS]


def test_what_the_framework_says_that_checks_rest_on_are_checks() -> None:
    references = read_references(read_framework(built_in_folder()))
    assert references is not None
    named = {code for reference in references.entries for code in reference.checks}
    assert named
    assert named <= {check.rule.code for check in EVERY_CHECK}


def test_checks_are_told_apart_by_their_scope() -> None:
    for scope, part in ((NewestScope, NEWEST_CHECKS), (ProjectScope, PROJECT_CHECKS), (TextScope, TEXT_CHECKS)):
        assert all(type(check) is Check and check.scope is scope for check in part)
    for model in MODELS:
        for scope, part in document_checks(model).items():
            assert issubclass(scope, DocumentScope)
            assert issubclass(model, scope.of)
            assert all(type(check) is Check and check.scope is scope for check in part)
    assert {check.rule.code for part in parts() for check in part} == {check.rule.code for check in EVERY_CHECK}


def test_of_many_units_the_first_are_offered_for_an_unknown_one() -> None:
    units = "".join(f"  - {{id: u{number}, name: U}}\n" for number in range(OFFERED))
    [found] = [one for one in found_in([HEAD.replace("ekskolan", "x")], project=PROJECT + units) if one.code == "CR701"]
    assert found.help("en").endswith(f"u{OFFERED - 2}, ….")
