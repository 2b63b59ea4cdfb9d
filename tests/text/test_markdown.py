"""Text as Markdown: read back by a parser, it is the text it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from crosp_cli.text import html
from crosp_cli.text.markdown import Ready, block, in_cell, inline
from crosp_cli.text.phrase import Phrase

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_CHARACTERS = st.one_of(
    st.sampled_from(r" \`*_{}[]()<>#+-.!|~^$@&:=%;,?/'" + '"' + "\n\t0123456789abwx"),
    st.characters(exclude_categories=["Cc", "Cs"]),
)
_TEXTS = st.text(_CHARACTERS, min_size=1, max_size=40)
_PLACES = ("{}", "- {}", "> {}", "- {}: {}", "| {} | x |\n| --- | --- |\n| {} | y |", "1. **x** {}", "x {} y")


def _seen(markdown: str) -> list[str]:
    """Each run of text that the parser finds; nothing else may be there."""
    found = []
    for token in _PARSER.parse(markdown):
        if token.type != "inline":
            assert token.type not in ("hr", "heading_open", "html_block", "code_block", "fence"), token
            continue
        for child in token.children or []:
            assert child.type in ("text", "strong_open", "strong_close", "text_special"), child
        found.append("".join(child.content for child in token.children or []))
    return found


@given(_TEXTS, st.sampled_from(_PLACES))
def test_a_line_comes_out_as_the_text_it_was(text: str, place: str) -> None:
    line = inline(text)
    if not line:
        return
    expected = " ".join(part for part in text.replace("\n", " ").replace("\t", " ").split(" ") if part).strip()
    runs = _seen(place.replace("{}", line))
    assert any(expected in run for run in runs), (line, runs)
    assert len(runs) == (4 if place.startswith("|") else 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi har börjat, men inte hunnit så långt (än).", "Vi har börjat, men inte hunnit så långt (än)."),
        ("Enkät 2026-05-06 kl. 10:30; 24 av 31 svarade.", "Enkät 2026-05-06 kl. 10:30; 24 av 31 svarade."),
        ("a|b", r"a\|b"),
        ("[x](javascript:alert(1))", r"\[x\]\(javascript\:alert(1))"),
        ("https://www.example.org", r"https\://www\.example.org"),
        ("//example.org och _www.example.org", r"/\/example.org och \_www\.example.org"),
        ("Vi är ==klara==, a = b", r"Vi är =\=klara=\=, a = b"),
        ("<b>", "&lt;b&gt;"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("&lt;b&gt; &copy", "&amp;lt;b&amp;gt; &amp;copy"),
        ("- x", r"\- x"),
        ("1986. Ett år", r"1986\. Ett år"),
        ("WWW.example.org", r"WWW\.example.org"),
        ("??? vad betyder det", r"\??? vad betyder det"),
        ("# x", r"\# x"),
        ("two\nlines", "two lines"),
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, expected: str) -> None:
    assert inline(text) == expected


def test_a_cell_keeps_its_lines() -> None:
    assert in_cell("one\n\ntwo\nthree | four") == r"one<br>two<br>three \| four"


def test_paragraphs_keep_their_distance_and_margin() -> None:
    assert block("one\ntwo\n\nthree", 2) == "one\\\n  two\n\n  three"


def test_what_is_filled_into_our_words_is_escaped() -> None:
    assert Ready("**%(a)s** %(b)s") % {"a": "*", "b": Ready("_x_")} == r"**\*** _x_"


@given(_TEXTS)
def test_no_program_meets_a_sign_of_html(text: str) -> None:
    assert not set("<>") & set(inline(text))
    assert all(part.startswith(("lt;", "gt;", "amp;")) for part in inline(text).split("&")[1:])


def test_no_line_ends_within_a_date_on_a_page() -> None:
    day = '<span class="day">2026-11-10</span>'
    assert html.inline(Phrase("Enkät <2026-11-10>, 12026-11-101.", "sv"), "sv") == f"Enkät &lt;{day}&gt;, 12026-11-101."
    assert html.prose(Phrase("- 2026-11-10\n- x", "sv"), "sv") == f"<ul>\n<li>{day}</li>\n<li>x</li>\n</ul>"


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        ("Ett.\n\nTvå.", "sv", "<p><strong>Nu:</strong> Ett.</p>\n<p>Två.</p>"),
        ("Ett.", "en", '<p><strong>Nu:</strong> <span lang="sv">Ett.</span></p>'),
        ("- ett\n- två", "sv", '<p class="leads"><strong>Nu:</strong></p>\n<ul>\n<li>ett</li>\n<li>två</li>\n</ul>'),
    ],
)
def test_a_few_words_lead_what_somebody_wrote(text: str, language: str, made: str) -> None:
    assert html.led(Phrase(text, "sv"), language, "Nu:") == made
