"""What was written in responses, as a file of its own for the team to read: text by text, and not by whom."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from crosp_cli.checks.personal_data.cr805_persons_name import WHOLE, WORD
from crosp_cli.checks.personal_data.names import end_of
from crosp_cli.checks.personal_data.text_checks import in_text, personal_data
from crosp_cli.model.framework import Framework
from crosp_cli.text.languages import pick
from crosp_cli.text.markdown import block, inline
from crosp_cli.text.translation import translation

LEFT_OUT = "[…]"
_NUMBER_NAME_OR_WORD = re.compile(rf"\+?\d[\d_]*+(?:[^\w,;:!?]++[\d_]++)*+|(?P<name>{WHOLE}(?: {WORD})*)|\S+")
"""Between the figures of a number stands any sign, of those too that cannot be seen."""
_FIGURES = 10
"""A number of so many needs no words or letters to be told; it takes time to find where one with some of them ends."""

_CLOSELY = 500
"""For so many it is looked where they end, a millisecond each; after them goes all to the line's end."""


def without_personal_data(text: str) -> str:
    """Return a text without what looks like personal data: the number, the address or the name, else the whole line."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    kept, end = "", 0
    places = sorted((starts[line - 1] + column - 1, starts[line] - 1) for _check, line, column in in_text(text))
    for place, (start, line_end) in enumerate(places):
        if start >= end and (found := _NUMBER_NAME_OR_WORD.match(text, start)):
            kept += text[end:start]
            is_written_out = "\\" not in text[start : found.end() + 1]  # the figures of an escape are none of its own
            is_whole = found["name"] or (is_written_out and sum(map(str.isdigit, found[0])) >= _FIGURES)
            if is_whole:
                end = found.end()
            elif place < _CLOSELY:
                end = max(found.end(), end_of(text, start, kept))
            else:
                end = max(found.end(), line_end)
            kept += LEFT_OUT
    lines = f"{kept}{text[end:]}".split("\n")
    for number in personal_data("\n".join(lines)):
        lines[number - 1] = LEFT_OUT
    return "\n".join(lines)


def as_markdown(texts: Mapping[str, Sequence[str]], title: str, framework: Framework, language: str) -> str:
    """Return the texts of each group as Markdown, under a title that says which assessment they are for."""
    return "\n\n".join(_parts(texts, title, framework, language)) + "\n"


def _parts(texts: Mapping[str, Sequence[str]], title: str, framework: Framework, language: str) -> Iterator[str]:
    _ = translation(language).gettext
    heading = _("In their own words")
    yield f"# {inline(heading)}"
    yield str(inline(title))
    yield str(inline(_("The order is mixed and tells nothing. Read them for what they say, not for who wrote them.")))
    for group, found in texts.items():
        yield f"## {inline(pick(framework.title_of('groups', group), language))}"
        yield from (f"- {block(text, 2)}" for text in found)
