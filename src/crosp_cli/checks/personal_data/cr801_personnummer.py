"""CR801: a personal identity number or a coordination number"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.checks.personal_data.birth_numbers import DatedNumber, spans
from crosp_cli.findings import Rule, Severity


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each number, however it is written."""
    return plain.places(start for start, _, kind in spans(plain) if kind is DatedNumber.OF_A_PERSON)


CHECK = Check(
    rule=Rule(
        "CR801",
        Severity.ERROR,
        {
            "sv": "Här står ett personnummer eller samordningsnummer.",
            "en": "A personal identity number or coordination number stands here.",
        },
        {
            "sv": "Ta bort numret och skriv vilken roll eller grupp det gäller. Har filen sparats med git finns numret "
            "också i historiken.",
            "en": "Remove the number and say which role or group it concerns. If the file was committed to git, the "
            "number is in the history as well.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "En kartläggning handlar om skolans arbete och behöver aldrig peka ut en person. Den läses dessutom "
        "av många och sparas länge.",
        "en": "An assessment is about the school's work and never needs to point a person out. Besides, "
        "many read it and it is kept for long.",
    },
    source={
        "sv": "crosp: inga personuppgifter, roller i stället för namn",
        "en": "crosp: no personal data, roles instead of names",
    },
    bad="""\
reflection: Eleven 20170101-2385 har haft samma stöd sedan förskoleklass.
""",
    good="""\
reflection: Två elever i årskurs 3 har haft samma stöd sedan förskoleklass.
""",
    find=find,
)
