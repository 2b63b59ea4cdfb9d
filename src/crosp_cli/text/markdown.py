"""Text as Markdown: what people wrote comes out as the text it is, and never as a link, a table or a tag."""

import re
from collections.abc import Mapping
from typing import Any

from crosp_cli.text.paragraphs import Run, one_line, paragraphs, runs
from crosp_cli.text.phrase import Phrase

_SPECIAL = re.compile(
    r"[\\`*_{}\[\]#|~^$@]"  # mean something to Markdown, or to one of its dialects, wherever they stand
    r"|(?<=\])\("  # the address of a link
    r"|:(?=[^\s\d])"  # a bare address: https://…
    r"|(?<=(?<!:)/)/"  # an address of the page's own kind: //…
    r"|(?<=[Ww][Ww][Ww])\."
    r"|(?<=-)-"  # a rule, a dash
    r"|(?<==)="  # a marked text
    r"|^[-+=:(!%?]"  # a list, a heading, a definition, what is folded away
)
_AS_HTML = {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;"}
"""What means something to HTML. Some programs show a tag behind a backslash as the tag that it is."""
_NUMBER = re.compile(r"^(\w{1,9})([.)])(?=\s|$)")
"""How a line begins that Markdown would take for a numbered list."""


class Ready(str):
    """Text that is Markdown already. What is put into it with `%` is escaped first."""

    __slots__ = ()

    def __mod__(self, values: Any) -> "Ready":
        """Fill in named values, each as the text it is."""
        if not isinstance(values, Mapping):
            return Ready(super().__mod__(inline(values)))
        return Ready(super().__mod__({name: inline(value) for name, value in values.items()}))


def inline(value: object) -> Ready:
    """Return `value` for the middle of a line, line breaks as spaces."""
    if isinstance(value, Ready):
        return value
    text = value.text if isinstance(value, Phrase) else str(value)
    return Ready(_NUMBER.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", one_line(text)).translate(_AS_HTML)))


def in_cell(value: object) -> Ready:
    """Return `value` for a table's cell, line breaks as `<br>`."""
    return Ready("<br>".join(line for paragraph in _paragraphs(value) for line in paragraph))


def block(value: object, indent: int = 0) -> Ready:
    """Return `value` as paragraphs and lists with an empty line between them, all but the first line indented."""
    margin = " " * indent
    if isinstance(value, Ready):
        return value
    text = value.text if isinstance(value, Phrase) else str(value)
    found = (_block(run, margin) for paragraph in runs(text) for run in paragraph)
    return Ready(f"\n\n{margin}".join(found))


def _block(run: Run, margin: str) -> str:
    if run.is_list:
        return f"\n{margin}".join(f"- {inline(line)}" for line in run.lines)
    return f"\\\n{margin}".join(map(inline, run.lines))


def asked(value: object) -> Ready:
    """Return `value`, a question, as a quotation in bold."""
    found = ("**" + "\\\n> ".join(paragraph) + "**" for paragraph in _paragraphs(value))
    return Ready("> " + "\n>\n> ".join(found))


def _paragraphs(value: object) -> list[list[Ready]]:
    if isinstance(value, Ready):
        return [[value]]
    text = value.text if isinstance(value, Phrase) else str(value)
    return [[inline(line) for line in paragraph] for paragraph in paragraphs(text)]
