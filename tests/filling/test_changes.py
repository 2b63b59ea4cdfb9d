"""What answers change in a document, as plain values."""

from typing import Any

import pytest

from crosp_cli.editing.in_place import Append, Edit, Put
from crosp_cli.filling.answers import Answer, answers_in, sign
from crosp_cli.filling.changes import Change, changes_by

CELL = ("cells", "a", "b")
NOW: dict[str, Any] = {
    "participants": [{"group": "teachers", "count": "4"}],
    "cells": {
        "a": {
            "b": {
                "current_state": {"reflection": "Så är det.\n", "evidence": ["Ett"]},
                "need": None,
                "measures": [{"id": "x", "what": "Göra", "follow_ups": [{"date": "2027-01-01"}]}],
            },
            "c": {"not_applicable": "Finns inte"},
            "d": {"current_state": {"reflection": None}},
        }
    },
}


def test_a_document_is_its_answers_one_by_one() -> None:
    assert answers_in({"format": "x", **NOW}) == [
        Answer(("participants", "teachers", "group"), "teachers"),
        Answer(("participants", "teachers", "count"), "4"),
        Answer((*CELL, "current_state", "reflection"), "Så är det.\n"),
        Answer((*CELL, "current_state", "evidence"), ["Ett"]),
        Answer((*CELL, "need"), ""),
        Answer((*CELL, "measures", "x", "id"), "x"),
        Answer((*CELL, "measures", "x", "what"), "Göra"),
        Answer((*CELL, "measures", "x", "follow_ups", "2027-01-01", "date"), "2027-01-01"),
        Answer(("cells", "a", "c", "not_applicable"), "Finns inte"),
        Answer(("cells", "a", "d", "current_state", "reflection"), ""),
    ]
    assert changes_by(answers_in(NOW), NOW).edits == []


@pytest.mark.parametrize(
    ("answers", "edits"),
    [
        ([Answer((*CELL, "current_state", "reflection"), "Så är det.")], []),
        ([Answer((*CELL, "need", "target"), "2")], [Put((*CELL, "need", "target"), "2")]),
        (
            [Answer((*CELL, "current_state", "evidence"), ["Ett", "Två"])],
            [Append((*CELL, "current_state", "evidence"), ["Två"])],
        ),
        (
            [Answer((*CELL, "measures", "x", "due"), "2027-05-01")],
            [Put((*CELL, "measures", 0, "due"), "2027-05-01")],
        ),
        (
            answers_in({"cells": {"a": {"b": {"measures": [{"id": "x", "follow_ups": [{"date": "2027-06-01"}]}]}}}}),
            [Append((*CELL, "measures", 0, "follow_ups"), [{"date": "2027-06-01"}])],
        ),
        (
            answers_in({"cells": {"a": {"b": {"measures": [{"id": "y", "follow_ups": [{"date": "2027-06-01"}]}]}}}}),
            [Append((*CELL, "measures"), [{"id": "y", "follow_ups": [{"date": "2027-06-01"}]}])],
        ),
        ([Answer(("participants", "teachers", "count"), "5")], [Put(("participants", 0, "count"), "5")]),
        (
            [Answer(("cells", "a", "d", "not_applicable"), "Nej")],
            [Put(("cells", "a", "d"), {"not_applicable": "Nej"})],
        ),
        (
            [Answer(("cells", "e", "f", "not_applicable"), "Nej")],
            [Put(("cells", "e", "f", "not_applicable"), "Nej")],
        ),
    ],
)
def test_an_answer_becomes_an_edit_where_something_is_new(answers: list[Answer], edits: list[Edit]) -> None:
    assert changes_by(answers, NOW).edits == edits


def test_a_cell_is_not_both_answered_and_not_applicable() -> None:
    answers = [Answer((*CELL, "not_applicable"), "Nej"), Answer(("cells", "a", "c", "need", "target"), "2")]
    found = changes_by(answers, NOW)
    assert (found.changes, found.edits, found.left) == ([], [], [CELL, ("cells", "a", "c")])


def test_what_stands_there_is_told() -> None:
    found = changes_by([Answer((*CELL, "current_state", "reflection"), "Nytt")], NOW)
    assert found.changes == [Change((*CELL, "current_state", "reflection"), "Så är det.\n", "Nytt")]


EVIDENCE, REFLECTION = (*CELL, "current_state", "evidence"), (*CELL, "current_state", "reflection")


@pytest.mark.parametrize(
    ("answers", "emptied", "taken_out"),
    [
        ([Answer(REFLECTION, "")], [Change(REFLECTION, "Så är det.\n", "")], [Put(REFLECTION, None)]),
        ([Answer((*CELL, "need"), ""), Answer((*CELL, "measures", "x", "what"), "")], [], []),
        ([Answer((*CELL, "current_state"), ""), Answer(("cells", "a", "c", "need"), "")], [], []),
        ([Answer(EVIDENCE, ["Två"])], [], []),
        ([Answer(EVIDENCE, ["Två"], sign("Ett"))], [Change(EVIDENCE, "Ett", "")], [Put(EVIDENCE, ["Två"])]),
        ([Answer(EVIDENCE, [], sign("Ett"))], [Change(EVIDENCE, "Ett", "")], [Put(EVIDENCE, None)]),
        ([Answer(EVIDENCE, ["Två"], sign("Annat"))], [], []),
    ],
)
def test_what_is_emptied_is_told_apart(answers: list[Answer], emptied: list[Change], taken_out: list[Edit]) -> None:
    found = changes_by(answers, NOW)
    assert (found.emptied, found.taken_out, found.left) == (emptied, taken_out, [])
    assert all(isinstance(edit, Append) for edit in found.edits)
