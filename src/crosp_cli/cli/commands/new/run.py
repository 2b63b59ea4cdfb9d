"""Which assessments `crosp new` makes, and what each begins with."""

import os
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.commands.init.run import assessment_path
from crosp_cli.cli.commands.new.next_occasion import half_a_year_after, likely_next
from crosp_cli.cli.console import make_folder, print_message, print_result, write
from crosp_cli.cli.editor_schemas import KEPT, refresh
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.cells import cells_of_each
from crosp_cli.cli.select.load import load_project
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.only import meant, titles_of, unit_names
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.editing.modeline import modeline
from crosp_cli.editing.new.assessment import CarriedOver, Heading, assessment_text
from crosp_cli.editing.new.carry_over import carried_over
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Questions
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Context
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.slugs import slug
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was asked for; None where it did not say."""

    occasion: str
    day: date
    unit: str | None
    level: str | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Successor:
    """An assessment to make: where, with which heading, and after which one (None: the first of its kind)."""

    path: Path
    heading: Heading
    last: LoadedAssessment | None
    context: Context
    named: tuple[Place, ...]
    """The cells that were asked for; none where nobody has said."""

    @property
    def within(self) -> Path:
        """The project's folder."""
        return self.context.file.parent if self.context.file else Path()

    @property
    def framework(self) -> Framework:
        """The project's framework, which `plan` has made sure of."""
        if self.context.framework is None:
            raise CannotError("no framework")  # pragma: no cover
        return self.context.framework

    def carried(self) -> dict[Place, CarriedOver]:
        """What the last assessment leaves to this one."""
        last = self.last
        return carried_over(last.assessment, parse(last.text, last.path)[0]) if last else {}

    def cells(self) -> tuple[Place, ...]:
        """Those that were asked for, or those of last time, or those to begin with; in the framework's order."""
        before = {place for place, _cell in self.last.assessment.each_cell()} if self.last else set()
        return self.named or _in_order(before, self.framework) or self.framework.first_round(self.heading.level)

    def brought_along(self) -> tuple[Place, ...]:
        """Cells besides those, where a target or a measure is left from last time."""
        left = {place for place, one in self.carried().items() if one.target is not None or one.measures}
        return _in_order(left - set(self.cells()), self.framework)


def _in_order(places: Collection[Place], framework: Framework) -> tuple[Place, ...]:
    return tuple(place for place in framework.places if place in places)


def plan(folder: Path, asked: Asked, language: str) -> list[Successor]:
    """Return what to make in the project at `folder`.

    Raises:
        CannotError: there is no project, or nothing to go on, or what is asked for does not exist.
    """
    _ = translation(language).gettext
    occasion = asked.occasion
    if not occasion or slug(occasion, "") != occasion:
        raise CannotError(_("An occasion is called something like 2026-ht: a–z, 0–9 and hyphens."))
    if not folder.is_dir():
        raise CannotError(_("There is no folder {path}.").format(path=shown_name(folder)))
    found, context = load_project(folder, language)
    project, framework = context.project, context.framework
    if project is None or framework is None or context.file is None:
        raise _without_project(language)
    unit = meant(asked.unit, unit_names(project), "--unit", language)
    level = meant(asked.level, titles_of(framework.head.levels), "--level", language)
    of_these = [one for one in found if unit in (None, one.assessment.unit) and level in (None, one.assessment.level)]
    named = cells_of_each(asked.cells, (context, *(one.context for one in of_these)), "--cells", language)
    before: list[LoadedAssessment] = []
    now: list[LoadedAssessment] = []
    for one in of_these:
        is_now = (one.assessment.occasion, one.assessment.date) == (occasion, asked.day)
        (now if is_now else before).append(one)
    units = defaultdict[tuple[Path, str], set[str | None]](set)
    for one in found:
        units[Path(one.path).parent, one.assessment.level].add(one.assessment.unit)
    made = {(one.home, one.key): _after(one, asked, named.get(one.home, ()), units, language) for one in newest(before)}
    for one in now:  # where the same command has made it, that is done
        known = made.get((one.home, one.key))
        first = known or _first(*one.key, asked, named.get(one.home, ()), one.context, language)
        if Path(one.path) != first.path or one.text != _text(first):
            raise _not_later(one, asked, language)
        made[one.home, one.key] = first
    return list(made.values()) or [_first(unit, level, asked, named[context.file], context, language)]


