"""What `crosp init` needs to know: from options, from questions in a terminal, or a sensible default."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from os.path import realpath
from pathlib import Path

from crosp_cli.cli.commands.init.asking import Asker, suggested_by
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.cells import cells_asked
from crosp_cli.cli.select.only import Asked, meant, titles_of
from crosp_cli.editing.slugs import occasion_of, tidy
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework, Level, Named
from crosp_cli.text.languages import NAMES, pick
from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import slug

ORGANISER = "organiser"
"""The kind of organiser where the framework knows no kinds."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the options said; None or empty where they said nothing."""

    organiser: str | None
    organiser_type: str | None
    units: tuple[str, ...]
    school_forms: tuple[str, ...]
    """`FORM` for every unit, or `UNIT=FORM` for one."""
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
    school_forms: tuple[tuple[str, ...], ...]
    """Of each unit."""
    levels: tuple[Level, ...]
    cells: tuple[Place, ...]
    """Those that were asked for; none where nobody has said."""
    occasion: str
    day: date


@dataclass(slots=True)
class _Step:
    """One thing to know: how to ask for it, and how it is shown when all is asked."""

    title: Callable[[], str]
    ask: Callable[[], None]
    shown: Callable[[], str]
    is_asked: bool = True
    """Whether a question is put; what an option says is not asked for."""


@dataclass(slots=True)
class _Found:
    """What is known so far."""

    language: str
    organiser: str = ""
    kind: str = ""
    levels: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    occasion: str = ""


def answers(folder: Path, given: Given, language: str, framework: Framework) -> Answers:
    """Return what to start with; asks only where input and output are a terminal.

    Raises:
        CannotError: an option names what the framework does not have.
    """
    on_terminal = all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    ask = Asker(given.language or language, on_terminal=on_terminal)
    return _Interview(folder, given, framework, ask).answers()


