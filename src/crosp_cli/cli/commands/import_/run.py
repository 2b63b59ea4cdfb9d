"""What an import changes, shown and written; where the assessment has changed meanwhile, both versions are kept."""

import difflib
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.cli import exits
from crosp_cli.cli.console import LeftAsItIsError, print_message, print_result, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.load import load_assessment, show_errors
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.editing.in_place import NotSafeError
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.filling.apply import Applied, applied
from crosp_cli.filling.shown import as_text
from crosp_cli.filling.ways_in import WAYS_IN, Filled, way_in
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.documents.document import refusal
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Workspace
from crosp_cli.reading.yaml.decode import TextError, decode
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_MOST_BESIDE = 100


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
    warn_of_personal_data(shown(file), filled.text, language)
    _refuse_another(file, filled.heading, one, language)
    before = as_read(one, language)
    tree = parse(one.text, one.path)[0]
    try:
        found = applied(before, tree, filled.answers, one.framework)
    except NotSafeError:
        text = _("{path} is written in a way that crosp cannot change safely, and is left as it is.")
        raise CannotError(text.format(path=printable(one.path))) from None
    if found.findings:
        exits.stop(show_errors(found.findings, [], 1, Workspace(), language, aside=True))
    return Planned(one, before, found)


def show(planned: Planned, language: str) -> int:
    """Show cell by cell what would change, and return the exit status: 1 where something cannot be brought in."""
    print_result(as_text(planned.applied.changes, planned.one.framework, language))
    return exits.FINDINGS if planned.applied.changes.left else exits.OK


def may_be_written(language: str, *, unasked: bool) -> bool:
    """Whether it is to be written: asked on a terminal, and where there is none, only as `--yes` says."""
    _ = translation(language).gettext
    if unasked:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print_message(_("Nothing has been written. --yes brings it in."))
        return False
    sys.stderr.write(_("Bring it in? Write yes: "))
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "j", "ja")


def bring_in(planned: Planned, language: str) -> None:
    """Write the assessment. Where it is no longer what was read, keep what would have been written beside it.

    Raises:
        CannotError: it has changed meanwhile, or cannot be written.
    """
    _ = translation(language).gettext
    content = planned.content or b""
    home = planned.one.home
    within = home.parent if home and planned.path.is_relative_to(home.parent) else None
    try:
        write(planned.path, content, language, overwrite=False, within=within, instead_of=planned.before)
    except LeftAsItIsError:
        if planned.path.is_symlink():
            raise
        raise CannotError(_kept_beside(planned, content, language)) from None
    print_message(_("written: {file}").format(file=printable(str(planned.path))))


def _kept_beside(planned: Planned, content: bytes, language: str) -> str:
    """Write what would have been written to a file of its own, show what differs, and say so."""
    _ = translation(language).gettext
    beside = next(
        name
        for number in range(1, _MOST_BESIDE)
        if not (name := planned.path.with_name(f"{planned.path.name}.import{number}")).exists()
    )
    write(beside, content, language, overwrite=False)
    now = b""
    with suppress(RefusedError):
        now = read_bytes(planned.path)
    old, new = (part.decode("utf-8", "replace").splitlines() for part in (now, content))
    difference = difflib.unified_diff(old, new, str(planned.path), str(beside), lineterm="", n=1)
    print_result("\n".join(map(printable, difference)))
    text = _(
        "{path} was changed meanwhile and is left as it is. What was to be written is in {beside}; above stands what "
        "differs. Run the same command again, and then remove that file."
    )
    return text.format(path=printable(str(planned.path)), beside=printable(str(beside)))


def _filled(file: Path, one: LoadedAssessment, language: str) -> Filled:
    _ = translation(language).gettext
    read = way_in(file)
    if read is None:
        text = _("{file} is nothing that can be brought in: it should end in {endings}. The form gives such a file.")
        raise CannotError(text.format(file=printable(shown(file)), endings=", ".join(WAYS_IN)))
    try:
        content = read_bytes(file)
    except RefusedError as error:
        found = Filled(findings=(refusal(error, shown(file)),))
    else:
        found = read(content, shown(file), one.framework)
    if found.findings:
        show_errors(found.findings, [], 1, Workspace(), language, aside=True)
        exits.stop(exits.CANNOT if not found.text else exits.FINDINGS)
    return found


def _refuse_another(file: Path, heading: Mapping[str, str], one: LoadedAssessment, language: str) -> None:
    """Make sure that what was filled in is for that assessment."""
    _ = translation(language).gettext
    said = one.assessment
    expected = {"framework": said.framework, "unit": said.unit, "level": said.level, "occasion": said.occasion}
    for key, value in expected.items():
        if heading.get(key) != value:
            text = _("{file} is for another assessment: {key} is {found} there, and {expected} in {path}.")
            values = {"found": heading.get(key) or "–", "expected": value or "–", "path": one.path, "key": key}
            named = {name: printable(str(each)) for name, each in values.items()}
            raise CannotError(text.format(file=printable(shown(file)), **named))


def as_read(one: LoadedAssessment, language: str) -> bytes:
    """Return the bytes of the assessment that has been read.

    Raises:
        CannotError: it says something else by now.
    """
    with suppress(RefusedError, TextError):
        found = read_bytes(Path(one.path))
        if decode(found, one.path) == one.text:
            return found
    _ = translation(language).gettext
    text = _("{path} was changed meanwhile and is left as it is. Run the same command again.")
    raise CannotError(text.format(path=printable(one.path)))
