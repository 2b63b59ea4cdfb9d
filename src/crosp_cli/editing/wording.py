"""The words that crosp writes into people's own files: a file for each language, `templates/init/words.sv.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from crosp_cli.reading.documents.document import texts_of


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words for the files that `crosp init` and `crosp new` write."""

    how_to: Sequence[str]
    cell_example: str
    sides: Mapping[str, str]
    """What helps and what hinders, an example of each by its key."""
    measure_example: str
    measure_id: str
    what: str
    responsible: str
    scale: str
    scale_is_optional: str
    participants: str
    evidence_may_be: str
    still_not_applicable: str
    round: str
    more_cells: str
    project: str
    units: str
    checks: str
    kept_from: str
    unit_id: str
    """The short name of a unit whose name gives none."""
    organiser_id: str
    terms: Sequence[str]
    """What the parts of a year are called, spring and autumn."""


@cache
def words(language: str) -> Words:
    """Return the words of a language.

    Raises:
        MissingResourceError: they cannot be read.
    """
    return Words(**texts_of(f"init/words.{language}.yaml"))
