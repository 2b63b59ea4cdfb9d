"""What is said before something that seems to hold personal data is shown to others."""

from collections.abc import Sequence

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.checks.personal_data.text_checks import personal_data
from crosp_cli.cli.console import print_message
from crosp_cli.reading.workspace import Workspace
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def warn_of_personal_data(path: str, content: str, language: str, called: Sequence[str] = ()) -> None:
    """Say on standard error that a document which is about to be shown to others seems to hold personal data.

    Its lines are `called` so where they have no numbers.
    """
    lines = personal_data(content)
    if not lines:
        return
    line = printable(called[lines[0] - 1]) if called else lines[0]
    text = translation(language).gettext(
        "{place}: this looks like personal data. Mend it before you share what is shown; `crosp validate` says more."
    )
    print_message(text.format(place=f"{shown_name(path)}:{line}"))


def warn_of_shared_files(workspace: Workspace, language: str) -> None:
    """Say it of crosp.yaml, its own framework and registers that were read: their texts stand in any document shown."""
    for tree in workspace.newly_shared():
        warn_of_personal_data(tree.path, tree.text, language)
