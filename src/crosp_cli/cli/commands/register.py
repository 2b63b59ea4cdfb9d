"""The commands: a register that the list of all commands is made of, so that it needs none of them.

There is nothing but words here; a command itself is in the folder of its name, imported when it is asked for.
"""

from collections.abc import Mapping
from gettext import gettext as _
from typing import NamedTuple


class Listed(NamedTuple):
    """What is said of a command before it is made."""

    panel: str
    """Under which heading it stands in the list."""
    help: str
    """What it is for; the list shows how it begins."""
    also: str
    """What people call it, in Swedish and English: suggested, never taken, so that a line that somebody shares says the
    same everywhere."""


START, FILL_IN, CHECK = _("Start"), _("Fill in"), _("Check")
UNDERSTAND, REPORT = _("Understand"), _("Report")
COMMANDS: Mapping[str, Listed] = {
    "init": Listed(
        START,
        _("Start a folder: crosp.yaml, a first assessment to fill in, and what checks them. Never overwrites."),
        "börja starta start begin create skapa",
    ),
    "new": Listed(
        START,
        _("Make the next assessment, with targets and unfinished measures carried over from the last one."),
        "ny nytt nästa next",
    ),
    "show": Listed(
        START,
        _("Read the framework: a principle, an area, a cell, a level's questions, a law section, a term."),
        "visa ramverk framework view",
    ),
    "form": Listed(
        FILL_IN,
        _(
            "Make a form to fill in: a page that opens in any browser, needs no network and sends nothing anywhere; a "
            "workbook; or a PDF or a Word document to print."
        ),
        "formulär enkät blankett survey questionnaire",
    ),
    "import": Listed(
        FILL_IN,
        _(
            "Bring what was filled in into an assessment. It first shows what would change; what was not answered "
            "stays as it stands, comments too."
        ),
        "importera läs-in read load",
    ),
    "collect": Listed(
        FILL_IN,
        _(
            "Count the responses of groups into an assessment. It first shows what would change; of a group, nothing "
            "is shown or written before enough of it have answered."
        ),
        "samla sammanställ count gather",
    ),
    "validate": Listed(
        CHECK,
        _("Check assessments and crosp.yaml: reading, shape and content. Never writes."),
        "kontrollera kontroll validera check granska lint verify",
    ),
    "explain": Listed(
        CHECK,
        _(
            "Say what a code such as CR402 means and why it matters, and how to leave it out. Without a code: all of "
            "them."
        ),
        "förklara förklaring help hjälp",
    ),
    "schema": Listed(
        CHECK,
        _(
            "Write JSON Schema for editors: keys completed and explained, mistakes underlined. Made for the project "
            "here."
        ),
        "schemat scheman",
    ),
    "migrate": Listed(
        CHECK,
        _(
            "Bring assessments over to a newer version of their framework. Nothing written is dropped; without "
            "--write, it only shows what would change."
        ),
        "migrera uppgradera upgrade",
    ),
    "analyse": Listed(
        UNDERSTAND,
        _("Show an assessment's map and its gaps, where to begin and how the measures stand. Never a total score."),
        "analys analysera analysis analyze",
    ),
    "compare": Listed(
        UNDERSTAND,
        _("Show what is different between two occasions, cell by cell: what moved, what is new, what got stuck."),
        "jämför jämföra jämförelse comparison diff",
    ),
    "follow-up": Listed(
        UNDERSTAND,
        _("Show what is overdue, due soon and coming, role by role, and where nobody answers for it. Also a calendar."),
        "följ-upp uppföljning följa-upp followup",
    ),
    "programme": Listed(
        UNDERSTAND,
        _(
            "Show how many have completed a competence programme, its follow-ups, and what can and cannot be said of "
            "it."
        ),
        "program utbildning kompetensprogram",
    ),
    "collaborations": Listed(
        UNDERSTAND,
        _("Show which collaborations go on, are to report or have ended, and which partners the register lacks."),
        "samverkan samarbete samarbeten collaboration",
    ),
    "render": Listed(
        REPORT,
        _("Write an assessment's report: whole, or for one kind of reader. One file, to read or to print."),
        "rapport rapportera report skriv-ut print publish",
    ),
    "template": Listed(
        REPORT, _("See the templates that reports are made of, and copy one to make your own from."), "mall mallar"
    ),
}
"""Every command by its name, in the order of the list."""
