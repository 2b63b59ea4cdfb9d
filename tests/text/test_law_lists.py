"""Sections of law in a row, as lawyers and officials write them."""

import pytest

from crosp_cli.text.law_lists import law_list


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (["Skollagen 4 kap. 6 §", "Skollagen 4 kap. 4 §", "Skollagen 4 kap. 5 §"], "Skollagen 4 kap. 4–6 §§"),
        (["Skollagen 4 kap. 4 §", "Skollagen 2 kap. 25 §"], "Skollagen 2 kap. 25 § och 4 kap. 4 §"),
        (
            ["Skollagen 4 kap. 13 §", "Skollagen 4 kap. 12 §", "Skollagen 2 kap. 8 b §", "Skollagen 3 kap. 9 §"],
            "Skollagen 2 kap. 8 b §, 3 kap. 9 § samt 4 kap. 12 och 13 §§",
        ),
        (
            ["Barnkonventionen, artikel 12", "Skollagen 2 kap. 25 §"],
            "Skollagen 2 kap. 25 §; Barnkonventionen, artikel 12",
        ),
        ([f"Skollagen {'1' * 5000} kap. 1 §"], f"Skollagen {'1' * 5000} kap. 1 §"),
        (["Education Act, chapter 2, section 25"], "Education Act, chapter 2, section 25"),
        (
            ["Education Act, chapter 4, section 4", "Education Act, chapter 2, section 25"],
            "Education Act, chapter 2, section 25, and chapter 4, section 4",
        ),
    ],
)
def test_a_law_is_named_once_and_its_chapters_in_order(titles: list[str], said: str) -> None:
    assert law_list(titles).replace("\u00a0", " ") == said
