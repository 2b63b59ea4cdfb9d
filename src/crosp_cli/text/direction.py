"""Which way a text runs: Arabic, Hebrew and some other scripts run from right to left."""

import re
import unicodedata

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BLOCKS = re.compile(
    r"(?<!<li>)<(p|li|h[1-6]|th|dt|dd|caption|figcaption|summary|blockquote|td(?=[^<>]*>\s*[^\W\d_]))(?=[ >])"
    r"(?![^<>]*\b(?:dir|data-label)=)"
)
"""A cell that begins with a sign, a figure or an element is one of steps and arrows, which run from left to right; one
with a label has it to the left. What an item of a list begins with gives the item its direction, and its sign its side.
"""


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text that has a direction runs from right to left."""
    if _RIGHT_TO_LEFT.search(text) is None:
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((way for way in directions if way in ("L", "R", "AL")), "L") != "L"


def with_directions(page: str) -> str:
    """Return an HTML page whose blocks have the direction of their texts, where any runs from right to left."""
    if _RIGHT_TO_LEFT.search(page) is None:
        return page
    head, body, rest = page.partition("<body")
    return head + body + _BLOCKS.sub(r'<\1 dir="auto"', rest)
