"""`crosp schema`: JSON Schema of the project's files, for editors, and of what commands write, for programs."""

from enum import StrEnum
from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from crosp_cli.cli import options
from crosp_cli.cli.language import chosen_language
from crosp_cli.output.formats import ANSWERS
from crosp_cli.reading.documents.kinds import KINDS, Role, in_role

OF_FRAMEWORK = in_role(Role.FRAMEWORK, Role.BESIDE_FRAMEWORK)
OTHERS = [kind for kind in KINDS.values() if kind not in OF_FRAMEWORK]
*_FIRST, _LAST = [_(kind.help) for kind in OTHERS if kind.help]


class SchemaKind(StrEnum):
    """What there is a schema of; the last seven are a framework's files."""

    vars().update({name: name for name in (*(k.name for k in OTHERS), *ANSWERS, *(k.name for k in OF_FRAMEWORK))})


ASSESSMENT = SchemaKind("assessment")


def schema(
    kind: Annotated[
        SchemaKind,
        typer.Argument(
            metavar="KIND",
            help=_(
                "What it is of: {kinds} and {last_kind}; analysis, change, follow-up, migration, programme-answer and "
                "collaborations-overview are what `crosp analyse`, `compare`, `follow-up`, `migrate`, `programme` and "
                "`collaborations` write with `--format json`; the last seven are a framework's files."
            ).format(kinds=", ".join(_FIRST), last_kind=_LAST),
        ),
    ] = ASSESSMENT,
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
    from crosp_cli.cli.select.personal_data import warn_of_shared_files
    from crosp_cli.reading.workspace import Workspace

    language, workspace = chosen_language(lang, Path()), Workspace()
    put(output, made(kind.value, workspace.context_in(Path()), language), language)
    warn_of_shared_files(workspace, language)
