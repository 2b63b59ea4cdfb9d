"""Short names made from what people call things: Ekskolan, Östra förskolan, ht 2026."""

import re
import unicodedata

_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})
LONGEST = 64


def slug(name: str, otherwise: str, longest: int = LONGEST) -> str:
    """Return `name` as an identifier that can name a file anywhere; `otherwise` if nothing of it can be used.

    Of a long name, as many whole words are kept as there is room for.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    whole = re.match(rf".{{1,{longest}}}(?![^-])", words)
    made = whole.group() if whole else words[:longest]
    return made if made and not _RESERVED.fullmatch(made) else otherwise
