"""The fields of a form, in one place: what each is called, what it holds, and what there is to choose among.

Every form asks for these, in this order, and what comes back is told in the same words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from crosp_cli.model.assessment import Cell, FollowUp, Measure, Priority
from crosp_cli.model.framework import Framework, Kind
from crosp_cli.output.labels import priority_word
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line, unwrapped
from crosp_cli.text.translation import translation

Holds = Literal["text", "lines", "line", "day", "choice"]
"""What is written in a field: several lines, one thing on each line, one line, a date, or one of its choices."""

FOLLOW_UP = "follow_ups/date"
"""The field for the day of a follow-up, of which a measure may have several."""


class Choice(NamedTuple):
    """One of the values of a field."""

    value: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a form asks for in a cell, or of a measure."""

    name: str
    """Where it belongs in its cell or its measure: `need/analysis`."""
    holds: Holds
    label: str
    hint: str = ""
    choices: Sequence[Choice] = ()
    short: str = ""
    """What it is called where the question has been asked already."""
    rows: int = 1
    """How many lines of room it has before anything is written."""

    @property
    def title(self) -> str:
        """What it is called among others."""
        return self.short or self.label


@dataclass(frozen=True, slots=True)
class Fields:
    """All that a form asks for."""

    cell: Mapping[str, Field]
    measure: Mapping[str, Field]
    """A measure is known by its short name besides, which nobody has to write."""


def fields(framework: Framework, language: str) -> Fields:
    """Return what a form asks for, in one language."""
    return Fields(
        {field.name: field for field in _of_cell(framework, language)},
        {field.name: field for field in _of_measure(framework, language)},
    )


def _of_cell(framework: Framework, language: str) -> Sequence[Field]:
    _ = translation(language).gettext
    step = {one.id: pick(one.title, language) for one in framework.head.steps}
    steps = [
        Choice(str(one.value), f"{one.value} – {pick(one.label, language)}", pick(one.description or {}, language))
        for one in framework.head.scale.steps
    ]
    priorities = [Choice(name, priority_word(name, language) or name) for name in get_args(Priority)]
    on_lines, dated = _("One on each line."), _("One on each line, and from when.")
    return (
        Field(
            "current_state/reflection",
            "text",
            _("Your answer: how it is today"),
            _("A few sentences will do. Write of roles and groups: no names."),
            short=step["current_state"],
            rows=4,
        ),
        Field("current_state/rating", "choice", pick(framework.head.scale.title, language), choices=steps),
        Field("not_applicable", "text", _("Why it does not apply to you"), short=_("Does not apply"), rows=2),
        Field("current_state/evidence", "lines", _("Evidence"), dated, rows=2),
        Field("current_state/helps", "lines", _("What helps"), on_lines, rows=2),
        Field("current_state/hinders", "lines", _("What hinders"), on_lines, rows=2),
        Field("need/analysis", "text", _("What needs to develop, and why"), short=step["need"], rows=3),
        Field(
            "need/target",
            "choice",
            _("Target: where you want to be next time"),
            short=_("Target"),
            choices=[one._replace(description="") for one in steps],
        ),
        Field(
            "need/priority", "choice", _("Priority: how important it is now"), short=_("Priority"), choices=priorities
        ),
    )


def _of_measure(framework: Framework, language: str) -> Sequence[Field]:
    _ = translation(language).gettext
    kinds = (
        Field("orientation", "choice", _("Orientation"), choices=_kinds(framework.head.orientations, language)),
        Field("scope", "choice", _("Scope"), choices=_kinds(framework.head.scopes, language)),
    )
    return (
        Field("what", "text", _("What is to be done"), rows=2),
        Field("responsible", "line", _("Who is responsible: a role"), short=_("Responsible")),
        Field("start", "day", _("Begins")),
        Field("due", "day", _("To be done by")),
        Field("follow_ups/date", "day", _("To be followed up")),
        *(field for field in kinds if field.choices),
    )


def _kinds(kinds: Sequence[Kind], language: str) -> Sequence[Choice]:
    titles = told_apart({one.id: pick(one.title, language) for one in kinds})
    return [Choice(name, title) for name, title in titles.items()]


def told_apart(titles: Mapping[str, str]) -> Mapping[str, str]:
    """Return titles by their short names; those that read the same have their short names after them."""
    met = Counter(one_line(title).casefold() for title in titles.values())
    return {
        name: title if met[one_line(title).casefold()] == 1 else f"{title} ({name})" for name, title in titles.items()
    }


def written(record: Cell | Measure, field: Field) -> str:
    """Return what stands in a field of a cell or a measure, as a person reads it; "" where nothing does."""
    found: Any = record
    for step in field.name.split("/"):
        found = getattr(found, step)
        if step == "follow_ups":
            found = next_follow_up(found)
        if found is None:
            return ""
    if isinstance(found, tuple):
        return "\n".join(map(one_line, found))
    return unwrapped(found) if isinstance(found, str) else str(found)


def next_follow_up(follow_ups: Sequence[FollowUp]) -> FollowUp | None:
    """Return the first follow-up that has a day and is still to be made."""
    return next((one for one in follow_ups if one.date and not one.result), None)
