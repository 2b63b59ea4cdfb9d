"""Writing the files that `crosp init` starts a folder with, each only where there is none."""

import contextlib
import os
import shlex
from collections.abc import Iterable
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.commands.init.framework import Chosen
from crosp_cli.cli.commands.init.interview import Answers
from crosp_cli.cli.commands.init.project_files import files_of_services, starting_files
from crosp_cli.cli.console import LeftAsItIsError, make_folder, print_message, print_result, write
from crosp_cli.cli.editor_schemas import KEPT, new_schemas
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.editing.modeline import modeline
from crosp_cli.editing.new.assessment import Heading, assessment_text
from crosp_cli.editing.new.project import NewProject, NewUnit, project_text
from crosp_cli.editing.wording import words
from crosp_cli.files import RefusedError, place, read_bytes, real_path
from crosp_cli.limits import NAME_CHARACTERS
from crosp_cli.model.guidance import Questions
from crosp_cli.reading.discovery import PROJECT_FILE, top_of_repository
from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import LONGEST, slug
from crosp_cli.text.translation import translation


def start(folder: Path, answers: Answers, chosen: Chosen) -> None:
    """Write the files and say what was written, what was left as it was, and what to do next.

    Raises:
        CannotError: the folder is a crosp project already, or cannot be written in.
    """
    _ = translation(answers.language).gettext
    units = _units(answers)
    questions = chosen.questions()
    assessments = _assessments(answers, units, questions)
    project = modeline(Path(PROJECT_FILE), Path(KEPT["project"])) + project_text(_project(answers, units, chosen.name))
    files = (
        assessments
        | chosen.files
        | new_schemas(answers.framework, questions, project, answers.language)
        | starting_files(answers.framework, answers.language, _name(answers), next(iter(assessments)), answers.occasion)
    )
    files[PROJECT_FILE] = project  # last: until it stands, one may begin again
    _refuse_another(folder, files, answers.language)
    repository = top_of_repository(folder)
    inside = _inside(folder, repository)
    _refuse_names((answers.organiser, *answers.units), inside, answers.language)
    if not folder.is_dir():
        make_folder(folder, answers.language)
    within = place(folder / PROJECT_FILE)
    for name, content in files.items():
        _write(folder / name, content, within, answers.language)
    for name in (*assessments, *chosen.files, PROJECT_FILE):
        warn_of_personal_data(str(folder / name), files[name], answers.language)
    _write_services(folder, repository, inside, answers.language)
    first = shown_name(folder / next(iter(assessments)))
    alone = len(assessments) == 1
    text = (
        _("Next: fill in {file}, and then run:") if alone else _("Next: fill in {file} and the others, and then run:")
    )
    print_result(text.format(file=first))
    there = "" if folder == Path() else f"cd {shlex.quote(shown_name(folder))} && "
    print_result(printable(f"  {there}crosp validate"))
    form = f"{there}crosp form {shlex.quote(shown_name(next(iter(assessments))))} --open"
    print_result(_("Or do it in a browser:"))
    print_result(printable(f"  {form}"))
    if repository:
        print_message(_("For the check at GitHub, set the repository's variable CROSP_PACKAGE to where your crosp is."))


def _inside(folder: Path, repository: Path | None) -> str:
    """The folder's path in the repository that it lies in."""
    return os.path.relpath(real_path(folder), repository).replace(os.sep, "/") if repository else "."


def _write_services(folder: Path, repository: Path | None, inside: str, language: str) -> None:
    """Write what git and GitHub read, at the top of the repository that the folder lies in: they look nowhere else."""
    home = folder if inside == "." or repository is None else Path(os.path.relpath(repository))
    within = place(home / PROJECT_FILE)
    for name, content in files_of_services(inside).items():
        _write(home / name, content, within, language)


def _refuse_another(folder: Path, files: dict[str, str], language: str) -> None:
    """Make sure that there is no project yet, or the very one that the same command has made to the end."""
    if not os.path.lexists(folder / PROJECT_FILE):
        return
    with contextlib.suppress(RefusedError):
        same = read_bytes(folder / PROJECT_FILE, within=folder) == files[PROJECT_FILE].encode()
        if same and all(os.path.lexists(folder / name) for name in files):
            return
    _ = translation(language).gettext
    text = _("{folder} has a crosp.yaml already. `crosp new` makes the next assessment.")
    name = str(folder) if folder != Path() else Path.cwd().name
    raise CannotError(text.format(folder=printable(name)))


def _refuse_names(names: Iterable[str], folder: str, language: str) -> None:
    """Make sure that crosp reads what is written: names that are not too long, and a folder that YAML can name."""
    _ = translation(language).gettext
    if any(len(name) > NAME_CHARACTERS for name in names):
        raise CannotError(_("A name has at most {count} characters.").format(count=NAME_CHARACTERS))
    if any("\ud800" <= character <= "\udfff" for character in folder):
        text = _("The name of {folder} has characters that cannot stand in a file. Give it another name.")
        raise CannotError(text.format(folder=printable(folder)))


def _write(path: Path, content: str, within: Path, language: str) -> None:
    _ = translation(language).gettext
    there = True
    make_folder(path.parent, language, within=within)
    with contextlib.suppress(LeftAsItIsError):
        there = not write(path, content.encode(), language, overwrite=False, within=within)
    text = _("left as it is: {file}") if there else _("written: {file}")
    print_message(text.format(file=shown_name(path)))


def _units(answers: Answers) -> list[NewUnit]:
    """The units with short names, each its own even where two names come out alike."""
    units: list[NewUnit] = []
    for name, forms in zip(answers.units, answers.school_forms, strict=True):
        base = made = slug(name, words(answers.language).unit_id)
        number = 1
        while made in {unit.id for unit in units}:
            number += 1
            made = f"{base[: LONGEST - 5].strip('-')}-{number}"
        units.append(NewUnit(made, name, forms))
    return units


def _project(answers: Answers, units: list[NewUnit], framework: str) -> NewProject:
    return NewProject(
        framework=framework,
        language=answers.language,
        organiser_id=slug(answers.organiser, words(answers.language).organiser_id),
        organiser_name=answers.organiser,
        organiser_type=answers.organiser_type,
        units=units,
    )


def _assessments(answers: Answers, units: list[NewUnit], questions: Questions) -> dict[str, str]:
    """The text of each first assessment by its path: one for each level, and for each unit where it concerns units."""
    texts: dict[str, str] = {}
    every_form = tuple(dict.fromkeys(form for unit in units for form in unit.school_forms))
    for level in answers.levels:
        for unit in units if level.concerns == "unit" else [None]:
            heading = Heading(
                unit=unit.id if unit else None,
                level=level.id,
                occasion=answers.occasion,
                day=answers.day,
                title=unit.name if unit else answers.organiser,
            )
            path = assessment_path(heading)
            first = modeline(Path(path), Path(KEPT["assessment"]))
            cells = answers.cells or answers.framework.first_round(level.id)
            asked = questions.in_forms(unit.school_forms if unit else every_form)
            texts[path] = first + assessment_text(heading, answers.framework, asked, answers.language, cells=cells)
    return texts


def assessment_path(heading: Heading) -> str:
    """Where an assessment is put: assessments/, a folder for each unit, the occasion and the level in its name."""
    name = f"{heading.occasion}-{heading.level}.yaml"
    return f"assessments/{heading.unit}/{name}" if heading.unit else f"assessments/{name}"


def _name(answers: Answers) -> str:
    return ", ".join(answers.units) or answers.organiser
