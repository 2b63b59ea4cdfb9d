"""A sheet as plain HTML for pandoc, with the names of the styles of `templates/word/` where a class asks for one."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from crosp_cli.reports.word_and_pdf.html_tree import Element
from crosp_cli.reports.word_and_pdf.sheet import Sheet

_OF_BLOCKS = {
    "asked": "Main Question",
    "credit": "Credit",
    "facts": "Facts",
    "footer": "Footer Note",
    "hint": "Hint",
    "figcaption": "Image Caption",
    "kicker": "Kicker",
    "label": "Label",
    "lead": "Lead",
    "muted": "Muted",
    "note": "Note",
    "probes": "Probes",
    "question": "Question",
    "signature": "Signature Line",
}
_OF_TEXTS = {"badge": "Badge", "late": "Late", "muted": "Muted Text", "prompt": "Prompt", "term": "Term"}
_IN_A_LINE = ("a", "code", "em", "span", "strong", "sub", "sup")
_WIDEST = 17.0
"""How wide a picture is: the text on A4, in centimetres."""


def as_plain_html(sheet: Sheet, pictures: Sequence[str | None]) -> str:
    """Return the sheet as a page that holds nothing but what it shows.

    `pictures` are those of the sheet in its order, as PNG in base64; None is one that is left out.
    """
    head = Markup('<!doctype html>\n<html lang="{}">\n<head><meta charset="utf-8"></head>\n<body>\n').format(
        sheet.language
    )
    return head + _Writer(pictures).inside(sheet.body) + Markup("\n</body>\n</html>\n")


class _Writer:
    def __init__(self, pictures: Sequence[str | None]) -> None:
        self._pictures = iter(pictures)

    def inside(self, element: Element) -> Markup:
        return Markup("").join(
            escape(child) if isinstance(child, str) else self._written(child) for child in element.children
        )

    def _written(self, element: Element) -> Markup:
        name = element.name
        if name == "picture":
            return self._picture(element)
        if name in ("br", "hr"):
            return Markup("<{}>").format(name)
        inner = self.inside(self._tight(element))
        if name == "table":
            widths = (Markup('<col style="width: {}%">').format(one) for one in element.attributes["widths"].split())
            cols = Markup("<colgroup>") + Markup("").join(widths) + Markup("</colgroup>")
            at = inner.find("</caption>")
            at = at + len("</caption>") if at >= 0 else 0
            inner = Markup(inner[:at]) + cols + Markup(inner[at:])  # noqa: S704 -- parts of what was escaped here
        if name in ("p", "div") and (style := self._style(element, _OF_BLOCKS)):
            held = inner if name == "div" else Markup("<p>{}</p>").format(inner)
            return Markup('<div{} data-custom-style="{}">{}</div>\n').format(self._attributes(element), style, held)
        if name == "span" and (style := self._style(element, _OF_TEXTS)):
            return Markup('<span{} data-custom-style="{}">{}</span>').format(self._attributes(element), style, inner)
        if name == "strong" and (style := self._style(element, _OF_TEXTS)):
            inner = Markup('<span data-custom-style="{}">{}</span>').format(style, inner)
        made = Markup("<{0}{1}>{2}</{0}>").format(name, self._attributes(element), inner)
        return made if name in _IN_A_LINE else made + Markup("\n")

    @staticmethod
    def _tight(element: Element) -> Element:
        """The single paragraph of a list's item or of a cell in place of it, so that no space is put around it.

        A probe's stays one: a list's item without a paragraph has no style of its own in Word.
        """
        held = element.children
        is_tight = len(held) == 1 and element.name in ("li", "td", "th") and "probe" not in element.classes
        only = held[0] if is_tight else None
        return only if isinstance(only, Element) and only.name == "p" and not only.attributes else element

    def _picture(self, element: Element) -> Markup:
        png = next(self._pictures, None)
        if png is None:
            return Markup("")
        return Markup('<p><img alt="{}" style="width: {}cm" src="data:image/png;base64,{}"></p>\n').format(
            element.attributes["alt"], _WIDEST, png
        )

    @staticmethod
    def _style(element: Element, styles: dict[str, str]) -> str | None:
        return next((styles[name] for name in sorted(element.classes) if name in styles), None)

    @staticmethod
    def _attributes(element: Element) -> Markup:
        names = ("id", "lang", "href", "colspan", "rowspan")
        return Markup("").join(
            Markup(' {}="{}"').format(name, element.attributes[name]) for name in names if name in element.attributes
        )
