"""The register of kinds of document: what it refers to is there, and says the same."""

from typing import get_args

import pytest

from crosp_cli.findings import Rule
from crosp_cli.model.fields import Record
from crosp_cli.reading.documents.document import unknown_format
from crosp_cli.reading.documents.kinds import KINDS, DocumentKind, Role, called, formats, in_role, kind_of
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import parse
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


@pytest.mark.parametrize("kind", in_role(Role.IN_PROJECT, Role.PROJECT), ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("2", of_shape.NEWER_FORMAT),
        ("9999", of_shape.NEWER_FORMAT),
        ("0", of_shape.NO_SUCH_FORMAT),
        ("1.0", of_shape.NO_SUCH_FORMAT),
        ("", of_shape.NO_SUCH_FORMAT),
        ("99999", of_shape.NO_SUCH_FORMAT),
    ],
)
def test_another_version_of_a_format_says_what_to_do(kind: DocumentKind, number: str, rule: Rule) -> None:
    assert kind.format is not None
    name = kind.format.partition("/")[0]
    tree, _found = parse(f"format: {name}/{number}\n", "a.yaml")
    finding = unknown_format(tree, formats())
    assert finding.rule is rule
    assert kind.format in finding.message("en") + finding.help("en")
    assert called(f"{name}/{number}") is kind


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