def write_all(successors: Sequence[Successor], language: str) -> None:
    """Write each of them, bring the schemas up to date, and say what was written; what is there already is done.

    Raises:
        CannotError: another file is there already, or one cannot be written.
    """
    _ = translation(language).gettext
    texts = [(successor, _text(successor).encode()) for successor in successors]
    for successor, content in texts:
        if os.path.lexists(successor.path) and not _has(successor, content):
            text = _("{path} exists already and is left as it is. Choose another name.")
            raise CannotError(text.format(path=shown_name(successor.path)))
    for successor, content in texts:
        make_folder(successor.path.parent, language, within=successor.within)
        is_new = write(successor.path, content, language, overwrite=False, within=successor.within)
        text = _("written: {file}") if is_new else _("left as it is: {file}")
        print_result(text.format(file=shown_name(successor.path)))
        warn_of_personal_data(str(successor.path), content.decode(), language)
        if along := successor.brought_along():
            text = _("Brought along, for something is left there from {occasion}: {cells}.")
            occasion = successor.last.assessment.occasion if successor.last else ""
            print_message(text.format(occasion=occasion, cells=", ".join("/".join(place) for place in along)))
    for context in {successor.context.file: successor.context for successor in successors}.values():
        refresh(context, language)


def _has(successor: Successor, content: bytes) -> bool:
    try:
        return read_bytes(successor.path, within=successor.within) == content
    except RefusedError:
        return False


def _text(successor: Successor) -> str:
    context = successor.context
    guidance = context.guidance()
    questions = guidance.questions if guidance else Questions(current_state={}, need={}, measures={})
    language = context.language
    if context.project:
        questions = questions.in_forms(context.project.school_forms_of(successor.heading.unit))
    cells = {*successor.cells(), *successor.brought_along()}
    first = modeline(successor.path, successor.within / KEPT["assessment"])
    return first + assessment_text(
        successor.heading, successor.framework, questions, language, successor.carried(), cells
    )


def _after(
    last: LoadedAssessment,
    asked: Asked,
    named: tuple[Place, ...],
    units: Mapping[tuple[Path, str], Collection[str | None]],
    language: str,
) -> Successor:
    before, occasion = last.assessment, asked.occasion
    if before.occasion == occasion or before.date >= asked.day:
        raise _not_later(last, asked, language)
    if last.project is None:
        raise _without_project(language)
    heading = Heading(before.unit, before.level, occasion, asked.day, last.project.name_of(before.unit))
    folder = Path(last.path).parent
    shares = before.unit is not None and len(units[folder, before.level]) > 1
    unit = f"-{before.unit}" if shares else ""  # each its own file in a folder they share
    return Successor(folder / f"{occasion}{unit}-{before.level}.yaml", heading, last, last.context, named)


def _without_project(language: str) -> CannotError:
    return CannotError(translation(language).gettext("There is no crosp.yaml here. `crosp init` makes one."))


def _not_later(last: LoadedAssessment, asked: Asked, language: str) -> CannotError:
    _, before = translation(language).gettext, last.assessment
    if before.occasion == asked.occasion:
        text = _(
            "{path} is from {occasion}. The next one needs another name, such as {near}; "
            "`--add` adds cells to one that has begun."
        )
        near = likely_next(before.occasion, asked.day) or f"{before.occasion}-2"
        return CannotError(text.format(path=shown_name(last.path), occasion=before.occasion, near=near))
    text = _("{path} is of {day}, and the next one needs a later day: add for instance `--date {later}`.")
    return CannotError(text.format(path=shown_name(last.path), day=before.date, later=half_a_year_after(before.date)))


def _first(
    unit: str | None,
    level: str | None,
    asked: Asked,
    named: tuple[Place, ...],
    context: Context,
    language: str,
) -> Successor:
    """The first assessment of a unit at a level, or of the organiser."""
    _ = translation(language).gettext
    project, framework = context.project, context.framework
    if project is None or framework is None:
        raise _without_project(language)
    known = framework.level(level) if level else None
    if known is None:
        raise CannotError(_("There is no earlier assessment to go on. Say which level: `--level`."))
    if known.concerns == "unit" and unit is None:
        if len(project.units) != 1:
            raise CannotError(_("There is no earlier assessment to go on. Say which unit: `--unit`."))
        unit = project.units[0].id
    if known.concerns == "organiser":
        unit = None
    heading = Heading(unit, known.id, asked.occasion, asked.day, project.name_of(unit))
    folder = context.file.parent if context.file else Path()
    return Successor(folder / assessment_path(heading), heading, None, context, named)
