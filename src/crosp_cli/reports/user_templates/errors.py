"""What is wrong in a person's own template, in words."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from crosp_cli.checks.personal_data.names import redacted_line
from crosp_cli.reports.user_templates import loader as allowed
from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.translation import translation

_LONGEST = 200


class UnreachableError(SecurityError):
    """A template asks for what lies behind a value, or for what is no value. The message says so."""


class Words:
    """The sentences, in one language."""

    def __init__(self, language: str) -> None:
        self.gettext = translation(language).gettext

    def not_for_templates(self, name: Any) -> str:
        """What a template may not reach."""
        _ = self.gettext
        return _(
            "{name} may not be used in a template. A template shows values and reaches nothing behind them."
        ).format(name=short(name))

    def not_safe(self) -> str:
        """What people wrote, asked for as if it were a part of the page."""
        _ = self.gettext
        return _(
            "safe is only for a text that is written in the template itself. What people wrote is always shown as text."
        )

    def no_text(self, *, many: bool) -> str:
        """What is no value, or many values that are still to be fetched."""
        _ = self.gettext
        if many:
            return _('There are many values here. Say how to show them, for example with |join(", ").')
        return _("What is written here is no value to show. Is () missing after it?")

    def did_you_mean(self, name: str, known: Iterable[str]) -> str:
        """The known name that is nearest, or nothing."""
        near = nearest_to(name, sorted(set(known)))
        return " " + self.gettext("Did you mean {near}?").format(near=printable(near[0])) if near else ""

    def syntax(self, message: str, filters: Iterable[str], tests: Iterable[str]) -> str:
        """What Jinja could not read."""
        _ = self.gettext
        if found := re.match(r"No (filter|test) named '(.*)'", message):
            kind, name = found[1], found[2]
            text = _("There is no filter {name}.") if kind == "filter" else _("There is no test {name}.")
            return text.format(name=short(name)) + self.did_you_mean(name, filters if kind == "filter" else tests)
        if found := re.match(r"Encountered unknown tag '(.*?)'", message):
            return _("There is no tag {name} here.").format(name=short(f"{{% {found[1]} %}}"))
        if found := re.search(
            r"Unexpected end of template.*?(?:innermost block that needs to be closed is '(\w+)')", message
        ):
            return _("A tag is not closed: {name} is missing.").format(name=f"{{% end{found[1]} %}}")
        return _("This is not how Jinja is written: {message}").format(message=short(message))

    def refused(self, why: str, name: str) -> str:
        """Why a file may not be had."""
        _ = self.gettext
        texts = {
            allowed.OUTSIDE: _("{name} is not read: a template uses only files in its own folder and below it."),
            allowed.LINK: _("{name} is not read: it is a symbolic link, or lies behind one."),
            allowed.HIDDEN: _("{name} is not read: hidden files are no templates."),
            allowed.ENDING: _("{name} is not read: a template ends in .j2, .html, .md, .txt, .css or .svg."),
            allowed.TOO_LARGE: _("{name} is not read: it is larger than a template may be (1 MiB)."),
            allowed.UNREADABLE: _("{name} cannot be read."),
            allowed.NOT_TEXT: _("{name} is not written in UTF-8."),
        }
        return texts[why].format(name=short(name))

    def no_picture(self, name: Any, known: Iterable[str]) -> str:
        """A picture that crosp does not draw."""
        text = self.gettext("There is no picture {name}. There are: {known}.")
        return text.format(name=short(name), known=", ".join(sorted(known)))

    def no_date(self, value: Any) -> str:
        """What is to be put into words and is no date."""
        _ = self.gettext
        if value is None or isinstance(value, Undefined):
            return _("The date is missing here. Ask first whether it is there, with an if.")
        return _("in_words takes a date, and {value} is none.").format(value=short(value))

    def not_there(self, name: str, known: Iterable[str]) -> str:
        """A template that is not there."""
        text = self.gettext("There is no template {name} in the folder.").format(name=short(name))
        return text + self.did_you_mean(name, known)

    def too_much(self) -> str:
        """More than there is room for."""
        return self.gettext("The template makes more than there is room for.")

    def not_here(self) -> str:
        """A system that holds nobody to such limits as a template is filled within."""
        _ = self.gettext
        return _(
            "Templates of your own are filled only on Linux, which holds them to limits of memory and time. "
            "crosp's own templates work here too."
        )

    def too_deep(self) -> str:
        """A template that calls itself."""
        return self.gettext("The template goes in circles: something in it calls or includes itself without end.")

    def other(self, error: Exception) -> str:
        """Whatever else Python says."""
        text = self.gettext("This cannot be done: {message}")
        return text.format(message=short(f"{type(error).__name__}: {error}"))


def no_value(words: Words, name: Any, known: Iterable[str]) -> str:
    """A value by a name that nothing has."""
    text = words.gettext("There is no value named {name}.").format(name=short(name))
    return text + words.did_you_mean(str(name), known)


def nothing_there(words: Words, name: Any, within: Any) -> str:
    """A part that a value does not have."""
    _ = words.gettext
    if within is None:
        text = _("{name} is asked of a value that is empty here. Ask first whether it is there, with an if.")
        return text.format(name=short(name))
    if isinstance(within, Mapping):
        text = _("There is no {name} in this value.").format(name=short(name))
        return text + words.did_you_mean(str(name), within)
    kind = _("a text") if isinstance(within, str) else _("a list") if isinstance(within, list | tuple) else _("a value")
    return _("There is no {name} in {kind}.").format(name=short(name), kind=kind)


def short(value: Any) -> str:
    """Return what a message says of something in a template, which may be called anything at any length."""
    text = printable(redacted_line(str(value)))  # before a part of a number is cut off
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
