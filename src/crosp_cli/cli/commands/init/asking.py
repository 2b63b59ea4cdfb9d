"""Asking one question at a time in a terminal; an answer may be given in the words that stand on the screen."""

import re
from collections.abc import Callable, Iterable, Sequence
from textwrap import fill

import typer

from crosp_cli.checks.personal_data.names import LEFT_OUT, shown_name, tells
from crosp_cli.editing.slugs import tidy
from crosp_cli.model.framework import Named
from crosp_cli.text.languages import pick
from crosp_cli.text.letters import composed
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.translation import translation


class Asker:
    """Where there is no terminal, the suggestion is the answer."""

    def __init__(self, language: str, *, on_terminal: bool) -> None:
        self.language = language
        self.on_terminal = on_terminal
        self.gettext: Callable[[str], str] = translation(language).gettext
        self._listed: Sequence[Named] = ()

    def say(self, text: str = "") -> None:
        """Tell something beside the questions."""
        if self.on_terminal:
            typer.echo(text, err=True)

    def text(self, question: str, suggested: str) -> str:
        """Ask for a text; Enter takes what is suggested."""
        if not self.on_terminal:
            return suggested
        return tidy(str(typer.prompt(question, default=suggested, err=True, show_default=bool(suggested)))) or suggested

    def yes(self) -> frozenset[str]:
        """What somebody writes who means yes, in either language."""
        return frozenset({self.gettext("yes"), "ja", "j", "yes", "y", "ok"})

    def choice(self, question: str, allowed: Sequence[Named], suggested: str) -> str:
        """Ask for one of `allowed`."""
        return self._asked(question, allowed, (suggested,), most=1)[0]

    def several(self, question: str, allowed: Sequence[Named], suggested: tuple[str, ...]) -> tuple[str, ...]:
        """Ask for some of `allowed`, with commas between them."""
        several = self.gettext("(Several: put commas between them.)")
        return self._asked(f"{question} {several}", allowed, suggested)

    def _asked(
        self, question: str, allowed: Sequence[Named], suggested: tuple[str, ...], most: int | None = None
    ) -> tuple[str, ...]:
        if not self.on_terminal:
            return suggested
        _ = self.gettext
        shown = {entry.id: pick(entry.title, self.language) for entry in allowed}
        if allowed != self._listed:  # the same question of one unit after another: they stand there already
            self._listed = allowed
            for entry in allowed:
                told = pick(entry.description, self.language) if entry.description else ""
                title = f"{shown[entry.id]}: {told}" if told else shown[entry.id]
                self.say(fill(title, 80, initial_indent=f"  {entry.id:24} ", subsequent_indent=" " * 27))
        while True:
            answer = self.text(question, ", ".join(shown.get(name, name) for name in suggested))
            if answer.casefold() in self.yes() and suggested:
                return suggested
            found, unknown = chosen([answer], allowed)
            if unknown:
                found, unknown = chosen(_BETWEEN.split(answer.replace(_(" and "), ",")), allowed)
            if not unknown and (found or not suggested) and len(found) <= (most or len(found)):
                return found
            if not unknown:
                self.say(_("One of them, please."))
            meant = [nearest(word, allowed, self.language) for word in unknown]
            for word, near in zip(unknown, meant, strict=True):
                asked = _("{word} is not among them. Did you mean {near}? Enter for yes.")
                text = asked if near else _("{word} is not among them. Answer with words from the list above.")
                in_parts = tells(answer) and not tells(word)  # a + may stand in a number
                told = LEFT_OUT if in_parts else shown_name(word)
                self.say("  " + text.format(word=told, near=near and shown[near]))
            if most != 1 or not found:  # what was understood need not be typed again
                suggested = tuple(dict.fromkeys((*found, *filter(None, meant)))) or suggested


_BETWEEN = re.compile(r"[,;/+&]")
"""What people put between several."""


def chosen(words: Iterable[str], allowed: Sequence[Named]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the words name, and the words that name nothing.

    A word names an entry by its short name, by its title in any language, or by a form of either: grundskolan.
    """
    names = {_folded(name): entry.id for entry in allowed for name in (entry.id, *entry.title.values())}
    asked = [word.strip() for word in words if word.strip()]
    meant = {word: names.get(_folded(word)) or _by_form(_folded(word), names) for word in asked}
    found = dict.fromkeys(name for name in meant.values() if name)
    return tuple(found), tuple(word for word in asked if not meant[word])


def _by_form(word: str, names: dict[str, str]) -> str | None:
    """The only entry of which a name is the word in another form; each of its words counts."""
    forms = {entry for name, entry in names.items() if _are_forms(word.split(), name.split())}
    return forms.pop() if len(forms) == 1 else None


def _are_forms(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(_is_form(one, other) for one, other in zip(words, others, strict=True))


def _is_form(one: str, other: str) -> bool:
    alike = _alike(one, other)
    return one == other or (alike >= _PART and {one[alike:], other[alike:]} <= _ENDINGS)


_ENDINGS = frozenset(("", "a", "e", "n", "s", "t", "al", "an", "ar", "en", "er", "et", "na", "or", "ts", "met", "nen"))
"""What a word may end in and still be the same word: kommun, kommunen, kommunal; grundskola, grundskolan."""


_STEM = 6
"""How many letters two words begin with alike when they are forms of one word: förskolan, förskola."""
_PART = 4
"""And when one is about the other: skola, skolenhet. That is asked, never taken for granted."""


_ALIKE = 0.8
"""How alike two names are that differ by a slip: a särskola is no preschool, though half of their letters are alike."""


def suggested_by(name: str, allowed: Sequence[Named]) -> tuple[str, ...]:
    """Return the one of `allowed` that a unit's name speaks of, such as the preschool in Lilla förskolan; else none."""
    words = _folded(name).split()
    alike = {
        entry.id: max(_alike(word, _folded(title)) for word in words or [""] for title in entry.title.values())
        for entry in allowed
    }
    most = max(alike.values(), default=0)
    best = tuple(entry for entry, letters in alike.items() if letters == most)
    return best if most >= _STEM and len(best) == 1 else ()


def _alike(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def nearest(word: str, allowed: Sequence[Named], language: str) -> str | None:
    """Return which one somebody who wrote `word` most likely meant; in `language` where a name means two of them."""
    names = {_folded(name): entry.id for entry in allowed for name in (entry.id, *entry.title.values())}
    names |= {_folded(pick(entry.title, language)): entry.id for entry in allowed}
    near = nearest_to(_folded(word), names, alike=_ALIKE)
    if near:
        return names[near[0]]
    begun = {entry for name, entry in names.items() if _is_part(_folded(word), name.split()[0])}
    parts = {entry for name, entry in names.items() if any(_is_part(_folded(word), one) for one in name.split())}
    return next((found.pop() for found in (begun, parts) if len(found) == 1), None)


def _is_part(word: str, other: str) -> bool:
    return _alike(word, other) >= _PART or (len(word) >= _PART and other.endswith(word))


def _folded(text: str) -> str:
    return " ".join(composed(text).casefold().replace("-", " ").split())
