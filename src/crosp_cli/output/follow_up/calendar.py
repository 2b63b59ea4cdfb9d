"""What is to be followed up, as a calendar that Outlook, Google, Apple and others take in (RFC 5545)."""

import json
from collections import Counter
from datetime import UTC, datetime, time
from hashlib import sha256

from icalendar import Calendar, Event, vText

from crosp_cli.analysis.follow_up.follow_up import OPEN, Due, FollowUps, Section
from crosp_cli.analysis.follow_up.roles import role_of
from crosp_cli.output.follow_up.views import level_title, section_name, to_do
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.translation import translation

LONGEST_SUMMARY = 100
"""How much of a measure a calendar shows in its overview, in characters. The description has the whole of it."""


def as_calendar(found: FollowUps, language: str) -> bytes:
    """Return a calendar with a whole day for everything that has a date and is left to do.

    An event keeps its UID while texts and dates change, so that a calendar that is read in again moves it and does
    not double it. All events carry the stamp of the day asked about: the same input gives the same bytes.
    """
    _ = translation(language).gettext
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//crosp//follow-up//{language.upper()}")
    names = ", ".join(one_line(section_name(section)) for section in found.sections[:3])
    title = _("Follow-up: {names}").format(names=names) if names else _("Follow-up")
    calendar.add("x-wr-calname", vText(title))
    met: Counter[str] = Counter()
    several = len(found.sections) > 1
    stamp = datetime.combine(found.today, time(), UTC)
    for section in found.sections:
        for role in section.roles:
            for due in role.dues:
                if due.day is None or due.state not in OPEN:
                    continue
                event = _event(due, section, language, several=several)
                uid = _identity(due, section)
                met[uid] += 1  # the same identifier twice in a file is a mistake that crosp validate tells of
                event.add("uid", f"{uid}-{met[uid]}@crosp" if met[uid] > 1 else f"{uid}@crosp")
                event.add("dtstamp", stamp)
                calendar.add_component(event)
    return bytes(calendar.to_ical())


def _identity(due: Due, section: Section) -> str:
    organiser = section.project.organiser.id if section.project else None
    parts = [organiser, section.unit, due.subject.level, due.subject.measure.id, due.name]
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _event(due: Due, section: Section, language: str, *, several: bool) -> Event:
    words = to_do(due, language)
    what = one_line(due.subject.measure.what)
    short = shortened(Phrase(what, language), LONGEST_SUMMARY).text
    unit = one_line(section_name(section))
    event = Event()
    event.add("summary", f"{words[0].upper()}{words[1:]}: {short}" + (f" ({unit})" if several else ""))
    event.add("dtstart", due.day)  # a date without an end lasts that day
    event.add("description", "\n".join(_description(due, section, what, unit, language)))
    event.add("transp", "TRANSPARENT")  # a reminder, and not a meeting that keeps the day busy
    return event


def _description(due: Due, section: Section, what: str, unit: str, language: str) -> list[str]:
    _ = translation(language).gettext
    lines = [what, f"{unit}, {level_title(due.subject.level, section, language)}"]
    lines.append(pick(section.framework.cell_title(due.subject.place), language))
    role = role_of(due.subject.measure)
    lines.append(_("Responsible: {role}").format(role=role) if role else _("Nobody named"))
    if due.planned and due.expected and due.planned != due.expected:
        lines.append(_("Expected {day}").format(day=due.expected))
    return lines
