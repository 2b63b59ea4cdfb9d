"""Which line breaks are meant, and which an editor made."""

import pytest

from crosp_cli.text.paragraphs import paragraphs

WRAPPED = (
    "Nyckeln är densamma som i fjol. Extra medel söks fortfarande elev för elev\n"
    "och beskeden kom den 9 september, när scheman och tjänster redan var satta.\n"
    "Vi har börjat skriva ner vad pengarna går till.\n"
)


def test_a_wrapped_text_is_one_line() -> None:
    assert paragraphs(WRAPPED) == [[" ".join(WRAPPED.split())]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n\ntwo\n", [["one"], ["two"]]),
        ("Yes.\nNo.\nPerhaps.", [["Yes.", "No.", "Perhaps."]]),
        ("\n\n  one  \n \n", [["one"]]),
        ("", []),
        ("5\u00a0§ stands", [["5\u00a0§ stands"]]),
        ("x" * 150 + "\n" + "y" * 150, [["x" * 150, "y" * 150]]),
    ],
)
def test_breaks_that_are_meant_are_kept(text: str, expected: list[list[str]]) -> None:
    assert paragraphs(text) == expected


def test_a_list_within_a_wrapped_text_keeps_its_items() -> None:
    item = "- Tid som räcker för att planera tillsammans en gång varje vecka, i alla arbetslag."
    assert paragraphs(f"{WRAPPED}{item}\n{item}\n")[0][1:] == [item, item]
