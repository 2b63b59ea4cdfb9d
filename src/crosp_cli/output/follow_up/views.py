"""What is to be followed up, put into words: rows for a screen, a page and a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from crosp_cli.analysis.follow_up.continuity import Break, Continuity, MeasureAt
from crosp_cli.analysis.follow_up.follow_up import OPEN, Due, DueKind, FollowUps, Role, Section, State
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be done for one measure on one day."""

    day: date | None
    state: State
    state_word: str
    to_do: str
    what: str
    """The measure as the team wrote it, on one line."""
    id: str
    level: str


@dataclass(frozen=True, slots=True)
class Pointed:
    """A measure whose responsible role is pointed out."""

    what: str
    id: str
    level: str
    told: str
    """Who answered for it and who does now; "" where there is nothing to tell."""


def state_word(state: State, language: str) -> str:
    """How something stands, in a word or two."""
    _ = translation(language).gettext
    return {
        State.OVERDUE: _("overdue"),
        State.DUE_SOON: _("soon"),
        State.COMING: _("later"),
        State.UNDATED: _("no date"),
        State.HELD: _("held"),
        State.MISSED: _("not held"),
    }[state]


def to_do(due: Due, language: str) -> str:
    """What is to be done, in a few words."""
    _ = translation(language).gettext
    if due.kind is DueKind.MEASURE:
        return _("measure due")
    if due.kind is DueKind.PLANNED:
        return _("planned follow-up")
    name = _expected(due.after_months or 0, language)
    return _("{follow_up} (planned)").format(follow_up=name) if due.planned else name


def _expected(months: int, language: str) -> str:
    _ = translation(language).gettext
    if months == 0:
        return _("follow-up at the end")
    many = translation(language).ngettext
    return many("follow-up {months} month after", "follow-up {months} months after", months).format(months=months)


def rows(role: Role, section: Section, language: str) -> tuple[Row, ...]:
    """Return what a role has left to do, by date; what concerns one measure on one day is one row.

    Two measures that are written alike stay two.
    """
    groups: dict[tuple[int, date | None], list[Due]] = {}
    for due in role.dues:
        if due.state in OPEN:
            groups.setdefault((id(due.subject), due.day), []).append(due)
    return tuple(_row(dues, section, language) for dues in groups.values())


def _row(dues: list[Due], section: Section, language: str) -> Row:
    first = dues[0]
    return Row(
        day=first.day,
        state=first.state,
        state_word=state_word(first.state, language),
        to_do=", ".join(to_do(due, language) for due in dues),
        what=one_line(first.subject.measure.what),
        id=first.subject.measure.id,
        level=level_title(first.subject.level, section, language),
    )


def role_name(role: Role, language: str) -> str:
    """What to call a role; what stands in its place where nobody is named."""
    return role.name or translation(language).gettext("Nobody named")


def level_title(level_id: str, section: Section, language: str) -> str:
    """What the framework calls a level."""
    level = section.framework.level(level_id)
    return pick(level.title, language) if level else level_id


def section_name(section: Section) -> str:
    """What to call a unit, or the organiser."""
    if section.project:
        return section.project.name_of(section.unit)
    return section.unit or section.newest[0].assessment.level


def counted(section: Section, language: str) -> str:
    """How many things are in each state, those with none left out."""
    many = translation(language).ngettext
    overdue, soon, later, undated, held, missed = (section.count(state) for state in State)
    parts = (
        (overdue, many("{number} overdue", "{number} overdue", overdue)),
        (soon, many("{number} soon", "{number} soon", soon)),
        (later, many("{number} later", "{number} later", later)),
        (undated, many("{number} without a date", "{number} without a date", undated)),
        (held, many("{number} follow-up held", "{number} follow-ups held", held)),
        (missed, many("{number} follow-up not held", "{number} follow-ups not held", missed)),
    )
    return ", ".join(text.format(number=number) for number, text in parts if number)


def as_of(found: FollowUps, language: str) -> str:
    """The day asked about, and what soon means."""
    many = translation(language).ngettext
    text = many(
        "As of {today}. Soon means within {days} day.", "As of {today}. Soon means within {days} days.", found.within
    )
    return text.format(today=found.today, days=found.within)


def heading_of(what: Break, language: str) -> str:
    """The heading above measures whose responsible role is pointed out."""
    _ = translation(language).gettext
    return {
        Break.CHANGED: _("Another role than last time"),
        Break.VACANT: _("The role is vacant"),
        Break.MISSING: _("No role is named"),
        Break.FILLED: _("The role was vacant last time"),
    }[what]


def question_of(what: Break, language: str) -> str:
    """What it could mean, and a question for the team."""
    _ = translation(language).gettext
    return {
        Break.CHANGED: _(
            "It may be a handover that was planned, or the work may have changed hands without one. Ask yourselves: "
            "what does the new role need to know, and who tells it?"
        ),
        Break.VACANT: _(
            "Somebody may be on the way, or the measure may be waiting. Ask yourselves: who keeps it going until "
            "then, and do the dates hold?"
        ),
        Break.MISSING: _(
            "It may have been forgotten in writing, or nobody may have taken it on yet. Ask yourselves: who takes "
            "the next step?"
        ),
        Break.FILLED: _(
            "Somebody answers for it again, and meanwhile it may have stood still. Ask yourselves: what has been "
            "done and agreed so far, and do the dates hold?"
        ),
    }[what]


def pointed(section: Section, language: str) -> tuple[tuple[Break, tuple[Pointed, ...]], ...]:
    """Return the measures whose responsible role is pointed out, by what there is to ask about."""
    found = ((what, [c for c in section.continuity if c.what is what]) for what in Break)
    return tuple((what, tuple(_pointed(c, section, language) for c in part)) for what, part in found if part)


def _pointed(found: Continuity, section: Section, language: str) -> Pointed:
    _ = translation(language).gettext
    told = ""
    if found.before and found.day_before:
        text = _("{role} on {day}") if found.now is None else _("{role} on {day}, now {now}")
        told = text.format(role=found.before, day=found.day_before, now=found.now)
    elif found.now:
        told = found.now
    return _point(found.subject, section, told, language)


def without_date(section: Section, language: str) -> tuple[Pointed, ...]:
    """Return the measures with a follow-up that has a result and no date."""
    return tuple(_point(subject, section, "", language) for subject in section.without_date)


def _point(subject: MeasureAt, section: Section, told: str, language: str) -> Pointed:
    measure = subject.measure
    return Pointed(one_line(measure.what), measure.id, level_title(subject.level, section, language), told)


def levels(section: Section, language: str) -> Iterable[str]:
    """The newest assessments: level and day."""
    for one in section.newest:
        yield f"{level_title(one.assessment.level, section, language)} {one.assessment.date}"
