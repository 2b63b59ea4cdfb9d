"""The decision memo that a command was given or that belongs to an assessment, and the assessments it rests on."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.of_kind import LoadedDocument, load_kind
from crosp_cli.cli.select.paths import files_at, named
from crosp_cli.cli.select.programmes import LoadedProgramme, programmes_in
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.memo import Basis, Memo
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.documents.kinds import KINDS
from crosp_cli.reading.documents.of_kind import contents, documents_of
from crosp_cli.reading.loaded import LoadedAssessment, read_loaded
from crosp_cli.reading.workspace import Workspace
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

LoadedMemo: TypeAlias = LoadedDocument[Memo]
_Named: TypeAlias = tuple[str | None, str, str]
"""A unit, a level and an occasion."""


def memo_at(path: Path, language: str, *, aside: bool) -> LoadedMemo | None:
    """Return the decision memo at `path`, a file or a folder with a single memo in it; None if there is none.

    Raises:
        CannotError: the folder has more than one.
        typer.Exit: the memo does not pass reading and shape; its findings have been shown.
    """
    return _only(files_at([path], language), language, aside=aside)


def memo_on(one: LoadedAssessment, language: str, *, aside: bool) -> LoadedMemo | None:
    """Return the decision memo in the project that rests on an assessment; None if there is none.

    Raises:
        CannotError: there is more than one.
        typer.Exit: a memo on it does not pass reading and shape; its findings have been shown.
    """
    if one.home is None:
        return None
    return _only(sources([one.home.parent], one_project=True), language, aside=aside, on=one.assessment)


def bases_of(found: LoadedMemo, language: str) -> list[LoadedAssessment]:
    """Return the assessments that a memo rests on, in its order, each once.

    Raises:
        CannotError: one of them is not in the project, or does not pass reading and shape.
    """
    home = found.context.file.parent if found.context.file else found.file.parent
    every: dict[_Named, LoadedAssessment] = {}
    for one in read_loaded(sources([home], one_project=True), Workspace()):
        if one.holds and one.context.framework is not None:
            every.setdefault(_named(one.assessment), one)
    return [_one(basis, every, found, language) for basis in dict.fromkeys(map(_named, found.model.assessments))]


def programmes_of(found: LoadedMemo, language: str) -> list[LoadedProgramme]:
    """Return the competence programmes that a memo rests on, in its order, each once.

    Raises:
        CannotError: one of them is not in the project, or is there twice.
        typer.Exit: a programme of the project does not pass reading and shape; its findings have been shown.
    """
    if not found.model.programmes:
        return []
    there: dict[str, list[LoadedProgramme]] = {}
    for one in programmes_in(found.context, language):
        there.setdefault(one.model.id, []).append(one)
    programmes = dict.fromkeys(found.model.programmes)
    for wanted in programmes:
        if len(there.get(wanted, ())) > 1:
            text = translation(language).gettext("More than one programme is called {wanted}: {paths}.")
            paths = named([one.path for one in there[wanted]], language)
            raise CannotError(text.format(wanted=printable(wanted), paths=paths))
        if wanted not in there:
            text = translation(language).gettext(
                "{path} rests on the programme {wanted}, which is not in the project. These are: {there}."
            )
            path, names = shown_name(found.tree.path), ", ".join(sorted(there)) or "–"
            raise CannotError(text.format(path=path, wanted=printable(wanted), there=names))
    return [there[wanted][0] for wanted in programmes]


def _one(basis: _Named, every: Mapping[_Named, LoadedAssessment], found: LoadedMemo, language: str) -> LoadedAssessment:
    if basis in every:
        return every[basis]
    _ = translation(language).gettext
    wanted = " ".join(part for part in basis if part)
    there = "; ".join(" ".join(part for part in one if part) for one in every)
    text = _("{path} rests on the assessment {wanted}, which cannot be read here. These can: {there}.")
    path = shown_name(found.file)
    raise CannotError(text.format(path=path, wanted=printable(wanted), there=printable(there) or "–"))


def _named(one: Basis | Assessment) -> _Named:
    return one.unit, one.level, one.occasion


def _only(asked: Sequence[Source], language: str, *, aside: bool, on: Assessment | None = None) -> LoadedMemo | None:
    found = [(source, read) for source in asked for read in documents_of(KINDS["memo"], contents([source]), None)]
    if on is not None:
        found = [
            (s, r) for s, r in found if r.model and any(_named(basis) == _named(on) for basis in r.model.assessments)
        ]
    if not found:
        return None
    if len(found) > 1:
        _ = translation(language).gettext
        names = named([source.shown for source, _read in found], language)
        raise CannotError(
            _("There is more than one decision memo here. Name one of them: {paths}.").format(paths=names)
        )
    loaded = load_kind(KINDS["memo"], [found[0][0]], language, aside=aside)
    return loaded[0] if loaded else None
