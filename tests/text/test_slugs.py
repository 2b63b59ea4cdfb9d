"""A short name is read by people: of a long text it keeps whole words."""

from collections.abc import Iterator

import pytest

from crosp_cli.limits import COMPARED, COMPARED_CHARACTERS
from crosp_cli.text.slugs import LONGEST, nearest_to, slug


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Östra förskolan", "ostra-forskolan"),
        ("a" * LONGEST + " b", "a" * LONGEST),
        ("a" * (LONGEST + 1) + " b", "a" * LONGEST),
        ("a " * 40, "-".join("a" * 32)),
        (
            "Elevrådet och två klasser går igenom enkäten före beslut om åtgärder",
            "elevradet-och-tva-klasser-gar-igenom-enkaten-fore-beslut-om",
        ),
        ("20140305-23\u200b82", "20140305-2382"),
        ("!!", "x"),
        ("con", "x"),
    ],
)
def test_of_a_long_name_whole_words_are_kept(name: str, made: str) -> None:
    assert slug(name, "x") == made


def test_the_nearest_is_found() -> None:
    assert nearest_to("kvalitt", ["styrning", "kvalitet"]) == ["kvalitet"]
    assert nearest_to("kvalitt", ["styrning", "kvaliteten", "kvalitet"], most=2) == ["kvalitet", "kvaliteten"]
    assert nearest_to("kvalit", ["kvaliteterna"], alike=0.7) == []


def test_of_many_names_the_first_are_looked_at() -> None:
    looked_at = 0

    def names() -> Iterator[str]:
        nonlocal looked_at
        for number in range(10 * COMPARED):
            looked_at += 1
            yield f"kvalitet-{number}"

    assert nearest_to(f"kvalitet-{5 * COMPARED}x", names()) != [f"kvalitet-{5 * COMPARED}"]
    assert looked_at == COMPARED


def test_nothing_is_like_what_is_long() -> None:
    longest = "a" * COMPARED_CHARACTERS
    assert nearest_to(longest, [f"{longest}a", longest]) == [longest]
    assert nearest_to(f"{longest}a", [longest]) == []
