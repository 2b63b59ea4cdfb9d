"""What is to be reported and when collaborations end, as a calendar that Outlook, Google, Apple and others take in."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from hashlib import sha256

from icalendar import Calendar, Event

from crosp_cli.analysis.collaborations.overview import CollaborationAt
from crosp_cli.analysis.collaborations.standing import Standing
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.output.collaborations.wording import standing_words
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.translation import translation

LONGEST_SUMMARY = 100
"""How much of a title a calendar shows in its overview, and of each name at every report, in characters."""


def as_calendar(answer: CollaborationsAnswer, language: str) -> bytes:
    """Return a calendar with a whole day for each report that is not made, and for each last day to come.

    An event keeps its UID while texts and dates change, so that a calendar that is read in again moves it and does
    not double it. All events carry the stamp of the day asked about: the same input gives the same bytes.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//crosp//collaborations//{language.upper()}")
    calendar.add("x-wr-calname", translation(language).gettext("Collaborations"))
    for event in _events(answer, language):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(answer: CollaborationsAnswer, language: str) -> Iterator[Event]:
    _ = translation(language).gettext
    found = answer.overview
    for due in found.reports:
        what = one_line(due.report.what or _("report"))
        more = [f"{what[:1].upper()}{what[1:]}" + (f" → {one_line(due.report.to)}" if due.report.to else "")]
        yield _event(answer, due.of, f"report-{due.number}", _("To report"), due.report.date, more, language)
    for at in found.collaborations:
        if at.standing is not Standing.ENDED and at.one.end is not None:
            yield _event(answer, at, "end", _("Last day"), at.one.end, [], language)


def _event(
    answer: CollaborationsAnswer,
    at: CollaborationAt,
    name: str,
    heading: str,
    day: date,
    more: list[str],
    language: str,
) -> Event:
    title, *names = (
        shortened(Phrase(one_line(called), language), LONGEST_SUMMARY).text
        for called in (at.one.title, *(partner.organisation for partner in at.one.with_))
    )
    organiser = answer.project.organiser.id if answer.project else None
    identity = sha256(json.dumps([organiser, "collaboration", at.one.id, name]).encode()).hexdigest()
    lines = [one_line(at.one.title), *more, standing_words(at.one, answer.overview.today, language)]
    event = Event()
    event.add("summary", f"{heading}: {title}")
    event.add("dtstart", day)  # a date without an end lasts that day
    event.add("description", "\n".join([*lines, *names]))
    event.add("transp", "TRANSPARENT")
    event.add("uid", f"{identity[:32]}@crosp")
    event.add("dtstamp", datetime.combine(answer.overview.today, time(), UTC))
    return event
