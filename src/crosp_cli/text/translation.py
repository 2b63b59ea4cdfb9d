"""crosp's own words in the languages it speaks. The words in the code are English; the catalogues hold the rest."""

import gettext
import os
from functools import lru_cache

from crosp_cli.resources import resource

DOMAIN = "crosp"


@lru_cache(maxsize=8)
def translation(language: str) -> gettext.NullTranslations:
    """Return the catalogue of `language`; English, and a language without a catalogue, needs none."""
    return gettext.translation(DOMAIN, resource("locale"), [language], fallback=True)


def speak(language: str) -> None:
    """Let the whole process speak `language`: the help texts and what the command-line library itself says."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(resource("locale")))
    gettext.textdomain(DOMAIN)
