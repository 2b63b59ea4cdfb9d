"""From paths to the collaborations there, and to whom the measures there name."""

from collections.abc import Sequence
from datetime import date
from itertools import compress
from pathlib import Path

from crosp_cli.analysis.collaborations.overview import overview
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.load import load
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.paths import files_at, named
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.target import Target
from crosp_cli.files import real_path
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.reading.discovery import Source, is_folder
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.documents.of_kind import contents, documents_of
from crosp_cli.reading.registers import registered_in
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.text.translation import translation


def answer(
    paths: Sequence[Path], today: date, within: int, language: str, target: Target, *, full: bool
) -> CollaborationsAnswer:
    """Return what there is to see of the collaborations at `paths`.

    Raises:
        CannotError: there is neither a register nor an assessment.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    workspace = Workspace()
    asked, context = _of_one_project(files_at(paths, language), paths[0], workspace, language)
    read = load(asked, workspace, language, form=target.format, aside=not target.is_standard_output)
    registers = list(documents_of(KINDS["collaborations"], contents(asked), None))
    if not registers and not read:
        _ = translation(language).gettext
        text = _("There is no register of collaborations in {path}. `crosp new collaborations` begins one.")
        raise CannotError(text.format(path=", ".join(shown_name(source.shown) for source in asked[:3])))
    for register in registers:
        warn_of_personal_data(register.path, register.tree.text if register.tree else "", language)
    found = overview(
        [(register.path, register.model.date) for register in registers if register.model],
        [registered for register in registers for registered in registered_in(register)],
        newest(read),
        today,
        within,
    )
    pointing = {one.path: one for partner in found.not_covered for one, _measure in partner.measures}
    for one in pointing.values():
        warn_of_personal_data(one.path, one.text, language)
    return CollaborationsAnswer(found, context.project, context.framework, full)


def _of_one_project(
    asked: Sequence[Source], first: Path, workspace: Workspace, language: str
) -> tuple[list[Source], Context]:
    """What is of the project of the path that was named first, and that; without one there, of the first file's."""
    context = workspace.context_in(first) if is_folder(first) else workspace.context_of(first)
    if context.file is None and asked:
        context = workspace.context_of(asked[0].path)
    homes = [_home(workspace.context_of(source.path)) for source in asked]
    is_own = [home in (_home(context), None) for home in homes]
    others = [source.shown for source, ours in zip(asked, is_own, strict=True) if not ours]
    if others:
        text = translation(language).gettext("Left out, since each project has its own registers: {paths}.")
        print_message(text.format(paths=named(others, language)))
    return list(compress(asked, is_own)), context


def _home(context: Context) -> Path | None:
    return real_path(context.file) if context.file else None
