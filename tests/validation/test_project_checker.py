"""Across a project's files, all is found that the whole of every file would have told, and little is kept of each."""

import gc
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.checks.check import NewestScope
from crosp_cli.checks.digest import digest_of
from crosp_cli.checks.registry import EVERY_CHECK, NEWEST_CHECKS
from crosp_cli.findings import Finding, Quoted
from crosp_cli.model.assessment import Assessment
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.documents.document import document, read_tree
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.validation.runner import MANY, validate

TODAY = date(2026, 11, 1)
DAYS = ("2026-10-31", "2026-11-01", "2026-11-02", "2027-05-31", None)
CODES = {"CR405", "CR409", "CR501", "CR702"}
PROJECT = """\
format: crosp-project/1
framework: spsm-crosp@2024
organiser: {id: exempelkommun, name: Exempelkommun, type: municipal}
units:
  - {id: ekskolan, name: Ekskolan, school_forms: [grundskola]}
  - {id: almskolan, name: Almskolan, school_forms: [grundskola]}
"""

days = st.sampled_from(DAYS)
follow_ups = st.lists(
    st.fixed_dictionaries({"date": days, "result": st.sampled_from((None, "Vi såg det."))}), max_size=2
)
measures = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(("a", "b", "c")),
            "what": st.sampled_from(("Ett möte per termin.", "Två möten per termin.")),
            "due": days,
            "status": st.sampled_from(("planned", "ongoing", "done", "dropped")),
            "follow_ups": follow_ups,
        }
    ),
    max_size=3,
    unique_by=lambda measure: str(measure["id"]),
)
assessments = st.fixed_dictionaries(
    {
        "unit": st.sampled_from(("ekskolan", "almskolan")),
        "level": st.sampled_from(("school", "teaching")),
        "date": st.sampled_from(("2024-10-15", "2025-10-15", "2026-10-15")),
        "measures": measures,
    }
)


def written(unit: str | None, level: str, date: str, measures: list[Any]) -> str:
    """An assessment as JSON, which is YAML too, each value on a line of its own."""
    head = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "unit": unit, "level": level}
    cells = {"follow-up": {"quality": {"measures": measures}}}
    return json.dumps({**head, "occasion": f"{date[:4]}-ht", "date": date, "cells": cells}, indent=1)


def told(findings: list[Finding]) -> list[tuple[Any, ...]]:
    """Those findings that are found across files, as far as a user can see them."""
    kept = sorted((finding for finding in findings if finding.code in CODES), key=lambda finding: finding.order)
    return [(finding.code, finding.location, finding.values) for finding in kept]


def read(folder: Path) -> Iterator[tuple[Tree, Assessment]]:
    """Every assessment in the folder, whole."""
    for source in sources([folder / "assessments"]):
        tree, _ = read_tree(source.path, source.shown)
        assert tree is not None
        model = document(Assessment, tree, []).model
        assert model is not None
        yield tree, model


def found_in_all(folder: Path) -> list[tuple[Any, ...]]:
    """What the checks find with every file whole and in memory: nothing is left out beforehand."""
    everything = sorted(read(folder), key=lambda one: one[0].path)
    findings: list[tuple[Any, ...]] = []
    first: dict[tuple[Any, ...], str] = {}
    series: dict[tuple[Any, ...], list[tuple[Tree, Assessment]]] = {}
    for tree, model in everything:
        series.setdefault((model.unit, model.level), []).append((tree, model))
        known = first.setdefault((model.unit, model.level, model.date), tree.path)
        if known != tree.path:
            values = {"path": known, "day": Quoted(model.date.isoformat())}
            findings.append(("CR702", tree.value_at(("date",)), values))
    for occasions in series.values():
        occasions.sort(key=lambda one: one[1].date)
        tree, newest = occasions[-1]
        before = occasions[-2][1] if len(occasions) > 1 else None
        for check in NEWEST_CHECKS:
            hits = check.find(NewestScope(newest, before, TODAY))
            findings += [(check.rule.code, tree.value_at(hit.steps), hit.values) for hit in hits]
    return sorted(findings, key=lambda finding: (finding[1], finding[0]))


def project(folder: Path, documents: list[str]) -> None:
    (folder / "assessments").mkdir()
    (folder / "crosp.yaml").write_text(PROJECT, "utf-8")
    for number, text in enumerate(documents):
        (folder / "assessments" / f"{number}.yaml").write_text(text, "utf-8")


@given(st.lists(assessments, max_size=10))
def test_what_is_read_once_more_is_all_that_is_concerned(contents: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, [written(**one) for one in contents])
        assert told(validate(sources([folder]), Workspace(), TODAY).findings) == found_in_all(folder)


