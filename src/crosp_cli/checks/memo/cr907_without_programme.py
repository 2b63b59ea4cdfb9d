"""CR907: a decision memo that rests on a competence programme which the project does not have"""

from collections.abc import Iterator

from crosp_cli.checks.check import Check, Hit, Keep, ProjectScope
from crosp_cli.checks.memo._example import GOOD
from crosp_cli.findings import Quoted, Rule, Severity
from crosp_cli.model.fields import Record
from crosp_cli.model.memo import Memo
from crosp_cli.model.programme import Programme


def named(model: Record) -> tuple[str | None, tuple[str, ...]]:
    """Return the short name of a programme, or those of the programmes that a memo rests on."""
    if isinstance(model, Programme):
        return model.id, ()
    return None, model.programmes if isinstance(model, Memo) else ()


def find(project: ProjectScope) -> Iterator[Hit]:
    """Point at each programme that a memo names and nobody has written."""
    there = {programme for _path, (programme, _named) in project.kept}
    for path, (_programme, named_there) in project.kept:
        for number, name in enumerate(named_there):
            if name not in there:
                yield Hit(("programmes", number), {"value": Quoted(name)}, path=path)


_MEMO = GOOD + "programmes: [uss]\n"

CHECK = Check(
    rule=Rule(
        "CR907",
        Severity.ERROR,
        {
            "sv": "Projektet har inget kompetensprogram ”{value}”, som tjänsteutlåtandet bygger på.",
            "en": "The project has no competence programme “{value}”, on which the decision memo rests.",
        },
        {
            "sv": "Skriv det kortnamn som står under `id` i programmet.",
            "en": "Write the short name that stands under `id` in the programme.",
        },
    ),
    scope=ProjectScope,
    reason={
        "sv": "crosp hämtar antal, dagar och svar ur programmet, så att ingen siffra skrivs av.",
        "en": "crosp takes numbers, days and answers from the programme, so that no figure is copied by hand.",
    },
    source="crosp",
    bad=_MEMO,
    good=_MEMO
    + """\
---
format: crosp-programme/1
framework: spsm-crosp@2024
id: uss
name: Utredning om särskilt stöd
""",
    find=find,
    keep=Keep(Record, named, Programme),
)
