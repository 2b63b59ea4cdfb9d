"""The drawings of a page: what is in one, the words that stand in its place, and the typeface of its texts."""

import re
from collections.abc import Sequence

from crosp_cli.reports.word_and_pdf.page.tree import Element, take_apart

_FAMILY = re.compile(r'\bfont-family="[^"]*"')
_SIZE = re.compile(r'\bfont-size="([0-9]*\.?[0-9]+)"')


def words_of(picture: Element) -> str:
    """What stands in the place of a picture, as its writer says; of a drawing, also by its title and description."""
    if picture.name == "img":
        return picture.attributes.get("alt", "")
    if said := picture.attributes.get("aria-label"):
        return said
    drawing = drawing_of(picture)
    titles = [one.text for one in drawing.all("title")[:1] + drawing.all("desc")[:1]]
    return ". ".join(one.rstrip(".") for one in titles if one)


def drawing_of(svg: Element) -> Element:
    """The elements of a drawing, below one that is called `x-svg`."""
    drawn = re.sub("^<svg", "<x-svg", re.sub("</svg>$", "</x-svg>", svg.source))
    return next(iter(take_apart(drawn).all("x-svg")))


def set_in(source: str, families: Sequence[str], larger: float = 1) -> str:
    """Return a drawing (SVG) with its texts in the first typeface that there is, in letters that much larger."""
    found = _FAMILY.sub(f'font-family="{", ".join(families)}"', source)
    return _SIZE.sub(lambda size: f'font-size="{float(size[1]) * larger:.4g}"', found)
