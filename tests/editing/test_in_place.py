"""Answers put into a text: what is written around them stands as it stood."""

import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.editing import in_place
from crosp_cli.editing.in_place import Append, Edit, Put, at_once, edited
from crosp_cli.editing.yaml_writer import scalar
from crosp_cli.reading.yaml.decode import FORBIDDEN
from crosp_cli.reading.yaml.tree import parse

TEXT = """\
# Överst
format: crosp-assessment/1   # vad det är

cells:
  # Rad
  direction:
    # Fråga?
    funding:
      current_state:
        reflection: |  # egna ord
          Första raden
            indragen

          sista

        rating:   # inte än
        evidence:
          - 'Ett'
          -   "Två"   # hit
          # sist i listan
      # om behovet
      need: {priority: high, analysis: 'kort'}

      measures:
        - id: a
          what: Göra  # nu
          follow_ups: [{date: 2027-01-01}]

    # Nästa fråga?
    governance:
      current_state:
        reflection:
      # slut på cellen
  # Nästa rad
  participation: {}
# Sist
"""
ORDER = (
    "direction",
    "participation",
    "funding",
    "governance",
    "current_state",
    "need",
    "measures",
    "rating",
    "evidence",
)
CELL = ("cells", "direction", "funding")

CASES: dict[str, tuple[Edit, str, str]] = {
    "a block keeps its comment": (
        Put((*CELL, "current_state", "reflection"), "Nytt\nsvar"),
        "reflection: |  # egna ord\n          Första raden\n            indragen\n\n          sista\n\n",
        "reflection: |-  # egna ord\n          Nytt\n          svar\n\n",
    ),
    "an empty value": (Put((*CELL, "current_state", "rating"), "2"), "rating:   # inte än", "rating: 2  # inte än"),
    "several lines for an empty value": (
        Put((*CELL, "current_state", "rating"), "a\nb"),
        "rating:   # inte än\n",
        "rating: |-  # inte än\n          a\n          b\n",
    ),
    "quotes stay": (Put((*CELL, "current_state", "evidence", 0), "Ett: till"), "'Ett'", "'Ett: till'"),
    "in brackets": (Put((*CELL, "need", "priority"), "low"), "priority: high", "priority: low"),
    "a key in brackets": (Put((*CELL, "need", "target"), "3"), "'kort'}", "'kort', target: 3}"),
    "an item after the last, and after what is said of it": (
        Append((*CELL, "current_state", "evidence"), ["Tre: 3"]),
        "          # sist i listan\n",
        '          # sist i listan\n          - "Tre: 3"\n',
    ),
    "an item that is a mapping": (
        Append((*CELL, "measures"), [{"id": "b", "what": "Mer"}]),
        "follow_ups: [{date: 2027-01-01}]\n",
        "follow_ups: [{date: 2027-01-01}]\n        - id: b\n          what: Mer\n",
    ),
    "a key of an item": (
        Put((*CELL, "measures", 0, "due"), "2027-05-01"),
        "follow_ups: [{date: 2027-01-01}]\n",
        "follow_ups: [{date: 2027-01-01}]\n          due: 2027-05-01\n",
    ),
    "an item in brackets": (
        Append((*CELL, "measures", 0, "follow_ups"), [{"date": "2027-06-01"}]),
        "{date: 2027-01-01}]",
        "{date: 2027-01-01}, {date: 2027-06-01}]",
    ),
    "a new part in its order": (
        Put(("cells", "direction", "governance", "need", "analysis"), "Mer tid"),
        "      # slut på cellen\n",
        "      # slut på cellen\n      need:\n        analysis: Mer tid\n",
    ),
    "a new cell in an empty row": (
        Put(("cells", "participation", "funding", "current_state", "rating"), "1"),
        "  participation: {}\n",
        "  participation:\n    funding:\n      current_state:\n        rating: 1\n",
    ),
    "a new key before those that come after it": (
        Put(("cells", "direction", "equity"), "x"),
        "  # Nästa rad\n",
        "    equity: x\n  # Nästa rad\n",
    ),
    "all of a cell, with what was said of it above": (
        Put(("cells", "direction", "governance"), {"not_applicable": "Ingen sådan"}),
        "    governance:\n      current_state:\n        reflection:\n      # slut på cellen\n",
        "    # slut på cellen\n    governance:\n      not_applicable: Ingen sådan\n",
    ),
}


