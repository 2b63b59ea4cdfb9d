"""The register of kinds of document: what it refers to is there, and says the same."""

from typing import get_args

import pytest

from crosp_cli.model.fields import Record
from crosp_cli.reading.documents.kinds import KINDS, DocumentKind, Role, formats, in_role, kind_of
from crosp_cli.resources import resource


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
class TestEach:
    def test_what_it_refers_to_is_there(self, kind: DocumentKind) -> None:
        assert issubclass(kind.model, Record)
        assert callable(kind.schema)
        assert kind.against is None or callable(kind.against)
        assert (resource("templates") / "schema" / (kind.words or f"{kind.name}.yaml")).is_file()

    def test_its_model_says_the_same_format(self, kind: DocumentKind) -> None:
        field = kind.model.model_fields.get("format")
        assert (kind.format,) == (get_args(field.annotation) if field else (None,))
        assert kind_of(kind.format) is (kind if kind.format else None)

    def test_it_is_told_by_keys_that_it_has(self, kind: DocumentKind) -> None:
        assert set(kind.keys) <= set(kind.model.model_fields)
        assert not kind.keys or kind.role is Role.IN_PROJECT


def test_formats_begin_with_what_lies_in_a_project() -> None:
    assert formats() == [
        "crosp-assessment/1",
        "crosp-memo/1",
        "crosp-programme/1",
        "crosp-collaborations/1",
        "crosp-response/1",
        "crosp-project/1",
        "crosp-framework/1",
        "crosp-migrations/1",
    ]
    assert sum(len(in_role(role)) for role in Role) == len(KINDS)
