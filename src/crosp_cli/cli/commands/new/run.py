"""Which assessments `crosp new` makes, and what each begins with."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.commands.init.run import assessment_path
from crosp_cli.cli.console import make_folder, print_result, write
from crosp_cli.cli.editor_schemas import KEPT, refresh
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.options import one_of
from crosp_cli.cli.select.load import load_project
from crosp_cli.cli.select.newest import newest
from crosp_cli.editing.modeline import modeline
from crosp_cli.editing.new.assessment import Heading, assessment_text
from crosp_cli.editing.new.carry_over import carried_over
from crosp_cli.editing.slugs import slug
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Questions
from crosp_cli.model.project import Project
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Context
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Successor:
    """An assessment to make: where, with which heading, and after which one (None: the first of its kind)."""

    path: Path
    heading: Heading
    last: LoadedAssessment | None
    context: Context

    @property
    def within(self) -> Path:
        """The project's folder."""
        return self.context.file.parent if self.context.file else Path()


def plan(folder: Path, occasion: str, unit: str | None, level: str | None, day: date, language: str) -> list[Successor]:
    """Return what to make in the project at `folder`.

    Raises:
        CannotError: there is no project, or nothing to go on, or what is asked for does not exist.
    """
    _ = translation(language).gettext
    if not occasion or slug(occasion, "") != occasion:
        raise CannotError(_("An occasion is called something like 2026-ht: a–z, 0–9 and hyphens."))
    if not folder.is_dir():
        raise CannotError(_("There is no folder {path}.").format(path=shown_name(folder)))
    found, context = load_project(folder, language)
    project, framework = context.project, context.framework
    if project is None or framework is None or context.file is None:
        raise CannotError(_("There is no crosp.yaml here. `crosp init` makes one."))
    one_of(unit, [known.id for known in project.units], "--unit", language)
    one_of(level, [known.id for known in framework.head.levels], "--level", language)
    asked = [one for one in found if unit in (None, one.assessment.unit) and level in (None, one.assessment.level)]
    before = [one for one in asked if (one.assessment.occasion, one.assessment.date) != (occasion, day)]
    made = {(one.home, one.key): _after(one, occasion, day, project, language) for one in newest(before)}
    for one in asked:
        if one not in before:  # where the same command has made it, that is done
            known = made.get((one.home, one.key))
            first = known or _first(*one.key, occasion, day, one.context, project, framework, language)
            if Path(one.path) != first.path or one.text != _text(first):
                raise _not_later(one, language)
            made[one.home, one.key] = first
    return list(made.values()) or [_first(unit, level, occasion, day, context, project, framework, language)]


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
    last = successor.last
    carried = carried_over(last.assessment, parse(last.text, last.path)[0]) if last else {}
    if context.framework is None or context.project is None or context.file is None:
        raise CannotError("no framework")  # pragma: no cover -- plan() has made sure
    questions = questions.in_forms(context.project.school_forms_of(successor.heading.unit))
    first = modeline(successor.path, context.file.parent / KEPT["assessment"])
    return first + assessment_text(successor.heading, context.framework, questions, context.project.language, carried)


def _after(last: LoadedAssessment, occasion: str, day: date, project: Project, language: str) -> Successor:
    before = last.assessment
    if before.occasion == occasion or before.date >= day:
        raise _not_later(last, language)
    heading = Heading(before.unit, before.level, occasion, day, project.name_of(before.unit))
    return Successor(Path(last.path).parent / f"{occasion}-{before.level}.yaml", heading, last, last.context)


def _not_later(last: LoadedAssessment, language: str) -> CannotError:
    _ = translation(language).gettext
    text = _(
        "{path} is from {occasion}, {day}. The next one needs another occasion and a later date; "
        "`--date` sets the date."
    )
    before = last.assessment
    return CannotError(text.format(path=shown_name(last.path), occasion=before.occasion, day=before.date))


def _first(
    unit: str | None,
    level: str | None,
    occasion: str,
    day: date,
    context: Context,
    project: Project,
    framework: Framework,
    language: str,
) -> Successor:
    """The first assessment of a unit at a level, or of the organiser."""
    _ = translation(language).gettext
    known = framework.level(level) if level else None
    if known is None:
        raise CannotError(_("There is no earlier assessment to go on. Say which level: `--level`."))
    if known.concerns == "unit" and unit is None:
        if len(project.units) != 1:
            raise CannotError(_("There is no earlier assessment to go on. Say which unit: `--unit`."))
        unit = project.units[0].id
    if known.concerns == "organiser":
        unit = None
    heading = Heading(unit, known.id, occasion, day, project.name_of(unit))
    folder = context.file.parent if context.file else Path()
    return Successor(folder / assessment_path(heading), heading, None, context)
