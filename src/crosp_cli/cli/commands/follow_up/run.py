"""From paths to what is to be followed up, and from there to standard output or a file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.follow_up.follow_up import FollowUps, follow_ups, of_role
from crosp_cli.analysis.follow_up.roles import role_key
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import again, as_bytes, print_message, print_screen, refuse_to_replace, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.options import one_of
from crosp_cli.cli.select.load import load_assessments
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.target import Target
from crosp_cli.output.formats import PRINTED, ending, writer
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.text.translation import translation


def followed_up(
    paths: Sequence[Path], today: date, within: int, role: str | None, language: str, target: Target
) -> FollowUps:
    """Return what is to be followed up among the assessments at `paths`; with `role`, what that role answers for.

    Raises:
        CannotError: there is no assessment, or no such role.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    aside = not target.is_standard_output or target.format not in PRINTED
    read = load_assessments(paths, language, form=target.format, aside=aside)
    for one in newest(read):
        warn_of_personal_data(one.path, one.text, language)
    found = follow_ups(read, today, within)
    return found if role is None else of_role(found, _known(role, found, language))


def checked(target: Target, language: str) -> Target:
    """Return the target if something may be written there.

    Raises:
        CannotError: it is a folder, named like an assessment, or exists and was not to be replaced.
    """
    file = target.file
    if file is None:
        return target
    _ = translation(language).gettext
    path = shown_name(file)
    if file.is_dir():
        text = _("{path} is a folder. Name a file in it, such as {example}.")
        example = file / f"follow-up{ending(target.format)}"
        raise CannotError(text.format(path=path, example=shown_name(example)))
    if file.suffix.lower() in SUFFIXES:
        text = _("{path} would be a YAML file, which this is not. Choose another name.")
        raise CannotError(text.format(path=path))
    refuse_to_replace(file, language, force=target.force)
    return target


def show_follow_ups(found: FollowUps, target: Target, language: str, *, paths: Sequence[Path], full: bool) -> None:
    """Print it, with what to go on with, or write it to a file, always in full, and say where that is.

    Raises:
        CannotError: it cannot be written.
        MissingPartError: a calendar is asked for without the library that makes it.
    """
    if target.file is None:
        steps = _next_steps(paths, language)
        print_screen(target.format, "follow-up", found, language, full=full, next_steps=steps)
        return
    result = "follow-up-in-full" if target.format == "text" else "follow-up"
    made = writer(result, target.format)(found, language)
    write(target.file, as_bytes(made), language, overwrite=target.force)
    print_message(translation(language).gettext("written: {file}").format(file=shown_name(target.file)))


def _next_steps(paths: Sequence[Path], language: str) -> tuple[tuple[str, str], ...]:
    _ = translation(language).gettext
    return (
        (again("follow-up", *paths, "--full"), _("Everything, role by role:")),
        (again("follow-up", *paths, "-o", Path("follow-up.ics")), _("The days, for a calendar:")),
    )


def _known(role: str, found: FollowUps, language: str) -> str:
    """The role as it is written in the assessments, whatever its capitals here."""
    for known in found.roles:
        if role_key(known) == role_key(role):
            return known
    if not found.roles:
        raise CannotError(translation(language).gettext("No role answers for any measure here."))
    one_of(role, found.roles, "--role", language)
    return role
