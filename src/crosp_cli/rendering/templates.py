"""The templates and how they are filled. What people wrote is a value, never a part of a template.

A template's name says what it makes: in `….md.j2` every value is escaped as Markdown, in all others as HTML.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined, pass_context, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from crosp_cli.rendering import html_text, markdown_text
from crosp_cli.rendering.markdown_text import Ready
from crosp_cli.rendering.orientation import said_in_words
from crosp_cli.rendering.phrase import Phrase, shortened
from crosp_cli.rendering.picture_change import before_and_now
from crosp_cli.rendering.pictures import picture
from crosp_cli.rendering.plain_dates import in_words
from crosp_cli.rendering.prepared import PreparedLoader
from crosp_cli.rendering.template_syntax import SYNTAX, makes_html
from crosp_cli.rendering.translate import translation
from crosp_cli.rendering.views import StepView
from crosp_cli.resources import resource


@lru_cache(maxsize=8)
def environment(language: str) -> Environment:
    """Return the environment for templates in `language`."""
    found = Environment(
        loader=PreparedLoader(resource("templates")),
        autoescape=makes_html,  # noqa: S701 -- Markdown is escaped by finalize
        undefined=StrictUndefined,
        finalize=_finalizer(language),
        **SYNTAX,
    )
    words = translation(language)
    found.install_gettext_callables(  # type: ignore[attr-defined]  # the i18n extension adds it
        lambda text: Ready(words.gettext(text)),
        lambda one, many, number: Ready(words.ngettext(one, many, number)),
        newstyle=True,
    )
    translated: Any = found.globals["gettext"]
    found.globals["_"] = _without_values(translated)
    found.filters["step"] = step
    found.filters["prose"] = lambda phrase: html_text.prose(phrase, language)
    found.filters["say"] = lambda phrase: html_text.inline(phrase, language)
    found.filters["picture"] = picture
    found.filters["before_and_now"] = lambda cell: before_and_now(cell, language)
    found.filters["shortened"] = shortened
    found.filters["in_words"] = lambda day: in_words(day, language)
    found.filters["said"] = lambda said: said_in_words(said, language)
    found.filters["in_cell"] = markdown_text.in_cell
    found.filters["block"] = markdown_text.block
    return found


def _without_values(gettext: Callable[..., Any]) -> Callable[..., Any]:
    """Return what translates as `gettext` does, and remembers the texts that have no values in them."""
    known: dict[tuple[bool, str], Any] = {}

    @pass_context
    def translated(context: Context, text: str, **values: Any) -> Any:
        if values:
            return gettext(context, text, **values)
        key = context.eval_ctx.autoescape, text
        if key not in known:
            known[key] = gettext(context, text)
        return known[key]

    return translated


def step(value: int, scale: Iterable[StepView]) -> StepView:
    """Return the step of the scale with that value."""
    return next(found for found in scale if found.value == value)


def _finalizer(language: str) -> Any:
    """What is done to every value that a template shows."""

    @pass_eval_context
    def finalize(context: EvalContext, value: Any) -> Any:
        if not context.autoescape:
            return markdown_text.inline(value)
        if isinstance(value, Phrase):
            return html_text.inline(value, language)
        return value

    return finalize
