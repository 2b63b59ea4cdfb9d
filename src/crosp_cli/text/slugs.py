"""Short names: made from what people call things (Ekskolan, ht 2026), and which one somebody meant by another word."""

import re
from collections.abc import Iterable
from itertools import islice

from crosp_cli.limits import COMPARED, COMPARED_CHARACTERS
from crosp_cli.text.letters import bare
from crosp_cli.text.plain import UNSEEN

_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})
LONGEST = 64


def slug(name: str, otherwise: str, longest: int = LONGEST) -> str:
    """Return `name` as an identifier that can name a file anywhere; `otherwise` if nothing of it can be used.

    Of a long name, as many whole words are kept as there is room for.
    """
    seen = re.sub(UNSEEN, "", name)  # a dash in its place would part a number that is known as a whole
    words = re.sub(r"[^a-z0-9]+", "-", bare(seen.casefold().translate(_LETTERS))).strip("-")
    whole = re.match(rf".{{1,{longest}}}(?![^-])", words)
    made = whole.group() if whole else words[:longest]
    return made if made and not _RESERVED.fullmatch(made) else otherwise


def nearest_to(word: str, names: Iterable[str], *, most: int = 1, alike: float = 0.6) -> list[str]:
    """Return those of `names`, at `most` so many, that are most like `word`; of many names the first are compared.

    Nothing is like a word of many characters: how alike two texts are takes the longer the longer they both are.
    """
    from difflib import get_close_matches  # only a mistake needs it

    if len(word) > COMPARED_CHARACTERS:
        return []
    few = [name for name in islice(names, COMPARED) if len(name) <= COMPARED_CHARACTERS]
    return get_close_matches(word, few, n=most, cutoff=alike)
