"""CR1113: a short name that two registers of a project give"""

from collections.abc import Iterator, Sequence

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.checks.collaborations._example import GOOD
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.collaborations import Collaborations


def short_names(register: Collaborations) -> Sequence[str]:
    """Return the short name of each collaboration."""
    return [one.id for one in register.collaborations]


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each short name that an earlier file has given."""
    first: dict[str, str] = {}
    for path, names in sorted(project.kept):
        for number, name in enumerate(names):
            if first.setdefault(name, path) != path:
                values = {"value": Quoted(name), "path": first[name]}
                yield Hit(("collaborations", number, "id"), values, path=path)


CHECK = Check(
    rule=Rule(
        "CR1113",
        Severity.ERROR,
        {
            "sv": "Kortnamnet ”{value}” finns redan i {path}.",
            "en": "The short name “{value}” already stands in {path}.",
        },
        {
            "sv": "Ge den ena ett annat kortnamn, och ändra det i insatserna som pekar på den.",
            "en": "Give one of them another short name, and change it in the measures that point at it.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "En insats pekar på en samverkan med kortnamnet. Då får bara en heta så i hela projektet.",
        "en": "A measure points at a collaboration by its short name. Only one in the whole project may be called so.",
    },
    source="crosp",
    bad=f"{GOOD}---\n{GOOD}",
    good=f"{GOOD}---\n{GOOD.replace('id: tidiga-tecken', 'id: tidiga-tecken-2')}",
    find=find,
    keep=Keep(Collaborations, short_names),
)
