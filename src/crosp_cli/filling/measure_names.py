"""Short names of measures that came back: a new measure never takes the place of another one that has its name."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosp_cli.filling.answers import PLACE, Answer
from crosp_cli.text.paragraphs import one_line

_LIST, _NAME = PLACE, PLACE + 1
"""The numbers of the steps that lead to a list of measures, and to one of them."""

_NUMBERED = re.compile(r"(.+?)(?:-[0-9]+|#[0-9]+)?")


@dataclass(frozen=True, slots=True)
class _There:
    """A measure that the assessment has."""

    cell: tuple[str, ...]
    name: str
    what: str


def with_free_names(answers: Sequence[Answer], document: Mapping[str, Any]) -> list[Answer]:
    """Return answers with each new measure under a name that no other one has, neither in them nor in a document.

    One that has been brought in already is known again by what is to be done.
    """
    there = [*_measures(document)]
    names = _names(answers, there)
    return [_renamed(answer, names) for answer in answers]


def _names(answers: Sequence[Answer], there: Sequence[_There]) -> Mapping[tuple[str, ...], str]:
    """What each measure in the answers is to be called, those first that the form had already."""
    new = {one.steps[: _NAME + 1] for one in answers if one.is_new}
    texts = {one.steps[: _NAME + 1]: str(one.value) for one in answers if one.steps[_NAME + 1 :] == ("what",)}
    records = dict.fromkeys(one.steps[: _NAME + 1] for one in answers if _is_of_measure(one))
    is_new = {steps: steps in new or "#" in steps[_NAME] for steps in records}
    called: dict[tuple[str, ...], str] = {}
    for steps in sorted(records, key=is_new.__getitem__):
        here = [one for one in there if one.cell == steps[:PLACE] and one.name not in called.values()]
        known = _same(steps[_NAME], texts.get(steps, ""), here) if is_new[steps] else _named(steps[_NAME], here)
        called[steps] = known or _free(steps[_NAME], {*(one.name for one in there), *called.values()})
    return called


def _named(name: str, here: Sequence[_There]) -> str:
    return next((one.name for one in here if one.name == name), "")


def _same(name: str, what: str, here: Sequence[_There]) -> str:
    """The name of the measure that a new one became when it was brought in before; "" where it has not been."""
    same = (one.name for one in here if one_line(one.what) == one_line(what) and _base(one.name) == _base(name))
    return next(same, "")


def _free(name: str, taken: Collection[str]) -> str:
    bare = name.partition("#")[0]
    others = (f"{bare}-{number}" if number > 1 else bare for number in range(1, len(taken) + 2))
    return next(other for other in others if other not in taken)


def _base(name: str) -> str:
    met = _NUMBERED.fullmatch(name)
    return met[1] if met else name


def _is_of_measure(answer: Answer) -> bool:
    return answer.steps[0] == "cells" and answer.steps[_LIST : _LIST + 1] == ("measures",) and len(answer.steps) > _NAME


def _renamed(answer: Answer, names: Mapping[tuple[str, ...], str]) -> Answer:
    name = names.get(answer.steps[: _NAME + 1])
    if name is None:
        return answer
    steps = (*answer.steps[:_NAME], name, *answer.steps[_NAME + 1 :])
    return answer._replace(steps=steps, value=name if answer.steps[_NAME + 1 :] == ("id",) else answer.value)


def _measures(document: Mapping[str, Any]) -> Iterator[_There]:
    for principle, areas in (document.get("cells") or {}).items():
        for area, cell in (areas or {}).items():
            for one in (cell or {}).get("measures") or ():
                if one:
                    yield _There(("cells", principle, area), one.get("id") or "", one.get("what") or "")
