"""A short name is read by people: of a long text it keeps whole words."""

import pytest

from crosp_cli.text.slugs import LONGEST, slug


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
        ("!!", "x"),
        ("con", "x"),
    ],
)
def test_of_a_long_name_whole_words_are_kept(name: str, made: str) -> None:
    assert slug(name, "x") == made
