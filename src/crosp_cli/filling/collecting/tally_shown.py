"""What responses add to an assessment: as edits of its text, and shown group by group."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from crosp_cli.editing.in_place import Put
from crosp_cli.filling.changes import Change, Changes
from crosp_cli.filling.collecting.tally import Tally
from crosp_cli.model.framework import Framework
from crosp_cli.reading.yaml.tree import Steps
from crosp_cli.text.languages import pick
from crosp_cli.text.translation import translation

_PART = ("current_state", "group_ratings")


def changes_by(found: Tally, document: Mapping[str, Any]) -> Changes:
    """Return what a tally changes in a document as it was read, in as few edits as there can be."""
    changes, cells = [], dict[str, Any]()
    for place, groups in found.counts.items():
        counts = {group: {str(step): str(many) for step, many in each.items()} for group, each in groups.items()}
        cells.setdefault(place.principle, {})[place.area] = {_PART[0]: {_PART[1]: counts}}
        changes += [Change(("cells", *place, *_PART, group), None, "") for group in groups]
    edits = [*_edits((), document, {"cells": cells})] if cells else []
    return Changes(changes, edits, [("cells", *place) for place in found.left])


def _edits(steps: Steps, now: Any, wanted: Any) -> Iterator[Put]:
    """The edits that make a part of a document say what is wanted, each as large as leaves all else as it stands."""
    if isinstance(wanted, Mapping) and isinstance(now, Mapping) and now:
        for key, part in wanted.items():
            yield from _edits((*steps, key), now.get(key), part)
    elif now != wanted:
        yield Put(steps, wanted)


def as_text(found: Tally, framework: Framework, smallest_group: int, language: str) -> str:
    """Return where a tally changes an assessment, group by group, and never how many chose which step."""
    _ = translation(language).gettext
    lines: list[str] = []
    counted = (group for groups in found.counts.values() for group in groups)
    for group in dict.fromkeys([*framework.ids("groups"), *counted]):
        told = [*_of_group(group, found, framework, language)]
        if group in found.again:
            told.append("  " + _("Some had been counted before, have gone since, and count again."))
        lines += [pick(framework.title_of("groups", group), language), *told, ""] if told else []
    for place in found.left:
        text = _("{cell} does not apply, says the assessment, and is left as it is.")
        lines += [text.format(cell=pick(framework.cell_title(place), language)), ""]
    for group, place in found.fewer:
        text = _(
            "{group}, {cell}: fewer stand there than had been counted, and none of them is counted again. Where they "
            "should be, take the group out of the cell and run the same command."
        )
        named = {"group": framework.title_of("groups", group), "cell": framework.cell_title(place)}
        lines += [text.format(**{name: pick(title, language) for name, title in named.items()}), ""]
    count = sum(map(len, found.counts.values()))
    many = translation(language).ngettext("{count} field changes.", "{count} fields change.", count)
    lines.append(many.format(count=count) if count else _("Nothing changes."))
    text = _(
        "A group is counted in a cell when at least {limit} of it have answered there that are not counted yet. "
        "Of fewer nothing is shown or written, not even whether there are any."
    )
    lines.append(text.format(limit=smallest_group))
    return "\n".join(lines) + "\n"


def _of_group(group: str, found: Tally, framework: Framework, language: str) -> Iterator[str]:
    """A line for each principle, with the areas in which the group is counted."""
    counted = (place for place, groups in found.counts.items() if group in groups)
    for principle, places in groupby(counted, key=lambda place: place.principle):
        areas = ", ".join(pick(framework.area(place.area).title, language) for place in places)
        yield f"  {pick(framework.principle(principle).title, language)}: {areas}"
