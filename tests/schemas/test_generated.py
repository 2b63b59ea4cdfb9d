"""The promise: whatever a schema accepts, crosp accepts, however it is written out. On documents nobody thought of."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .documents import Made, changes, documents, shown
from .editor import spellings
from .verdicts import FILES, PLACES, accepts, refusals, validator

_shortly = settings(
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""No lists of alternatives to a failure: these documents are large, and one is enough."""

OF_USERS = [place for place in PLACES if place[0] not in FILES]
OF_A_FRAMEWORK = [place for place in PLACES if place[0] in FILES]


def each(places: list[tuple[str, Path]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("kind", "folder"), places, ids=lambda value: getattr(value, "name", value))


@each(OF_USERS)
@given(data=st.data())
@settings(_shortly, max_examples=2 * settings.default.max_examples)
def test_what_users_write(kind: str, folder: Path, data: st.DataObject) -> None:
    follows_and_is_accepted(kind, folder, data.draw(documents(kind, folder)))


@each(OF_USERS)
@given(data=st.data())
@settings(_shortly, max_examples=2 * settings.default.max_examples)
def test_what_users_write_changed(kind: str, folder: Path, data: st.DataObject) -> None:
    for drawn in data.draw(changes(documents(kind, folder))):
        is_accepted_if_it_follows(kind, folder, drawn)


@each(OF_A_FRAMEWORK)
@given(data=st.data())
@settings(_shortly, max_examples=settings.default.max_examples // 2)
def test_a_frameworks_files(kind: str, folder: Path, data: st.DataObject) -> None:
    follows_and_is_accepted(kind, folder, data.draw(documents(kind, folder)))


@each(OF_A_FRAMEWORK)
@given(data=st.data())
@settings(_shortly, max_examples=settings.default.max_examples // 2)
def test_a_frameworks_files_changed(kind: str, folder: Path, data: st.DataObject) -> None:
    for drawn in data.draw(changes(documents(kind, folder))):
        is_accepted_if_it_follows(kind, folder, drawn)


def follows_and_is_accepted(kind: str, folder: Path, drawn: Made) -> None:
    errors = [f"{error.json_path} {error.message}" for error in validator(kind, folder).iter_errors(drawn.data)]
    if errors:
        raise AssertionError("made from the schema, and refused by it: " + shown("; ".join(errors)))
    is_accepted(kind, folder, drawn)


def is_accepted_if_it_follows(kind: str, folder: Path, drawn: Made) -> None:
    if accepts(kind, folder)(drawn.data):
        is_accepted(kind, folder, drawn)


def is_accepted(kind: str, folder: Path, drawn: Made) -> None:
    for text in spellings(drawn.data):
        said = refusals(kind, text, folder)
        if said:
            raise AssertionError(shown(f"the schema accepts what crosp does not: {said}\n{text}"))