class _Interview:
    """The questions in their order, and at the end all the answers, any of which can be given anew."""

    def __init__(self, folder: Path, given: Given, framework: Framework, ask: Asker) -> None:
        self.folder = folder
        self.given = given
        self.framework = framework
        self.ask = ask
        self.found = _Found(ask.language)

    def answers(self) -> Answers:
        self.given = self.understood()
        done = 0
        while done < len(steps := self.steps()):  # what is answered decides what is asked next
            steps[done].ask()
            done += 1
        if self.ask.on_terminal and any(step.is_asked for step in steps):
            self.review()
        found, known = self.found, self.framework.head.levels
        return Answers(
            framework=self.framework,
            language=found.language,
            organiser=found.organiser,
            organiser_type=found.kind,
            units=found.units,
            school_forms=tuple(found.forms.get(unit, ()) for unit in found.units),
            levels=tuple(level for level in known if level.id in found.levels),
            cells=cells_asked(self.given.cells, self.framework, "--cells", found.language),
            occasion=found.occasion,
            day=self.given.day,
        )

    def understood(self) -> Given:
        """What was given, with all that the framework names by its short name, before anything is asked."""
        given, head = self.given, self.framework.head
        forms = [text.rpartition("=") for text in given.school_forms]
        units = dict.fromkeys(_names(given.units), ())
        return replace(
            given,
            organiser_type=self.known(given.organiser_type, head.organiser_types, "--organiser-type"),
            levels=tuple(self.known(name, head.levels, "--level") for name in given.levels),
            school_forms=tuple(
                (meant(unit, units, "--school-form", self.ask.language) if unit else "")
                + sign
                + self.known(form, head.school_forms, "--school-form")
                for unit, sign, form in forms
            ),
        )

    def known(self, name: Asked, entries: Iterable[Named], option: str) -> Asked:
        """The short name of the entry that somebody means; any name where the framework has no entries."""
        names = titles_of(entries)
        return meant(name, names, option, self.ask.language) if names else name

    def steps(self) -> list[_Step]:
        """What there is to ask, as far as the answers so far tell."""
        _, given, found = self.ask.gettext, self.given, self.found
        head = self.framework.head
        steps = [
            _Step(
                lambda: _("Language"), self.language, lambda: NAMES[found.language][found.language], not given.language
            ),
            _Step(lambda: _("Organiser"), self.organiser, lambda: found.organiser, not tidy(given.organiser or "")),
        ]
        if head.organiser_types:
            kinds = {entry.id: entry for entry in head.organiser_types}
            steps.append(
                _Step(
                    lambda: _("Kind of organiser"),
                    self.kind,
                    lambda: self.title(kinds[found.kind]),
                    not given.organiser_type,
                )
            )
        else:
            found.kind = given.organiser_type or ORGANISER
        steps.append(
            _Step(lambda: _("Level"), self.levels, lambda: self.titles(found.levels, head.levels), not given.levels)
        )
        if any(level.concerns == "unit" for level in head.levels if level.id in found.levels):
            steps.append(
                _Step(
                    lambda: _("Unit") if len(found.units) == 1 else _("{count} units").format(count=len(found.units)),
                    self.units,
                    lambda: ", ".join(found.units),
                    not _names(given.units),
                )
            )
            if head.school_forms:
                steps += [self.forms_of(unit) for unit in found.units]
        steps.append(_Step(lambda: _("Occasion"), self.occasion, lambda: found.occasion, given.occasion is None))
        return steps

    def review(self) -> None:
        """Show what was answered, until somebody says that it is right."""
        while True:
            _ = self.ask.gettext
            steps = [step for step in self.steps() if step.is_asked]
            self.ask.say()
            for number, step in enumerate(steps, 1):
                shown = step.shown() or _("none given")
                self.ask.say(f"  {number:2}  {step.title()}: {shown}")
            question = _("Is this right? Enter for yes, or the number of what is to be changed")
            answer = self.ask.text(question, _("yes"))
            if answer.casefold() in self.ask.yes():
                return
            numbered = {str(number): step for number, step in enumerate(steps, 1)}
            if answer in numbered:  # read as text: int() refuses thousands of figures
                known = set(self.found.units)
                numbered[answer].ask()
                for unit in self.found.units:
                    if known and unit not in known and self.framework.head.school_forms:
                        self.forms_of(unit).ask()
            else:
                self.ask.say(
                    "  " + _("Write a number, 1 to {last}, or Enter where all of it is right.").format(last=len(steps))
                )

    # --- each of them ---

    def language(self) -> None:
        choices = [Named(id=code, title=dict(name)) for code, name in NAMES.items()]
        if self.given.language is None:
            question = self.ask.gettext("In which language do you write?")
            self.found.language = self.ask.choice(question, choices, self.found.language)
        self.ask = Asker(self.found.language, on_terminal=self.ask.on_terminal)

    def organiser(self) -> None:
        _ = self.ask.gettext
        known = tidy(self.given.organiser or "")
        suggested = self.found.organiser or _("Our school organiser")
        self.found.organiser = known or self.ask.text(_("What is the school organiser called?"), suggested)

    def kind(self) -> None:
        _, types = self.ask.gettext, self.framework.head.organiser_types
        suggested = self.found.kind or types[0].id
        asked = self.given.organiser_type
        self.found.kind = asked or self.ask.choice(_("What kind of organiser is it?"), types, suggested)

    def levels(self) -> None:
        known = self.framework.head.levels
        first = next((level.id for level in known if level.concerns == "unit"), known[0].id)
        question = self.ask.gettext("At which level do you begin?")
        self.found.levels = self.given.levels or self.ask.several(question, known, self.found.levels or (first,))
        if all(level.concerns == "organiser" for level in known if level.id in self.found.levels):
            self.found.units = ()
        elif not self.found.units and self.found.occasion:  # changed afterwards
            self.units()

    def units(self) -> None:
        question = self.ask.gettext("What is the unit called? (Several: put commas between them.)")
        suggested = (
            ", ".join(self.found.units) or tidy(Path(realpath(self.folder)).name) or self.ask.gettext("Our school")
        )
        given = _names(self.given.units)
        if not given and not self.ask.on_terminal:
            given = (suggested,)
        self.found.units = given or _names(self.ask.text(question, suggested).split(",")) or (suggested,)

    def forms_of(self, unit: str) -> _Step:
        """The question which school forms a unit has: its own, for a preschool is no compulsory school."""
        forms, found = self.framework.head.school_forms, self.found
        given = tuple(
            form for name, _, form in (text.rpartition("=") for text in self.given.school_forms) if name in ("", unit)
        )

        def ask() -> None:
            question = self.ask.gettext("Which school forms does {unit} have?").format(unit=printable(unit))
            suggested = found.forms.get(unit) or (suggested_by(unit, forms) if self.ask.on_terminal else ())
            found.forms[unit] = given or self.ask.several(question, forms, suggested)

        return _Step(
            lambda: self.ask.gettext("School forms of {unit}").format(unit=printable(unit)),
            ask,
            lambda: self.titles(found.forms.get(unit, ()), forms),
            not given,
        )

    def occasion(self) -> None:
        _ = self.ask.gettext
        like = _("An occasion is called something like 2026-ht: a–z, 0–9 and hyphens.")
        if self.given.occasion is not None:
            self.found.occasion = slug(self.given.occasion, "")
            if not self.found.occasion:
                raise CannotError(like)
            return
        suggested = self.found.occasion or occasion_of(self.given.day, self.found.language)
        while not (named := slug(self.ask.text(_("What is the occasion called?"), suggested), "")):
            self.ask.say("  " + like)
        self.found.occasion = named

    def title(self, entry: Named) -> str:
        return pick(entry.title, self.found.language)

    def titles(self, names: Sequence[str], entries: Sequence[Named]) -> str:
        return ", ".join(self.title(entry) for entry in entries if entry.id in names)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """What was given, without what holds no name."""
    return tuple(dict.fromkeys(name for name in map(tidy, given) if name))
