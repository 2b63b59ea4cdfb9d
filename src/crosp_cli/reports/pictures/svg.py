"""What every picture is drawn with: SVG with text in it, in the report's colours, alone or in a page.

A picture carries the colours of the light page itself, as attributes, so that it is whole as a file of its own, in
print, and in programs that know no style sheets. In a page, `templates/pictures.css` puts the page's colours in their
place by the classes, light or dark. Nothing is told by colour alone: all that a shape says stands as text, too.

Nothing is fetched and nothing runs. Whatever people wrote is escaped here and nowhere else.
"""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from crosp_cli.reports.pictures.text_width import width as text_width
from crosp_cli.text.phrase import Phrase

COLOURS = {
    "paper": "#ffffff",
    "shade": "#f2f5f6",
    "ink": "#1c2126",
    "soft": "#4f575f",
    "edge": "#6f7880",
    "accent": "#17506a",
}
"""The light page's colours, by the names that the style sheet has for them."""

HATCH = "hatch"
"""Stripes in the accent's colour: what is not there yet, or not all the way."""

_FONT = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'Liberation Sans', "
    "'DejaVu Sans', sans-serif"
)


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A width that a picture is made for, and the sizes of its letters, all in CSS pixels."""

    name: str
    width: float
    text: float
    small: float

    @property
    def is_wide(self) -> bool:
        """Whether names stand beside what they name, and not above."""
        return self.width > 500

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return round(self.text * 1.3, 1)

    @property
    def small_line(self) -> float:
        """The height of a line of small text."""
        return round(self.small * 1.3, 1)


WIDE = PictureFormat("wide", 700, 13, 11.5)
"""For a screen and for A4, on which it is as wide as the text."""
NARROW = PictureFormat("narrow", 288, 12, 11)
"""For a page that is 320 wide, margins aside: a phone, or a large magnification."""
FORMATS = (WIDE, NARROW)


class Drawing:
    """A picture in the making. All lengths are in CSS pixels, from the upper left corner."""

    def __init__(self, name: str, form: PictureFormat, language: str) -> None:
        """`name` tells the picture from every other in the page: its ids begin with it."""
        self.name = f"picture-{name}-{form.name}"
        self.form = form
        self.language = language
        self._parts: list[str] = []
        """Each as it stands in the page: what people wrote is escaped, all else is our own."""

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "paper",
        stroke: str | None = None,
        thick: float = 1,
        dashed: bool = False,
        round_: float = 0,
    ) -> None:
        """Draw a rectangle; with `fill` HATCH, a striped one."""
        rounded = f' rx="{_number(round_)}"' if round_ else ""
        place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
        self._parts.append(f"<rect {place}{rounded}{self._paint(fill, stroke, thick, dashed=dashed)}/>")

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        stroke: str = "edge",
        thick: float = 1,
        dashed: bool = False,
    ) -> None:
        """Draw a straight line."""
        place = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
        self._parts.append(f"<line {place}{self._paint(None, stroke, thick, dashed=dashed)}/>")

    def circle(self, x: float, y: float, radius: float, *, fill: str, stroke: str = "accent", thick: float = 2) -> None:
        """Draw a circle."""
        place = f'cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}"'
        self._parts.append(f"<circle {place}{self._paint(fill, stroke, thick, dashed=False)}/>")

    def shape(
        self, points: tuple[tuple[float, float], ...], *, fill: str, stroke: str = "accent", thick: float = 2
    ) -> None:
        """Draw the shape with those corners."""
        corners = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        self._parts.append(f'<polygon points="{corners}"{self._paint(fill, stroke, thick, dashed=False)}/>')

    def diamond(self, x: float, y: float, radius: float, *, fill: str, stroke: str = "accent") -> None:
        """Draw a square that stands on its corner."""
        self.shape(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), fill=fill, stroke=stroke)

    def text(
        self,
        x: float,
        y: float,
        words: str | Phrase,
        *,
        size: float | None = None,
        fill: str = "ink",
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        """Write a line of text; `y` is the line its letters stand on, `anchor` start, middle or end."""
        phrase = words if isinstance(words, Phrase) else Phrase(words, self.language)
        size = size or self.form.text
        more = [f' font-size="{_number(size)}"'] if size != self.form.text else []
        more += [f' class="f-{fill}" fill="{COLOURS[fill]}"'] if fill != "ink" else []
        more += [f' lang="{escape(phrase.language)}"'] if phrase.language != self.language else []
        more += [' font-weight="600"'] if bold else []
        more += [f' text-anchor="{anchor}"'] if anchor != "start" else []
        place = f'x="{_number(x)}" y="{_number(y)}"'
        self._parts.append(f"<text {place}{''.join(more)}>{escape(phrase.text)}</text>")

    def badge(self, x: float, y: float, words: str) -> None:
        """Write a small text in a frame; `y` is the line its letters stand on."""
        size = self.form.small
        room = text_width(words, size, bold=True) + 8
        self.rect(x, y - size - 1, room, size + 6, stroke="ink", round_=3)
        self.text(x + room / 2, y, words, size=size, bold=True, anchor="middle")

    def done(self, height: float, title: str, description: str) -> Markup:
        """Return the picture, `height` tall, named and described for those who do not see it."""
        head = Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" class="picture {form}" role="img" aria-labelledby="{name}--title" '
            'aria-describedby="{name}--about" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            'font-family="{font}" font-size="{text}" fill="{ink}">\n'
            '<title id="{name}--title">{title}</title>\n<desc id="{name}--about">{about}</desc>\n'
            '<defs><pattern id="{name}--hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
            '<rect width="6" height="6" class="f-paper" fill="{paper}"/>'
            '<path d="M-1 1L1 -1M-1 7L7 -1M5 7L7 5" fill="none" class="s-accent" stroke="{accent}" stroke-width="1.8"/>'
            "</pattern></defs>\n"
            '<rect width="{width}" height="{height}" class="f-paper" fill="{paper}"/>\n'
        ).format(
            form=self.form.name,
            name=self.name,
            width=_number(self.form.width),
            height=_number(height),
            font=_FONT,
            text=_number(self.form.text),
            title=title,
            about=description,
            **COLOURS,
        )
        return head + Markup("\n".join(self._parts) + "\n</svg>\n")  # noqa: S704 -- escaped where it was written

    def _paint(self, fill: str | None, stroke: str | None, thick: float, *, dashed: bool) -> str:
        return _painted(f"url(#{self.name}--hatch)", fill, stroke, thick, dashed)


@lru_cache(maxsize=256)
def _painted(hatch: str, fill: str | None, stroke: str | None, thick: float, dashed: bool) -> str:  # noqa: FBT001
    classes = [f"f-{fill}"] if fill and fill != HATCH else []
    classes += [f"s-{stroke}"] if stroke else []
    inside = hatch if fill == HATCH else COLOURS[fill] if fill else "none"
    found = [f' class="{" ".join(classes)}"'] if classes else []
    found.append(f' fill="{inside}"')
    if stroke:
        found.append(f' stroke="{COLOURS[stroke]}" stroke-width="{_number(thick)}"')
    return "".join(found) + (' stroke-dasharray="3 3"' if dashed else "")


def _number(value: float) -> str:
    """A length with one decimal at most: the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
