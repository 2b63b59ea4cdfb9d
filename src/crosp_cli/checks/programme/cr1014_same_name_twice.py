"""CR1014: a short name that two programmes of a project have"""

from collections.abc import Sequence

from crosp_cli.checks.check import Check, Keep, ProjectScope
from crosp_cli.checks.programme.scope import GOOD
from crosp_cli.checks.registers import given_before
from crosp_cli.findings import Rule, Severity
from crosp_cli.model.programme import Programme
from crosp_cli.reading.yaml.tree import Steps


def short_name(programme: Programme) -> Sequence[tuple[Steps, str]]:
    """Return the short name of a programme, where it stands."""
    return [(("id",), programme.id)]


CHECK = Check(
    rule=Rule(
        "CR1014",
        Severity.ERROR,
        {
            "sv": "Kortnamnet ”{value}” har redan programmet i {path}.",
            "en": "The programme in {path} already has the short name “{value}”.",
        },
        {
            "sv": "Är det en kopia: ta bort den ena. Är det två program: ge det ena ett annat kortnamn, också i de "
            "tjänsteutlåtanden som bygger på det.",
            "en": "If it is a copy, remove one of them. If they are two programmes, give one another short name, also "
            "in the decision memos that rest on it.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Ett tjänsteutlåtande hämtar sina siffror ur programmet med det kortnamnet. Har två program samma vet "
        "ingen vilket programs siffror som står där.",
        "en": "A decision memo takes its figures from the programme with that short name. Where two have it, nobody "
        "knows whose figures stand there.",
    },
    source="crosp",
    bad=f"{GOOD}---\n{GOOD}",
    good=f"{GOOD}---\n{GOOD.replace('id: uss', 'id: uss-2')}",
    find=given_before,
    keep=Keep(Programme, short_name),
)
