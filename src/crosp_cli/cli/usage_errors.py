"""Usage errors in plain words: what was not understood, and what to write instead.

Typer keeps the classes of these errors to itself, so they are told apart by name.
"""

import errno
import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from crosp_cli.text.languages import NAMES
from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.translation import translation

_WRITTEN = re.compile(r"['\"](.*)['\"] is not one of ")
"""What somebody wrote for a choice, which typer keeps in its own English sentence only."""
_CLOSED = re.compile("path '(.+)' is not readable", re.DOTALL)
"""Which file may not be read, which it says in English too."""

_OTHER_WORDS: Mapping[str, str] = {
    "area": "område områden areas",
    "principle": "princip principer principles",
    "sv": "se",
}
"""What people call that which stands in no register."""


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
            near = nearest_to(error.option_name, sorted(error.possibilities or ()))
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
    if closed := _CLOSED.search(str(error.message)):
        return _("{path} cannot be read: {why}.").format(path=closed[1], why=os.strerror(errno.EACCES))
    return f"{_name(error)}: {error.message}"


def nearest(written: str, choices: Iterable[str]) -> str | None:
    """Return the one of `choices` that somebody may mean by what they wrote; None where it is like none of them."""
    names = {word: choice for choice in choices for word in (*_words(choice), choice)}
    near = nearest_to(written.casefold().replace(" ", "-"), names, alike=0.7)
    return names[near[0]] if near else None


def _words(choice: str) -> list[str]:
    """What people call something to choose, in Swedish and English, as the registers say it."""
    # only a mistake needs them
    from crosp_cli.cli.commands.register import COMMANDS
    from crosp_cli.output.formats import ALSO
    from crosp_cli.reading.documents.kinds import KINDS as DOCUMENTS
    from crosp_cli.reports.kinds import KINDS as REPORTS

    registers: tuple[Mapping[str, Any], ...] = (COMMANDS, REPORTS, DOCUMENTS)
    said = (register[choice].also for register in registers if choice in register)
    named = (*NAMES.get(choice, {}).values(), ALSO.get(choice, ""), _OTHER_WORDS.get(choice, ""))
    return " ".join((*said, *named)).casefold().split()
