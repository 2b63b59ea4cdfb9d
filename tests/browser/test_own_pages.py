"""A page by a template of one's own, in a browser: whatever the template wrote, nothing runs and nothing is fetched."""

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosp_cli.reports.user_templates.allowed_html import ELEMENTS
from crosp_cli.reports.user_templates.page import written_anew

from .conftest import EXAMPLES, Opened

pytestmark = pytest.mark.browser

EXAMPLE = EXAMPLES / "another-country/assessments/hillside/2026-autumn-school.yaml"
RUNS = "<script>document.title = 'ran'</script><img src='no.png' onerror=\"document.title = 'ran'\">"
SPACES = [*filter(str.isspace, map(chr, range(sys.maxunicode + 1))), *"\0\x7f\xad\u180e\u200b\u2060\ufeff"]
"""Every sign that some program takes for a space or for nothing."""
PLACES = (
    "{}<!doctype html><html><head>{}</head></html>",
    "<!doctype html>{}<html><head>{}",
    "<!doctype html{}><html><head>{}",
    "<html{}><head>{}",
    "<html>{}<head>{}",
    "<html{0}onload=\"document.title='ran'\"><head>{1}",
    "<head{}>{}",
    "<html lang=sv{0}><head{0}>{0}{1}",
    "<meta{}charset=utf-8>{}",
    "</html>{}{}",
    "<html></head>{}</html>{}",
    "<svg{0}onload=\"document.title='ran'\"><script{0}>document.title='ran'</script{0}></svg>{1}",
)
HOSTILE = {  # each as a template
    "refresh": "<meta http-equiv=refresh content='0; url=http://127.0.0.1:9/?{{ report.unit }}'>",
    "refresh to a file": "<META\tHTTP-EQUIV='&#114;efresh' content='0;url=other.html?{{ report.unit }}'>",
    "preconnect": "<link rel=preconnect href='http://127.0.0.1:9'><link rel='dns-prefetch' href='//127.0.0.1:9'>",
    "prefetch": "<link rel=prefetch href='http://127.0.0.1:9/{{ report.unit }}'><link rel=prerender href='/x'>",
    "speculation": '<script type=speculationrules>{"prefetch":[{"urls":["http://127.0.0.1:9/"]}]}</script>',
    "base": "<base href='http://127.0.0.1:9/'><img src='no.png' alt=''>",
    "host of a file": "<img src='//127.0.0.1/{{ report.unit }}'><img src='\\\\127.0.0.1\\x'><img src='/\\127.0.0.1'>",
    "file": "<img src='file://127.0.0.1/x'><img src='&#102;ile:///etc/hostname'><img srcset='//127.0.0.1/x 2x'>",
    "style": "<style>@import 'http://127.0.0.1:9/x';</style><p style=\"background:url(//127.0.0.1/x)\">",
    "escaped style": "<style>p{background:u\\72l(//127.0.0.1/x)} i{x:image-set('//127.0.0.1/y' 1x)}</style><p>",
    "address in a comment before one": (
        "<p style='background:/*url(*/url(//127.0.0.1/{{ report.unit|urlencode }})'>"
        "<style>i{background:/*url(*/image-set('//127.0.0.1/y' 1x)}</style><i>x</i>"
    ),
    "frames": "<iframe src='http://127.0.0.1:9/'></iframe><object data='x'></object><embed src='x'><frameset>",
    "drawing": "<svg><image href='//127.0.0.1/x'/><use href='//127.0.0.1/x#a'/><foreignObject><body onload=1></svg>",
    "drawn fill": "<svg><rect width=9 height=9 fill='url(//127.0.0.1/x#a)' filter='url(//127.0.0.1/y#a)'/></svg>",
    "animated": "<svg><a><animate attributeName=href values='javascript:document.title=1'/><text>x</text></a></svg>",
    "style in a drawing": "<svg><style><img src=x onerror=\"document.title='ran'\"></style></svg>",
    "characters of style in a drawing": (
        "</html><svg><style>&#64;import 'http://127.0.0.1:9/x'; text { background: u&#92;72l&#40;//127.0.0.1:9/x) }"
        "</style><text>{{ report.unit }}</text></svg>"
    ),
    "style that a drawing fetches": (
        "<!doctype html></html><svg><style>* { background: url&#40;http://127.0.0.1:9/x?{{ report.unit }}) }</style>"
        "</svg>"
    ),
    "two names": "<meta NAME=referrer name=author content=unsafe-url><meta CHARSET=utf-16 charset=utf-8>",
    "title": "<title><img title=\"</title><script>document.title='ran'</script>\"></title>",
    "text areas": "<textarea><img title=\"</textarea><script>document.title='ran'</script>\"></textarea>",
    "mathematics": '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=no.png onerror=1>">',
    "no script": "<noscript><p title=\"</noscript><script>document.title='ran'</script>\">",
    "comment": "<!-- a --!><script>document.title='ran'</script> --><!--> <script>document.title='ran'</script>",
    "section": "<![CDATA[<script>document.title='ran'</script>]]><?x <script>document.title='ran'</script>",
    "own policy": '<meta http-equiv="Content-Security-Policy" content="default-src *">' + RUNS,
    "link": "<a href='java&Tab;script:document.title=1'>x</a><a href=' &#1;javascript:1'>y</a><a ping='http://127.0.0.1:9'>",
    "undone": "{{ (('<img src=no.png onerror=1>'|e)|replace('&lt;'|safe, '<'|safe))|replace('&gt;'|safe, '>'|safe) }}",
}


