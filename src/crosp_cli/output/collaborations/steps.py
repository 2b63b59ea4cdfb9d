"""What to do next about the collaborations, the most urgent first."""

from collections.abc import Iterator

from crosp_cli.analysis.collaborations.overview import LACKS, MANY, Overview
from crosp_cli.analysis.collaborations.standing import Standing
from crosp_cli.output.collaborations.views import Step
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation

MOST = 3


def steps(found: Overview, language: str) -> tuple[Step, ...]:
    """Return at most three things to do next, each in a sentence."""
    every = tuple(_steps(found, language))[:MOST]
    nothing = translation(language).gettext("Nothing is missing. Go through the register again before long.")
    return every or (Step(nothing),)


def _steps(found: Overview, language: str) -> Iterator[Step]:
    _ = translation(language).gettext
    if not found.registers:
        yield Step(_("Begin a register of collaborations."), "crosp new collaborations")
    for due in found.reports:
        if due.is_overdue:
            text = _("Report on “{title}” (by {day}), or write when that was done.")
            yield Step(text.format(title=one_line(due.of.one.title), day=due.report.date), "made")
            break
    for at in found.standing(Standing.ENDED):
        if at.is_over_but_not_ended:
            text = _("Write that “{title}” has ended and what became of it, or a new last day.")
            yield Step(text.format(title=one_line(at.one.title)), "status: ended")
            break
    yield from _lacking(found, language)
    for missing in found.not_covered:
        if len(missing.measures) >= MANY and found.registers:
            text = _("Agree with {partner}, which {number} measures name, and write it in the register.")
            yield Step(text.format(partner=one_line(missing.name), number=len(missing.measures)))
            break


def _lacking(found: Overview, language: str) -> Iterator[Step]:
    _ = translation(language).gettext
    texts = {
        "purpose": (_("Write what “{title}” is for."), "purpose"),
        "level": (_("Write which level can solve “{title}”."), "solves_at"),
        "agreement": (_("Write which agreement or assignment “{title}” rests on."), "governed_by"),
    }
    for what in LACKS:
        for at in found.lacking(what)[:1]:
            text, key = texts[what]
            yield Step(text.format(title=one_line(at.one.title)), key)
