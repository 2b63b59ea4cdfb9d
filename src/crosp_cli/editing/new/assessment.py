"""An assessment to fill in: each cell's question as a comment above empty fields, and what came over from last time."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crosp_cli.editing.wording import words
from crosp_cli.editing.yaml_writer import block, comment, mapping
from crosp_cli.model.assessment import FORMAT, Place
from crosp_cli.model.framework import Framework, Named
from crosp_cli.model.guidance import Question, Questions
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import lines_of

_TERM, _HALF_A_YEAR = 120, 182
"""Days: about how long a measure runs, and how long after it the second follow-up comes."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Which assessment it is. `unit` is None at a level that concerns the organiser."""

    unit: str | None
    level: str
    occasion: str
    day: date
    title: str
    """What the unit or the organiser is called, for the reader of the file."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What one cell takes with it from the last assessment, as it was written there."""

    occasion: str
    target: str | None = None
    measures: tuple[Mapping[str, Any], ...] = ()
    not_applicable: str | None = None


def assessment_text(
    heading: Heading,
    framework: Framework,
    questions: Questions,
    language: str,
    carried: Mapping[Place, CarriedOver] = {},
    cells: Collection[Place] | None = None,
) -> str:
    """Return the text of an assessment file, ready to be filled in.

    `cells` are those in it (None: every cell of the matrix), and `carried` what the last assessment leaves to them.
    """
    chosen = framework.places if cells is None else cells
    told = words(language)
    level = framework.level(heading.level)
    lines = [
        comment(f"{heading.title}: {pick(level.title, language) if level else heading.level}, {heading.occasion}"),
        "#\n",
        *_round(heading, framework, chosen, language),
        *(comment(line) for line in told.how_to),
        _scale(framework, language),
        *_cell_example(framework, heading.level, language),
        *_step_question(framework, questions, "need", heading.level, language),
        *_step_question(framework, questions, "measures", heading.level, language),
        *_measure_example(framework, heading.day, language),
        "\n",
        _head(heading, framework),
        comment(told.participants),
        *(f"#   - {{group: {group.id}, count: 1}}\n" for group in framework.head.groups[:1]),
        *((comment(_named(framework.head.groups, language)),) if framework.head.groups else ()),
        "participants:\n",
        "cells:\n",
    ]
    row = None
    for place in framework.places:
        if place not in chosen:
            continue
        if place.principle != row:
            lines.append(f"{chr(10) if row else ''}  {place.principle}:\n")
            row = place.principle
        lines.append(cell_text(place, framework, questions, heading.level, language, carried.get(place)))
    return "".join(lines)


def _round(heading: Heading, framework: Framework, cells: Collection[Place], language: str) -> Iterator[str]:
    """Which of the cells stand in the file, why these, and how more are added."""
    every, told = framework.places, words(language)
    if len(cells) >= len(every):
        return
    yield comment(told.round.format(count=len(cells), all=len(every)))
    if set(cells) == set(framework.first_round(heading.level)):
        yield comment(pick(framework.head.first_round[heading.level].why, language))
    missing = next(place for place in every if place not in cells)
    yield comment(told.more_cells.format(occasion=heading.occasion, cell="/".join(missing)))
    yield "#\n"


def _head(heading: Heading, framework: Framework) -> str:
    values: dict[str, str | None] = {"format": FORMAT, "framework": framework.name}
    if heading.unit is not None:
        values["unit"] = heading.unit
    values |= {"level": heading.level, "occasion": heading.occasion, "date": heading.day.isoformat()}
    return mapping(values)


def _scale(framework: Framework, language: str) -> str:
    told = words(language)
    steps = "; ".join(f"{step.value} = {pick(step.label, language)}" for step in framework.head.scale.steps)
    return comment(f"{told.scale} {steps}. {told.scale_is_optional}")


def _step_question(framework: Framework, questions: Questions, step: str, level: str, language: str) -> tuple[str, ...]:
    asked = getattr(questions, step).get(level)
    if asked is None:
        return ()
    title = pick(framework.step_title(step), language)
    return (comment(title if title.endswith("?") else f"{title}:"), *_asked(asked, 0, language))


