"""What a person's own template shows, and what it may not: the sandbox, asked without a process of its own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.user_templates import render, worker
from crosp_cli.reports.user_templates.trusted_text import with_whole_values

pytestmark = pytest.mark.cli

CELLS = """\
shared-direction:
  governance:
    current_state: {reflection: "<b>Something</b> {{ 7*7 }}", rating: 1, evidence: ["{% raise %}"]}
    need: {analysis: More of it., target: 2}
    measures: [{id: one, what: "Do {{ report }} & it", responsible: principal, due: 2026-10-20}]
"""
Answer = dict[str, Any]


@pytest.fixture
def answered(folder: Any, make: Any) -> Callable[..., Answer]:
    """Return what is answered where a template is to be filled with an assessment."""
    folder.project()
    path = Path(folder.assessment(cells=CELLS))
    content = ReportContent("report", make(folder.path / path, "en"))

    def fill(template: str, name: str = "mine.html.j2") -> Answer:
        folder.write(name, template)
        form = render.form_of(Path(name))
        request = {
            "folder": str(folder.path), "template": name, "form": form, "wanted": form, "language": "en",
            "values": render.values(content, form, folder.path),
        }  # fmt: skip
        return worker.answer(worker.request_of(json.dumps(request).encode()))

    return fill


SHOWN_AS_TEXT = {
    "{{ _(report.measures[0].what ~ '<i>') }}": "Do {{ report }} &amp; it&lt;i&gt;",
    "{% set f = gettext %}{{ f('100 %' ~ report.details[0].reflection) }}": (
        "100 %&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}"
    ),
    "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(report.details[0].reflection) }}": (
        "<i>&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}</i>"
    ),
    "{{ '<br>'|safe }}{{ _('<b>own</b>') }}": "<br><b>own</b>",
    "{{ ('a\nb'|e)|indent(report.details[0].reflection) }}": "a\n&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}b",
    "{{ '{}'.format(report.details[0].reflection) }}": "&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}",
    "{% call '{}'.format(report.details[0].reflection) %}{% endcall %}": "&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}",
    "{% filter striptags %}{{ report.details[0].reflection }}{% endfilter %}": "&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}",
    "{% filter d(report.details[0].reflection, true) %}{% endfilter %}": "&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}",
    "{% set x|striptags %}{{ report.details[0].reflection }}{% endset %}{{ x }}": (
        "&lt;b&gt;Something&lt;/b&gt; {{ 7*7 }}"
    ),
    "{% filter upper %}<i>{{ 'a' }}</i>{% endfilter %}": "<i>A</i>",
    "<i title={{ report.measures[0].what }}>": '<i title="Do&#32;{{&#32;report&#32;}}&#32;&amp;&#32;it">',
    """<i title="{{ 1 }}" class = b-{% if 1 %}{{ 'x id=y' }}{% endif %}>""": '<i title="1" class="b-x&#32;id&#61;y">',
    "<i title={{ 'a b' }}{{ 'c d' }} {{ 'id=e'|safe }}>": '<i title="a&#32;bc&#32;d" id="e">',
    "{% set x %}a hidden{% endset %}<i title={{ x }} id={{ x|e }}>": '<i title="a&#32;hidden" id="a&#32;hidden">',
    """<i title='{{ "x=y z" }}={{ "a b" }}'>{{ "a = b" }}</i>""": '<i title="x=y z=a b">a = b</i>',
    """<i "{{ 'x' }} <a title={{ 'a hidden' }}{{ 'b c' }}>""": '&lt;i "x <a title="a&#32;hiddenb&#32;c">',
    """<i title="{{ '"x'|tojson }}">""": '<i title="&#34;\\&#34;x&#34;">',
    "<i title= {{ 'a b' }} id='{{ 1 }}' class\n=\n{{ 'c d' }}>": '<i title="a&#32;b" id="1" class="c&#32;d">',
    f"<i title='&#{'9' * 5000};&#{'0' * 5000}65;' id='&#{'9' * 3000}<x'>&#{'9' * 3000}<x>{'9' * 3000};": (
        '<i title="&#99999999;&#65;" id="&#99999999&lt;x">&#99999999;'
    ),
}
SHOWN_AS_TEXT_IN_MARKDOWN = {
    "{{ _(report.measures[0].what ~ '100 %') }}": r"Do \{\{ report \}\} &amp; it100 %",
    "{{ _('{}').format('[x](y)') }}": r"\[x\]\(y)",
    "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('a*b') }}": r"**a\*b**",
    "{% set x %}**{{ 'a*b' }}**{% endset %}{{ x }}": r"**a\*b**",
    "{% macro m() %}> {{ caller() }}{% endmacro %}{% call m() %}**b** {{ '*' }}{% endcall %}": r"> **b** \*",
    "{% block one %}*b*{% endblock %} {{ self.one() }}": "*b* *b*",
    "{% trans x='*' %}**{{ x }}**{% endtrans %}": r"**\***",
    r"{% filter replace('\\', '') %}{{ '*' }}{% endfilter %}": r"\*",
    r"{% set x|replace('\\', '') %}{{ '*' }}{% endset %}{{ x }}": r"\*",
    "{% call '{}'.format('*') %}{% endcall %}": r"\*",
    "{% filter indent %}- a\n- {{ '*' }}{% endfilter %}": "- a\n    - \\*",
    """<i title="{{ '"x' }} {{ 'y' }}" class={{ 'a b' }}>{{ '"x' }}</i>""": (
        '<i title="&#34;x y" class=a&#32;b>"x</i>'
    ),
    """<i title='{% if 1 %}{{ "'x" }}{% endif %}'{% macro m() %} id="y"{% endmacro %}{{ m() }}>""": (
        """<i title='&#39;x' id="y">"""
    ),
    "{% filter indent(report.details[0].reflection) %}a\nb{% endfilter %}": (
        r"a &lt;b&gt;Something&lt;/b&gt; \{\{ 7\*7 \}\}b"
    ),
}


