"""What a register of collaborations says in codes and dates, put into words. No word without its date."""

from datetime import date

from crosp_cli.analysis.collaborations.standing import Standing, ended_on, standing_on
from crosp_cli.model.collaborations import Ground, RegisteredCollaboration, Reporting
from crosp_cli.reading.registers import Registered
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation


def part_words(part: str | None, language: str) -> str | None:
    """What our part in a collaboration is; None where nothing was stated."""
    _ = translation(language).gettext
    words = {
        "responsible": _("we are responsible"),
        "shared": _("we share the responsibility"),
        "reference-group": _("we are part of a reference group"),
        "national-representative": _("we represent the country"),
        None: None,
    }
    return words[part]


def period_words(one: RegisteredCollaboration, today: date, language: str) -> str:
    """From when until when a collaboration goes on, as seen from today."""
    _ = translation(language).gettext
    if one.start and one.end:
        return f"{one.start} – {one.end}"
    if one.start:
        return (_("from {day}") if one.start > today else _("since {day}")).format(day=one.start)
    if one.end:
        return _("until {day}").format(day=one.end)
    return _("no dates stated")


def ended_words(day: date | None, language: str) -> str:
    """When a collaboration ended."""
    return str(day) if day else translation(language).gettext("no day stated")


def standing_words(one: RegisteredCollaboration, today: date, language: str) -> str:
    """How a collaboration stands today, with its dates."""
    _ = translation(language).gettext
    match standing_on(one, today):
        case Standing.ENDED:
            day = ended_on(one, today)
            return _("ended {day}").format(day=day) if day else _("ended, no day stated")
        case Standing.PLANNED:
            return _("planned, {period}").format(period=period_words(one, today, language))
        case Standing.ONGOING:
            return _("ongoing, {period}").format(period=period_words(one, today, language))


def ground_words(ground: Ground, language: str) -> str:
    """What a collaboration rests on: its kind, name, number and day, as far as they are written."""
    _ = translation(language).gettext
    kind = {"agreement": _("agreement"), "assignment": _("assignment"), None: ""}[ground.kind]
    name = one_line(ground.what or "")
    is_said = not kind or name.casefold().startswith(kind.casefold())
    what = name if is_said and name else f"{kind}: {name}" if name else kind
    details = ", ".join(filter(None, (one_line(ground.registration_number or ""), str(ground.date or ""))))
    return f"{what} ({details})" if what and details else what or details


def made_words(report: Reporting) -> str:
    """A report that has been made: the day, and what was reported to whom as far as it is written."""
    told = " → ".join(filter(None, (one_line(report.what or ""), one_line(report.to or ""))))
    return f"{report.made} ({told})" if told else str(report.made)


def origin_words(entry: str, registered: Registered | None, today: date, language: str) -> str:
    """Where a measure's words on a collaboration come from, and how that collaboration stands today.

    `entry` is its short name, and all that there is to tell where no register here has it.
    """
    _ = translation(language).gettext
    if registered is None:
        return _("“{entry}”, which is in no register that can be read here").format(entry=entry)
    one = registered.collaboration
    text = _("{title} ({standing}), from the register as of {day}")
    return text.format(title=one_line(one.title), standing=standing_words(one, today, language), day=registered.as_of)
