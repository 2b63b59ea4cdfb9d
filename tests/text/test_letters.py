"""Letters with many marks on them are read in a time that grows with the text, and as Unicode has it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.text.languages import swedish_order
from crosp_cli.text.letters import bare, composed
from crosp_cli.text.slugs import slug

MARKS = "\u0301\u0323\u0308\u030a\u0344\u0f71\u0f72\u0f73\u3099"
TEXT = st.text(st.one_of(st.sampled_from(MARKS + "aeåÅÄ q\uac00\u1100\u1161\u11a8"), st.characters()), max_size=12)


@given(TEXT)
def test_they_are_put_together_and_taken_apart_as_unicode_does(text: str) -> None:
    for times in (1, 40):
        assert composed(text * times) == unicodedata.normalize("NFC", text * times)
    assert bare(text) == "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73"])
def test_of_many_marks_on_a_letter_the_letter_counts(marks: str) -> None:
    text = "a" + marks * 50_000
    assert slug(text, "x") == "a"
    assert swedish_order(text) == "a"
    assert composed(composed(text)) == composed(text)