@pytest.mark.parametrize("template", SHOWN_AS_TEXT)
def test_a_page_shows_values_as_text_whatever_way_they_take(template: str, answered: Callable[..., Answer]) -> None:
    assert answered(template)["made"].endswith(SHOWN_AS_TEXT[template])


@pytest.mark.parametrize("template", SHOWN_AS_TEXT_IN_MARKDOWN)
def test_markdown_shows_values_as_text_once_escaped(template: str, answered: Callable[..., Answer]) -> None:
    assert answered(template, "mine.md.j2") == {"made": SHOWN_AS_TEXT_IN_MARKDOWN[template]}


def test_each_of_many_values_in_one_tag_is_text() -> None:
    template = Environment(autoescape=True).parse("<i " + "a={{ b }} " * 10_000 + "=" * 50_000 + ' "{{ c }}')
    found = list(with_whole_values(template).find_all(nodes.Filter))
    assert len(found) == 10_000


def test_nothing_is_escaped_in_a_text(answered: Callable[..., Answer]) -> None:
    result = answered("{{ _('a %(x)s', x='*b*') }}{% trans x='<' %} * {{ x }}{% endtrans %}", "mine.txt.j2")
    assert result == {"made": "a *b* * <"}


def test_half_a_character_is_no_reason_to_stop(answered: Callable[..., Answer]) -> None:
    assert answered(r"{{ '\ud83d' }}!", "mine.txt.j2") == {"made": "?!"}


@pytest.mark.parametrize("name", ["mine.txt.j2", "mine.md.j2", "mine.html.j2"])
def test_nothing_drives_a_terminal(name: str, answered: Callable[..., Answer]) -> None:
    made = answered("\x1b{{ 'a\x1b]0;b\x07\x9b' }}\n{{ '\\x1b' }}c", name)["made"]
    assert made.replace("\\", "").endswith("a]0;b\nc")


ESCAPES = {
    "{{ ''.__class__.__mro__ }}": "__class__ may not be used",
    "{{ ''|attr('__class__') }}": "__class__ may not be used",
    "{{ ['']|map(attribute='__class__')|first }}": "__class__ may not be used",
    "{{ ''['__class__'] }}": "__class__ may not be used",
    "{{ cycler.__init__.__globals__ }}": "__init__ may not be used",
    "{{ self.__init__ }}": "__init__ may not be used",
    "{{ _.__globals__ }}": "__globals__ may not be used",
    "{{ '{0.__class__}'.format(report) }}": "__class__ may not be used",
    "{{ '%s'|format(report.unit.__class__) }}": "__class__ may not be used",
    "{% macro m() %}{% endmacro %}{{ m.__init__ }}": "__init__ may not be used",
    "{{ report.measures.append(1) }}": "append may not be used",
    "{{ report.update({}) }}": "update may not be used",
    "{% include '" + 300 * "a" + ".html' %}": "aa … cannot be read.",
    "{% include '../secret.txt' %}": "only files in its own folder",
    "{% include 'sub/../../secret.txt' %}": "only files in its own folder",
    "{% include '..\\\\secret.txt' %}": "only files in its own folder",
    "{% import '../secret.txt' as x %}": "only files in its own folder",
    "{% extends '../secret.txt' %}": "only files in its own folder",
    "{% include ['../secret.txt'] ignore missing %}": "only files in its own folder",
    "{% include 'crosp.yaml' %}": "a template ends in",
    "{{ lipsum() }}": "no value named lipsum",
    "{{ [1, 2]|random }}": "no filter random",
    "{{ report.details[0].reflection|safe }}": "safe is only for a text that is written in the template itself",
    "{{ [report.unit]|map('safe')|list }}": "safe is only for a text that is written in the template itself",
    "{{ [report.unit]|map('crosp ready')|list }}": "safe is only for a text that is written in the template itself",
    "{{ _('{0.__class__}').format(report) }}": "__class__ may not be used",
    "{{ ('a'|e).translate({97: report.details[0].reflection}) }}": "translate may not be used",
    "{{ ('{0.__class__}'|attr('format'))(report) }}": "__class__ may not be used",
}


