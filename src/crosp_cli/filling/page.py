"""A form as one HTML page that works without a network: its styles and its script are in it, nothing else is allowed.

What has been said before is text in the page, and what is typed is never anything but the value of a field.
"""

from collections.abc import Callable, Mapping
from typing import Any

from crosp_cli.editing.wording import words
from crosp_cli.filling.answers import sign
from crosp_cli.filling.fields import FOLLOW_UP, Fields, fields, written
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.limits import PAGE_MEASURES
from crosp_cli.model import response
from crosp_cli.model.assessment import FORMAT
from crosp_cli.output.labels import priority_word, status_word
from crosp_cli.templating.environment import environment
from crosp_cli.templating.inlined import inlined
from crosp_cli.text.dates import month_names
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import unwrapped

_STYLES = ("report.css", "form/form.css")
_SCRIPT = tuple(
    f"form/{name}.js"
    for name in ("yaml", "days", "answers", "copies", "measures", "disk", "kept", "check", "steps", "files", "start")
)


def as_page(questionnaire: Questionnaire) -> str:
    """Return the form as a whole page. The same questionnaire gives the same bytes."""
    language = questionnaire.language
    style, style_hash = inlined(_STYLES)
    script, script_hash = inlined(_SCRIPT)
    asked_for = fields(questionnaire.framework, language)
    return (
        environment(language, _filters)
        .get_template("form/page.html.j2")
        .render(
            form=questionnaire,
            format=response.FORMAT if questionnaire.group else FORMAT,
            key=_key(questionnaire),
            asked_for=asked_for,
            months=month_names(),
            most_measures=PAGE_MEASURES,
            known=_known(questionnaire, asked_for),
            stood=_stood(questionnaire, asked_for),
            terms=words(language).terms,
            style=style,
            style_hash=style_hash,
            script=script,
            script_hash=script_hash,
        )
    )


def _filters(language: str) -> Mapping[str, Callable[..., Any]]:
    return {
        "unwrapped": unwrapped,
        "picked": lambda text: pick(text, language),
        "status_word": lambda status: status_word(status, language),
        "priority_word": lambda priority: priority_word(priority, language),
    }


def _known(asked: Questionnaire, asked_for: Fields) -> Mapping[str, Mapping[str, str]]:
    """What the measures say that the assessment has already, by where they stand in it."""
    return {
        "/".join(("cells", *cell.place, "measures", measure.id)): {
            name: said
            for name, field in asked_for.measure.items()
            if name != FOLLOW_UP and (said := written(measure, field))
        }
        for cell in asked.cells
        if cell.now
        for measure in cell.now.cell.measures
    }


def _stood(asked: Questionnaire, asked_for: Fields) -> Mapping[str, str]:
    """The signs of what the assessment says already, by where it stands; of lists none, which are only added to."""
    cells = {
        "/".join(("cells", *cell.place)): {
            name: written(cell.now.cell, field) for name, field in asked_for.cell.items() if field.holds != "lines"
        }
        for cell in asked.cells
        if cell.now
    }
    people = {f"participants/{group}": {"count": number} for group, number in asked.participants.items()}
    said = {**people, **cells, **_known(asked, asked_for)}
    return {f"{place}/{name}": sign(text) for place, each in said.items() for name, text in each.items() if text}


def _key(asked: Questionnaire) -> str:
    """What tells this form from others in the same browser: two of the same assessment go on from one another."""
    subject = asked.subject
    names = (asked.framework.name, subject.organiser, asked.level.id, subject.unit, subject.occasion, asked.group)
    return "/".join(("crosp", *(name or "" for name in names)))
