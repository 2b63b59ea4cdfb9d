"""Wording that places the problem in the pupil is found in every text, and what only looks like it is not."""

import json
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from crosp_cli.reading.discovery import sources
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation.runner import validate

SENTENCES = yaml.safe_load(Path(__file__).with_name("wording.yaml").read_text("utf-8"))
PLACES_IT = "Många elever är svaga i svenska."
HEAD = {"format": "crosp-assessment/1", "framework": "spsm-crosp@2024", "level": "organiser"}


def lines_with(document: dict[str, Any], code: str) -> list[int]:
    """The lines on which crosp finds `code` in a document that has one value to a line."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.yaml").write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
        found = validate(sources([folder]), Workspace(), date(2026, 11, 1)).findings
    return [finding.location.line for finding in found if finding.code == code]


def assessment(cell: dict[str, Any]) -> dict[str, Any]:
    return {**HEAD, "occasion": "2026-ht", "date": "2026-10-15", "cells": {"follow-up": {"quality": cell}}}


def test_sentences_missed_and_false_alarms(capsys: pytest.CaptureFixture[str]) -> None:
    places, does_not = SENTENCES["deficit_wording"], SENTENCES["no_deficit_wording"]
    document = assessment({"current_state": {"hinders": [*places, *does_not]}})
    lines = json.dumps(document, ensure_ascii=False, indent=1).split("\n")
    found = {json.loads(lines[line - 1].strip().rstrip(",")) for line in lines_with(document, "CR206")}
    missed, alarms = sorted(set(places) - found), sorted(found & set(does_not))
    with capsys.disabled():
        sys.stdout.write(
            f"\nwording: {len(places)} sentences with, {len(missed)} missed; "
            f"{len(does_not)} without, {len(alarms)} false alarms\n"
        )
    assert missed == []
    assert alarms == []
    assert len(places) >= 60
    assert len(does_not) >= 100


@pytest.mark.parametrize(
    "cell",
    [
        {"current_state": {"reflection": PLACES_IT}},
        {"current_state": {"evidence": [PLACES_IT]}},
        {"current_state": {"helps": [PLACES_IT]}},
        {"current_state": {"hinders": [PLACES_IT]}},
        {"need": {"analysis": PLACES_IT}},
        {"not_applicable": PLACES_IT},
        {"measures": [{"id": "a", "what": PLACES_IT}]},
        {"measures": [{"id": "a", "what": "x", "builds_on": PLACES_IT}]},
        {"measures": [{"id": "a", "what": "x", "collaboration": {"purpose": PLACES_IT}}]},
        {"measures": [{"id": "a", "what": "x", "follow_ups": [{"result": PLACES_IT}]}]},
        {"measures": [{"id": "a", "what": "x", "follow_ups": [{"other_explanations": PLACES_IT}]}]},
    ],
)
def test_every_text_is_read(cell: dict[str, Any]) -> None:
    assert len(lines_with(assessment(cell), "CR206")) == 1


WRITTEN = ["'Svaga elever i år 4.'", "'Vi har ''svaga'' elever, ''svaga eleverna''.'", '"Vi har läs-svaga elever."']


@pytest.mark.parametrize("written", WRITTEN)
def test_a_word_begins_after_a_quote_and_in_a_compound(written: str, tmp_path: Path) -> None:
    text = json.dumps(assessment({"current_state": {"reflection": "WORDS"}})).replace('"WORDS"', written)
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    found = validate(sources([tmp_path]), Workspace(), date(2026, 11, 1)).findings
    assert "CR206" in {finding.code for finding in found}


def test_other_documents_are_read() -> None:
    programme = {
        "format": "crosp-programme/1",
        "framework": "spsm-crosp@2024",
        "id": "a",
        "name": "A",
        "aim": PLACES_IT,
    }
    assert len(lines_with(programme, "CR206")) == 1


def test_results_without_other_explanations_are_said_once_a_file() -> None:
    alone = [{"result": "Färre avbrott."}, {"result": "Lika många."}, {"result": "", "other_explanations": ""}]
    measures = [{"id": name, "what": "x", "follow_ups": alone} for name in "ab"]
    assert len(lines_with(assessment({"measures": measures}), "CR503")) == 1
    considered = [{"result": "Färre avbrott tack vare mötena.", "other_explanations": "Gruppen är mindre."}]
    assert lines_with(assessment({"measures": [{"id": "a", "what": "x", "follow_ups": considered}]}), "CR503") == []
