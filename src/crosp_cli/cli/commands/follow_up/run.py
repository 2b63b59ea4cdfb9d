"""From paths to what is to be followed up, and from there to standard output or a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from crosp_cli.analysis.follow_up.follow_up import FollowUps, follow_ups, of_role
from crosp_cli.analysis.follow_up.roles import role_key
from crosp_cli.cli.console import STANDARD_OUTPUT, drawn, refuse_to_replace, say, show, tell, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.options import one_of
from crosp_cli.cli.select.load import load_assessments
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_FORMS = {".ics": "ics", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "text"}
_ENDINGS = {"ics": ".ics", "json": ".json", "markdown": ".md", "text": ".txt"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where it goes, and in which form, as far as it was asked for."""

    output: Path | None
    asked_form: str | None
    force: bool

    @property
    def is_standard_output(self) -> bool:
        """Whether it is printed."""
        return self.output in (None, STANDARD_OUTPUT)

    @property
    def form(self) -> str:
        """The form asked for, else what the file's name ends in, else text."""
        ending = self.output.suffix.lower() if self.output else ""
        return self.asked_form or _FORMS.get(ending, "text")

    def checked(self, language: str) -> "Target":
        """Return the target if something may be written there.

        Raises:
            CannotError: it is a folder, named like an assessment, or exists and was not to be replaced.
        """
        if self.output is None or self.is_standard_output:
            return self
        _ = translation(language).gettext
        path = printable(str(self.output))
        if self.output.is_dir():
            text = _("{path} is a folder. Name a file in it, such as {example}.")
            example = self.output / f"follow-up{_ENDINGS[self.form]}"
            raise CannotError(text.format(path=path, example=printable(str(example))))
        if self.output.suffix.lower() in SUFFIXES:
            text = _("{path} would be a YAML file, which this is not. Choose another name.")
            raise CannotError(text.format(path=path))
        refuse_to_replace(self.output, language, force=self.force)
        return self


def followed_up(
    paths: Sequence[Path], today: date, within: int, role: str | None, language: str, target: Target
) -> FollowUps:
    """Return what is to be followed up among the assessments at `paths`; with `role`, what that role answers for.

    Raises:
        CannotError: there is no assessment, or no such role.
        typer.Exit: a document does not pass reading and shape; its findings have been shown.
    """
    aside = not target.is_standard_output or target.form == "ics"
    read = load_assessments(paths, language, form="json" if target.form == "json" else "text", aside=aside)
    for one in newest(read):
        warn_of_personal_data(one.path, one.text, language)
    found = follow_ups(read, today, within)
    return found if role is None else of_role(found, _known(role, found, language))


def show_follow_ups(found: FollowUps, target: Target, language: str) -> None:
    """Print it, or write it to a file and say where that is.

    Raises:
        CannotError: it cannot be written, or a calendar is asked for without the library that makes it.
    """
    if target.form == "text" and target.is_standard_output:
        from crosp_cli.output.follow_up.terminal import as_terminal

        show(as_terminal(found, language))
        return
    content = _content(found, target.form, language)
    if target.is_standard_output and target.form != "ics":
        say(content.decode())
        return
    path = target.output or STANDARD_OUTPUT
    write(path, content, language, overwrite=target.force)
    if path != STANDARD_OUTPUT:
        tell(translation(language).gettext("written: {file}").format(file=printable(str(path))))


def _known(role: str, found: FollowUps, language: str) -> str:
    """The role as it is written in the assessments, whatever its capitals here."""
    for known in found.roles:
        if role_key(known) == role_key(role):
            return known
    if not found.roles:
        raise CannotError(translation(language).gettext("No role answers for any measure here."))
    one_of(role, found.roles, "--role", language)
    return role


def _content(found: FollowUps, form: str, language: str) -> bytes:
    if form == "json":
        from crosp_cli.output.follow_up.json import as_json

        return f"{as_json(found)}\n".encode()
    if form == "markdown":
        from crosp_cli.output.follow_up.markdown import as_markdown

        return as_markdown(found, language).encode()
    if form == "ics":
        return _calendar(found, language)
    from crosp_cli.output.follow_up.terminal import as_terminal

    return drawn(as_terminal(found, language)).encode()


def _calendar(found: FollowUps, language: str) -> bytes:
    try:
        from crosp_cli.output.follow_up.calendar import as_calendar
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "icalendar":
            raise
        text = translation(language).gettext(
            'For a calendar, something more is needed: pip install "crosp-cli[calendar]"'
        )
        raise CannotError(text) from None
    return as_calendar(found, language)
