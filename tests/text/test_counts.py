"""Numbers as they stand in a sentence."""

import pytest

from crosp_cli.text.counts import grouped, spelled


@pytest.mark.parametrize(
    ("number", "sv", "en"), [(0, "noll", "zero"), (2, "två", "two"), (12, "tolv", "twelve"), (13, "13", "13")]
)
def test_a_small_number_is_a_word(number: int, sv: str, en: str) -> None:
    assert (spelled(number, "sv"), spelled(number, "en")) == (sv, en)


@pytest.mark.parametrize(
    ("number", "sv", "en"),
    [(9999, "9999", "9999"), (10_000, "10\u00a0000", "10,000"), (4_000_000, "4\u00a0000\u00a0000", "4,000,000")],
)
def test_a_large_number_is_in_groups_of_three(number: int, sv: str, en: str) -> None:
    assert (grouped(number, "sv"), grouped(number, "en")) == (sv, en)
