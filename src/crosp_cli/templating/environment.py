"""The templates and how they are filled. What people wrote is a value, never a part of a template.

A template's name says what it makes: in `….md.j2` every value is escaped as Markdown, in all others as HTML.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from jinja2 import Environment, StrictUndefined, pass_context, pass_eval_context
from jinja2.loaders import ChoiceLoader, FileSystemLoader, ModuleLoader
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from crosp_cli.resources import resource
from crosp_cli.templating.syntax import SYNTAX, makes_html, prepared
from crosp_cli.text import html as html_text
from crosp_cli.text import markdown as markdown_text
from crosp_cli.text.counts import spelled
from crosp_cli.text.dates import in_words
from crosp_cli.text.markdown import Ready
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.translation import translation

_EMPTY_LINES = re.compile(r"\n{3,}")

Filters: TypeAlias = "Callable[[str], Mapping[str, Callable[..., Any]]]"
"""What gives, for a language, the filters that a wing's templates use beside those for any text."""


def no_filters(_language: str) -> Mapping[str, Callable[..., Any]]:
    """Return no filters: for templates that show texts only."""
    return {}


@lru_cache(maxsize=8)
def environment(language: str, filters: Filters = no_filters) -> Environment:
    """Return the environment for templates in `language`, with a wing's own filters."""
    templates = resource("templates")
    found = Environment(
        loader=ChoiceLoader([ModuleLoader(prepared(templates)), FileSystemLoader(templates)]),
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
    found.filters["prose"] = lambda phrase: html_text.prose(phrase, language)
    found.filters["led"] = lambda phrase, lead: html_text.led(phrase, language, lead)
    found.filters["say"] = lambda phrase: html_text.inline(phrase, language)
    found.filters["shortened"] = shortened
    found.filters["in_words"] = lambda day: in_words(day, language)
    found.filters["spelled"] = lambda number: spelled(number, language)
    found.filters["in_cell"] = markdown_text.in_cell
    found.filters["dated"] = html_text.dated
    found.filters["block"] = markdown_text.block
    found.filters["asked"] = markdown_text.asked
    found.filters.update(filters(language))
    return found


def filled(template: str, language: str, filters: Filters = no_filters, **values: Any) -> str:
    """Return a Markdown template filled in, without lines that its parts left empty."""
    return tidied(environment(language, filters).get_template(template).render(**values))


def tidied(text: str) -> str:
    """Return `text` without lines that the parts of a template left empty."""
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"


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
