"""What is said before something that seems to hold personal data is shown to others."""

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.checks.personal_data.text_checks import personal_data
from crosp_cli.cli.console import print_message
from crosp_cli.text.translation import translation


def warn_of_personal_data(path: str, content: str, language: str) -> None:
    """Say on standard error that a document which is about to be shown to others seems to hold personal data."""
    lines = personal_data(content)
    if not lines:
        return
    text = translation(language).gettext(
        "{place}: this looks like personal data. Mend it before you share what is shown; `crosp validate` says more."
    )
    print_message(text.format(place=f"{shown_name(path)}:{lines[0]}"))
