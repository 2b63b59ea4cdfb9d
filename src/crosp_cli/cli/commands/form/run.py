"""What a form is made of, and where it goes."""

import shlex
from collections.abc import Iterable
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.console import STANDARD_OUTPUT, as_bytes, print_message, refuse_to_replace, write_result
from crosp_cli.cli.conversion import OFFICE, office, open_file, refuse_terminal, refuse_to_open
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.cells import cells_asked
from crosp_cli.cli.select.load import load_assessment, show_errors
from crosp_cli.cli.select.only import meant, titles_of, unit_names
from crosp_cli.cli.select.personal_data import warn_of_personal_data, warn_of_shared_files
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.cli.target import Target
from crosp_cli.filling.questionnaire import Questionnaire, Subject, for_one_person, questionnaire
from crosp_cli.limits import EXPLAINED_CHARACTERS
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance
from crosp_cli.model.project import limit_of
from crosp_cli.output.formats import ending, writer
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.text.counts import grouped
from crosp_cli.text.slugs import slug
from crosp_cli.text.translation import translation

MOST_ON_PAPER = 60
"""How many questions are printed without having been named. A round has some ten or twenty."""


def asked_of(path: Path, cells: Iterable[str] | None, language: str) -> Questionnaire:
    """Return the questionnaire for the assessment at `path`.

    Raises:
        CannotError: there is none, or more than one, or it holds what keeps it from being filled in.
    """
    one = load_assessment(path, language, aside=True)
    warn_of_personal_data(one.path, one.text, language)
    framework, guidance = _framework_of(one.context, language)
    level = framework.level(one.assessment.level)
    if level is None:
        raise CannotError(f"no level {one.assessment.level}")  # pragma: no cover -- reading has made sure
    now = one.assessment
    name = one.project.name_of(now.unit) if one.project else now.unit or ""
    organiser = one.project.organiser.id if one.project else None
    subject = Subject(name, now.unit, now.occasion, now.date, organiser=organiser)
    guidance = guidance.in_forms(one.project.school_forms_of(now.unit)) if one.project else guidance
    chosen = cells_asked(cells, framework, "--cells", language)
    before = _before(one, language)
    return questionnaire(framework, guidance, level, subject, language, now, before, chosen, limit_of(one.project))


def asked_of_level(level: str | None, unit: str | None, cells: Iterable[str] | None, language: str) -> Questionnaire:
    """Return the questionnaire for an assessment that is not there yet, at a level.

    Raises:
        CannotError: no level was named, or what was named does not exist.
        typer.Exit: crosp.yaml or the framework cannot be used; the findings have been shown.
    """
    _ = translation(language).gettext
    workspace = Workspace()
    context = workspace.context_in(Path())
    status = show_errors([], [], 0, workspace, language, aside=True)
    if status != exits.OK:
        exits.stop(status)
    warn_of_shared_files(workspace, language)
    framework, guidance = _framework_of(context, language)
    levels = [known.id for known in framework.head.levels]
    if level is None:
        text = _("Name the assessment to fill in, or say at which level: --level {levels}.")
        raise CannotError(text.format(levels=", ".join(levels)))
    known = meant(level, titles_of(framework.head.levels), "--level", language)
    found = next(one for one in framework.head.levels if one.id == known)
    chosen = cells_asked(cells, framework, "--cells", language)
    subject = _subject(context, found.concerns, unit, language)
    if context.project and (subject.unit or found.concerns == "organiser"):
        guidance = guidance.in_forms(context.project.school_forms_of(subject.unit))
    return questionnaire(framework, guidance, found, subject, language, cells=chosen)


def of_one_person(
    asked: Questionnaire, group: str | None, format_: str, language: str, *, named: bool
) -> Questionnaire:
    """Return what is asked of one person in a group, of all the cells that were `named`.

    Raises:
        CannotError: no group was named, or none that there is, or it is not known for which assessment; or the format
            tells who answers.
    """
    _ = translation(language).gettext
    groups = titles_of(asked.framework.head.groups)
    if group is None:
        raise CannotError(
            _("Say which group the form is handed out to: --group {groups}.").format(
                groups=", ".join(groups) or _("GROUP")
            )
        )
    if groups:
        group = meant(group, groups, "--group", language)
    if asked.subject.occasion is None:
        raise CannotError(_("Name the assessment that the responses are for."))
    if format_ == "xlsx":
        text = _("A workbook notes who saved it and when, and a response tells neither: make an HTML file.")
        raise CannotError(text)
    return for_one_person(asked, group, named=named)


def refuse_a_pile_of_paper(asked: Questionnaire, format_: str, language: str) -> None:
    """Refuse to print more questions than anybody turns pages for, each on a page of its own.

    Raises:
        CannotError: there are more, and nobody has named any of them.
    """
    pages = sum(cell.in_round for cell in asked.cells)
    if format_ in OFFICE and pages > MOST_ON_PAPER and asked.group is None:
        text = translation(language).gettext(
            "On paper each question takes a page, and these are {count}. Name those to print, such as "
            "--cells {example}, or print all of them with --cells all."
        )
        place = asked.cells[0].place
        raise CannotError(text.format(count=pages, example=f"{place.principle}/{place.area}"))


