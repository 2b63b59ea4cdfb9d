"""Which cells an option names: by short names or titles, several with commas between, or all; how many are shown."""

from collections.abc import Iterable
from pathlib import Path

from crosp_cli.analysis.lookup import cell_named
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.limits import CELLS
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.workspace import Context
from crosp_cli.text.counts import grouped
from crosp_cli.text.printable import printable
from crosp_cli.text.slugs import nearest_to
from crosp_cli.text.translation import translation

ALL = "all"


def cells_asked(given: Iterable[str] | None, framework: Framework, option: str, language: str) -> tuple[Place, ...]:
    """Return the cells that `option` was given, in the framework's order; none where it was not given.

    Raises:
        CannotError: one of them is no cell of the framework's.
    """
    names = [name.strip() for text in given or () for name in text.split(",") if name.strip()]
    if ALL in names:
        return framework.places
    asked = {_cell(name, framework, option, language) for name in names}
    return tuple(place for place in framework.places if place in asked)


def cells_of_each(
    given: Iterable[str] | None, contexts: Iterable[Context], option: str, language: str
) -> dict[Path | None, tuple[Place, ...]]:
    """Return the same for each project, by its crosp.yaml: one that lies in another may follow another framework.

    Raises:
        CannotError: one of them is no cell of the framework of one, which is named unless it is the first.
    """
    found: dict[Path | None, tuple[Place, ...]] = {}
    for context in contexts:
        if context.file in found or context.framework is None:
            continue
        try:
            found[context.file] = cells_asked(given, context.framework, option, language)
        except CannotError as error:
            raise CannotError(f"{shown_name(str(context.file))}: {error}" if found else str(error)) from None
    return found


def _cell(name: str, framework: Framework, option: str, language: str) -> Place:
    place = cell_named(framework, name)
    if place is not None:
        return place
    _ = translation(language).gettext
    known = ["/".join(place) for place in framework.places]
    text = _("{option}: there is no cell {name}. A cell is written like {example}; `crosp show` lists them.")
    near = nearest_to(name.casefold(), known)
    example = near[0] if near else known[0]
    raise CannotError(text.format(option=option, name=printable(name), example=example))


def cells_of(one: LoadedAssessment) -> int:
    """Return how many cells the framework of an assessment has."""
    return len(one.named_framework.places) if one.named_framework else 0


def refuse_too_many(found: Iterable[LoadedAssessment], language: str) -> None:
    """Refuse assessments that have more cells together than are shown at once.

    Raises:
        CannotError: they have; the message says how to choose.
    """
    count = sum(map(cells_of, found))
    if count > CELLS:
        text = translation(language).gettext(
            "These assessments have {count} parts of their models together, and at most {most} are shown at once. "
            "Choose some with --unit, --level or a path."
        )
        raise CannotError(text.format(count=grouped(count, language), most=grouped(CELLS, language)))
