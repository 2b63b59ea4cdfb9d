"""What answers change in a document, as plain values."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.editing.in_place import Append, Edit, Put, edited
from crosp_cli.filling.answers import Answer, answers_in, sign
from crosp_cli.filling.changes import Change, changes_by
from crosp_cli.filling.shown import differing
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.slugs import slug

CELL = ("cells", "a", "b")
OTHER = ("cells", "a", "d")
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
    both = [Answer((*CELL, "not_applicable"), "Nej"), Answer((*CELL, "need", "target"), "2")]
    found = changes_by([*both, Answer(("cells", "a", "c", "need", "target"), "2")], NOW)
    assert found.left == [CELL, ("cells", "a", "c")]
    assert not [edit for edit in found.edits if edit.steps[-1] == "not_applicable"]
    assert (found.replaced, found.taken_out) == ([], [])


def test_why_a_cell_does_not_apply_takes_the_place_of_what_it_says_only_where_that_is_taken_out() -> None:
    emptied = Answer((*CELL, "current_state", "reflection"), "")
    said_again = Answer((*CELL, "measures", "x", "what"), "Göra")
    found = changes_by([emptied, Answer((*CELL, "not_applicable"), "Nej"), said_again], NOW)
    assert (found.changes, found.edits, found.left, found.emptied) == ([], [], [], [])
    assert found.replaced[0] == Change((*CELL, "not_applicable"), None, "Nej")
    said = [
        one
        for one in answers_in({"cells": {"a": {"b": NOW["cells"]["a"]["b"]}}})
        if one.steps[-1] != "id" and one.value
    ]
    assert [one.steps for one in found.replaced[1:]] == [one.steps for one in said]
    assert found.taken_out == [Put(CELL, {"not_applicable": "Nej"})]


def test_what_stands_there_is_told() -> None:
    found = changes_by([Answer((*CELL, "current_state", "reflection"), "Nytt")], NOW)
    assert found.changes == [Change((*CELL, "current_state", "reflection"), "Så är det.\n", "Nytt")]


def measure(name: str, *, is_new: bool = True, area: str = "b", **said: str) -> list[Answer]:
    """The answers that a form gives about a measure."""
    steps = ("cells", "a", area, "measures", name)
    found = [Answer((*steps, key), value) for key, value in said.items()]
    return [Answer((*steps, "id"), name, is_new=is_new), *found]


@pytest.mark.parametrize(
    ("answers", "edits"),
    [
        (measure("x", is_new=False, what="Göra mer"), [Put((*CELL, "measures", 0, "what"), "Göra mer")]),
        (measure("x", what="Annat"), [Append((*CELL, "measures"), [{"id": "x-2", "what": "Annat"}])]),
        (measure("x-7", what="Göra", due="2027-05-01"), [Put((*CELL, "measures", 0, "due"), "2027-05-01")]),
        (
            measure("x", what="Göra", area="d"),
            [Put(("cells", "a", "d", "measures"), [{"id": "x-2", "what": "Göra"}])],
        ),
        (
            [*measure("y", what="Ett"), *measure("y#2", what="Två", is_new=False)],
            [
                Append((*CELL, "measures"), [{"id": "y", "what": "Ett"}]),
                Append((*CELL, "measures"), [{"id": "y-2", "what": "Två"}]),
            ],
        ),
    ],
)
def test_a_new_measure_never_takes_the_place_of_another(answers: list[Answer], edits: list[Edit]) -> None:
    found = changes_by(answers, NOW).edits
    assert [replace_append(edit) for edit in found] == [replace_append(edit) for edit in edits]


def test_a_measure_whose_name_another_cell_has_comes_once_however_often_it_is_brought_in() -> None:
    text = "cells:\n  a:\n    b:\n      measures:\n        - id: x\n          what: Göra\n"
    answers = measure("x", is_new=False, area="c", what="Annat")
    once = edited(text, changes_by(answers, parse(text, "")[0].data).edits)
    assert "id: x-2" in once
    assert changes_by(answers, parse(once, "")[0].data).edits == []


WHAT = st.sampled_from(["Göra", "göra!", "Göra?", "Mötas", "x" * 60, "x" * 60 + " mer", "!", "?"])
FORM = st.lists(st.tuples(st.sampled_from("bcd"), WHAT), max_size=6, unique=True)
"""What a form asks to be done, and in which cell."""


@given(st.lists(FORM, min_size=1, max_size=4))
def test_whoever_brings_in_first_no_measure_is_lost_or_comes_twice(forms: list[list[tuple[str, str]]]) -> None:
    text = "cells:\n  a:\n    b:\n      measures:\n        - id: gora\n          what: Något annat\n"
    expected = {("b", "Något annat")}
    for form in forms:
        named = [(area, slug(what, "measure", 40), what) for area, what in form]
        given_names = [(area, f"{name}-{n}" if n else name, what) for n, (area, name, what) in enumerate(named)]
        answers = [one for area, name, what in given_names for one in measure(name, area=area, what=what)]
        text = edited(text, changes_by(answers, parse(text, "")[0].data).edits)
        document = parse(text, "")[0].data
        expected |= set(form)
        found = [(area, one["what"]) for area, cell in document["cells"]["a"].items() for one in cell["measures"]]
        names = [one["id"] for cell in document["cells"]["a"].values() for one in cell["measures"]]
        assert sorted(found) == sorted(expected)
        assert len(names) == len(set(names))
        assert changes_by(answers, document).edits == []


def replace_append(edit: Edit) -> tuple[Any, ...]:
    """An edit told apart by what it does: a list that is made holds what is appended to it."""
    return (edit.steps, edit.value if isinstance(edit, Put) else [*edit.items])


def test_records_of_the_same_name_come_one_by_one() -> None:
    follow_ups = [{"date": "2027-02-01", "result": "Ett"}, {"date": "2027-02-01", "result": "Två"}, {"result": "Tre"}]
    said = {"cells": {"a": {"d": {"measures": [{"id": "n", "what": "Nytt", "follow_ups": follow_ups}]}}}}
    (edit,) = changes_by(answers_in(said), NOW).edits
    assert isinstance(edit, Append)
    assert edit.items == [{"id": "n", "what": "Nytt", "follow_ups": follow_ups}]
    assert changes_by(answers_in(said), said).changes == [
        Change(("cells", "a", "d", "measures", "n", "follow_ups", "#1", "result"), None, "Tre")
    ]


def test_rows_and_columns_may_be_called_what_lists_are() -> None:
    steps = ("cells", "measures", "participants", "need", "analysis")
    assert changes_by([Answer(steps, "Mer")], {}).edits == [Put(steps, "Mer")]


@pytest.mark.parametrize("name", ["measures", "participants", "follow_ups"])
def test_a_measure_or_a_group_may_be_called_what_lists_are(name: str) -> None:
    def document(count: str, result: str) -> dict[str, Any]:
        measure = {"id": name, "what": "Göra", "follow_ups": [{"date": "2027-01-01", "result": result}]}
        return {
            "participants": [{"group": name, "count": count}],
            "cells": {name: {name: {"measures": [measure]}}},
        }

    there, said = document("4", "Bra"), document("5", "Bättre")
    place = ("cells", name, name, "measures", 0, "follow_ups", 0, "result")
    assert changes_by(answers_in(said), there).edits == [Put(("participants", 0, "count"), "5"), Put(place, "Bättre")]
    people, *_cells = changes_by(answers_in(said), {}).edits
    assert people == Append(("participants",), said["participants"])


def test_what_did_not_apply_is_answered_where_that_was_taken_back() -> None:
    cell = ("cells", "a", "c")
    answers = [Answer((*cell, "current_state", "rating"), "2"), Answer((*cell, "not_applicable"), "")]
    found = changes_by([*answers, *measure("z", what="Nytt", area="c")], NOW)
    assert (found.left, found.emptied) == ([], [])
    assert found.changes[0] == Change((*cell, "not_applicable"), "Finns inte", "")
    assert found.edits == [Put(cell, {"current_state": {"rating": "2"}, "measures": [{"id": "z", "what": "Nytt"}]})]
    assert changes_by(answers[1:], NOW).edits == []
    assert changes_by(answers[1:], NOW).taken_out == [Put((*cell, "not_applicable"), None)]


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


def test_a_follow_up_that_was_moved_is_moved_once_and_not_added_when_it_is_brought_in_again() -> None:
    moved = Answer((*CELL, "measures", "x", "follow_ups", "2027-01-01", "date"), "2027-02-01", sign("2027-01-01"))
    for now, edits in (("2027-01-01", 1), ("2027-02-01", 0), ("2027-03-01", 1)):
        measure = {"id": "x", "what": "Göra", "follow_ups": [{"date": now}]}
        assert len(changes_by([moved], {"cells": {"a": {"b": {"measures": [measure]}}}}).edits) == edits
    twice = [{"date": "2027-02-01"}, {"date": "2027-02-01", "result": "Två"}]
    said = {"cells": {"a": {"b": {"measures": [{"id": "x", "what": "Göra", "follow_ups": twice}]}}}}
    document = {"cells": {"a": {"b": {"measures": [{"id": "x", "what": "Göra", "follow_ups": twice[:1]}]}}}}
    assert changes_by(answers_in(said), document).edits == [Append((*CELL, "measures", 0, "follow_ups"), twice[1:])]


def test_what_was_there_and_is_not_any_more_becomes_nothing_new_and_is_told() -> None:
    in_workbook = [Answer((*CELL, "measures", "y", "due"), "2027-05-01", "")]
    in_page = [
        Answer((*OTHER, "measures", "x", "id"), "x"),
        Answer((*OTHER, "measures", "x", "what"), "Göra", sign("Göra")),
        Answer((*OTHER, "measures", "x", "due"), "2027-06-01"),
    ]
    follow_up = [Answer((*CELL, "measures", "x", "follow_ups", "2027-02-01", "result"), "Gick bra", "")]
    found = changes_by([*in_workbook, *in_page, *follow_up, *measure("z", what="Nytt")], NOW)
    assert found.edits == [Append((*CELL, "measures"), [{"id": "z", "what": "Nytt"}])]
    assert [(one.steps[-1], one.after) for one in found.changes] == [("what", "Nytt")]
    assert [(one.steps[1:5], one.after) for one in found.gone] == [
        (("a", "b", "measures", "y"), "2027-05-01"),
        (("a", "d", "measures", "x"), "Göra"),
        (("a", "d", "measures", "x"), "2027-06-01"),
        (("a", "b", "measures", "x"), "Gick bra"),
    ]


def test_whatever_another_version_lacks_is_said_to_be_taken_out(examples: Path) -> None:
    file = examples / "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
    framework = Workspace().context_of(file).framework
    assert framework is not None
    now = parse(file.read_text("utf-8"), file.name)[0].data
    shown = differing(now, {**now, "cells": {}}, framework, 5, "sv")
    assert shown.count("blir: (tas bort)") == shown.count("var:") > 300
    assert {"var: hög", "var: pågår", "var: enkät"} <= {line.strip() for line in shown.split("\n")}
