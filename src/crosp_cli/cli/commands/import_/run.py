"""What an import changes, shown and written; where the assessment has changed meanwhile, both versions are kept."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.console import (
    LeftAsItIsError,
    Writing,
    clear_beside,
    print_message,
    print_result,
    write,
    write_together,
)
from crosp_cli.cli.exits import CannotError, Exit
from crosp_cli.cli.select.content import as_read
from crosp_cli.cli.select.load import load_assessment, show_errors
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.editing.in_place import NotSafeError
from crosp_cli.files import RefusedError, read_bytes, real_path
from crosp_cli.filling.apply import Applied, applied
from crosp_cli.filling.comments import by_people
from crosp_cli.filling.shown import as_text, differing
from crosp_cli.filling.ways_in import WAYS_IN, Filled, way_in
from crosp_cli.filling.workbook.words import unit_titles
from crosp_cli.limits import FILE_BYTES
from crosp_cli.model.project import limit_of
from crosp_cli.reading.discovery import SUFFIXES, shown
from crosp_cli.reading.documents.document import refusal
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.decode import decode
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.languages import Text, pick
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_MOST_TOLD = 40
"""How many lines with comments are named."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An assessment, and what becomes of it."""

    one: LoadedAssessment
    before: bytes
    """What it was made of; only that is replaced."""
    applied: Applied

    @property
    def path(self) -> Path:
        """Where the assessment lies."""
        return Path(self.one.path)

    @property
    def within(self) -> Path | None:
        """The project's folder, where the assessment lies in one."""
        home = self.one.home
        return home.parent if home and self.path.is_relative_to(home.parent) else None

    @property
    def content(self) -> bytes | None:
        """The file's new bytes; None where it stays as it is."""
        return self.applied.content


def plan(file: Path, into: Path, language: str) -> Planned:
    """Return what becomes of the assessment `into` when `file` is brought into it.

    Raises:
        CannotError: one of them is not there, or they do not belong together.
        typer.Exit: one of them does not pass reading and shape; its findings have been shown.
    """
    _ = translation(language).gettext
    one = load_assessment(into, language, aside=True)
    filled = _filled(file, one, language)
    warn_of_personal_data(one.path, one.text, language)  # what stands there is shown beside what takes its place
    warn_of_personal_data(shown(file), filled.text, language, filled.lines)
    _refuse_another(file, filled.heading, one, language)
    _tell_of_comments(file, filled.comments, one, language)
    _tell_of_another_day(file, filled.heading.get("date", ""), one, language)
    before = as_read(Path(one.path), Path(one.path).parent, one.text, language)
    tree = parse(one.text, one.path)[0]
    try:
        found = applied(before, tree, filled.answers, one.framework, filled.measures)
    except NotSafeError:
        text = _("{path} is written in a way that crosp cannot change safely, and is left as it is.")
        raise CannotError(text.format(path=shown_name(one.path))) from None
    if found.findings:
        exits.stop(show_errors(found.findings, [], 1, Workspace(), language, aside=True))
    return Planned(one, before, found)


def show(planned: Planned, language: str) -> int:
    """Show cell by cell what would change, and return the exit status: 1 where something cannot be brought in."""
    limit = limit_of(planned.one.project)
    print_result(as_text(planned.applied.changes, planned.one.framework, limit, language))
    return exits.FINDINGS if planned.applied.changes.left or planned.applied.changes.gone else exits.OK


def chosen(planned: Planned, language: str, *, unasked: bool, remove: bool) -> Planned | None:
    """Return what is to be written, as far as that was agreed to; None where nothing is.

    What was emptied or replaced is taken out only where that is said: with `remove`, or to a question of its own.
    """
    _ = translation(language).gettext
    emptied = planned.applied.taken_out
    if planned.content is None and emptied is None:
        return None
    agreed = planned.content is None or may_be_written(language, unasked=unasked)
    if not agreed or emptied is None:
        return planned if agreed else None
    ask = _is_terminal() and not unasked
    said = remove and (unasked or planned.content is not None)
    if said or (ask and _asked(_("Take out what would go? Write yes: "))):
        return replace(planned, applied=replace(planned.applied, content=emptied))
    print_message(_("What would go stays as it is. --yes --remove takes it out."))
    return planned if planned.content is not None else None