@pytest.mark.parametrize("template", ESCAPES)
def test_there_is_no_way_out(template: str, answered: Callable[..., Answer], folder: Any) -> None:
    folder.write("../secret.txt", "the secret")
    result = answered(template)
    assert ESCAPES[template] in result["problem"]
    assert result.keys() == {"problem", "template", "line"}
    assert "the secret" not in str(result)
    assert "\n" not in result["problem"]


MISTAKES = {
    "<p>\n{{ reprot.unit }}": "mine.html.j2:2: There is no value named reprot. Did you mean report?",
    "{% for view in [1] %}\n\n{{ veiw }}{% endfor %}": ":3: There is no value named veiw. Did you mean view?",
    "{{ report.measures[0].whta }}": ":1: There is no whta in this value. Did you mean what?",
    "{{ report.measures|map(attribute='whta')|list }}": ":1: There is no whta in this value. Did you mean what?",
    "{{ [report.nosuch] }}": ":1: There is no nosuch in this value.",
    "{{ report.unit|uper }}": ":1: There is no filter uper. Did you mean upper?",
    "{% if report is defned %}{% endif %}": ":1: There is no test defned. Did you mean defined?",
    "\n\n{% if report %}": ":3: A tag is not closed: {% endif %} is missing.",
    "{% inclde 'x' %}": ":1: There is no tag {% inclde %} here.",
    "{{ report.unit ": ":1: This is not how Jinja is written",
    "{% include 'a.html' %}": "There is no template a.html in the folder.",
    "{{ report.organiser.name }}{{ report.shared.alike }}": ":1: ",
    "{{ 1 / 0 }}": ":1: This cannot be done: ZeroDivisionError",
    "{{ report.measures|map(attribute='what') }}": ":1: There are many values here. Say how to show them",
    "{{ report.unit.upper }}": ":1: What is written here is no value to show. Is () missing after it?",
    "{{ 'Unit ' ~ report.unit.upper }}": ":1: What is written here is no value to show. Is () missing after it?",
    "{{ '%s' % dict }}": ":1: What is written here is no value to show.",
    "{{ _('%(a)s', a=gettext) }}": ":1: What is written here is no value to show.",
    "{{ [cycler('a')]|join }}": ":1: What is written here is no value to show.",
    "{{ 'a'|replace('a', {'b': report['unit']['upper']}) }}": ":1: What is written here is no value to show.",
    "{{ report.unit.upper|step([]) }}": ":1: What is written here is no value to show.",
    "{{ '{0.upper}'.format('a') }}": ":1: What is written here is no value to show.",
    "{% block one %}{{ self.one|string }}{% endblock %}": ":1: What is written here is no value to show.",
    "{% extends 'block.txt' %}{% block one %}{{ super ~ '' }}{% endblock %}": ":1: What is written here is no value",
    "{{ [report.unit]|map('upper') ~ '' }}": ":1: There are many values here. Say how to show them",
    "{{ report.unit() }}": ":1: This cannot be done: TypeError",
    "{{ report|picture('nope') }}": ":1: There is no picture nope",
}


@pytest.mark.parametrize("template", MISTAKES)
def test_a_mistake_is_told_with_its_line(template: str, answered: Callable[..., Answer], folder: Any) -> None:
    folder.write("block.txt", "{% block one %}{% endblock %}")
    result = answered(template)
    assert MISTAKES[template] in f"{result['template']}:{result['line']}: {result['problem']}"
    assert "\n" not in result["problem"]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ report|picture('karta') }}", "There are: agreement, change, map, timeline."),
        ("{{ none|in_words }}", "The date is missing here."),
        ("{{ 'soon'|in_words }}", "in_words takes a date, and soon is none."),
        ("{{ ('x ' * 96 ~ '20121212-1212')|in_words }}", "x x … is none."),  # no part of a number is left
    ],
)
def test_what_a_filter_cannot_take(template: str, said: str, answered: Callable[..., Answer]) -> None:
    assert said in answered(template)["problem"]