def _asked(question: Question, indent: int, language: str) -> Iterator[str]:
    """The main question on lines of its own; further in, what to go on with and what could show it."""
    for line in lines_of(pick(question.question, language)):
        yield comment(line, indent)
    for probe in question.probes:
        yield comment(pick(probe, language), indent, first="  – ", inset="    ")
    if question.evidence:
        told = words(language).evidence_may_be
        yield comment(pick(question.evidence, language), indent, first=f"  {told} ", inset="  ")


def _cell_example(framework: Framework, level: str, language: str) -> Iterator[str]:
    """What else a cell may have, as it is written, in comments: what helps and hinders, and what groups chose."""
    told, groups = words(language), framework.head.groups
    asked = [group.id for group in groups if level in group.expected_at] or [group.id for group in groups]
    steps = [step.value for step in framework.head.scale.steps][-2:]
    chosen = ", ".join(f"{step}: {count}" for step, count in zip(steps, (9, 4), strict=False))
    yield comment(told.cell_example)
    yield "#       current_state:\n"
    yield from (f"#         {key}:\n#           - {said}\n" for key, said in told.sides.items())
    if asked:
        yield f"#         group_ratings:\n#           {asked[0]}: {{{chosen}}}\n"


def _measure_example(framework: Framework, day: date, language: str) -> Iterator[str]:
    """A measure as it is written, in comments, with the framework's own scopes and orientations."""
    told = words(language)
    later, last = (day + min(timedelta(days=days), date.max - day) for days in (_TERM, _TERM + _HALF_A_YEAR))
    lines = [
        "      measures:",
        f"        - id: {told.measure_id}",
        f"          what: {told.what}",
        f"          responsible: {told.responsible}",
        *(f"          {key}: {entries[-1].id}" for key, entries in _kinds(framework)[:1] if entries),
        *(f"          {key}: {entries[0].id}" for key, entries in _kinds(framework)[1:] if entries),
        f"          start: {day}",
        f"          due: {later}",
        "          status: planned",
        "          follow_ups:",
        f"            - {{date: {later}}}",
        f"            - {{date: {last}}}",
    ]
    yield comment(told.measure_example)
    yield from (f"# {line}\n" for line in lines)
    yield from (comment(f"{key}: {_named(entries, language)}") for key, entries in _kinds(framework) if entries)
    yield comment("status: planned, ongoing, done, dropped; priority: high, medium, low")


def _kinds(framework: Framework) -> tuple[tuple[str, Sequence[Named]], ...]:
    return (("scope", framework.head.scopes), ("orientation", framework.head.orientations))


def _named(entries: Sequence[Named], language: str) -> str:
    return ", ".join(f"{entry.id} ({pick(entry.title, language).lower()})" for entry in entries)


def cell_text(
    place: Place,
    framework: Framework,
    questions: Questions,
    level: str,
    language: str,
    carried: CarriedOver | None,
) -> str:
    """Return the lines of one cell, with its question above its empty fields."""
    told = words(language)
    lines = ["\n", comment(pick(framework.cell_title(place), language), 4)]
    question = questions.current(place, level)
    if question:
        lines += _asked(question, 4, language)
    lines.append(f"    {place.area}:\n")
    if carried and carried.not_applicable is not None:
        lines.append(comment(told.still_not_applicable.format(occasion=carried.occasion), 6))
        lines.append(f"      not_applicable:{block(carried.not_applicable, 8)}")
        return "".join(lines)
    lines += [
        "      current_state:\n",
        "        reflection:\n",
        "        rating:\n",
        "        evidence:\n",
        "      need:\n",
        "        analysis:\n",
    ]
    if carried and carried.target is not None:
        lines.append(f"        target: {carried.target}\n")
        lines.append(f"        carried_over_from: {carried.occasion}\n")
    else:
        lines.append("        target:\n")
    lines.append("        priority:\n")
    measures = carried.measures if carried else ()
    lines.append(f"      measures:{block(measures, 8) if measures else chr(10)}")
    return "".join(lines)
