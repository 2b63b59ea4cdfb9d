"""Short names made from what people call things: Ekskolan, Östra förskolan, ht 2026."""

import re
import unicodedata
from datetime import date

from crosp_cli.editing.wording import words
from crosp_cli.reading.yaml.decode import FORBIDDEN

_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"})
LONGEST = 64
_AUTUMN_BEGINS = 8


def tidy(name: str) -> str:
    """Return `name` as it may stand in a file: on one line, without control characters and half characters."""
    fit = (" " if FORBIDDEN.match(character) or "\ud800" <= character <= "\udfff" else character for character in name)
    return " ".join("".join(fit).split())


def slug(name: str, otherwise: str) -> str:
    """Return `name` as an identifier that can name a file anywhere; `otherwise` if nothing of it can be used."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    made = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST].strip("-")
    return made if made and not _RESERVED.fullmatch(made) else otherwise


def occasion_of(day: date, language: str) -> str:
    """Return the label of the term that `day` falls in: 2026-ht in Swedish, 2026-autumn in English."""
    return f"{day.year}-{words(language).terms[day.month >= _AUTUMN_BEGINS]}"
