"""What is shown of what an assessment has kept: each text, and no number of people that is under the limit."""

from typing import Any

import pytest

from crosp_cli.output.analysis.kept_from import kept_views

from ..analysis.small import framework

HELD = "The numbers are in the file and are not shown here."


def told(kept: Any, limit: int = 5, version: str = "small@0") -> list[tuple[str, str]]:
    [view] = kept_views({version: kept}, framework(), limit, "en", "en")
    return [(part.label, part.text.text) for part in view.parts]


@pytest.mark.parametrize(("count", "shown"), [("4", HELD), ("5", "5"), ("12", "12"), ("0", HELD), (" 6 ", "6")])
def test_how_many_took_part_is_told_from_the_limit_on(count: str, shown: str) -> None:
    assert told({"participants": [{"group": "nurses", "count": count}]}) == [
        ("Took part, Group", "nurses"),
        ("Took part, Number", shown),
    ]


@pytest.mark.parametrize(
    "kept",
    [
        {"participants": {"nurses": "3"}},
        {"participants": "3"},
        {"participants": ["3 nurses"]},
        {"participants": [{"group": "nurses", "count": {"before": "3"}}]},
        {"participants": [{"group": "nurses", "count": "three"}]},
        {"participants": [{"group": {"nurses": "3"}}]},
        {"participants": [{"group": ["nurses", "3"]}]},
        {"participants": {"nurses": {"3": "x", "03": "x", "count 3": "x"}}},
        {"before": {"participants": [{"group": "nurses", "count": "3"}]}},
        {"group_ratings": {"nurses": {"1": "3"}}},
        {"cells": {"group_ratings": {"nurses": {"1": "3"}}}},
        {"cells": {"group_ratings": "3"}},
        {"cells": {"a": {"group_ratings": {"nurses": {"1": "3"}}}}},
        {"cells": {"a": {"a": {"group_ratings": {"nurses": {"1": "3"}}}}}},
        {"cells": {"a": {"a": {"current_state": {"group_ratings": {"nurses": {"1": "3"}}}}}}},
        {"cells": {"a": {"participants": {"nurses": "3"}}}},
        {"cells": {"participants": {"nurses": "3"}}},
        {"cells": {"group_ratings": {"3": "1"}}},
        {"cells": {"participants": {"3": "nurses"}}},
        {"cells": {"a": {"a": {"current_state": {"group_ratings": None, "nurses": {"0": "1", "3": "1"}}}}}},
        {"participants": [{"group": "3", "count": "nurses"}]},
        {"nurses": {"0": "1", "3": "1"}},
        {"0": "1", "3": "1"},
        {"cells": {"0": "1", "3": "1"}},
        {"cells": {"3": {"nurses": "3"}}},
        {"cells": {"a": {"3": {"nurses": {"number": "3"}}}}},
        {"cells": {"nurses": {"0": "1", "3": "1"}}},
        {" Participants ": [{"group": "nurses", "count": "3"}]},
        {"Cells": {"a": {"a": {"Group_Ratings": {"nurses": {"one": "3"}}}}}},
    ],
)
def test_no_number_of_a_small_group_is_told_wherever_it_stands(kept: Any) -> None:
    found = told(kept)
    assert HELD in [text for _name, text in found]
    assert not any("3" in text or "three" in text for _name, text in found)


@pytest.mark.parametrize("version", ["participants", "group_ratings", "Participants "])
@pytest.mark.parametrize("kept", ["3", {"nurses": "3"}, [{"group": "nurses", "count": "3"}]])
def test_nor_is_one_where_the_version_is_left_out(version: str, kept: Any) -> None:
    found = [text for _name, text in told(kept, version=version)]
    assert (HELD in found, any("3" in text for text in found)) == (True, False)


def test_nor_is_any_where_all_that_is_kept_says_how_many_chose_each_step() -> None:
    [view] = kept_views({"0": "1", " 3": "1"}, framework(), 5, "en", "en")
    assert (view.version, [(part.label, part.text.text) for part in view.parts]) == ("", [("", HELD)])


@pytest.mark.parametrize(
    ("kept", "texts"),
    [
        ("Text.", [("", "Text.")]),
        ({"cells": "Text."}, [("cells", "Text.")]),
        ({"cells": {"a": "Text."}}, [("A", "Text.")]),
        ({"cells": {"1": {"2": {"need": {"analysis": "Text."}}}}}, [("1 × 2, Need", "Text.")]),
        ({"unit": None, "note": "  ", "purpose": " Text. "}, [("Purpose", "Text.")]),
        ({"participants": [{"group": None, "count": None}, {"group": " ", "count": " "}]}, []),
        ({"helps": ["One.", {"id": ["x"], "what": "Two."}]}, [("What helps", "One."), ("What helps, Measure", "Two.")]),
    ],
)
def test_what_is_written_in_another_shape(kept: Any, texts: list[tuple[str, str]]) -> None:
    assert told(kept) == texts


def test_a_group_whose_name_has_a_figure_is_told() -> None:
    assert told({"participants": [{"group": "pupils-7-9", "count": "30"}]}) == [
        ("Took part, Group", "pupils-7-9"),
        ("Took part, Number", "30"),
    ]
    assert told({"participants": {"pupils-7-9": "30"}}) == [("Took part, pupils-7-9", "30")]


def test_texts_are_told_with_where_they_stood() -> None:
    kept = {"cells": {"a": {"b": {"measures": [{"id": "m", "what": "Do it."}], "need": {"analysis": "Time."}}}}}
    for _again in range(2):
        assert told(kept) == [("A × B, m, Measure", "Do it."), ("A × B, Need", "Time.")]
