"""What is to be followed up, for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crosp_cli.analysis.follow_up.follow_up import OPEN, FollowUps, Role, Section, State
from crosp_cli.output.follow_up.views import (
    Pointed,
    Row,
    as_of,
    counted,
    heading_of,
    levels,
    pointed,
    question_of,
    role_name,
    rows,
    section_name,
    state_word,
    without_date,
)
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

BRIEF = 48
"""How much of a measure, with its identifier, is shown when it is named again, in characters."""

_STYLES = {State.OVERDUE: "bold yellow", State.DUE_SOON: "bold"}


def as_terminal(found: FollowUps, language: str) -> RenderableType:
    """Return each unit's roles with what they have left to do, by date, and what there is to ask about."""
    return Group(*_parts(found, language))


def _parts(found: FollowUps, language: str) -> Iterator[RenderableType]:
    yield Text(as_of(found, language))
    for number, section in enumerate(found.sections):
        yield Rule(style="dim") if number else Text()
        yield Text(printable(section_name(section)), style="bold")
        yield Text(" · ".join(levels(section, language)))
        yield from _section(section, language)


def _section(section: Section, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    told = counted(section, language)
    if told:
        yield Text(f"\n{told}")
    if not any(section.count(state) for state in OPEN):
        yield Text("\n" + _("Nothing is left to follow up."))
    widest = max((len(state_word(state, language)) for state in OPEN if section.count(state)), default=0)
    for role in section.roles:
        yield from _role(role, section, language, widest)
    if section.continuity:
        yield Text("\n" + _("Who answers for it"), style="bold")
        for what, part in pointed(section, language):
            yield Padding(Text(heading_of(what, language)), (0, 0, 0, 2))
            yield Padding(Text(question_of(what, language), style="italic"), (0, 0, 0, 4))
            yield from _points(part)
    undated = without_date(section, language)
    if undated:
        yield Text("\n" + _("A result without a date counts for no follow-up. Write its date."), style="bold")
        yield from _points(undated)


def _role(role: Role, section: Section, language: str, widest: int) -> Iterator[RenderableType]:
    found = rows(role, section, language)
    if not found:
        return
    yield Text(f"\n{printable(role_name(role, language))}", style="bold")
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=10, no_wrap=True)
    table.add_column(width=widest, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    met: set[str] = set()
    for row in found:
        state = Text(row.state_word, style=_STYLES.get(row.state, ""))
        table.add_row(str(row.day or "–"), state, _words(row, language, again=row.id in met))
        met.add(row.id)
    yield Padding(table, (0, 0, 0, 2))


def _words(row: Row, language: str, *, again: bool) -> Text:
    """What is to be done for which measure; a measure that has been named in full is then named briefly."""
    what = shortened(Phrase(row.what, language), max(BRIEF - len(row.id), BRIEF // 3)).text if again else row.what
    return Text.assemble((f"{row.to_do}\n", "bold"), printable(what), (f" ({row.id})", "dim"))


def _points(found: tuple[Pointed, ...]) -> Iterator[RenderableType]:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for point in found:
        told = f": {printable(point.told)}" if point.told else ""
        table.add_row("–", Text(f"{printable(point.what)} ({point.id}){told}"))
    yield Padding(table, (0, 0, 0, 4))