@pytest.mark.parametrize(("edit", "before", "after"), CASES.values(), ids=CASES)
def test_only_the_answer_is_changed(edit: Edit, before: str, after: str) -> None:
    assert TEXT.count(before) == 1
    assert edited(TEXT, [edit], ORDER) == TEXT.replace(before, after)


def test_a_long_text_takes_little_more_than_its_own_memory() -> None:
    text = "ord " * 50_000
    tracemalloc.start()
    assert scalar(text + "slut") == text + "slut"
    assert tracemalloc.get_traced_memory()[1] < 5 * len(text)
    tracemalloc.stop()


def test_what_is_appended_to_one_list_is_one_edit() -> None:
    here, there, put = Append(("a",), ["x"]), Append(("b",), ["z"]), Put(("c",), "d")
    assert at_once([here, put, there, Append(("a",), ["y"])]) == [Append(("a",), ["x", "y"]), put, there]
    assert here.items == ["x"]


def test_a_text_is_read_as_often_for_many_new_keys_as_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    def readings(many: int) -> int:
        read: list[str] = []
        monkeypatch.setattr(in_place, "parse", lambda text, path: read.append(text) or parse(text, path))
        cells = [("cells", f"p{row}", f"a{column}") for column in range(many) for row in range(many)]
        edits: list[Edit] = [Put((*cell, "current_state", "rating"), "1") for cell in cells]
        edits += [Append((*cell, "measures"), [{"id": "b"}]) for cell in cells]
        edited("cells:\n  p1:\n    a1:\n      measures:\n        - id: a\n", edits)
        return len(read)

    assert readings(2) == readings(20)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (" {b: {x: '2'}, d: {x: '1'}}", " {b: {x: '2', y: 3}, d: {x: '1'}, a: {x: 0}, c: {x: 3}}"),
        ("\n  b:\n    x: '2'\n  # d\n  d:\n    x: '1'",
         "\n  a:\n    x: 0\n  b:\n    x: '2'\n    y: 3\n  c:\n    x: 3\n  # d\n  d:\n    x: '1'"),
        (" # inget än", "  # inget än\n  a:\n    x: 0\n  b:\n    y: 3\n  c:\n    x: 3"),
    ],
)  # fmt: skip
def test_new_keys_stand_in_their_order_whichever_comes_first(before: str, after: str) -> None:
    new: list[Edit] = [Put(("cells", "c", "x"), "3"), Put(("cells", "b", "y"), "3"), Put(("cells", "a", "x"), "0")]
    assert edited(f"cells:{before}\n", new, "abcd") == f"cells:{after}\n"


def test_a_text_without_a_last_newline() -> None:
    assert edited("a: 1\nb:", [Put(("b",), "2")]) == "a: 1\nb: 2\n"
    assert edited("cells:", [Put(("cells", "x", "y"), "1")]) == "cells:\n  x:\n    y: 1\n"


