"""CR806: figures that are a personal identity number, or a day and a time"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, TextScope
from crosp_cli.checks.personal_data.birth_numbers import DatedNumber, spans
from crosp_cli.findings import Rule, Severity


def find(plain: TextScope) -> Iterator[tuple[int, int]]:
    """Point at each."""
    return plain.places(start for start, _, kind in spans(plain) if kind is DatedNumber.DOUBTFUL)


CHECK = Check(
    rule=Rule(
        "CR806",
        Severity.NOTE,
        {
            "sv": "Siffrorna kan vara ett personnummer, eller en dag och ett klockslag.",
            "en": "These figures may be a personal identity number, or a day and a time.",
        },
        {
            "sv": "Är det en tid: skriv den så att det syns, till exempel 2026-10-15 kl. 13.30. Är det ett "
            "personnummer: ta bort det.",
            "en": "If it is a time, write it so that this is plain, for instance 2026-10-15 at 13:30. If it is a "
            "personal identity number, remove it.",
        },
    ),
    scope=TextScope,
    reason={
        "sv": "En dag och ett klockslag skrivs med samma siffror som ett personnummer, och ett sådant par av tio har "
        "rätt kontrollsiffra. Bara den som har skrivit vet vilket det är.",
        "en": "A day and a time are written with the same figures as a personal identity number, and one such pair in "
        "ten has the right check digit. Only whoever wrote it knows which it is.",
    },
    source={
        "sv": "crosp: inga personuppgifter, roller i stället för namn",
        "en": "crosp: no personal data, roles instead of names",
    },
    bad="""\
evidence: Protokoll_EHT_19091015_1315.docx
""",
    good="""\
evidence: Protokoll EHT 1909-10-15 kl. 13.15
""",
    find=find,
)
