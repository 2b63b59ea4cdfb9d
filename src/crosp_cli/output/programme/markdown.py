"""What is known of a programme, as Markdown."""

from crosp_cli.output.programme.views import ProgrammeAnswer
from crosp_cli.templating.environment import filled


def as_markdown(answer: ProgrammeAnswer) -> str:
    """Return the whole of it. The same answer gives the same text."""
    return filled("programme.md.j2", answer.view.language, programme=answer.view)