def write_form(asked: Questionnaire, target: Target, language: str, *, into: Path | None, opened: bool) -> None:
    """Write the form, say where it is and what brings the answers `into` its assessment; open it if that was asked for.

    Raises:
        CannotError: the file exists and was not to be replaced, or cannot be written, or would be larger than any form.
    """
    _ = translation(language).gettext
    if explained_in(asked) > EXPLAINED_CHARACTERS:
        text = _(
            "What the terms in the questions mean takes more than {most} characters in a form. Shorten the glossary."
        )
        raise CannotError(text.format(most=grouped(EXPLAINED_CHARACTERS, language)))
    if opened:
        refuse_to_open(target.output, language)
    if target.is_standard_output:
        refuse_terminal(target.format, language)
    path = STANDARD_OUTPUT if target.is_standard_output else _path(asked, target, language)
    write_result(path, as_bytes(_made(asked, target.format, language)), language, force=target.force)
    if path == STANDARD_OUTPUT:
        return
    print_message(_("written: {file}").format(file=shown_name(str(path))))
    if asked.group is not None:
        print_message(_how_many(asked, language))
    print_message(_what_next(target.format, into, language, for_one_person=asked.group is not None))
    if opened:
        open_file(path, language)


def explained_in(asked: Questionnaire) -> int:
    """Return how many characters it takes to explain the terms of all questions, beside each where it is asked."""
    each = (one for cell in asked.cells for one in (cell.asked, asked.need, asked.measures) if one)
    return sum(2 * len(term.title) + len(term.definition) for one in each for term in one.terms)


def _made(asked: Questionnaire, format_: str, language: str) -> str | bytes:
    if format_ in OFFICE:
        return office("page", writer("form-on-paper", "html")(asked), format_, language)
    made: str | bytes = writer("form", format_)(asked)
    if format_ == "xlsx":
        _refuse_what_never_comes_back(as_bytes(made), language)
    return made


def _refuse_what_never_comes_back(workbook: bytes, language: str) -> None:
    """Refuse a workbook that could be filled in and not be brought in: it is read as it will be then."""
    from crosp_cli.filling.workbook.cells import saved
    from crosp_cli.filling.workbook.package import NotReadError

    try:
        saved(workbook)
    except NotReadError:
        text = translation(language).gettext(
            "As a workbook, the form would be larger than crosp can bring back. Make a page instead (-o form.html), or "
            "ask fewer questions with --cells."
        )
        raise CannotError(text) from None


def _how_many(asked: Questionnaire, language: str) -> str:
    """How many questions one person is asked, which, and how others are chosen."""
    _, many = translation(language).gettext, translation(language).ngettext
    count = len(asked.cells)
    told = [many("It asks {count} question.", "It asks {count} questions.", count).format(count=count)]
    if {cell.place for cell in asked.cells} == set(asked.framework.first_round(asked.level.id)):
        told.append(_("They are those of the first round."))
    example = ",".join("/".join(cell.place) for cell in asked.cells[:2])
    told.append(_("If the group can answer others better, name them: --cells {example}.").format(example=example))
    return " ".join(told)


def _what_next(format_: str, into: Path | None, language: str, *, for_one_person: bool) -> str:
    _ = translation(language).gettext
    assessment = shown_name(shlex.quote(shown(into))) if into else _("ASSESSMENT")
    if format_ == "xlsx":
        text = _(
            "Open it in Excel, LibreOffice or Google Sheets, or hand it on. `crosp import FILE --into {assessment}` "
            "brings it back."
        )
        return text.format(assessment=assessment)
    if format_ in OFFICE:
        return _("Print it, or hand it on. What is written on it is typed in with the form as a page or a workbook.")
    if for_one_person:
        text = _(
            "Hand it out: it opens in a browser and needs nothing else. `crosp collect FOLDER --into {assessment}` "
            "counts what comes back."
        )
        return text.format(assessment=assessment)
    text = _(
        "Open it in a browser, or hand it on: it needs nothing else. `crosp import FILE --into {assessment}` brings "
        "the answers back."
    )
    return text.format(assessment=assessment)


def _path(asked: Questionnaire, target: Target, language: str) -> Path:
    _ = translation(language).gettext
    subject = asked.subject
    name = "-".join(part for part in ("form", subject.unit, subject.occasion, asked.level.id, asked.group) if part)
    path = target.output or Path(name + ending(target.format))
    if target.output is not None and target.output.is_dir():
        path = target.output / (name + ending(target.format))
    elif target.output is not None and target.asked_format is None and target.named_format is None:
        text = _("{path} says nothing of what form it is to have. Name a file that ends in {endings}.")
        endings = ", ".join(map(ending, target.formats))
        raise CannotError(text.format(path=shown_name(str(path)), endings=endings))
    refuse_to_replace(path, language, force=target.force)
    return path


def _framework_of(context: Context, language: str) -> tuple[Framework, Guidance]:
    guidance = context.guidance()
    if context.framework is None or guidance is None:
        _ = translation(language).gettext
        raise CannotError(_("The framework here cannot be read. `crosp validate` says why."))
    return context.framework, guidance


def _subject(context: Context, concerns: str, unit: str | None, language: str) -> Subject:
    project = context.project
    if project is None:
        if unit is not None and slug(unit, "") != unit:
            _ = translation(language).gettext
            raise CannotError(_("A unit is named by its short name, such as ekskolan: a–z, 0–9 and hyphens."))
        return Subject("", unit)
    unit = meant(unit, unit_names(project), "--unit", language)
    if concerns == "organiser":
        return Subject(project.name_of(None), organiser=project.organiser.id)
    if unit is None and len(project.units) == 1:
        unit = project.units[0].id
    name = project.name_of(unit) if unit else ""
    return Subject(name, unit, units=project.units, organiser=project.organiser.id)


def _before(one: LoadedAssessment, language: str) -> Assessment | None:
    """The assessment of the last earlier day, of the same unit and level; None where there is none."""
    day = one.assessment.date
    earlier = [other for other in Siblings([one]).of(one) if other.holds and other.assessment.date < day]
    found = max(earlier, key=lambda other: other.assessment.date, default=None)
    if found is None:
        return None
    warn_of_personal_data(found.path, found.text, language)  # the form shows what was said then
    return found.assessment
