"""What somebody means in a framework, however much they write."""

from crosp_cli.analysis.lookup import cell_named
from crosp_cli.model.assessment import Place
from crosp_cli.reading.documents.framework import read_built_in


def test_a_cell_is_named_by_its_row_and_its_column_and_by_nothing_longer() -> None:
    framework = read_built_in().framework
    assert framework is not None
    longest = [
        max(axis.entries, key=lambda one: len(one.title["sv"])) for axis in (framework.principles, framework.areas)
    ]
    both = " ".join(one.title["sv"] for one in longest)
    assert cell_named(framework, both) == Place(*(one.id for one in longest))
    assert cell_named(framework, f"{both} a") is None
    assert cell_named(framework, "a " * 500_000) is None  # with a look at each place to divide it, this takes hours


def test_a_short_name_is_nothing_elses_title() -> None:
    framework = read_built_in().framework
    assert framework is not None
    first, second, *others = framework.principles.entries
    titled = second.model_copy(update={"title": {"sv": first.id}, "short": None})
    principles = framework.principles.model_copy(update={"entries": (first, titled, *others)})
    area = framework.areas.entries[0].id
    assert cell_named(framework.model_copy(update={"principles": principles}), f"{first.id}/{area}") == Place(
        first.id, area
    )