def by_chance(chance: Random) -> str:
    """An assessment with two measures, of one of many units, so that many series have several occasions."""
    measures = [
        {
            "id": name,
            "what": chance.choice(("Ett möte per termin.", "Två möten per termin.")),
            "due": chance.choice(DAYS),
            "status": chance.choice(("planned", "ongoing", "done", "dropped")),
            "follow_ups": [{"date": chance.choice(DAYS), "result": chance.choice((None, "Vi såg det."))}],
        }
        for name in ("a", "b")
    ]
    unit, level = f"skola-{chance.randrange(80)}", chance.choice(("school", "teaching"))
    return written(unit, level, f"{chance.randrange(2020, 2027)}-10-15", measures)


def test_in_several_processes_it_is_the_same(crosp_process: Any, tmp_path: Path) -> None:
    chance = Random(2026)  # noqa: S311
    project(tmp_path, [by_chance(chance) for _ in range(MANY + 50)])
    one, three = (
        crosp_process("validate", "--format", "json", "--today", str(TODAY), "--jobs", jobs, ".", cwd=tmp_path)
        for jobs in ("1", "3")
    )
    assert (one.out, one.err) == (three.out, three.err)
    found = [
        (finding["code"], finding["path"], finding["line"], finding["column"])
        for finding in json.loads(three.out)["findings"]
        if finding["code"] in CODES
    ]
    whole = [(code, place, values) for code, place, values in found_in_all(tmp_path)]
    where = [(code, Path(place.path).relative_to(tmp_path).as_posix(), *place[1:]) for code, place, _ in whole]
    gravity = {check.rule.code: -check.rule.severity for check in EVERY_CHECK}
    assert found == sorted(where, key=lambda one: (gravity[one[0]], *one[1:], one[0]))
    assert {code for code, *_ in found} == CODES


class TestDigest:
    def digest(self, **changed: Any) -> Any:
        measure = {"id": "a", "what": "Ett möte.", "due": "2027-05-31", "status": "planned", "follow_ups": []}
        text = json.loads(written("ekskolan", "school", "2026-10-15", [{**measure, **changed}]))
        return digest_of(Assessment.model_validate(text), "a.yaml")

    @pytest.mark.parametrize(
        "changed",
        [
            {"id": "b"},
            {"what": "Två möten."},
            {"due": None},
            {"status": "ongoing"},
            {"status": "done"},
            {"follow_ups": [{"date": "2026-10-01", "result": "Vi såg det."}]},
        ],
    )
    def test_a_measure_that_has_moved_gives_no_sign(self, changed: dict[str, Any]) -> None:
        assert self.digest().may_stand_still_since(self.digest())
        assert not self.digest(**changed).may_stand_still_since(self.digest())


@pytest.mark.breadth
class TestMemory:
    def kept(self, folder: Path) -> int:
        """How many bytes a run holds when the last file is being checked."""
        files = 0
        held = 0
        asked = sum(1 for _ in folder.iterdir())

        def one_more() -> None:
            nonlocal files, held
            files += 1
            if files == asked:
                gc.collect()
                held = tracemalloc.get_traced_memory()[0]

        tracemalloc.start()
        try:
            assert validate(sources([folder]), Workspace(), date(2026, 10, 15), progress=one_more).findings == []
        finally:
            tracemalloc.stop()
        return held

    def test_little_is_kept_of_each_file(self, tmp_path: Path) -> None:
        few, many = tmp_path / "few", tmp_path / "many"
        for folder, files in ((few, 5), (many, 20)):
            folder.mkdir()
            for number in range(files):
                (folder / f"{number:03}.yaml").write_text(self.full(number), "utf-8")
        self.kept(many)  # fills the caches, and the tables that grow in leaps
        assert (self.kept(many) - self.kept(few)) / 15 < 2000  # of some hundred thousand that reading one takes

    def full(self, number: int) -> str:
        """The newest assessment of its unit, with 24 measures that are planned, and nothing to remark on."""
        measures = [
            {
                "id": f"insats-{place}",
                "what": f"Möte {place} av alla möten på skola {number}.",
                "responsible": "rektor",
                "scope": "organisation",
                "orientation": "promoting",
                "due": "2027-05-31",
                "follow_ups": [{"date": "2027-06-15", "source": "survey"}],
            }
            for place in range(24)
        ]
        text = json.loads(written(f"skola-{number}", "school", "2026-10-15", measures))
        state = {"reflection": "Vi har en gång för det.", "rating": 1, "evidence": ["Protokoll 3"]}
        text["cells"]["follow-up"]["quality"] |= {
            "current_state": state,
            "need": {"analysis": "Vi ska dit.", "target": 2},
        }
        groups = ("principal", "student-health", "pupils", "guardians")
        text["participants"] = [{"group": group, "count": 8} for group in groups]
        return json.dumps(text, indent=1, ensure_ascii=False)
