"""Drawings in the typeface of the text around them, and the boxes that show a step of the scale."""

import re
from collections.abc import Sequence

_FAMILY = re.compile(r'\bfont-family="[^"]*"')
_SIZE = re.compile(r'\bfont-size="([0-9.]+)"')


def set_in(source: str, families: Sequence[str], larger: float = 1) -> str:
    """Return a drawing (SVG) with its texts set in the first of the typefaces that there is, in letters that much
    larger."""
    found = _FAMILY.sub(f'font-family="{", ".join(families)}"', source)
    return _SIZE.sub(lambda size: f'font-size="{float(size[1]) * larger:.4g}"', found)
