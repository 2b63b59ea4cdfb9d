"""From a programme's file to what is known of it, and from there to standard output or a file."""

from datetime import date
from pathlib import Path

from crosp_cli.analysis.programme.analyse import analyse_programme
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import as_bytes, print_message, print_result, write_result
from crosp_cli.cli.conversion import OFFICE, office, refuse_terminal
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.load import load_project
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.select.programmes import LoadedProgramme, programme_at
from crosp_cli.cli.target import Target
from crosp_cli.model.assessment import Assessment
from crosp_cli.output.formats import PRINTED, writer
from crosp_cli.output.programme.build import programme_view
from crosp_cli.output.programme.views import ProgrammeAnswer
from crosp_cli.text.translation import translation


def answered(
    path: Path, today: date, within: int, target: Target, language: str, *, with_others: bool
) -> ProgrammeAnswer:
    """Return what is known of the programme at `path`; `with_others`, units that took part stand beside the others.

    Raises:
        CannotError: there is no programme, more than one, or nothing to put beside it.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    one = programme_at(path, language, form=target.format, aside=not target.is_standard_output)
    warn_of_personal_data(one.path, one.tree.text, language)
    assessments = _assessments(one, language) if with_others else None
    found = analyse_programme(one.model, one.framework, one.context.project, today, within, assessments)
    return ProgrammeAnswer(programme_view(found, language), found, shown_name(one.path))


def _assessments(one: LoadedProgramme, language: str) -> list[Assessment]:
    """The assessments of the programme's project.

    Raises:
        CannotError: nobody says which units there are, or when the programme began.
    """
    _ = translation(language).gettext
    if one.context.file is None:
        raise CannotError(_("--beside needs a crosp.yaml, which says which units there are. `crosp init` makes one."))
    if one.model.start is None:
        text = _("--beside needs to know when the programme began. Write the day under `start` in {path}.")
        raise CannotError(text.format(path=shown_name(one.path)))
    found, context = load_project(one.context.file.parent, language)
    return [each.assessment for each in found if each.home == context.file]


def show_programme(answer: ProgrammeAnswer, target: Target, language: str, *, full: bool) -> None:
    """Print it, or write it to a file and say where that is.

    Raises:
        CannotError: it cannot be written, or is no text and would be shown on a terminal.
        MissingPartError: a part is missing that makes Word or PDF.
    """
    form = target.format
    if target.file is None:
        refuse_terminal(form, language)
    made = writer("programme", "html" if form in OFFICE else form)(answer, **({"full": full} if form == "text" else {}))
    if form in OFFICE:
        made = office("page", made, form, language)
    if target.file is None:
        print_result(made if form in PRINTED else as_bytes(made))
        return
    write_result(target.file, as_bytes(made), language, force=target.force)
    print_message(translation(language).gettext("written: {file}").format(file=shown_name(target.file)))
