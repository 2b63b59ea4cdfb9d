"""CR503: results without other explanations beside them, said once a file"""

from collections.abc import Iterator

from crosp_cli.checks.check import AssessmentScope, Check, Hit
from crosp_cli.findings import Rule, Severity


def find(subject: AssessmentScope) -> Iterator[Hit]:
    """Point at the first such result, and tell how many there are."""
    alone = [steps for steps, follow_up in subject.follow_ups if follow_up.result and not follow_up.other_explanations]
    if alone:
        yield Hit((*alone[0], "result"), {"count": len(alone)})


_GOOD = """\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    status: ongoing
    follow_ups:
      - date: 2026-09-01
        source: survey
        result: Färre avbrott i mötena än i våras.
        other_explanations: Gruppen är mindre i år.
        decision: continue
"""

CHECK = Check(
    rule=Rule(
        "CR503",
        Severity.NOTE,
        {
            "sv": "Resultat utan andra förklaringar i filen: {count}. Det här är det första.",
            "en": "Results without other explanations in this file: {count}. This is the first.",
        },
        {
            "sv": "Skriv under `other_explanations` vad det annars kan bero på, till exempel ny personal eller en "
            "annan grupp. Vet ni inte, så skriv det.",
            "en": "Write under `other_explanations` what else it may be due to, such as new staff or another group. If "
            "you do not know, write that.",
        },
    ),
    scope=AssessmentScope,
    reason={
        "sv": "Många saker förändras samtidigt: personal, elevgrupper, organisation. Att härleda en "
        "förändring till en enda insats blir för osäkert.",
        "en": "Many things change at once: staff, groups of learners, organisation. Tracing a change to one "
        "measure is too uncertain.",
    },
    source={
        "sv": "Stockholms stad 2025 om uppföljning av en kompetensinsats",
        "en": "City of Stockholm 2025, on following up a programme of professional development",
    },
    bad=_GOOD.replace("        other_explanations: Gruppen är mindre i år.\n", ""),
    good=_GOOD,
    find=find,
)