def may_be_written(language: str, *, unasked: bool) -> bool:
    """Whether it is to be written: asked on a terminal, and where there is none, only as `--yes` says."""
    _ = translation(language).gettext
    if unasked:
        return True
    if not _is_terminal():
        print_message(_("Nothing has been written. --yes brings it in."))
        return False
    agreed = _asked(_("Bring it in? Write yes: "))
    if not agreed:
        print_message(_("Nothing has been written."))
    return agreed


def _is_terminal() -> bool:
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _asked(question: str) -> bool:
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "j", "ja")


def bring_in(planned: Planned, language: str, before: Sequence[Writing] = ()) -> None:
    """Write the assessment, after what is to be written `before` it, or nothing of all that.

    Where it is no longer what was read, what would have been written is kept beside it. Not so what is counted: it is
    counted again, and beside what is counted then, with one more response, the two would tell what that one says.

    Raises:
        CannotError: it has changed meanwhile, or something cannot be written.
    """
    _ = translation(language).gettext
    content = planned.content
    if content is not None and len(content) > FILE_BYTES:
        text = _("{path} would be larger than {size} MiB, which crosp does not read. Nothing was written.")
        raise CannotError(text.format(path=shown_name(shown(planned.path)), size=FILE_BYTES // 1024**2))
    own = [] if content is None else [Writing(planned.path, content, planned.within, planned.before)]
    files = [*before, *own]
    try:
        done = write_together(files, language)
    except LeftAsItIsError as error:
        if content is None or before or error.path != planned.path or planned.path.is_symlink():
            raise
        raise CannotError(_kept_beside(planned, content, language)) from None
    for one, is_new in zip(files, done, strict=True):
        if is_new and one.is_told:
            print_message(_("written: {file}").format(file=shown_name(shown(one.path))))


def clear_up(planned: Planned, language: str) -> None:
    """Where nothing is written, remove what a command that was killed has left beside the assessment.

    Raises:
        CannotError: it was an edit that somebody else had saved, and has its name again.
    """
    clear_beside(planned.path, language, within=planned.within)


def tell_of_another(file: Path, planned: Planned, language: str) -> None:
    """Say that a file of answers that lies in the project, and has been brought in, is read as an assessment too."""
    home = planned.one.home
    if home and file.suffix in SUFFIXES and real_path(file).is_relative_to(real_path(home.parent)):
        _ = translation(language).gettext
        text = _(
            "{file} lies in the project's folder, where it is one more assessment of the same occasion. Move it out of "
            "there, or remove it."
        )
        print_message(text.format(file=shown_name(shown(file))))


def _kept_beside(planned: Planned, content: bytes, language: str) -> str:
    """Write what would have been written to a file of its own, show what differs, and say so."""
    _ = translation(language).gettext
    beside = next(
        name
        for number in count(1)
        if not os.path.lexists(name := planned.path.with_name(f"{planned.path.name}.import{number}"))
    )
    write(beside, content, language, overwrite=False, like=[planned.path])
    with suppress(CannotError, Exit):  # of one that cannot be read any more, why is told instead
        one = load_assessment(planned.path, language, aside=True)
        warn_of_personal_data(one.path, one.text, language)
        now, new = (parse(text, one.path)[0].data for text in (one.text, decode(content, one.path)))
        print_result(differing(now, new, one.framework, limit_of(one.project), language))
    text = _(
        "{path} was changed meanwhile and is left as it is. What was to be written is in {beside}; above stands what "
        "differs, apart from what groups answered. Run the same command again, and then remove that file."
    )
    return text.format(path=shown_name(shown(planned.path)), beside=shown_name(shown(beside)))


def _filled(file: Path, one: LoadedAssessment, language: str) -> Filled:
    _ = translation(language).gettext
    read = way_in(file)
    if read is None:
        text = _("{file} is nothing that can be brought in: it should end in {endings}. The form gives such a file.")
        raise CannotError(text.format(file=shown_name(shown(file)), endings=", ".join(WAYS_IN)))
    try:
        content = read_bytes(file)
    except RefusedError as error:
        found = Filled(findings=(refusal(error, shown(file)),))
    else:
        found = read(content, shown(file), one.framework, language)
    for told in (*found.notices, *found.problems):
        print_message(printable(told))
    if found.problems:
        print_message(_("Nothing has been written."))
        exits.stop(exits.FINDINGS if found.text else exits.CANNOT)
    if found.findings:
        show_errors(found.findings, [], 1, Workspace(), language, aside=True)
        exits.stop(exits.CANNOT if not found.text else exits.FINDINGS)
    return found


def _refuse_another(file: Path, heading: Mapping[str, str], one: LoadedAssessment, language: str) -> None:
    """Make sure that what was filled in is for that assessment, by its short names or by what people call them."""
    _ = translation(language).gettext
    for title, key, value, known in _belongs_to(one, language):
        found = heading.get(key) or ""
        names = {value, *known.get(value, {}).values()}
        is_anothers = found in known and found != value  # what one is called may be the short name of another
        called = {name.casefold() for name in (*names, *(f"{name} ({value})" for name in names))}
        if not is_anothers and found.casefold() in called:
            continue
        text = _("{file} is for another assessment. {title}: {found} there, {expected} in {path}.")
        if not found:
            text = _("{file} does not say which assessment it is for. {title}: write {expected} there.")
        there, here = (pick(known[one], language) if one in known else one for one in (found, value))
        values = {"found": there, "expected": here or "–", "path": one.path}
        named = {name: shown_name(str(each)) for name, each in values.items()}
        raise CannotError(text.format(file=shown_name(shown(file)), title=title, **named))


def _tell_of_another_day(file: Path, found: str, one: LoadedAssessment, language: str) -> None:
    """Say that another day was filled in than the assessment has, which stays."""
    _ = translation(language).gettext
    if found and found != str(one.assessment.date):
        text = _(
            "{file} says the day {found}. The assessment says {expected}, which stays: if it is wrong, change it there."
        )
        values = {"found": shown_name(found), "expected": one.assessment.date}
        print_message(text.format(file=shown_name(shown(file)), **values))


def _tell_of_comments(file: Path, comments: Mapping[int, str], one: LoadedAssessment, language: str) -> None:
    """Say where people have written comments that the assessment does not have."""
    if not comments or not (lines := [*by_people(comments, one)]):
        return
    _ = translation(language).gettext
    text = _("{file}: comments are not brought in (lines: {lines}). Write as an answer what should stay.")
    told, more = ", ".join(map(str, lines[:_MOST_TOLD])), len(lines) - _MOST_TOLD
    if more > 0:
        told = _("{names} and {count} more").format(names=told, count=more)
    print_message(text.format(file=shown_name(shown(file)), lines=told))


def _belongs_to(one: LoadedAssessment, language: str) -> Iterator[tuple[str, str, str, Mapping[str, Text]]]:
    """What tells which assessment it is: what that is called, its key, its value, and what known values are called."""
    _ = translation(language).gettext
    said, framework = one.assessment, one.framework
    units = unit_titles(one.project.units if one.project else ())
    yield _("Framework"), "framework", said.framework, {framework.name: framework.head.title}
    yield _("Unit"), "unit", said.unit or "", {unit: {language: name} for unit, name in units.items()}
    yield _("Level"), "level", said.level, {level.id: level.title for level in framework.head.levels}
    yield _("Occasion"), "occasion", said.occasion, {}