def _is_quiet(opened: Opened) -> None:
    opened.page.wait_for_load_state("networkidle")
    assert [one for one in opened.asked_for if one != opened.address and "no.png" not in one] == []
    assert opened.page.title() not in ("ran", "1")
    first = opened.evaluate("document.head.querySelector('meta[http-equiv]')?.content || ''")
    assert first.startswith("default-src 'none'; style-src ")
    assert opened.evaluate("document.querySelectorAll('meta[http-equiv]').length") == 2
    assert opened.evaluate("document.querySelectorAll('script, link, base, iframe, [onerror], [onload]').length") == 0


@pytest.fixture(scope="module")
def context(chromium: Any) -> Any:
    """A window without anything that is not the page's own."""
    return chromium.new_context(viewport={"width": 1280, "height": 900})


@pytest.mark.parametrize("place", PLACES)
def test_no_sign_is_a_way_past_the_policy(place: str, blank: Opened) -> None:
    texts = [written_anew(place.format(sign, RUNS)) for sign in SPACES]
    read = f"texts => texts.map(text => ({_SHOWN})(new DOMParser().parseFromString(text, 'text/html')))"
    assert blank.evaluate(read, texts) == [QUIET] * len(texts)


def test_no_sign_is_a_way_past_the_policy_where_the_page_is_shown(
    opened_anew: Callable[[Path], Opened], tmp_path: Path
) -> None:
    names = {}
    for number, (place, sign) in enumerate(product(PLACES, "\0\x0c\xa0\ufeff")):
        names[f"{number}.html"] = f"{place!r} with {sign!r}"
        (tmp_path / f"{number}.html").write_text(written_anew(place.format(sign, RUNS)), "utf-8", newline="")
    (tmp_path / "all.html").write_text("".join(f"<iframe src='{name}'></iframe>" for name in names))
    frames = opened_anew(tmp_path / "all.html").page.frames[1:]
    shown = {names[Path(frame.url).name]: frame.evaluate(f"() => ({_SHOWN})(document)") for frame in frames}
    assert shown == dict.fromkeys(names.values(), QUIET)


_SHOWN = """page => [page.title, page.querySelectorAll('script, [onerror], [onload]').length,
                     page.head.querySelector('meta[http-equiv]')?.content.slice(0, 18)]"""
QUIET = ["", 0, "default-src 'none'"]


@pytest.fixture(scope="module")
def hostile(context: Any, tmp_path_factory: pytest.TempPathFactory, crosp: Callable[..., Any]) -> dict[str, Opened]:
    """The pages by all those templates, opened beside each other: while one is waited for, the others load."""
    folder = tmp_path_factory.mktemp("hostile")
    pages = {}
    for number, (name, template) in enumerate(HOSTILE.items()):
        (folder / "mine.html.j2").write_text(template, "utf-8")
        page = folder / f"{number}.html"
        made = crosp("render", EXAMPLE, "--template", "mine.html.j2", "-o", page, "--lang", "en", cwd=folder)
        assert made.status == 0, made.err
        pages[name] = Opened(context, page)
    return pages


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_runs_and_nothing_is_fetched(name: str, hostile: dict[str, Opened]) -> None:
    opened = hostile[name]
    _is_quiet(opened)
    text = Path(unquote(urlsplit(opened.address).path)).read_text("utf-8")
    asking = "//127.0.0.1", "http-equiv=refresh", "refresh", "referrer", "utf-16"
    assert not any(address in text for address in asking)


_PARTS = st.sampled_from((
    "<", ">", "</", "/>", "<!--", "-->", "--!>", "<!", "<?", "<![CDATA[", "]]>", '"', "'", "=", " ", "/", "\n", "\x0c",
    "\xa0", "\0", "`", "&lt;", "&#60;", "&quot;", "script", "style", "svg", "math", "title", "textarea", "template",
    "noscript", "table", "td", "p", "a", "img", "select", "iframe", "html", "head", "body", "plaintext", "mtext",
    "desc", "foreignObject", "annotation-xml", "onerror=x", "href=", "javascript:1", "src=", "x", "<svg>", "<style>",
    "<title>", "<p ", "<img ", "<a ", "</style>", "</title>", "</svg>", "<script>", "</script>", "<math>", "<html ",
))  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_PARTS, max_size=30).map("".join))
def test_no_other_element_comes_of_any_text(blank: Any, text: str) -> None:
    found = blank.evaluate(
        """text => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')].map(
             one => [one.localName.toLowerCase(), one.getAttributeNames(), one.getAttribute('href') || ''])""",
        written_anew(text),
    )
    for name, attributes, target in found:
        assert name in ELEMENTS
        assert not any(attribute.startswith("on") for attribute in attributes)
        assert "javascript" not in target.partition(":")[0] or ":" not in target


@pytest.fixture
def blank(opened_anew: Callable[[Path], Opened], tmp_path: Path) -> Opened:
    path = tmp_path / "blank.html"
    path.write_text("<p>")
    return opened_anew(path)
