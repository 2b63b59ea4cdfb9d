"""What answers would change in an assessment, shown cell by cell: what stood there, and what would."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from typing import Any, TypeAlias

from crosp_cli.analysis.groups.disclosure import headcount
from crosp_cli.filling.answers import answers_in, is_count, text_of
from crosp_cli.filling.changes import NAMES, Change, Changes, measures_in
from crosp_cli.filling.said import label, said
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.text.languages import pick
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_PLACE = 3
"""How many steps lead to a cell: `cells`, its row, its column."""
_FIGURES = 6
"""Nobody counts more people than a number of so many figures has."""
_Measures: TypeAlias = Mapping[tuple[str, ...], str]


def as_text(changes: Changes, framework: Framework, smallest_group: int, language: str) -> str:
    """Return the changes as text, the cells in the order of the answers, and what is left as it is."""
    _ = translation(language).gettext
    lines: list[str] = []
    few = _few(smallest_group, language)
    told, emptied_fields = (
        [_without_headcount(change, smallest_group, few) for change in each]
        for each in (changes.changes, changes.emptied)
    )
    for heading, each in groupby(told, key=lambda change: _heading(change.steps, framework, language)):
        lines += [heading, *_fields(each, changes.measures, framework, language), ""]
    if changes.emptied:
        text = _("Empty in what was filled in. What the assessment says stays, unless you have it taken out:")
        lines += [text, ""]
    for heading, each in groupby(emptied_fields, key=lambda change: _heading(change.steps, framework, language)):
        lines += [heading, *_emptied(each, changes.measures, framework, language), ""]
    if changes.replaced:
        text = _(
            "Is said not to apply, in the place of what the assessment says. That stays, unless you have it taken out:"
        )
        lines += [text, ""]
    for heading, each in groupby(changes.replaced, key=lambda change: _heading(change.steps, framework, language)):
        lines += [heading, *_emptied(each, changes.measures, framework, language), ""]
    if changes.gone:
        text = _(
            "Is not brought in. Since the form was made, what it is about has got another name or another place, or "
            "was taken out. Write in the file what should stay:"
        )
        lines += [text, ""]
    for heading, each in groupby(changes.gone, key=lambda change: _heading(change.steps, framework, language)):
        lines += [heading, *_fields(each, changes.measures, framework, language), ""]
    for cell in changes.left:
        text = _(
            "{cell} is left as it is: either it does not apply or it has other answers, and never both. "
            "Change it in the file, and run the same command again."
        )
        lines += [text.format(cell=_heading(cell, framework, language)), ""]
    for cell in changes.counted:
        text = _(
            "{cell}: how many of each group chose which step is not brought in, and stays as the assessment says. "
            "`crosp collect` counts responses."
        )
        lines += [text.format(cell=_heading(cell, framework, language)), ""]
    count = len(changes.changes)
    many = translation(language).ngettext("{count} field changes.", "{count} fields change.", count)
    lines.append(many.format(count=count) if count else _("Nothing changes."))
    if emptied := len(changes.emptied):
        many = translation(language).ngettext("{count} field was emptied.", "{count} fields were emptied.", emptied)
        lines.append(many.format(count=emptied))
    return "\n".join(lines) + "\n"


def differing(
    now: Mapping[str, Any], other: Mapping[str, Any], framework: Framework, smallest_group: int, language: str
) -> str:
    """Return what another version of an assessment says otherwise, cell by cell; never what groups answered."""
    told = partial(_without_headcount, smallest_group=smallest_group, few=_few(smallest_group, language))
    versions = [
        [one for one in answers_in(version) if not is_count(one.steps) and one.steps[-1] not in NAMES]
        for version in (now, other)
    ]
    before, after = ({one.steps: text_of(one.value) for one in version} for version in versions)
    every = (
        told(Change(steps, before.get(steps, ""), after.get(steps, ""))) for steps in dict.fromkeys([*before, *after])
    )
    changes = [change for change in every if change.before != change.after]
    measures, lines = measures_in(chain(*versions)), list[str]()

    def heading_of(change: Change) -> str:
        return _heading(change.steps, framework, language)

    for heading, each in groupby(sorted(changes, key=heading_of), key=heading_of):
        lines += [heading, *_fields(each, measures, framework, language), ""]
    return "\n".join(lines)


def _few(smallest_group: int, language: str) -> str:
    return translation(language).gettext("fewer than {limit}").format(limit=smallest_group)


def _without_headcount(change: Change, smallest_group: int, few: str) -> Change:
    """The change, with `few` for how many of a group took part where that is not told."""

    def told(number: str) -> str:
        is_told = not number.isdecimal() or len(number) > _FIGURES or headcount(int(number), smallest_group)
        return number if is_told else few

    if change.steps[0] != "participants" or not isinstance(change.after, str):
        return change
    before = change.before and told(change.before)
    return replace(change, before=before, after=told(change.after), is_newer=change.is_newer and before != few)


def _heading(steps: Sequence[str], framework: Framework, language: str) -> str:
    if steps[0] != "cells" or not framework.has(Place(*steps[1:_PLACE])):
        return translation(language).gettext("Participants")
    return pick(framework.cell_title(Place(*steps[1:_PLACE])), language)


def _fields(changes: Iterable[Change], measures: _Measures, framework: Framework, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    for change in changes:
        yield f"  {label(change.steps, measures, framework, language)}"
        if change.before:
            yield from _value(_("was:"), change, change.before, framework, language)
            becomes, nothing = _("becomes:"), _("(taken out)")
            if change.after:
                yield from _value(becomes, change, change.after, framework, language)
            else:
                yield f"    {becomes} {nothing}"
            if change.is_newer:
                yield "    " + _("What stood there was written after the form was made.")
        else:
            yield from _value(_("new:"), change, change.after, framework, language)


def _emptied(changes: Iterable[Change], measures: _Measures, framework: Framework, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    each = list(changes)
    if any(is_count(change.steps) for change in each):  # what small groups answered is never told
        yield "  " + _("The groups' ratings")
        yield "    " + _("stands there: counted answers, which are not shown here")
    for change in each:
        if is_count(change.steps):
            continue
        yield f"  {label(change.steps, measures, framework, language)}"
        if change.after:
            yield from _value(_("new:"), change, change.after, framework, language)
        else:
            yield from _value(_("stands there:"), change, change.before or "", framework, language)


def _value(head: str, change: Change, value: str | Sequence[str], framework: Framework, language: str) -> Iterator[str]:
    texts = [value] if isinstance(value, str) else value
    words = [said(change.steps[-1], text, framework, language) for text in texts]
    lines = [printable(line.expandtabs(2)) for text in words for line in text.rstrip("\n").split("\n")]
    yield f"    {head} {lines[0]}".rstrip()
    yield from (f"      {line}".rstrip() for line in lines[1:])
