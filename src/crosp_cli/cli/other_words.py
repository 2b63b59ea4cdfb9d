"""What people call commands and what options take, in Swedish and English, so that a wrong word leads to the right one.

What something is called here is suggested, never taken: a line that somebody shares says the same everywhere.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

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


def nearest(written: str, choices: Iterable[str]) -> str | None:
    """Return the one of `choices` that somebody may mean by what they wrote; None where it is like none of them."""
    names = {word: choice for choice in choices for word in (*_WORDS.get(choice, "").split(), choice)}
    near = get_close_matches(written.casefold().replace(" ", "-"), names, n=1, cutoff=0.7)
    return names[near[0]] if near else None
