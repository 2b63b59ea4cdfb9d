"""Short names of measures that came back: a new measure never takes the place of another one that has its name."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from crosp_cli.filling.answers import PLACE, Answer
from crosp_cli.model.fields import LONGEST_SLUG
from crosp_cli.text.paragraphs import one_line

_LIST, _NAME = PLACE, PLACE + 1
"""The numbers of the steps that lead to a list of measures, and to one of them."""
_STEM = LONGEST_SLUG - len("-999999")
"""How much of a name stays whatever number it gets. Those of one stem are counted together: cut, they are one name."""


def with_free_names(answers: Sequence[Answer], document: Mapping[str, Any], in_form: Set[str]) -> list[Answer]:
    """Return answers with each new measure under a name that no other one has, neither in them nor in a document.

    One that has been brought in already is known again by what is to be done, and is none of those `in_form`, which
    were there when the form was made: of these, another one may say the same.
    """
    new = {one.steps[: _NAME + 1] for one in answers if one.is_new}
    old = {one.steps[: _NAME + 1] for one in answers if one.was is not None and _is_of_measure(one)} - new
    texts = {one.steps[: _NAME + 1]: str(one.value) for one in answers if one.steps[_NAME + 1 :] == ("what",)}
    records = dict.fromkeys(one.steps[: _NAME + 1] for one in answers if _is_of_measure(one))
    is_new = {steps: steps in new or "#" in steps[_NAME] for steps in records}
    names = _Names(document, in_form, {steps[_NAME] for steps in old})
    called = {
        steps: (names.of_new if is_new[steps] else names.of_known)(steps, texts.get(steps, ""))
        for steps in sorted(records, key=lambda one: (is_new[one], one not in names.there))
        if steps not in old or steps in names.there  # what was there and is not any more stays apart from all others
    }
    return [_renamed(answer, called) for answer in answers]


class _Names:
    """The names of the measures in a document, given out one by one."""

    def __init__(self, document: Mapping[str, Any], in_form: Set[str], answered: Set[str]) -> None:
        self.there: set[tuple[str, ...]] = set()
        self.same: dict[tuple[tuple[str, ...], str], deque[str]] = {}
        self.given: set[str] = {*in_form}
        self.numbers: Counter[str] = Counter()
        for cell, name, what in _measures(document):
            self.there.add((*cell, "measures", name))
            self.same.setdefault((cell, one_line(what)), deque()).append(name)
        self.taken = {steps[_NAME] for steps in self.there}
        self.meant = in_form | answered
        """By these the form means measures that were there, also where they are not any more."""

    def of_known(self, steps: tuple[str, ...], what: str) -> str:
        """The name of a measure that has one, which is its own unless another cell has taken that."""
        if steps in self.there or steps[_NAME] not in self.taken:
            self.given.add(steps[_NAME])
            self.taken.add(steps[_NAME])
            return steps[_NAME]
        return self.of_new(steps, what)

    def of_new(self, steps: tuple[str, ...], what: str) -> str:
        """The name that a new measure got when it was brought in before, or else one that is free."""
        same = self.same.get((steps[:PLACE], one_line(what)), deque())
        while same and same[0] in self.given:
            same.popleft()
        if not same:
            return self._free(steps[_NAME])
        self.given.add(same[0])
        return same.popleft()

    def _free(self, name: str) -> str:
        bare = free = name.partition("#")[0]
        while free in self.taken or free in self.meant:
            self.numbers[bare[:_STEM]] += 1
            end = f"-{self.numbers[bare[:_STEM]] + 1}"
            free = bare[: LONGEST_SLUG - len(end)].rstrip("-") + end
        self.taken.add(free)
        return free


def _is_of_measure(answer: Answer) -> bool:
    return answer.steps[0] == "cells" and answer.steps[_LIST : _LIST + 1] == ("measures",) and len(answer.steps) > _NAME


def _renamed(answer: Answer, names: Mapping[tuple[str, ...], str]) -> Answer:
    name = names.get(answer.steps[: _NAME + 1])
    if name is None:
        return answer
    steps = (*answer.steps[:_NAME], name, *answer.steps[_NAME + 1 :])
    return answer._replace(steps=steps, value=name if answer.steps[_NAME + 1 :] == ("id",) else answer.value)


def _measures(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The cell of each measure, its name, and what is to be done."""
    for principle, areas in (document.get("cells") or {}).items():
        for area, cell in (areas or {}).items():
            for one in (cell or {}).get("measures") or ():
                if one:
                    yield ("cells", principle, area), one.get("id") or "", one.get("what") or ""
