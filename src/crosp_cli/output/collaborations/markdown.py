"""The collaborations as Markdown."""

from crosp_cli.output.collaborations.build import view_of
from crosp_cli.output.collaborations.views import CollaborationsAnswer
from crosp_cli.templating.environment import filled


def as_markdown(answer: CollaborationsAnswer, language: str) -> str:
    """Return all of it, with everything that is written on each collaboration. The same input gives the same text."""
    return filled("collaborations.md.j2", language, view=view_of(answer, language))
