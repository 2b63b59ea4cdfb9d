"""From what someone asks for to a page on it."""

from pathlib import Path

from crosp_cli.analysis.lookup import look_up
from crosp_cli.cli.exits import CannotError
from crosp_cli.reading.workspace import Workspace
from crosp_cli.rendering.entry import Page, overview, page
from crosp_cli.rendering.printable import printable
from crosp_cli.rendering.translate import translation


def entry(words: str, folder: Path, language: str) -> Page:
    """Return the page on what `words` name in the framework used at `folder`; without words, the overview.

    Raises:
        CannotError: nothing is called that, or the project's framework does not hold.
    """
    _ = translation(language).gettext
    context = Workspace().context_of(folder)
    guidance = context.guidance()
    if context.framework is None or guidance is None:
        raise CannotError(_("The framework here cannot be read. `crosp validate` says why."))
    if not words.strip():
        return overview(context.framework, guidance, language)
    answer = look_up(context.framework, guidance, words)
    if answer.found is None:
        text = _("Nothing in the framework is called {words}.").format(words=printable(words))
        if answer.near:
            text += " " + _("Did you mean {near}?").format(near=", ".join(answer.near))
        raise CannotError(text)
    return page(answer.found, context.framework, guidance, language)
