"""CR802: what has the shape of a reserve number, as those without a personal identity number are given"""

import re
from collections.abc import Iterator
from functools import cache

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.findings import Rule, Severity

_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
_DATE = rf"(?:18|19|20)?[0-9]{{2}}{_MONTH}{_DAY}"
_LAST_FOUR = "(?:(?=[0-9]*[A-Z])[0-9A-Z]{2}[0-9][0-9A-Z]|[0-9]{2}[A-Z][0-9])"  # the third mostly tells the sex
_NUMBER = rf"""
    (?<![0-9A-Za-z])
    (?:
        # a date of birth and four with a letter among them: social services, Skåne, Västra Götaland, Värmland
        {_DATE}(?:[-+]?{_LAST_FOUR}|[\ \xa0](?:T[0-9]{{3}}|TF[0-9]{{2}})|[-+](?:t[0-9]{{3}}|tf[0-9]{{2}}))
    |
        (?:18|19|20)?[0-9]{{2}}-{_MONTH}-{_DAY}[-+](?:{_LAST_FOUR}|t[0-9]{{3}}|tf[0-9]{{2}})
    |
        # the national one: another century, or figures that are no date
        (?:(?:2[2-9]|[3-9][0-9])[0-9]{{2}}{_MONTH}{_DAY}|00[0-9]{{2}}[2-9][0-9][45][0-9])-?[A-Z]{{2}}[0-9A-Z][0-9]
    |
        # only figures: Stockholm, and a day that no month has
        99(?:19[89][0-9]|2[0-2][0-9]{{2}})[0-9]{{2}}-?[0-9]{{4}}
    |
        (?:19|20)[0-9]{{2}}{_MONTH}(?:3[2-9]|[45][0-9])-?[0-9]{{4}}
    )
    (?![0-9A-Za-z_]|-[0-9A-Za-z])
"""


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each."""
    found = (match for start, stop in plain.dated for match in _number().finditer(plain.text, start, stop))
    return plain.places(match.start() for match in found)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(_NUMBER, re.VERBOSE)  # takes a millisecond, and few files need it


CHECK = Check(
    rule=Rule(
        "CR802",
        Severity.NOTE,
        {
            "sv": "Här står något som ser ut som ett reservnummer för en person.",
            "en": "What stands here looks like a person's reserve number.",
        },
        {
            "sv": "Ta bort numret om det hör till en person, och skriv vilken roll eller grupp det gäller.",
            "en": "Remove the number if it belongs to a person, and say which role or group it concerns.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "Den som saknar personnummer får ofta ett reservnummer i skolans, socialtjänstens och vårdens register. "
        "Det pekar ut en person lika säkert. Formen är inte densamma överallt, därför är detta bara en notis.",
        "en": "Whoever has no personal identity number is often given a reserve number in the registers of schools, "
        "social services and health care. It points a person out just as surely. Its form is not the same everywhere, "
        "so this is only a note.",
    },
    source={
        "sv": "Inera: nationellt reservid och lokala reservid:n; IVO om T- och TF-nummer; Socialstyrelsens termbank",
        "en": "Inera: national and local reserve identities; IVO on T and TF numbers; Socialstyrelsen's term bank",
    },
    bad="""\
reflection: Ärendet 20170101-TF10 har väntat på kartläggning sedan i höstas.
""",
    good="""\
reflection: Ett ärende har väntat på kartläggning sedan i höstas.
""",
    find=find,
)
