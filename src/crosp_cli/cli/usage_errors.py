"""Usage errors in plain words: what was not understood, and what to write instead.

Typer keeps the classes of these errors to itself, so they are told apart by name.
"""

import re
from difflib import get_close_matches
from typing import Any

from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_CHOICES = re.compile(r"is not one of (.*)\.$")
_NUMBER = re.compile(r"valid integer|greater than or equal to 1$")


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
            near = sorted(error.possibilities or ())
            return f"{text} " + _("Did you mean {near}?").format(near=near[0]) if near else text
        case "BadOptionUsage":
            return _("{option} needs a value.").format(option=error.option_name)
        case "MissingParameter":
            return _("{what} is missing.").format(what=_name(error))
        case "BadParameter":
            return _bad_value(error, language)
    if error.message.startswith("No such command"):
        return _unknown_command(error, language)
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message[error.message.index("(", 30) + 1 : -1]
        return _("{what} is more than this command takes.").format(what=extra)
    return str(error.message)


def _name(error: Any) -> str:
    return str(error.param.get_error_hint() if error.param else "").replace("'", "")


def _bad_value(error: Any, language: str) -> str:
    _ = translation(language).gettext
    choices = _CHOICES.search(error.message)
    if _NUMBER.search(error.message):
        return _("{what} takes a whole number, at least 1.").format(what=_name(error))
    if not choices:
        return f"{_name(error)}: {error.message}"
    allowed = ", ".join(re.findall(r"'([^']*)'", choices.group(1)))
    return _("{what} takes one of: {allowed}.").format(what=_name(error), allowed=allowed)


def _unknown_command(error: Any, language: str) -> str:
    _ = translation(language).gettext
    wrong = error.message.split("'")[1] if "'" in error.message else ""
    text = _("There is no command {command}.").format(command=wrong)
    names = list(getattr(error.ctx.command, "commands", {})) if error.ctx else []
    near = get_close_matches(wrong, names, n=1)
    return f"{text} " + _("Did you mean {near}?").format(near=near[0]) if near else text
