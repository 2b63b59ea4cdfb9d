"""From what someone asks for to a page on it."""

from dataclasses import replace
from pathlib import Path

from crosp_cli.analysis.concerned import concerned
from crosp_cli.analysis.lookup import look_up
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.personal_data import warn_of_shared_files
from crosp_cli.output.reference.code_page import all_codes, codes, explanation
from crosp_cli.output.reference.framework_page import overview, page
from crosp_cli.output.reference.key_page import key_page
from crosp_cli.output.reference.page import Page, Section
from crosp_cli.reading.workspace import Workspace
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def entry(words: str, folder: Path, language: str, *, full: bool) -> Page:
    """Return the page on what `words` name in the framework used at `folder`; without words, the overview.

    `full` asks for all of it where a screen would show what there is most use of.

    Raises:
        CannotError: nothing is called that, or the project's framework does not hold.
    """
    _ = translation(language).gettext
    workspace = Workspace()
    context = workspace.context_in(folder)
    guidance = context.guidance()
    if context.framework is None or guidance is None:
        raise CannotError(_("The framework here cannot be read. `crosp validate` says why."))
    warn_of_shared_files(workspace, language)
    if not words.strip():
        return overview(context.framework, guidance, language, full=full)
    answer = look_up(context.framework, guidance, words)
    of_key = key_page(words.strip(), language)
    if answer.found is None and of_key:
        return of_key
    if answer.found is None:
        text = _("Nothing in the framework is called {words}.").format(words=printable(words))
        there = _("`crosp show` shows what there is.")
        meant = _("Did you mean {near}?").format(near=", ".join(answer.near))
        raise CannotError(f"{text} {meant if answer.near else there}")
    found = page(answer.found, context.framework, guidance, language, context.project, full=full)
    if of_key is None:
        return found
    heading = Section(_("The key {key} in an assessment").format(key=f"`{of_key.id}`"), of_key.sections[0].lines)
    return replace(found, sections=(*found.sections, heading, *of_key.sections[1:]))


def code_page(code: str | None, folder: Path, language: str, *, full: bool) -> Page:
    """Return the page on a code, with what it rests on in the framework at `folder`; without one, on all of them.

    Without `full`, that page has what they are about, and one on a code as much of its examples as differs.

    Raises:
        CannotError: there is no such code.
    """
    if code is None:
        return all_codes(language, full=full)
    asked = code.strip().upper()
    asked = f"CR{asked}" if asked.isdecimal() else asked  # as people say it
    if asked not in codes():
        _ = translation(language).gettext
        text = _("There is no code {code}. `crosp explain` shows those there are.")
        raise CannotError(text.format(code=printable(code)))
    workspace = Workspace()
    context = workspace.context_in(folder)
    references = context.references()
    warn_of_shared_files(workspace, language)
    if context.framework is None or references is None:
        return explanation(asked, language, full=full)
    whom = concerned(context.framework, context.project)
    grounds = [one for one in references.entries if whom is None or whom.by(one)]
    return explanation(asked, language, grounds, full=full)
