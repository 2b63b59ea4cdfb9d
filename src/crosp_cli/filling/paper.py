"""A form to print and write on: a page for each cell, or a short sheet for one person. Word and PDF are made of it."""

from crosp_cli.filling.fields import fields
from crosp_cli.filling.questionnaire import Questionnaire
from crosp_cli.filling.workbook.words import without_step
from crosp_cli.templating.environment import environment
from crosp_cli.text.languages import pick


def as_page(asked: Questionnaire) -> str:
    """Return the form as a page in HTML, from which what goes on paper is taken. The same gives the same bytes."""
    language = asked.language
    template = environment(language, lambda language: {"picked": lambda text: pick(text, language)}).get_template(
        "form/paper-response.html.j2" if asked.group else "form/paper.html.j2"
    )
    asked_for = fields(asked.framework, language)
    steps = [": ".join(part for part in step[1:] if part) for step in asked_for.cell["current_state/rating"].choices]
    return template.render(form=asked, asked_for=asked_for, steps=steps, without_step=without_step(language))
