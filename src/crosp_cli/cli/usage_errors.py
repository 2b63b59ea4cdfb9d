"""Usage errors in plain words: what was not understood, and what to write instead.

Typer keeps the classes of these errors to itself, so they are told apart by name.
"""

import re
from difflib import get_close_matches
from typing import Any

from crosp_cli.cli.other_words import nearest
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_WRITTEN = re.compile(r"['\"](.*)['\"] is not one of ")
"""What somebody wrote for a choice, which typer keeps in its own English sentence only."""


def in_words(error: Any, language: str) -> str:
    """Return what to tell someone who wrote a command that crosp does not understand."""
    _ = translation(language).gettext
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "crosp"
    return printable(_sentence(error, language)) + " " + _("`{command} --help` tells more.").format(command=command)


def _sentence(error: Any, language: str) -> str:
    _ = translation(language).gettext
    match type(error).__name__:
        case "NoSuchOption":
            text = _("There is no option {option} here.").format(option=error.option_name)
            near = get_close_matches(error.option_name, sorted(error.possibilities or ()), n=1)
            return f"{text} " + _("Did you mean {near}?").format(near=near[0]) if near else text
        case "BadOptionUsage":
            return _("{option} needs a value.").format(option=error.option_name)
        case "MissingParameter":
            return _("{what} is missing.").format(what=_name(error))
        case "BadParameter":
            return _bad_value(error, language)
    return str(error.message)


def _name(error: Any) -> str:
    return str(error.param.get_error_hint() if error.param else "").replace("'", "")


def _bad_value(error: Any, language: str) -> str:
    _ = translation(language).gettext
    takes = getattr(error.param, "type_descriptor", None)
    if takes and takes.is_ranged:
        return _("{what} takes a whole number, at least 1.").format(what=_name(error))
    if takes and takes.is_choice:
        allowed = [*map(str, takes.choices)]
        text = _("{what} takes one of: {allowed}.").format(what=_name(error), allowed=", ".join(allowed))
        written = _WRITTEN.search(str(error.message))
        near = nearest(written[1], allowed) if written else None
        return f"{text} " + _("Did you mean {near}?").format(near=near) if near else text
    return f"{_name(error)}: {error.message}"
