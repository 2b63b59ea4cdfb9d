"""CR205: an assessment that those it concerns took no part in"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity
from crosp_cli.reading.documents.names import title_of
from crosp_cli.text.counts import in_a_row
from crosp_cli.text.languages import pick


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the participants, and tell of each group that is expected at this level; a blank one expects none."""
    assessment = subject.model
    if not assessment.has_begun:
        return
    present = {part.group for part in assessment.participants if part.count != 0}
    if not present.issubset(subject.framework.ids("groups")):
        return  # CR121 says which; it may be the one that seems to be missing
    forms = subject.project.school_forms_of(assessment.unit) if subject.project else ()
    groups = [one for one in subject.framework.head.groups if one.is_expected(assessment.level, forms)]
    missing = [one.title for one in groups if one.id not in present]
    if missing:
        listed = {language: in_a_row([pick(title, language) for title in missing], language) for language in missing[0]}
        yield Hit(("participants",), {"groups": title_of(subject.framework, listed)}, key=True)


_GOOD = """\
format: crosp-assessment/1
framework: spsm-crosp@2024
unit: ekskolan
level: school
occasion: 2026-ht
date: 2026-10-15
participants:
  - {group: principal, count: 1}
  - {group: pupils, count: 8}
  - {group: guardians, count: 4}
cells:
  shared-direction:
    governance:
      current_state:
        reflection: Målbilden är känd.
"""

CHECK = Check(
    rule=Rule(
        "CR205",
        Severity.WARNING,
        {
            "sv": "Ingen har deltagit från: {groups}.",
            "en": "Nobody has taken part from: {groups}.",
        },
        {
            "sv": "Bjud in dem, och skriv antalet under `participants`. Har de tillfrågats på annat sätt: "
            "skriv det i en cells reflektion, och `# crosp: ignore[CR205]` efter `participants:`.",
            "en": "Invite them, and write the number under `participants`. If they were asked in another way,"
            " say so in a cell's reflection, and write `# crosp: ignore[CR205]` after `participants:`.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "De som arbetet är till för vet sådant om det som ingen annan vet. Utan dem får ni bara bilden från dem "
        "som gör det.",
        "en": "Those whom the work is for know things about it that nobody else does. Without them you have only the "
        "picture of those who do it.",
    },
    source={
        "sv": "SPSM 2024: Delaktighet och inflytande",
        "en": "SPSM 2024: Participation and influence",
    },
    bad=_GOOD.replace("  - {group: guardians, count: 4}\n", ""),
    good=_GOOD,
    find=find,
)
