"""How the measures spread, put into words: a table of counts, what law and guidance say, and questions to read with."""

from datetime import date
from typing import NamedTuple

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.assessment.orientation import Said
from crosp_cli.model.framework import Shift
from crosp_cli.output.view import view
from crosp_cli.text.phrase import Phrase, phrase
from crosp_cli.text.translation import translation


@view
class SpreadRow(NamedTuple):
    """A scope, and how many measures of that scope there are of each orientation."""

    title: Phrase
    counts: tuple[int, ...]


@view
class SaidView(NamedTuple):
    """What a reference says of how measures should spread."""

    reference: str
    """The reference's id."""
    title: Phrase
    text: Phrase | None
    as_of: date
    concerns: bool
    """Whether it concerns this organiser and these school forms."""


@view
class ShiftView(NamedTuple):
    """A change of perspective, as a question to read the measures with."""

    id: str
    before: Phrase
    after: Phrase
    question: Phrase | None


@view
class OrientationView(NamedTuple):
    """The measures over orientations and scopes. It passes no verdict: what is right depends on what was found."""

    columns: tuple[Phrase, ...]
    rows: tuple[SpreadRow, ...]
    said: tuple[SaidView, ...]
    shifts: tuple[ShiftView, ...]


def orientation(analysis: Analysis, language: str) -> OrientationView | None:
    """Return what to show of the measures' orientation; None where no measure has one, and none a scope."""
    spread, titled = analysis.spread, analysis.framework.title_of
    if not any(orientation or scope for orientation, scope in spread.counts):
        return None
    missing = Phrase(translation(language).gettext("not stated"), language)

    def named(kind: str, name: str | None) -> Phrase:
        return phrase(titled(kind, name), language) if name else missing

    return OrientationView(
        columns=tuple(named("orientations", name) for name in spread.orientations),
        rows=tuple(
            SpreadRow(named("scopes", scope), tuple(spread.number_of(name, scope) for name in spread.orientations))
            for scope in spread.scopes
        ),
        said=tuple(_said(said, language) for said in analysis.said),
        shifts=tuple(_shift(shift, language) for shift in analysis.framework.head.shifts),
    )


def said_in_words(said: SaidView, language: str) -> str:
    """What a reference says of orientation, or that it does not concern those assessed here."""
    _ = translation(language).gettext
    if not said.concerns:
        text = _("{title} (as worded on {date}) does not concern this organiser type and school form.")
        return text.format(title=said.title.text, date=said.as_of)
    text = _("{title} (as worded on {date}): {text}")
    return text.format(title=said.title.text, date=said.as_of, text=said.text.text if said.text else "").rstrip(": ")


def _said(said: Said, language: str) -> SaidView:
    text = said.attachment.note or said.reference.paraphrase
    return SaidView(
        reference=said.reference.id,
        title=phrase(said.reference.title, language),
        text=phrase(text, language) if text else None,
        as_of=said.reference.as_of,
        concerns=said.concerns,
    )


def _shift(shift: Shift, language: str) -> ShiftView:
    question = phrase(shift.question, language) if shift.question else None
    return ShiftView(shift.id, phrase(shift.from_, language), phrase(shift.to, language), question)
