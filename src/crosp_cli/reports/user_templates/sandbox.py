"""What a person's own template can do: show values. It reaches no object's insides and changes nothing."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.filters import do_indent
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from crosp_cli.limits import TEMPLATE_CHARACTERS
from crosp_cli.reports.user_templates.errors import UnreachableError, Words, no_value, nothing_there, short
from crosp_cli.reports.user_templates.loader import FolderLoader
from crosp_cli.reports.user_templates.no_text import behind, is_value, with_text
from crosp_cli.reports.user_templates.trusted_text import READY, SHOWN, WHOLE, Literals, whole, with_whole_values
from crosp_cli.templating.syntax import SYNTAX
from crosp_cli.text import html as html_text
from crosp_cli.text import markdown as markdown_text
from crosp_cli.text.counts import spelled
from crosp_cli.text.dates import in_words
from crosp_cli.text.markdown import Ready
from crosp_cli.text.phrase import Phrase, shortened
from crosp_cli.text.translation import translation

_BITS = 4096
"""How large a whole number may become."""
_FILTERS = frozenset({
    "abs", "attr", "batch", "capitalize", "center", "count", "d", "default", "dictsort", "e", "escape",
    "filesizeformat", "first", "float", "format", "groupby", "int", "items", "join", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select",
    "selectattr", "slice", "sort", "string", "striptags", "sum", "title", "trim", "truncate", "unique",
    "upper", "urlencode", "wordcount", "wordwrap",
})  # fmt: skip
"""Of Jinja's own filters, those that make plain values of plain values, the same each time. None else is there."""
_GLOBALS = frozenset({"_", "cycler", "dict", "joiner", "namespace", "range"})
"""Of what Jinja gives each template."""


class TooMuchError(Exception):
    """A template makes more than there is room for."""


class Said(str):
    """A text that knows its language."""

    __slots__ = ("language",)
    language: str

    @property
    def text(self) -> str:
        """The text alone."""
        return str.__str__(self)


def said(text: str, language: str) -> Said:
    """Return `text`, which is in `language`."""
    found = Said(text)
    found.language = language
    return found


class _Context(Context):
    """What a template can name while it is filled."""

    def super(self, name: str, current: Any) -> Any:
        """Return the block that one stands in place of."""
        return self.environment.with_text(super().super(name, current))  # type: ignore[attr-defined]  # a Sandbox


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a table's entries come before its methods, and nothing grows without end.

    Whatever a template comes by in it (a name, a part, what is called or filtered) is a value, or has no text.
    """

    context_class = _Context
    intercepted_binops = frozenset({"-", "*", "**"})

    def __init__(self, words: Words, form: str, **options: Any) -> None:
        self.literals = Literals()
        self.words, self.form = words, form
        super().__init__(**options)

    def with_text(self, found: Any) -> Any:
        """Return what a template has come by if it is a value, else what stands for it."""
        return with_text(found, self.words)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = self.literals.of(super()._parse(source, name, filename))
        return template if self.form == "text" else with_whole_values(template, quoted=self.form == "markdown")

    def call(self, context: Context, obj: Any, *args: Any, **named: Any) -> Any:
        """Call what the sandbox allows. What a part of a template makes has been escaped, and is ready.

        What `{% call %}` makes Jinja shows as it is, whatever it calls.
        """
        obj = behind(obj)
        found = self.with_text(super().call(context, obj, *args, **named))
        made = isinstance(obj, Macro | BlockReference | LoopContext)
        return self.filters[READY if made else SHOWN](found) if made or "caller" in named else found

    def call_filter(self, name: str, *args: Any, **named: Any) -> Any:
        """Call a filter that a template names in a text, as in `map("upper")`; the inner one is none of them."""
        return super().call_filter("safe" if name == READY else name, *args, **named)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Return a `format` that reaches nothing; what it makes of a text of crosp's is no text of crosp's."""
        found = super().wrap_str_format(value)
        if found is None or isinstance(value.__self__, Markup):  # which escapes what is put into it
            return found
        return lambda *args, **named: str(found(*args, **named))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have it: `translate` puts into what is escaped whatever it is given."""
        return attr != "translate" and super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an entry of a table, else what the sandbox allows."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return self.with_text(super().getattr(behind(obj), attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an entry of a table or a list, else what the sandbox allows."""
        return self.with_text(super().getitem(behind(obj), argument))

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Return what complains as soon as it is used."""
        return self.undefined(obj=obj, name=attribute, exc=UnreachableError)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply and raise to a power, within bounds; what is left of a table's names keeps their order."""
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            if left.bit_length() * max(right, 0) > _BITS:
                raise TooMuchError
        elif operator == "*":
            for one, other in ((left, right), (right, left)):
                if (
                    isinstance(one, int)
                    and isinstance(other, str | list | tuple)
                    and len(other) * one > TEMPLATE_CHARACTERS
                ):
                    raise TooMuchError
        found = super().call_binop(context, operator, left, right)
        return [one for one in left if one in found] if isinstance(found, set) else found


def sandbox(loader: FolderLoader, form: str, language: str, values: dict[str, Any]) -> Sandbox:
    """Return the environment for a template that makes "html", "markdown" or "text" of `values`."""
    words = Words(language)
    found = Sandbox(
        words,
        form,
        loader=loader,
        autoescape=form == "html",
        undefined=_undefined(lambda: [*values, *_set_in(found, loader)], words),
        finalize=_finalizer(form, language, words),
        cache_size=100,
        **SYNTAX,
    )
    found.globals = {name: found.globals[name] for name in _GLOBALS}
    found.filters = {name: found.filters[name] for name in _FILTERS} | _filters(language, values)
    _translate(found, form, language)
    found.globals = {name: found.with_text(value) for name, value in found.globals.items()}
    found.filters = {name: _with_text(found, made) for name, made in found.filters.items()}
    found.filters |= {"safe": _refusing(words.not_safe()), READY: _TEXTS[form][0], SHOWN: found.finalize}
    found.filters[WHOLE] = lambda value: _TEXTS[form][0](whole(str(found.filters[SHOWN](value))))
    return found


