"""CR606: a measure that points at a collaboration which no register has"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.checks.collaboration._register import POINTING, followed, pointers_and_entries
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.collaborations import Collaborations


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each short name that stands in no register."""
    for path, pointer, entry in followed(project.kept):
        if entry is None:
            yield Hit(pointer.steps, {"value": Quoted(pointer.entry)}, path=path)


CHECK = Check(
    rule=Rule(
        "CR606",
        Severity.ERROR,
        {
            "sv": "Samverkan ”{value}” finns inte i något samverkansregister i projektet.",
            "en": "The collaboration “{value}” is in no register of the project.",
        },
        {
            "sv": "Skriv kortnamnet (`id`) som det står i registret, eller lägg till samverkan där: `crosp new "
            "collaborations` påbörjar ett.",
            "en": "Write the short name (`id`) as it stands in the register, or add the collaboration there: `crosp "
            "new collaborations` begins one.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "Insatsen hämtar syfte, nivå och villkor ur registret. Pekar den på något som inte finns får läsaren "
        "inget veta.",
        "en": "The measure takes purpose, level and terms from the register. If it points at nothing, the reader "
        "learns nothing.",
    },
    source="crosp",
    bad=POINTING.replace("entry: tidiga-tecken", "entry: tidiga-tecknen"),
    good=POINTING,
    find=find,
    keep=Keep(Assessment | Collaborations, pointers_and_entries, Collaborations),
)
