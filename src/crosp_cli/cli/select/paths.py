"""What commands ask of reading, with its refusals turned into lines for the user."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.limits import NAMES
from crosp_cli.reading.discovery import NoSuchPathError, Source, project_file, sources
from crosp_cli.text.translation import translation


def given(paths: list[Path] | None, language: str) -> list[Path]:
    """Return the paths that a command was given; without any, this folder, if it belongs to a project.

    Raises:
        CannotError: there are none, and no crosp.yaml here or above: "here" may be everything a person has.
    """
    if paths:
        return paths
    if project_file(Path()) is None:
        _ = translation(language).gettext
        raise CannotError(
            _("There is no crosp.yaml here. Say which folder to look in: `.` is this one, with everything below it.")
        )
    return [Path()]


def named(paths: Sequence[str], language: str) -> str:
    """Return files as a message lists them: the first of them, and how many more there are."""
    shown = ", ".join(map(shown_name, paths[:NAMES]))
    more = len(paths) - NAMES
    if more <= 0:
        return shown
    _ = translation(language).gettext
    return _("{names} and {count} more").format(names=shown, count=more)


def files_at(paths: Iterable[Path], language: str) -> list[Source]:
    """Return the YAML files at `paths`.

    Raises:
        CannotError: a path does not exist or cannot be reached, or there is no YAML file at all.
    """
    _ = translation(language).gettext
    asked = list(paths)
    try:
        found = sources(asked)
    except NoSuchPathError as error:
        text = _("There is no file or folder {path}.").format(path=shown_name(error.path))
        if str(error.path) == "-":
            text = _("Standard input (-) cannot be read here. Name a file or a folder.")
        raise CannotError(text) from None
    except OSError as error:
        text = _("{path} cannot be read: {why}.")
        where = error.filename or ", ".join(str(path) for path in asked)
        raise CannotError(text.format(path=shown_name(where), why=error.strerror)) from None
    if not found:
        text = _("There are no YAML files in {path}. `crosp init` makes a first one.")
        here = ", ".join(str(path) if path != Path() else Path.cwd().name for path in asked)
        raise CannotError(text.format(path=shown_name(here)))
    return found
