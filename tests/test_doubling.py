"""What `benchmarks/doubling.py` measures can be measured: each parser takes each text, examples and edits can grow."""

from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from crosp_cli.reading.documents.document import tree_from

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"

pytestmark = [
    pytest.mark.breadth,
    pytest.mark.skipif(not BENCHMARKS.exists(), reason="needs a checkout of the repository"),
]


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return import_module


def test_each_parser_takes_each_text(benchmark: Any) -> None:
    for parser in benchmark("parsers").PARSERS.values():
        for unit in benchmark("grown").TEXTS:
            parser(unit * 3)


def test_each_check_has_examples_that_grow(benchmark: Any) -> None:
    growing = list(benchmark("grown").examples())
    assert len(growing) > 500
    for one in growing[::20]:
        project, documents = one.made(3)
        assert all(tree_from(text.encode(), "a.yaml")[0] for text in (project, *documents)), one.name


def test_each_edit_changes_an_assessment(benchmark: Any) -> None:
    edited = benchmark("edited")
    for name in edited.BROUGHT_IN:
        made = edited.brought_in(name, 3)()
        assert made.content or made.taken_out, name
    for name in edited.CARRIED:
        assert edited.carried(name, 3)().content, name


@pytest.mark.office
def test_each_page_becomes_a_document(benchmark: Any) -> None:
    papers = benchmark("on_paper")
    for form, name in product(papers.FORMS, papers.PAGES):
        assert papers.on_form(form, name, 3)(), name
        assert papers.on_form(form, name, papers.PAPER_CHARACTERS) is None, name


def test_each_command_answers_for_schools(benchmark: Any) -> None:
    schools = benchmark("schools")
    for name in schools.COMMANDS:
        assert schools.asked(name, 3)().buffer.getvalue(), name
