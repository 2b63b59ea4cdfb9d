"""From paths to the collaborations there, and to whom the measures there name."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.collaborations.overview import overview
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.load import load
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.paths import files_at
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.target import Target
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.documents.of_kind import contents, documents_of
from crosp_cli.reading.registers import registered_in
from crosp_cli.reading.workspace import Workspace
from crosp_cli.text.translation import translation


def answer(
    paths: Sequence[Path], today: date, within: int, language: str, target: Target, *, full: bool
) -> CollaborationsAnswer:
    """Return what there is to see of the collaborations at `paths`.

    Raises:
        CannotError: there is neither a register nor an assessment.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    asked, workspace = files_at(paths, language), Workspace()
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
    named = {one.path: one for partner in found.not_covered for one, _measure in partner.measures}
    for one in named.values():
        warn_of_personal_data(one.path, one.text, language)
    context = workspace.context_of(asked[0].file)
    return CollaborationsAnswer(found, context.project, context.framework, full)
