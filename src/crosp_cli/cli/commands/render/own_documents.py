"""The kinds of report that have documents of their own beside the assessments: a register."""

from typing import NamedTuple


def _(text: str) -> str:
    """Mark a text for the catalogues; whoever shows it has it translated."""
    return text


class OwnDocument(NamedTuple):
    """Documents that a kind of report is made of. Without one, it is made of an assessment alone."""

    format: bytes
    """What stands in each of them: what makes a report of one comes along only where one is named."""
    module: str
    """Has `content_at`, of a path, and `content_on`, of an assessment."""
    may_be_named: str
    """That such a document may be named instead of an assessment, as the help says it."""
    default: str
    """Which kind of report is made of such a document, as the help says it."""
    not_with_all: str
    """What is said where the report is asked for with `--all`."""


OWN_DOCUMENTS = {
    "decision-memo": OwnDocument(
        b"crosp-memo",
        "crosp_cli.cli.commands.render.decision_memo",
        _("or a decision memo"),
        _("and of a memo decision-memo"),
        _("--all takes no decision memos. Print each by its own name."),
    ),
}
"""By the kind of report."""
