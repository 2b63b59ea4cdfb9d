"""From paths to what is to be followed up."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.follow_up.follow_up import FollowUps, follow_ups, of_role
from crosp_cli.cli.answer import put
from crosp_cli.cli.console import again, print_screen
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.day_to_come import tell_of_days_to_come
from crosp_cli.cli.select.load import load_assessments
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.only import Only, meant
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.target import Target
from crosp_cli.text.translation import translation


def followed_up(
    paths: Sequence[Path], only: Only, today: date, within: int, role: str | None, language: str, target: Target
) -> FollowUps:
    """Return what is to be followed up among the assessments at `paths`; with `role`, what that role answers for.

    Raises:
        CannotError: there is no assessment, or no such unit, level or role.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    read = load_assessments(paths, language, form=target.format, aside=not target.is_standard_output)
    read = only.of(read, language)
    latest = newest(read)
    tell_of_days_to_come(latest, today, language)
    for one in read:  # of an earlier one it is told who answered then
        warn_of_personal_data(one.path, one.text, language)
    found = follow_ups(read, today, within)
    return found if role is None else of_role(found, _known(role, found, language))


def show_follow_ups(
    found: FollowUps, target: Target, language: str, *, words: Sequence[Path | str], full: bool
) -> None:
    """Print it on one screen, with what to go on with, or in full; a file has it in full.

    `words` are the paths and options to go on with.

    Raises:
        CannotError: it cannot be written.
        MissingPartError: a calendar is asked for without the library that makes it.
    """
    if target.is_standard_output and target.format == "text":
        steps = _next_steps(words, language)
        print_screen(target.format, "follow-up", found, language, full=full, next_steps=steps)
    else:
        put("follow-up-in-full" if target.format == "text" else "follow-up", target, language, found)


def _next_steps(words: Sequence[Path | str], language: str) -> tuple[tuple[str, str], ...]:
    _ = translation(language).gettext
    return (
        (again("follow-up", *words, "--full"), _("Everything, role by role:")),
        (again("follow-up", *words, "-o", Path("follow-up.ics")), _("The days, for a calendar:")),
    )


def _known(role: str, found: FollowUps, language: str) -> str:
    """The role as it is written in the assessments, whatever its capitals here."""
    if not found.roles:
        raise CannotError(translation(language).gettext("No role answers for any measure here."))
    return meant(role, dict.fromkeys(found.roles, ()), "--role", language)
