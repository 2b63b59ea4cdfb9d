"""Widening a round that has begun: more cells in its assessments, and not a byte of what was written touched."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import clear_beside, print_message, print_result, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.cells import cells_of_each
from crosp_cli.cli.select.content import as_read
from crosp_cli.cli.select.load import load_project
from crosp_cli.cli.select.only import Only
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.editing.new.added_cells import NotInLinesError, as_bytes, says_the_same, with_cells
from crosp_cli.editing.new.assessment import CarriedOver, cell_text
from crosp_cli.editing.new.carry_over import carried_over
from crosp_cli.model.assessment import Place
from crosp_cli.model.guidance import Questions
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def widen(folder: Path, occasion: str, only: Only, names: Sequence[str], language: str) -> None:
    """Add the cells that `names` name to every assessment of `occasion`, and say what was added where.

    Raises:
        CannotError: there is none, no cell is called that, or a file has nowhere to put a line.
    """
    _ = translation(language).gettext
    every, context = load_project(folder, language)
    found = only.of([one for one in every if one.assessment.occasion == occasion], language)
    if not found:
        text = _("There is no assessment of {occasion} to add to. `crosp new {occasion}` begins one.")
        raise CannotError(text.format(occasion=printable(occasion)))
    cells = cells_of_each(names, (context, *(one.context for one in found)), "--add", language)
    series = _in_order(every)
    made = [(one, *_widened(one, cells.get(one.home, ()), _before(one, series[one.series]), language)) for one in found]
    for one, before, content, added in made:
        path, within = Path(one.path), context.file.parent if context.file else folder
        file = shown_name(one.path)
        if not added:
            clear_beside(path, language, within=within)
            print_message(_("left as it is, for the cells stand there already: {file}").format(file=file))
            continue
        write(path, content, language, overwrite=False, within=within, instead_of=before)
        listed = ", ".join("/".join(place) for place in added)
        print_result(_("added in {file}: {cells}").format(file=file, cells=listed))
        warn_of_personal_data(one.path, content.decode(), language)


def _in_order(every: Sequence[LoadedAssessment]) -> dict[object, list[LoadedAssessment]]:
    """Each series, its assessments in the order of their days; of those of one day, the first is the last."""
    found: dict[object, list[LoadedAssessment]] = {}
    for one in reversed(every):
        found.setdefault(one.series, []).append(one)
    return {series: sorted(each, key=_day) for series, each in found.items()}


def _day(one: LoadedAssessment) -> date:
    return one.assessment.date


def _before(one: LoadedAssessment, series: Sequence[LoadedAssessment]) -> LoadedAssessment | None:
    """The assessment that `one` came after."""
    at = bisect_left(series, _day(one), key=_day)
    return series[at - 1] if at else None


def _widened(
    one: LoadedAssessment, cells: Iterable[Place], last: LoadedAssessment | None, language: str
) -> tuple[bytes, bytes, tuple[Place, ...]]:
    """The bytes of a file before and after, and the cells that were not there."""
    added = tuple(place for place in cells if one.assessment.cell(place) is None)
    within = one.context.file.parent if one.context.file else Path()
    before = as_read(Path(one.path), within, one.text, language)
    if not added or one.context.framework is None:
        return before, before, ()
    lines = _lines(one, added, carried_over(last.assessment, parse(last.text, last.path)[0]) if last else {})
    try:
        text = with_cells(one.text, lines, one.context.framework.places)
    except NotInLinesError as error:
        raise _no_room(one, error.key, language) from None
    if not says_the_same(one.text, text, lines):
        raise _no_room(one, "cells", language)
    return before, as_bytes(before, text), added


def _lines(one: LoadedAssessment, added: Iterable[Place], carried: dict[Place, CarriedOver]) -> dict[Place, str]:
    context = one.context
    guidance = context.guidance()
    questions = guidance.questions if guidance else Questions(current_state={}, need={}, measures={})
    own = context.language
    if context.project:
        questions = questions.in_forms(context.project.school_forms_of(one.assessment.unit))
    level, framework = one.assessment.level, context.framework
    return {
        place: cell_text(place, framework, questions, level, own, carried.get(place)) for place in added if framework
    }


def _no_room(one: LoadedAssessment, key: str, language: str) -> CannotError:
    _ = translation(language).gettext
    text = _(
        "{file}: what stands below `{key}` does not stand in lines of its own, so there is no place for another cell. "
        "The file is left as it is."
    )
    return CannotError(text.format(file=shown_name(one.path), key=printable(key)))
