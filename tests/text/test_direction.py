"""What is written from right to left is shown so, and what is not stays as it is."""

import pytest

from crosp_cli.text.direction import is_right_to_left, with_directions

ARABIC = "نلتقي كل أسبوع"


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        (ARABIC, True),
        (f"(12) {ARABIC}", True),
        (f"{ARABIC} CROSP", True),
        ("פגישה", True),
        (f"CROSP: {ARABIC}", False),
        ("Målbilden", False),
        ("12", False),
        ("", False),
    ],
)
def test_the_first_letter_decides(text: str, *, turned: bool) -> None:
    assert is_right_to_left(text) is turned


def test_blocks_say_that_their_texts_decide() -> None:
    page = f'<head><title>x</title></head><body><h1 id="a">{ARABIC}</h1><p>x</p><td class="b">{ARABIC}</td></body>'
    assert with_directions(page) == (
        f'<head><title>x</title></head><body><h1 dir="auto" id="a">{ARABIC}</h1><p dir="auto">x</p>'
        f'<td dir="auto" class="b">{ARABIC}</td></body>'
    )


def test_steps_and_arrows_keep_their_direction() -> None:
    page = f"<body><td><span>1 → 3</span> {ARABIC}</td><td>2 → 3</td></body>"
    assert with_directions(page) == page


def test_a_page_without_such_texts_stays_as_it_is() -> None:
    page = "<body><p>Målbilden</p></body>"
    assert with_directions(page) is page


def test_an_item_of_a_list_has_the_direction_of_what_it_begins_with_and_its_sign_on_that_side() -> None:
    page = f"<body><ul><li><p>{ARABIC}</p><p>x</p></li></ul></body>"
    assert with_directions(page) == f'<body><ul><li dir="auto"><p>{ARABIC}</p><p dir="auto">x</p></li></ul></body>'


def test_a_cell_with_a_label_keeps_the_label_to_the_left() -> None:
    page = f'<body><td data-label="Responsible">{ARABIC}</td></body>'
    assert with_directions(page) == page