@pytest.mark.parametrize("end", [" ", "  ", "\t ", "  # än så länge "], ids=repr)
def test_spaces_at_the_end_of_the_line_before_stay(end: str) -> None:
    text = f"cells:\n  direction:\n    funding:\n      measures:\n        - id: a\n          what:{end}\n"
    due = Put((*CELL, "measures", 0, "due"), "2027-05-01")
    assert edited(text, [due]) == f"{text}          due: 2027-05-01\n"
    assert edited(text, [Append((*CELL, "measures"), [{"id": "b"}])]) == f"{text}        - id: b\n"
    assert edited(text, [Put((*CELL, "need"), {"target": "3"})]) == f"{text}      need:\n        target: 3\n"


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=60).map(
    lambda text: FORBIDDEN.sub("", text)
)
_PLACES = (
    (*CELL, "current_state", "reflection"),
    (*CELL, "current_state", "rating"),
    (*CELL, "current_state", "evidence", 1),
    (*CELL, "need", "analysis"),
    (*CELL, "measures", 0, "what"),
    (*CELL, "measures", 0, "builds_on"),
    ("cells", "direction", "governance", "current_state", "reflection"),
    ("cells", "participation", "governance", "need", "analysis"),
)


@given(st.dictionaries(st.sampled_from(_PLACES), _WORDS.filter(str.strip), min_size=1), _WORDS.filter(str.strip))
def test_any_text_comes_back_and_every_comment_stays(texts: dict[Any, str], item: str) -> None:
    edits: list[Edit] = [Put(steps, text) for steps, text in texts.items()]
    new = edited(TEXT, [*edits, Append((*CELL, "current_state", "evidence"), [item])], ORDER)
    said: Any = parse(new, "x")[0].data
    for steps, text in texts.items():
        found = said
        for step in steps:
            found = found[step]
        assert found == text
    assert said["cells"]["direction"]["funding"]["current_state"]["evidence"][-1] == item
    for line in TEXT.splitlines():
        assert "#" not in line or line[line.index("#") :] in new


BELOW = """\
cells:
  direction:
    funding:
      current_state:
        reflection:
          # fråga elevhälsan

            # och fritids
        rating: 1
    governance: {}  # tom
          # än så länge
  participation:
"""


def test_a_comment_below_an_empty_value_is_never_part_of_a_text_in_lines_that_comes_there() -> None:
    edits = [
        Put((*CELL, "current_state", "reflection"), "Nytt\nsvar"),
        Put(("cells", "direction", "governance", "current_state", "reflection"), "Mer\ntid"),
    ]
    above = BELOW.replace(
        "        reflection:\n          # fråga elevhälsan\n\n            # och fritids\n",
        "        # fråga elevhälsan\n        # och fritids\n        reflection: |-\n          Nytt\n          svar\n",
    ).replace(
        "    governance: {}  # tom\n          # än så länge\n",
        "    # än så länge\n    governance:  # tom\n      current_state:\n"
        "        reflection: |-\n          Mer\n          tid\n",
    )
    assert edited(BELOW, edits) == above
    short = edited(BELOW, [Put((*CELL, "current_state", "reflection"), "Nytt")])
    assert short == BELOW.replace("reflection:\n", "reflection: Nytt\n")


BESIDE_KEYS = """\
cells:
  direction:
    funding: {
      # om läget
      current_state: {
        rating: 2,  # rektorn
      },
    }
    governance:
      current_state:
        reflection: # fråga elevhälsan
          # och fritids
          Kort svar
"""


@pytest.mark.parametrize("value", ["Nytt\nsvar", None, ["Nytt"]])
def test_a_comment_between_a_key_and_its_value_stays(value: Any) -> None:
    edits = [
        Put(("cells", "direction", "governance", "current_state", "reflection"), value),
        Put((*CELL, "current_state"), {"rating": "1"}),
    ]
    made = edited(BESIDE_KEYS, edits)
    for comment in ("# om läget", "# rektorn", "# fråga elevhälsan", "# och fritids"):
        assert made.count(comment) == 1


@pytest.mark.parametrize("edit", [Put, Append])
def test_a_comment_in_empty_brackets_stays(edit: Any) -> None:
    text = "cells:\n  helps: [  # fråga elevhälsan\n    # och fritids\n  ]\n"
    made = edited(text, [edit(("cells", "helps"), ["Nytt"])])
    assert made == "cells:\n  # fråga elevhälsan\n  # och fritids\n  helps:\n    - Nytt\n"
