"""The competence programmes that a command was given, or that a project has."""

from pathlib import Path
from typing import TypeAlias

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.of_kind import LoadedDocument, load_kind
from crosp_cli.cli.select.paths import files_at, named
from crosp_cli.model.programme import FORMAT, Programme
from crosp_cli.reading.discovery import sources
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.workspace import Context
from crosp_cli.text.translation import translation

LoadedProgramme: TypeAlias = LoadedDocument[Programme]


def programme_at(path: Path, language: str, *, form: str = "text", aside: bool = False) -> LoadedProgramme:
    """Return the programme at `path`, a file or a folder with a single programme in it.

    Raises:
        CannotError: there is none, or more than one.
        typer.Exit: it does not pass reading and shape; its findings have been shown.
    """
    _ = translation(language).gettext
    found = load_kind(KINDS["programme"], files_at([path], language), language, form=form, aside=aside)
    if not found:
        text = _(
            "There is no programme in {path}. A programme says `format: {format}`; `crosp new programme` begins one."
        )
        raise CannotError(text.format(path=shown_name(path), format=FORMAT))
    if len(found) > 1:
        names = named([one.path for one in found], language)
        raise CannotError(_("There is more than one programme here. Name one of them: {paths}.").format(paths=names))
    return found[0]


def programmes_in(context: Context, language: str) -> list[LoadedProgramme]:
    """Return every programme of a project.

    Raises:
        typer.Exit: one of them does not pass reading and shape; its findings have been shown.
    """
    if context.file is None:
        return []
    return load_kind(KINDS["programme"], sources([context.file.parent], one_project=True), language, aside=True)
