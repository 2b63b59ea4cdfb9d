"""What people wrote in responses, without what points a person out."""

import tracemalloc

import pytest

from crosp_cli.filling.collecting.written import without_personal_data


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Läraren gör det bra.", "Läraren gör det bra."),
        ("Jag sa det till läraren Anna Berg i dag.", "Jag sa det till läraren […] i dag."),
        ("Kurator Eva-Lena af Klint Berg Ek och rektor A. Berg vet.", "Kurator […] och rektor […] vet."),
        ("Kim Berg (4B) sa det.", "[…] (4B) sa det."),
        ("Född 20121212-2384, sa de.", "Född […], sa de."),
        ("Född 20121212-\n2384, sa de.\nOch mer.", "Född […], sa de.\nOch mer."),
        ("Skriv till namn.namn@skola.example.se eller ring 070-174 06 05.", "Skriv till […] eller ring […]."),
        ("Rad ett.\n\u2028Rad två: läraren Anna Berg.\nRad tre.", "Rad ett.\n\u2028Rad två: läraren […].\nRad tre."),
        ("Född 20140305_2382 eller 20140305\N{MINUS SIGN}2382, sa de.", "Född […] eller […], sa de."),
        ("Född 20140305 de sista fyra siffrorna 2382, sa de.", "Född […], sa de."),
        ("Ärendet 20140305 TF10 och ärendet 20140305-AB12.", "Ärendet […] och ärendet […]."),
        ("Ring +46\u200b70 174 06 05 eller 070\N{EM DASH}174\N{EM DASH}06\N{EM DASH}05.", "Ring […] eller […]."),
        ("Född \\u00320140305 2382 eller 2014-03-05-23\\u00382, sa de.", "Född […] eller […], sa de."),
        ("Skriv till anna.berg [at] skola [dot] se, sa de.", "Skriv till […], sa de."),
    ],
)
def test_the_whole_of_a_number_an_address_and_a_name_is_left_out(text: str, left: str) -> None:
    assert without_personal_data(text) == left


def test_of_a_text_with_very_many_the_rest_of_a_line_is_left_out() -> None:
    left = without_personal_data("20140305 sista fyra 2382, sa de.\n" * 600).splitlines()
    assert (left[0], left[-1], len(left)) == ("[…], sa de.", "[…]", 600)


def test_what_goes_on_for_long_after_a_number_takes_no_memory() -> None:
    tracemalloc.start()
    assert without_personal_data("Född 20121212-2384" + " ." * 200_000).startswith("Född […]")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
