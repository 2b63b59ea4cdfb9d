"""CR706: a first line that leads an editor to no schema, as where the file was moved"""

import os
from collections.abc import Iterator
from pathlib import Path

from crosp_cli.findings import Finding, Location, Rule, Severity

RULE = Rule(
    "CR706",
    Severity.NOTE,
    {
        "sv": "Första raden pekar på ett schema som inte finns. Har filen flyttats?",
        "en": "The first line points at a schema that is not there. Was the file moved?",
    },
    {
        "sv": "Skriv `{line}`, så hjälper textredigeraren till igen.",
        "en": "Write `{line}`, and the editor helps again.",
    },
)
_START = "# yaml-language-server: $schema="
_KEPT = ".crosp"


def schema_line(text: str, file: str, shown: str, root: Path) -> Iterator[Finding]:
    """Point at the first line of `file` where the schema that it names lies elsewhere in the project at `root`.

    `shown` is what findings call the file. A schema that the project does not keep, or an address, is left alone.
    """
    if not text.startswith(_START):
        return
    folder = Path(file).parent
    said = text[len(_START) :].partition("\n")[0].strip()
    schema = root / _KEPT / said.rpartition("/")[2]
    if "://" not in said and schema.is_file() and not (folder / said).is_file():
        right = os.path.relpath(schema, folder).replace(os.sep, "/")
        yield Finding(RULE, Location(shown, 1, 1), {"line": _START + right})
