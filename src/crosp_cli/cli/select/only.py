"""The assessments of one unit, or at one level, each named as its users name it: short name, title or folder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from crosp_cli.cli.exits import CannotError
from crosp_cli.model.framework import Named
from crosp_cli.model.project import Project
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.letters import composed
from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.translation import translation

Asked = TypeVar("Asked", str, str | None)


@dataclass(frozen=True, slots=True)
class Only:
    """The unit and the level that a command was asked for, in the user's words; None where it did not say."""

    unit: str | None = None
    level: str | None = None

    def words(self) -> tuple[str, ...]:
        """The options as they would be written again."""
        given = (("--unit", self.unit), ("--level", self.level))
        return tuple(word for option, name in given if name is not None for word in (option, name))

    def of(self, found: Sequence[LoadedAssessment], language: str) -> list[LoadedAssessment]:
        """Return those of `found` that were asked for.

        Raises:
            CannotError: there is no such unit or level, or no assessment of the two together.
        """
        if not self.words() or not found:
            return list(found)
        projects = {id(one.project): one.project for one in found if one.project}.values()
        units: dict[str, set[str]] = {one.assessment.unit: set() for one in found if one.assessment.unit}
        for project in projects:
            for id_, names in unit_names(project).items():
                units.setdefault(id_, set()).update(names)
        levels = [level for one in found if one.named_framework for level in one.named_framework.head.levels]
        unit = meant(self.unit, units, "--unit", language)
        level = meant(self.level, titles_of(levels), "--level", language)
        kept = [one for one in found if unit in (None, one.assessment.unit) and level in (None, one.assessment.level)]
        if not kept:
            _ = translation(language).gettext
            there = [one for one in found if unit in (None, one.assessment.unit)]
            others = sorted({one.assessment.level for one in there} or {one.who for one in found})
            text = _("There is no assessment here with {options}, only of: {found}.")
            raise CannotError(
                text.format(options=printable(" ".join(self.words())), found=printable(", ".join(others)))
            )
        return kept


def unit_names(project: Project) -> dict[str, set[str]]:
    """Return what each unit of a project is called."""
    return {unit.id: {unit.name} for unit in project.units}


def titles_of(entries: Iterable[Named]) -> dict[str, set[str]]:
    """Return what each level, group or other entry of a framework is called, in every language."""
    return {entry.id: set(entry.title.values()) for entry in entries}


def meant(asked: Asked, known: Mapping[str, Iterable[str]], option: str, language: str) -> Asked:
    """Return the short name among `known` that somebody means by `asked`: it, a name it goes by, or a path to it.

    Raises:
        CannotError: it means none of them, or several; the message lists them and says which is nearest.
    """
    if asked is None:
        return asked
    _ = translation(language).gettext
    names = _names_of(known)
    allowed = printable(", ".join(known))
    for words in (asked, PurePath(asked).name):
        ids = names.get(_folded(words), [])
        if len(ids) == 1:
            return ids[0]
        if ids:
            text = _("{option}: {name} may be any of {allowed}. Write one of those short names.")
            allowed = printable(", ".join(ids))
            raise CannotError(text.format(option=option, name=printable(asked), allowed=allowed))
    text = _("{option}: there is no {name} here. There is: {allowed}.")
    message = text.format(option=option, name=printable(asked), allowed=allowed)
    close = nearest_to(_folded(asked), names) or [name for name in names if _folded(asked) in name]
    near = {id_ for name in close for id_ in names[name]}
    raise CannotError(message + (" " + _("Did you mean {near}?").format(near=near.pop()) if len(near) == 1 else ""))


def _names_of(known: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """By each name, the short names of what is called so; a short name is nothing else's name."""
    found: dict[str, list[str]] = {}
    for id_, others in known.items():
        for name in {_folded(other) for other in others}:
            found.setdefault(name, []).append(id_)
    return found | {_folded(id_): [id_] for id_ in known}


def _folded(text: str) -> str:
    return " ".join(composed(text).casefold().split())
