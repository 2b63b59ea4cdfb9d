"""What `crosp init` needs to know: from options, from questions in a terminal, or a sensible default."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.options import one_of
from crosp_cli.cli.select.cells import cells_asked
from crosp_cli.editing.slugs import occasion_of, slug, tidy
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework, Level, Named
from crosp_cli.reading.documents.framework import read_built_in
from crosp_cli.text.languages import NAMES, pick
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Given:
    """What the options said; None or empty where they said nothing."""

    organiser: str | None
    organiser_type: str | None
    units: tuple[str, ...]
    school_forms: tuple[str, ...]
    levels: tuple[str, ...]
    cells: tuple[str, ...]
    occasion: str | None
    day: date
    language: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that is needed to start a folder."""

    framework: Framework
    language: str
    organiser: str
    organiser_type: str
    units: tuple[str, ...]
    school_forms: tuple[str, ...]
    levels: tuple[Level, ...]
    cells: tuple[Place, ...]
    """Those that were asked for; none where nobody has said."""
    occasion: str
    day: date


def answers(folder: Path, given: Given, language: str) -> Answers:
    """Return what to start with; asks only where both input and output are a terminal.

    Raises:
        CannotError: an option names what the framework does not have.
    """
    framework = read_built_in().framework
    if framework is None:  # pragma: no cover -- the built-in framework is tested
        raise CannotError("the built-in framework cannot be read")
    ask = _Asker(given.language or language, on_terminal=sys.stdin.isatty() and sys.stdout.isatty())
    return _Interview(folder, given, framework, ask).answers()


class _Asker:
    """Asks one question at a time; where there is no terminal, the default is the answer."""

    def __init__(self, language: str, *, on_terminal: bool) -> None:
        self.language = language
        self.on_terminal = on_terminal
        self.gettext: Callable[[str], str] = translation(language).gettext

    def text(self, question: str, default: str) -> str:
        if not self.on_terminal:
            return default
        return tidy(str(typer.prompt(question, default=default, err=True))) or default

    def choice(self, question: str, allowed: Sequence[Named], default: str) -> str:
        if not self.on_terminal:
            return default
        _ = self.gettext
        for entry in allowed:
            typer.echo(f"  {entry.id:24} {pick(entry.title, self.language)}", err=True)
        while True:
            answer = self.text(question, default)
            if answer in {entry.id for entry in allowed}:
                return answer
            typer.echo(_("Write one of the words to the left."), err=True)

    def several(self, question: str, allowed: Sequence[Named], default: tuple[str, ...]) -> tuple[str, ...]:
        if not self.on_terminal:
            return default
        _ = self.gettext
        for entry in allowed:
            typer.echo(f"  {entry.id:24} {pick(entry.title, self.language)}", err=True)
        while True:
            answer = self.text(question, ", ".join(default))
            names = tuple(name.strip() for name in answer.split(",") if name.strip())
            if names and all(name in {entry.id for entry in allowed} for name in names):
                return names
            typer.echo(_("Write words from the left, with commas between them."), err=True)


class _Interview:
    """The questions in their order."""

    def __init__(self, folder: Path, given: Given, framework: Framework, ask: _Asker) -> None:
        self.folder = folder
        self.given = given
        self.framework = framework
        self.ask = ask

    def answers(self) -> Answers:
        given, head = self.given, self.framework.head
        language = given.language or self.language()
        self.ask = _Asker(language, on_terminal=self.ask.on_terminal)
        _ = self.ask.gettext
        organiser = tidy(given.organiser or "") or self.ask.text(
            _("What is the school organiser called?"), self.default_organiser()
        )
        kind = _known(given.organiser_type, head.organiser_types, "--organiser-type", self.ask) or self.ask.choice(
            _("What kind of organiser is it?"), head.organiser_types, head.organiser_types[0].id
        )
        levels = self.levels()
        units = _names(given.units) or self.units(levels)
        forms = self.school_forms(units)
        cells = cells_asked(given.cells, self.framework, "--cells", language)
        occasion = self.occasion(language)
        return Answers(self.framework, language, organiser, kind, units, forms, levels, cells, occasion, given.day)

    def language(self) -> str:
        choices = [Named(id=code, title={code: name[code]}) for code, name in NAMES.items()]
        return self.ask.choice(self.ask.gettext("In which language do you write?"), choices, self.ask.language)

    def levels(self) -> tuple[Level, ...]:
        known = self.framework.head.levels
        names = self.given.levels
        for name in names:
            _known(name, known, "--level", self.ask)
        if not names:
            default = next((level.id for level in known if level.concerns == "unit"), known[0].id)
            names = self.ask.several(self.ask.gettext("At which level do you begin?"), known, (default,))
        return tuple(level for level in known if level.id in names)

    def units(self, levels: Iterable[Level]) -> tuple[str, ...]:
        if all(level.concerns == "organiser" for level in levels):
            return ()
        question = self.ask.gettext("What is the unit called? (Several: put commas between them.)")
        default = self.default_unit()
        if not self.ask.on_terminal:
            return (default,)
        return _names(self.ask.text(question, default).split(",")) or (default,)

    def school_forms(self, units: Sequence[str]) -> tuple[str, ...]:
        known = self.framework.head.school_forms
        for name in self.given.school_forms:
            _known(name, known, "--school-form", self.ask)
        if self.given.school_forms or not units or not self.ask.on_terminal:
            return self.given.school_forms
        return self.ask.several(self.ask.gettext("Which school forms does it have?"), known, ("grundskola",))

    def occasion(self, language: str) -> str:
        _ = self.ask.gettext
        asked = self.given.occasion
        if asked is None:
            asked = self.ask.text(_("What is the occasion called?"), occasion_of(self.given.day, language))
        made = slug(asked, "")
        if not made:
            raise CannotError(_("An occasion is called something like 2026-ht: a–z, 0–9 and hyphens."))
        return made

    def default_unit(self) -> str:
        return tidy(self.folder.resolve().name) or self.ask.gettext("Our school")

    def default_organiser(self) -> str:
        return self.ask.gettext("Our school organiser")


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """What was given, without what holds no name."""
    return tuple(name for name in map(tidy, given) if name)


def _known(name: str | None, entries: Sequence[Named], option: str, ask: _Asker) -> str | None:
    """Return `name` if it is one of the entries, None if there is no name.

    Raises:
        CannotError: it is something else.
    """
    if name is not None:
        one_of(name, [entry.id for entry in entries], option, ask.language)
    return name
