"""What the words before a number say that it is: one of another kind, such as an agreement's, and nobody's."""

import re

_ITS_NUMBER = r"[\ .:\#()]{0,3}(?:n(?:umme)?r\b[\ .:\#]{0,3})?\Z"
_SEVERAL = re.compile(r"(?:[0-9][0-9 -]{0,20}(?:, | och | and | samt |/))+\Z")


def is_named_as_another(before: str, words: str) -> bool:
    """Whether `before` ends with one of `words`, a pattern of those that say what kind of number comes.

    Of several, as in `cost centres 4711 and 4712`, the words stand before the first.
    """
    before = _SEVERAL.sub("", before)
    return re.search(rf"\b(?:{words}){_ITS_NUMBER}", before, re.IGNORECASE) is not None
