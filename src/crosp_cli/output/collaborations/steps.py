"""What to do next about the collaborations, the most urgent first."""

from collections.abc import Iterator

from crosp_cli.analysis.collaborations.overview import LACKS, MANY, Overview
from crosp_cli.analysis.collaborations.standing import Standing
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation

MOST = 3


def steps(found: Overview, language: str) -> tuple[str, ...]:
    """Return at most three things to do next, each in a sentence."""
    every = tuple(_steps(found, language))[:MOST]
    return every or (translation(language).gettext("Nothing is missing. Go through the register again before long."),)


def _steps(found: Overview, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    if not found.registers:
        yield _("Begin a register: `crosp new collaborations`.")
    for due in found.reports:
        if due.is_overdue:
            text = _("Report on “{title}” (by {day}), or write under `made` when that was done.")
            yield text.format(title=_said(due.of.one.title), day=due.report.date)
            break
    for at in found.standing(Standing.ENDED):
        if at.is_over_but_not_ended:
            text = _("Write `status: ended` and what became of “{title}”, or a new last day.")
            yield text.format(title=_said(at.one.title))
            break
    yield from _lacking(found, language)
    for missing in found.not_covered:
        if len(missing.measures) >= MANY and found.registers:
            text = _("Agree with {partner}, which {number} measures name, and write it in the register.")
            yield text.format(partner=_said(missing.name), number=len(missing.measures))
            break


def _lacking(found: Overview, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    texts = {
        "purpose": _("Write what “{title}” is for, under `purpose`."),
        "level": _("Write which level can solve “{title}”, under `solves_at`."),
        "agreement": _("Write which agreement or assignment “{title}” rests on, under `governed_by`."),
    }
    for what in LACKS:
        for at in found.lacking(what)[:1]:
            yield texts[what].format(title=_said(at.one.title))


def _said(text: str) -> str:
    """A title within a sentence, in which backticks are around what is to be typed."""
    return one_line(text).replace("`", "’")
