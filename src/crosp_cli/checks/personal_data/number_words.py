"""What the words before a number say that it is: one of another kind, such as an agreement's, and nobody's."""

import re

_ITS_NUMBER = r"[\ .:\#()]{0,3}(?:n(?:umme)?r\b[\ .:\#]{0,3})?\Z"
_BEFORE_IT = re.compile(r"([0-9][0-9 -]{0,20})(, | och | and | samt |/)\Z")


def is_named_as_another(before: str, written: str, words: str) -> bool:
    """Whether `before` ends with one of `words`, a pattern of those that say what kind of number `written` is.

    Of several, as in `cost centres 4711 and 4712`, the words stand before the first. What is written in another way
    than the number before it is one of another kind: `Dnr 2026-0123, 140305-2382`.
    """
    while one := _BEFORE_IT.search(before):
        if one[2] != "/" and _shape(one[1]) != _shape(written):
            return False
        before = before[: one.start()]
    return re.search(rf"\b(?:{words}){_ITS_NUMBER}", before, re.IGNORECASE) is not None


def _shape(number: str) -> str:
    return re.sub("[0-9]", "0", number)
