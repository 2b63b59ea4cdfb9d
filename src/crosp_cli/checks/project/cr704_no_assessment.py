"""CR704: a project whose folder was searched without meeting an assessment."""

from crosp_cli.findings import Finding, Rule, Severity
from crosp_cli.reading.workspace import Context

RULE = Rule(
    "CR704",
    Severity.WARNING,
    {"sv": "Projektet har ingen kartläggning.", "en": "The project has no assessment."},
    {
        "sv": "`crosp new` gör en. Fanns det en här: slutar filens namn fortfarande på .yaml, och är den en textfil?",
        "en": "`crosp new` makes one. If there was one, does its name still end in .yaml, and is it a text file?",
    },
)


def no_assessment(context: Context) -> list[Finding]:
    """Return the finding on such a project, at its crosp.yaml."""
    return [Finding(RULE, context.tree.value_at(("format",)))] if context.tree else []