def _with_text(environment: Sandbox, made: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(made)
    def filtered(*args: Any, **named: Any) -> Any:
        return environment.with_text(made(*args, **named))

    return filtered


def _translate(environment: Sandbox, form: str, language: str) -> None:
    """Give templates crosp's words. Only crosp's own texts, and the template's, are taken as ready for the form."""
    words = translation(language)
    ready, as_text = _TEXTS[form]

    def shown(text: str, found: str) -> str:
        if found != text or text in environment.literals.texts:
            return ready(found)
        return ready(as_text(text).replace("%", "%%"))

    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the i18n extension adds it
        lambda text: shown(text, words.gettext(text)),
        lambda one, many, number: shown(one if number == 1 else many, words.ngettext(one, many, number)),
        newstyle=True,
    )
    environment.globals["_"] = environment.globals["gettext"]


_TEXTS: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "html": (Markup, escape),
    "markdown": (Ready, markdown_text.inline),
    "text": (str, str),
}
"""By form: what takes a text as ready, and what makes it so."""


def _refusing(message: str) -> Callable[..., Any]:
    def refuse(*_value: Any) -> Any:
        raise UnreachableError(message)

    return refuse


def _filters(language: str, values: dict[str, Any]) -> dict[str, Callable[..., Any]]:
    """The filters of the built-in templates, for plain values."""
    return {
        "prose": lambda text: html_text.prose(_phrase(text, language), language),
        "led": lambda text, lead: html_text.led(_phrase(text, language), language, _lead(lead, language)),
        "say": lambda text: html_text.inline(_phrase(text, language), language),
        "picture": lambda _report, name: _picture(name, values["pictures"], language),
        "before_and_now": lambda change: change["words"] if change else values["cannot_be_compared"],
        "said": lambda told: told["words"],
        "shortened": lambda text, longest: _shortened(_phrase(text, language), longest),
        "in_words": lambda day: _in_words(day, language),
        "spelled": lambda number: spelled(number, language) if isinstance(number, int) else number,
        "indent": _indented,
        "tojson": lambda value, indent=None: json.dumps(value, indent=indent, sort_keys=True),  # a text as any other
        "in_cell": markdown_text.in_cell,
        "block": markdown_text.block,
        "asked": markdown_text.asked,
        "step": lambda value, scale: {step["value"]: step for step in scale}[value],
    }


def _picture(name: Any, pictures: dict[str, str], language: str) -> Markup:
    if not isinstance(name, str) or name not in pictures:
        raise UnreachableError(Words(language).no_picture(name, pictures))
    return Markup(pictures[name])  # noqa: S704 -- drawn by crosp


def _indented(text: Any, width: Any = 4, *when: Any, **named: Any) -> str:
    """Jinja's own takes what lines begin with for a part of the page where the text is one."""
    begins = escape(width) if isinstance(text, Markup) and isinstance(width, str) else width
    found = do_indent(text, begins, *when, **named)
    is_ready = isinstance(text, Ready) and not (isinstance(width, str) and width.strip())
    return Ready(found) if is_ready else found


def _lead(text: Any, language: str) -> str:
    if not isinstance(text, str):
        raise UnreachableError(Words(language).no_text(many=False))
    return text


def _in_words(day: Any, language: str) -> str:
    try:
        return in_words(date.fromisoformat(day), language)
    except (TypeError, ValueError):
        raise UnreachableError(Words(language).no_date(day)) from None


def _phrase(text: Any, language: str) -> Phrase:
    return Phrase(str(text), text.language if isinstance(text, Said) else language)


def _shortened(phrase: Phrase, longest: int) -> Said:
    short = shortened(phrase, longest)
    return said(short.text, short.language)


def _finalizer(form: str, language: str, words: Words) -> Callable[[Any], Any]:
    """What is done to every value that a template shows: escaped for the form, also where that was turned off."""

    def for_html(value: Any) -> Any:
        if isinstance(value, Said):
            return html_text.inline(_phrase(value, language), language)
        return escape(value)

    show = for_html if form == "html" else markdown_text.inline if form == "markdown" else str

    def finalize(value: Any) -> Any:
        if not is_value(value):
            raise UnreachableError(words.no_text(many=isinstance(value, Iterable)))
        return show(value)

    return finalize


def _undefined(known: Callable[[], Iterable[str]], words: Words) -> type[Undefined]:
    """Return what stands for a value that is not there: whatever is done with it, it says so."""

    class Missing(StrictUndefined):
        __slots__ = ()
        __repr__ = StrictUndefined.__str__  # as what a list holds is shown

        @property
        def _undefined_message(self) -> str:
            if self._undefined_exception is UnreachableError:
                return words.not_for_templates(self._undefined_name)
            if self._undefined_hint:
                return short(self._undefined_hint)
            if self._undefined_obj is missing:
                return no_value(words, self._undefined_name, known())
            return nothing_there(words, self._undefined_name, self._undefined_obj)

    return Missing


def _set_in(environment: Sandbox, loader: FolderLoader) -> list[str]:
    """The names that the templates read so far set themselves."""
    return [
        node.name
        for source in loader.sources.values()
        for node in environment.parse(source).find_all(nodes.Name)
        if node.ctx in ("store", "param")
    ]
