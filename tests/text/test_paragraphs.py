"""Which line breaks are meant, and which an editor made."""

import pytest

from crosp_cli.text.paragraphs import Run, paragraphs, runs

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
        ("x" * 90 + "\n\u00a0\n" + "y" * 90, [["x" * 90 + " \u00a0 " + "y" * 90]]),
    ],
)
def test_breaks_that_are_meant_are_kept(text: str, expected: list[list[str]]) -> None:
    assert paragraphs(text) == expected


def test_a_list_within_a_wrapped_text_keeps_its_items() -> None:
    item = "- Tid som räcker för att planera tillsammans en gång varje vecka, i alla arbetslag."
    assert paragraphs(f"{WRAPPED}{item}\n{item}\n")[0][1:] == [item, item]


PASTED = "\n".join(
    [
        "·\tElevhälsoteamet möts tisdagar kl. 08.15 och går igenom veckans ärenden i ordning.",
        "o\tDen gäller även fritidshemmet, som har egen tid i schemat varannan vecka nu.",
        "▪ Specialpedagogen handleder arbetslagen två gånger per termin enligt årshjulet.",
        "→ Resultatet följs upp på EHM och i klasskonferens innan höstlovet, vecka 44, nu.",
        "- Arbetslagen skriver ned vad de har prövat och lämnar det till elevhälsan i mars.",
        "a) Överlämning mellan stadier sker enligt den rutin som beslutades i mars, § 14.",
        "b) Vårdnadshavare bjuds in till föräldramöte där anpassningar förklaras muntligt.",
        "Mål: Alla elever ska känna till vart de vänder sig när de behöver stöd i skolan.",
        "Ansvarig: rektor. Klart senast: vecka 50. Uppföljning: i februari i ledningen.",
    ]
)


def test_a_pasted_list_is_a_list_and_lines_after_a_full_stop_stay_lines() -> None:
    (found,) = runs(PASTED)
    assert [(len(run.lines), run.is_list, run.is_labelled) for run in found] == [
        (5, True, False),
        (2, True, True),
        (2, False, False),
    ]
    assert [line[:7] for line in found[0].lines] == ["Elevhäl", "Den gäl", "Special", "Resulta", "Arbetsl"]
    assert found[1].lines[0].startswith("a) Överlämning")


def test_a_list_may_have_empty_lines_between_its_items() -> None:
    assert runs("Vi gör så här:\n- ett\n\n- två") == [
        [Run(["Vi gör så här:"], is_list=False), Run(["ett", "två"], is_list=True)],
    ]


@pytest.mark.parametrize(
    "text", ["– Nej, sa hen.", "o andra sidan", "-5 grader\n-7 grader", "1. Skolan", "A. Berg\nB. Ek"]
)
def test_what_is_no_list_stays_as_it_is(text: str) -> None:
    assert [line for paragraph in runs(text) for run in paragraph for line in run.lines] == text.split("\n")
    assert not any(run.is_list for paragraph in runs(text) for run in paragraph)
