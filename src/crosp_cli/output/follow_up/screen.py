"""What is to be followed up, on one screen: what is overdue and due soon, by date, and how much there is besides.

Where nothing is, what comes next.
"""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosp_cli.analysis.follow_up.follow_up import DueKind, FollowUps, Section, State
from crosp_cli.output.follow_up.views import Row, as_of, counted, role_name, rows, section_name
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_NOW = (State.OVERDUE, State.DUE_SOON)
_ROOM = 24
"""How many lines there are for what is overdue and due soon."""
_NEXT = 3
"""How much of what comes later is shown where there is nothing else."""
_LINE = 68
_STYLES = {State.OVERDUE: "bold yellow", State.DUE_SOON: "bold"}


def as_terminal(found: FollowUps, language: str) -> RenderableType:
    """Return for each unit how much is in each state, and what is overdue and due soon, the earliest first."""
    return Group(*_parts(found, language))


def _parts(found: FollowUps, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    yield Text(as_of(found, language))
    each = max(1, _ROOM // max(1, 3 * len(found.sections)))
    for section in found.sections:
        told = counted(section, language) or _("Nothing is left to follow up.")
        yield Text.assemble((printable(section_name(section)), "bold"), f": {told}")
        yield from _section(section, language, each)
    if any(due.kind is DueKind.EXPECTED for one in found.sections for role in one.roles for due in role.dues):
        yield Text(
            _(
                "Follow-ups that nobody has planned are those expected of every measure. crosp.yaml can say otherwise "
                "(expected_follow_ups)."
            ),
            "dim",
        )


def _section(section: Section, language: str, most: int) -> Iterator[RenderableType]:
    every = [(role_name(role, language), row) for role in section.roles for row in rows(role, section, language)]
    every.sort(key=lambda pair: str(pair[1].day))
    now = [pair for pair in every if pair[1].state in _NOW]
    table = Table.grid(padding=(0, 2))
    for _column in range(2):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    shown = now[:most] or [pair for pair in every if pair[1].day][: min(_NEXT, most)]
    for role, row in shown:
        state = Text(row.state_word, style=_STYLES.get(row.state, ""))
        table.add_row(str(row.day or "–"), state, _words(role, row, language))
    if shown:
        yield Padding(table, (0, 0, 0, 2))
    more = len(now) - len(shown)
    if more > 0:
        many = translation(language).ngettext
        text = many("{number} more that is overdue or due soon", "{number} more that are overdue or due soon", more)
        yield Text(f"  {text.format(number=more)}")


def _words(role: str, row: Row, language: str) -> Text:
    what = shortened(Phrase(row.what, language), _LINE).text
    return Text.assemble(f"{printable(role)}: {row.to_do}\n", (printable(what), "dim"))
