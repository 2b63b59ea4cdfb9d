"""`crosp schema`: JSON Schema of the project's files, for editors, and of what commands write, for programs."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language

HELP = _("Write JSON Schema for editors: keys completed and explained, mistakes underlined. Made for the project here.")


class Kind(StrEnum):
    """What there is a schema of; the last seven are a framework's files."""

    ASSESSMENT = "assessment"
    PROJECT = "project"
    MEMO = "memo"
    ANALYSIS = "analysis"
    CHANGE = "change"
    FOLLOW_UP = "follow-up"
    MIGRATION = "migration"
    FRAMEWORK = "framework"
    PRINCIPLES = "principles"
    AREAS = "areas"
    QUESTIONS = "questions"
    REFERENCES = "references"
    GLOSSARY = "glossary"
    MIGRATIONS = "migrations"


def schema(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="KIND",
            help=_(
                "What it is of: project is crosp.yaml and memo a decision memo; analysis, change, follow-up and "
                "migration are what `crosp analyse`, `compare`, `follow-up` and `migrate` write with `--format json`; "
                "the last seven are a framework's files."
            ),
        ),
    ] = Kind.ASSESSMENT,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_("Where to write it; - is standard output. A schema that crosp has made is replaced."),
        ),
    ] = Path("-"),
    lang: options.Lang = None,
) -> None:
    """Make the schema for the framework and units of the project here, and write it."""
    from crosp_cli.cli.editor_schemas import made, put
    from crosp_cli.reading.workspace import Workspace

    language = chosen_language(lang, Path())
    put(output, made(kind.value, Workspace().context_in(Path()), language), language)
