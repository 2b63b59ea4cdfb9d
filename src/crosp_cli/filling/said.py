"""What a field is called and what a value says, in the words that people read: no key and no short name of a file."""

from collections.abc import Mapping, Sequence
from functools import cache

from crosp_cli.filling.answers import names_record
from crosp_cli.filling.fields import fields
from crosp_cli.model.framework import Framework
from crosp_cli.output.labels import decision_word, priority_word, source_word, status_word
from crosp_cli.reading.documents.document import texts_of
from crosp_cli.text.languages import pick
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_WORDS = {"priority": priority_word, "status": status_word, "source": source_word, "decision": decision_word}
_KINDS = {"orientation": "orientations", "scope": "scopes"}
_PARTS = ("Conditions", "Collaboration", "FollowUp", "Measure", "Need", "CurrentState")
"""The parts of a cell, where what has no field in a form is looked for."""
_LONGEST = 45
"""How much of a measure is said where only one of its fields is told."""


def said(key: str, text: str, framework: Framework, language: str) -> str:
    """Return a value as people say it: a step with its name, a priority in their language."""
    if key in ("rating", "target"):
        steps = framework.head.scale.steps
        return next((f"{s.value} – {pick(s.label, language)}" for s in steps if str(s.value) == text), text)
    if key in _WORDS:
        return _WORDS[key](text, language) or text
    if key in _KINDS:
        return pick(framework.title_of(_KINDS[key], text), language)
    level = framework.level(text) if key == "solves_at" else None
    return pick(level.title, language) if level else text


def label(steps: Sequence[str], measures: Mapping[tuple[str, ...], str], framework: Framework, language: str) -> str:
    """Return what a field is called; one of a measure with what that is about, and of a follow-up with its day."""
    _ = translation(language).gettext
    if steps[0] == "participants":
        return pick(framework.title_of("groups", steps[1]), language)
    name = _names(framework, language).get(steps[-1]) or _title(steps[-1], language)
    at = next((at - 1 for at in range(1, len(steps)) if names_record(steps, at)), None)
    if at is None:
        return name
    if steps[-1] == "what":
        return _("Measure: {field}").format(field=name)
    about = measures.get(tuple(steps[: at + 2]), steps[at + 1])
    short = printable(shortened(Phrase(about, language), _LONGEST).text)
    if "follow_ups" in steps and steps[-1] != "date":
        day = printable(steps[steps.index("follow_ups") + 1])
        return _("Measure “{measure}”, follow-up {day}: {field}").format(measure=short, day=day, field=name)
    return _("Measure “{measure}”: {field}").format(measure=short, field=name)


def _names(framework: Framework, language: str) -> Mapping[str, str]:
    asked = fields(framework, language)
    return {field.name.split("/")[-1]: field.title for field in (*asked.cell.values(), *asked.measure.values())}


@cache
def _title(key: str, language: str) -> str:
    """What a key is called that no form asks for."""
    texts = texts_of("schema/assessment.yaml")
    titles = (texts[part]["keys"].get(key, {}).get("title") for part in _PARTS)
    return next((pick(title, language) for title in titles if title), key)
