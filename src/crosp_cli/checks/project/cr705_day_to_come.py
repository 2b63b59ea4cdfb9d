"""CR705: an assessment that is filled in and dated after today"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the date."""
    day = subject.model.date
    if day > subject.today and subject.model.has_begun:
        yield Hit(("date",), {"day": str(day)})


CHECK = Check(
    rule=Rule(
        "CR705",
        Severity.WARNING,
        {
            "sv": "Kartläggningen är ifylld, men dagen {day} har inte varit än.",
            "en": "The assessment is filled in, but its day, {day}, has not been yet.",
        },
        {
            "sv": "Kontrollera datumet. Den kartläggning som har det senaste datumet räknas som den senaste, och "
            "andra visas inte.",
            "en": "Check the date. The assessment with the latest date counts as the newest, and others are not shown.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Ett felskrivet årtal gör en kartläggning till den senaste i många år och döljer den som verkligen är "
        "det.",
        "en": "A mistyped year makes an assessment the newest for many years, and hides the one that truly is.",
    },
    source={
        "sv": "crosp: en kartläggning är säker att bygga på",
        "en": "crosp: an assessment is safe to build on",
    },
    bad="""\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2062-11-07
participants: [{group: pupils, count: 8}, {group: guardians, count: 6}]
cells: {follow-up: {quality: {current_state: {reflection: Vi följer upp varje termin.}}}}
""",
    good="""\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
participants: [{group: pupils, count: 8}, {group: guardians, count: 6}]
cells: {follow-up: {quality: {current_state: {reflection: Vi följer upp varje termin.}}}}
""",
    find=find,
)
