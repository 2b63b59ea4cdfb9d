"""Usage errors in plain words: what was not understood, and what to write instead.

Typer keeps the classes of these errors to itself, so they are told apart by name.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.translation import translation

_WRITTEN = re.compile(r"['\"](.*)['\"] is not one of ")
"""What somebody wrote for a choice, which typer keeps in its own English sentence only."""

_WORDS: Mapping[str, str] = {
    # commands
    "analyse": "analys analysera analysis analyze",
    "collaborations": "samverkan samarbete samarbeten collaboration",
    "collect": "samla sammanställ count gather",
    "compare": "jämför jämföra jämförelse comparison diff",
    "explain": "förklara förklaring help hjälp",
    "follow-up": "följ-upp uppföljning följa-upp followup",
    "form": "formulär enkät blankett survey questionnaire",
    "import": "importera läs-in read load",
    "init": "börja starta start begin create skapa",
    "migrate": "migrera uppgradera upgrade",
    "new": "ny nytt nästa next",
    "programme": "program utbildning kompetensprogram",
    "render": "rapport rapportera report skriv-ut print publish",
    "schema": "schemat scheman",
    "show": "visa ramverk framework view",
    "template": "mall mallar",
    "validate": "kontrollera kontroll validera check granska lint verify",
    # kinds of report
    "action-plan": "plan handlingsplan åtgärdsplan insatser measures",
    "decision-memo": "memo underlag beslutsunderlag tjänsteskrivelse nämnd board decision beslut",
    "public": "vårdnadshavare guardian guardians parents föräldrar hemmet elever pupils",
    "report": "rapport hela whole full",
    "summary": "sammanfattning kort short",
    # formats and languages
    "docx": "word doc",
    "html": "htm webb web sida page",
    "ics": "kalender calendar ical outlook",
    "markdown": "md",
    "text": "txt terminal",
    "xlsx": "excel kalkylblad kalkylark arbetsbok workbook spreadsheet xls",
    "en": "engelska english",
    "sv": "svenska swedish se",
    # what an analysis is by, and kinds of document
    "area": "område områden areas",
    "principle": "princip principer principles",
    "assessment": "kartläggning kartlägga",
    "project": "projekt",
    "response": "svar enkätsvar",
}
"""What people call commands and what options take, in Swedish and English: suggested, never taken, so that a line that
somebody shares says the same everywhere."""


def in_words(error: Any, language: str) -> str:
    """Return what to tell someone who wrote a command that crosp does not understand."""
    _ = translation(language).gettext
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "crosp"
    return printable(_sentence(error, language)) + " " + _("`{command} --help` tells more.").format(command=command)


def _sentence(error: Any, language: str) -> str:
    _ = translation(language).gettext
    match type(error).__name__:
        case "NoSuchOption":
            text = _("There is no option {option} here.").format(option=error.option_name)
            near = nearest_to(error.option_name, sorted(error.possibilities or ()))
            return f"{text} " + _("Did you mean {near}?").format(near=near[0]) if near else text
        case "BadOptionUsage":
            return _("{option} needs a value.").format(option=error.option_name)
        case "MissingParameter":
            return _("{what} is missing.").format(what=_name(error))
        case "BadParameter":
            return _bad_value(error, language)
    return str(error.message)


def _name(error: Any) -> str:
    return str(error.param.get_error_hint() if error.param else "").replace("'", "")


def _bad_value(error: Any, language: str) -> str:
    _ = translation(language).gettext
    takes = getattr(error.param, "type_descriptor", None)
    if takes and takes.is_ranged:
        return _("{what} takes a whole number, at least 1.").format(what=_name(error))
    if takes and takes.is_choice:
        allowed = [*map(str, takes.choices)]
        text = _("{what} takes one of: {allowed}.").format(what=_name(error), allowed=", ".join(allowed))
        written = _WRITTEN.search(str(error.message))
        near = nearest(written[1], allowed) if written else None
        return f"{text} " + _("Did you mean {near}?").format(near=near) if near else text
    return f"{_name(error)}: {error.message}"


def nearest(written: str, choices: Iterable[str]) -> str | None:
    """Return the one of `choices` that somebody may mean by what they wrote; None where it is like none of them."""
    names = {word: choice for choice in choices for word in (*_WORDS.get(choice, "").split(), choice)}
    near = nearest_to(written.casefold().replace(" ", "-"), names, alike=0.7)
    return names[near[0]] if near else None
