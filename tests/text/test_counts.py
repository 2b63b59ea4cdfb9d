"""Numbers as they stand in a sentence."""

import pytest

from crosp_cli.text.counts import spelled


@pytest.mark.parametrize(
    ("number", "sv", "en"), [(0, "noll", "zero"), (2, "två", "two"), (12, "tolv", "twelve"), (13, "13", "13")]
)
def test_a_small_number_is_a_word(number: int, sv: str, en: str) -> None:
    assert (spelled(number, "sv"), spelled(number, "en")) == (sv, en)
