"""The forms that findings take for CI: as their schemas want them, and with nothing in them from the user's files."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from crosp_cli.findings import Finding, Location, Quoted, Rule, Severity
from crosp_cli.output.findings.github import as_github, step_summary
from crosp_cli.output.findings.gitlab import as_gitlab
from crosp_cli.output.findings.junit import as_junit
from crosp_cli.output.findings.sarif import as_sarif
from crosp_cli.output.findings.text import summary
from crosp_cli.reading.rules import of_reading, of_shape
from crosp_cli.reading.rules.every import ALL_RULES
from crosp_cli.text.printable import printable
from crosp_cli.validation.runner import ValidationResult

SCHEMAS = Path(__file__).parent / "schemas"
HIDDEN = "19121212-1212 hemligt"
FORMS: dict[str, Callable[[ValidationResult, str], str]] = {
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
}

WARNED = Rule(
    "CR901", Severity.WARNING, {"sv": "Fel {a}: {b}", "en": "Wrong {a}: {b}"}, {"sv": "Byt.", "en": "Change."}
)
NOTED = Rule("CR902", Severity.NOTE, {"sv": "Notera {a}", "en": "Note {a}"})
PATHS = (
    "a b/å ä ö.yaml",
    "100%.yaml",
    "a#b?c=d&e;f,g.yaml",
    "::error::x.yaml",
    "a:b::c.yaml",
    "one\ntwo\r\n::warning::three.yaml",
    "'\"`|<b>]]>&amp;.yaml",
    "[x](1) {0} {{1}}.yaml",
    "\x1b[31mred\x07\x9b\u202e\u2028\ufffe.yaml",
    "not unicode \udcff.yaml",
    "../above.yaml",
    "/somewhere/else å.yaml",
    "##[error]x.yaml",
)
TEXTS = (
    "]]>",
    "::error::x",
    "%0A::error::x",
    "\x1b[31m\x00\x0c",
    "{0} [x](1)",
    "<script>&",
    "a\r\nb",
    "\ud800",
    "| --- |",
)


@pytest.fixture(scope="session")
def check() -> Callable[[str, str], None]:
    """Fail unless an output is as the schema of its form wants it."""
    sarif = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
    gitlab = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8")))
    junit = xmlschema.XMLSchema10(SCHEMAS / "junit-10.xsd")

    def checked(form: str, output: str) -> None:
        assert not output.startswith("\ufeff")
        output.encode("utf-8")
        if form == "sarif":
            sarif.validate(json.loads(output))
        elif form == "gitlab":
            gitlab.validate(json.loads(output))
        elif form == "junit":
            junit.validate(output)
        else:
            commands(output)

    return checked


def report(
    findings: Sequence[Finding], paths: Sequence[str] = (), fail_on: Severity = Severity.ERROR
) -> ValidationResult:
    """A report as `validate` would make it."""
    return ValidationResult(
        sorted(findings, key=lambda finding: finding.order), len(paths), fail_on, broken=False, paths=paths
    )


def hostile() -> ValidationResult:
    """A report with findings in files of every name, with messages that hold every text."""
    findings = [
        Finding(rule, Location(path, line, 7), {"a": text, "b": Quoted(HIDDEN)})
        for path in PATHS
        for text in TEXTS
        for line, rule in enumerate((WARNED, NOTED), 1)
    ]
    findings += [
        Finding(of_shape.UNKNOWN_KEY, Location(p, 3, 1), {"key": Quoted(HIDDEN), "allowed": "a, b"}) for p in PATHS
    ]
    return report(findings, PATHS)


# --- GitHub as the runner reads it ----------------------------------------------------------------------------


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands in an output, taken apart as the runner does it: name, properties, message."""
    *lines, last = re.split(r"\r\n|\r|\n", output.removesuffix("\n"))
    assert "::" not in last
    return [_command(line) for line in lines]


def _command(line: str) -> tuple[str, dict[str, str], str]:
    assert line.startswith("::")
    assert printable(line) == line
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    assert name in ("error", "warning", "notice")
    properties = dict(part.split("=", 1) for part in listed.split(","))
    assert list(properties) == ["file", "line", "col", "title"]
    in_property = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    return name, {k: _decoded(v, in_property) for k, v in properties.items()}, _decoded(data, {"%0A": "\n"})


def _decoded(text: str, codes: dict[str, str]) -> str:
    for code, character in codes.items():
        text = text.replace(code, character)
    return text.replace("%25", "%")


def test_github_says_each_finding_where_it_stands() -> None:
    asked = hostile()
    read = commands(as_github(asked, "en"))
    assert len(read) == len(asked.findings)
    for (name, properties, message), finding in zip(read, asked.findings, strict=True):
        assert name == {1: "notice", 2: "warning", 3: "error"}[finding.severity]
        assert properties == {
            "file": printable(finding.location.path),
            "line": str(finding.location.line),
            "col": str(finding.location.column),
            "title": finding.code,
        }
        assert message.split("\n")[0] == printable(finding.message("en", quote=False))


def test_github_line_by_line() -> None:
    findings = [
        Finding(of_shape.UNKNOWN_KEY, Location("a, b: 5%.yaml", 3, 5), {"key": Quoted("x"), "allowed": "a, b"}),
        Finding(WARNED, Location("b.yaml"), {"a": "50%", "b": 1}),
    ]
    assert as_github(report(findings, ["a", "b"]), "en") == (
        "::error file=a%2C b%3A 5%25.yaml,line=3,col=5,title=CR101::There is no key “…” here.%0AHere may stand: a, b.\n"
        "::warning file=b.yaml,line=1,col=1,title=CR901::Wrong 50%25: 1%0AChange.\n"
        "2 files checked: 1 error, 1 warning, 0 notes. The rest is checked when what cannot be read is mended.\n"
    )


def test_an_error_that_a_check_found_keeps_nothing_from_being_checked() -> None:
    of_check = Rule("CR1001", Severity.ERROR, {"en": "Wrong"})
    assert summary(report([Finding(of_check, Location("b.yaml"))], ["b.yaml"]), "en") == (
        "1 file checked: 1 error, 0 warnings, 0 notes."
    )


def test_step_summary_has_all_the_counts_and_is_a_table() -> None:
    asked = hostile()
    text = step_summary(asked, "en")
    assert f"{asked.count(Severity.ERROR)} errors, {asked.count(Severity.WARNING)} warnings" in text
    *_head, header, dashes = text.split("\n")[:6]
    assert header == "| Severity | Place | Code | Message |"
    assert dashes == "| --- | --- | --- | --- |"
    rows = text.rstrip("\n").split("\n")[6:]
    assert len(rows) == len(asked.findings)
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 5 for row in rows)
    assert not re.search(r"(?<!\\)[<\[`]", "".join(rows))
    assert [row.split()[1] for row in rows] == [
        severity for severity in ("error", "warning", "note") for row in rows if row.split()[1] == severity
    ]


def test_step_summary_stays_below_what_github_takes() -> None:
    many = [Finding(WARNED, Location(f"{n}.yaml"), {"a": "x" * 200, "b": 1}) for n in range(5000)]
    worst = Finding(of_reading.EMPTY, Location("z.yaml"))
    text = step_summary(report([*many, worst]), "en")
    assert len(text.encode()) < 1_000_000
    assert "1 error, 5000 warnings" in text
    assert text.split("\n")[6].startswith("| error |")
    left = re.search(r"… and (\d+) more findings\.", text)
    assert left is not None
    assert text.count("| warning |") + 1 + int(left[1]) == 5001


def test_step_summary_without_findings_has_no_table() -> None:
    assert step_summary(report([], ["a.yaml"]), "en") == (
        "### crosp validate\n\n1 file checked: 0 errors, 0 warnings, 0 notes.\n"
    )


# --- every form -----------------------------------------------------------------------------------------------


@pytest.mark.breadth
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("findings", [0, 1, 3000])
def test_any_number_of_findings(form: str, findings: int, check: Callable[[str, str], None]) -> None:
    found = [Finding(WARNED, Location(f"{n % 7}.yaml", n + 1), {"a": "x", "b": n}) for n in range(findings)]
    output = FORMS[form](report(found, ["0.yaml"]), "en")
    check(form, output)
    counted = {
        "github": lambda: len(commands(output)),
        "gitlab": lambda: len(json.loads(output)),
        "sarif": lambda: len(json.loads(output)["runs"][0]["results"]),
        "junit": lambda: output.count("CR901 warning"),
    }
    assert counted[form]() == findings


@pytest.mark.parametrize("form", FORMS)
def test_hostile_findings(form: str, language: str, check: Callable[[str, str], None]) -> None:
    output = FORMS[form](hostile(), language)
    check(form, output)
    assert "hemligt" not in output
    assert "19121212" not in output
    assert printable(output.replace("\n", "")) == output.replace("\n", "")


@pytest.mark.parametrize("form", FORMS)
def test_same_bytes_whatever_the_order_they_came_in(form: str) -> None:
    asked = hostile()
    turned = report(list(reversed(asked.findings)), PATHS)
    assert FORMS[form](turned, "sv") == FORMS[form](turned, "sv")
    distinct = [Finding(NOTED, Location(path, n), {"a": "x"}) for path in PATHS for n in (1, 2)]
    assert FORMS[form](report(distinct), "sv") == FORMS[form](report(distinct[::-1]), "sv")


_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)


@pytest.mark.parametrize("form", FORMS)
def test_whatever_a_path_or_a_value_is(form: str, check: Callable[[str, str], None]) -> None:
    @given(path=_TEXT.filter(bool), value=_TEXT, severity=st.sampled_from(Severity))
    def tried(path: str, value: str, severity: Severity) -> None:
        rule = Rule("CR901", severity, {"en": "{a}{b}"}, {"en": "{a}"})
        found = [Finding(rule, Location(path, 1, n), {"a": value, "b": Quoted(HIDDEN)}) for n in (1, 2)]
        output = FORMS[form](report(found, [path]), "en")
        if form != "gitlab" or not path.startswith("./"):
            check(form, output)
        assert "hemligt" not in output

    tried()


# --- GitLab ---------------------------------------------------------------------------------------------------


def test_gitlab_names_the_exact_place() -> None:
    asked = hostile()
    for entry, finding in zip(json.loads(as_gitlab(asked, "en")), asked.findings, strict=True):
        assert entry["location"]["path"] == finding.location.path.replace("\udcff", "\\udcff")
        assert entry["location"]["lines"] == {"begin": finding.location.line}
        assert entry["check_name"] == finding.code
        assert entry["severity"] == {1: "info", 2: "minor", 3: "major"}[finding.severity]


def prints_of_gitlab(findings: Sequence[Finding]) -> list[str]:
    return [entry["fingerprint"] for entry in json.loads(as_gitlab(report(findings), "en"))]


def prints_of_sarif(findings: Sequence[Finding]) -> list[str]:
    results = json.loads(as_sarif(report(findings), "en"))["runs"][0]["results"]
    return [result["partialFingerprints"]["crospOccurrence/v1"] for result in results]


@pytest.mark.parametrize("prints", [prints_of_gitlab, prints_of_sarif])
def test_fingerprints_are_unique_and_survive_moves(prints: Callable[[Sequence[Finding]], list[str]]) -> None:
    found = [
        *(Finding(NOTED, Location("a.yaml", line), {"a": "x"}) for line in (1, 2, 2, 9)),
        Finding(NOTED, Location("b.yaml", 1), {"a": "x"}),
        Finding(WARNED, Location("a.yaml", 10), {"a": "x", "b": 1}),
    ]
    moved = [Finding(f.rule, Location(f.location.path, f.location.line + 40, 8), {"a": "other", "b": 2}) for f in found]
    assert len(set(prints(found))) == len(found)
    assert prints(moved) == prints(found)
    assert set(prints(found[1:])) < set(prints(found))
    assert len(set(prints(hostile().findings))) == len(hostile().findings)


# --- SARIF ----------------------------------------------------------------------------------------------------

RELATIVE_REFERENCE = re.compile(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
"""RFC 3986, and stricter: what may stand in a path, without colons."""


def run_of(asked: ValidationResult, language: str = "en") -> dict[str, Any]:
    (run,) = json.loads(as_sarif(asked, language))["runs"]
    return dict(run)


def test_sarif_names_the_exact_place() -> None:
    asked = hostile()
    for result, finding in zip(run_of(asked)["results"], asked.findings, strict=True):
        (place,) = result["locations"]
        artifact = place["physicalLocation"]["artifactLocation"]
        path = finding.location.path.replace("\udcff", "\\udcff")
        if path.startswith("/"):
            assert artifact == {"uri": "file:///somewhere/else%20%C3%A5.yaml"}
        else:
            assert RELATIVE_REFERENCE.fullmatch(artifact["uri"])
            assert unquote(artifact["uri"]) == path
            assert artifact["uriBaseId"] == "%SRCROOT%"
        assert place["physicalLocation"]["region"] == {
            "startLine": finding.location.line,
            "startColumn": finding.location.column,
        }
        assert result["level"] == finding.severity.word


def test_sarif_lines_and_columns_count_from_1() -> None:
    (result,) = run_of(report([Finding(of_reading.EMPTY, Location("a.yaml", 0, 0))]))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


def test_sarif_says_what_tool_and_columns_it_has(language: str) -> None:
    from crosp_cli import __version__

    run = run_of(report([]), language)
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == ("crosp", __version__, language)
    assert run["results"] == []


def test_sarif_has_every_rule_with_its_texts(language: str) -> None:
    from crosp_cli.checks.registry import EVERY_CHECK

    listed = run_of(report([]), language)["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in listed]
    assert codes == sorted(set(codes), key=lambda code: int(code.removeprefix("CR")))
    assert {rule.code for rule in ALL_RULES} | {check.rule.code for check in EVERY_CHECK} < set(codes)
    for rule in listed:
        for part in ("shortDescription", "fullDescription", "help"):
            assert rule[part]["text"].strip()
            assert not re.search(r"(?<!\{)\{\w+\}", rule[part]["text"])
    reasons = {rule["id"]: rule["fullDescription"]["text"] for rule in listed}
    for check in EVERY_CHECK:
        assert check.reason[language].replace("{", "{{").replace("}", "}}") in reasons[check.rule.code]
        assert check.source_in(language) in reasons[check.rule.code]


def test_sarif_results_lead_to_their_rules() -> None:
    run = run_of(hostile())
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_level_is_what_the_project_made_of_it() -> None:
    milder = Rule(of_reading.EMPTY.code, Severity.NOTE, of_reading.EMPTY.message)
    run = run_of(report([Finding(milder, Location("a.yaml"))]))
    (result,) = run["results"]
    assert result["level"] == "note"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["defaultConfiguration"] == {"level": "error"}


def test_sarif_message_is_no_template_and_no_link() -> None:
    (result,) = run_of(report([Finding(NOTED, Location("a.yaml"), {"a": r"{0} [x](1) \ "})]))["results"]
    assert result["message"]["text"] == r"Note {{0}} \[x\](1) \\"


# --- JUnit ----------------------------------------------------------------------------------------------------


def cases_of(asked: ValidationResult) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(as_junit(asked, "en"))  # noqa: S314 -- our own
    (suite,) = root
    cases = {case.attrib["name"]: case for case in suite.iter("testcase")}
    failing = [case for case in cases.values() if case.find("failure") is not None]
    for element in (root, suite):
        assert element.attrib["tests"] == str(len(cases))
        assert element.attrib["failures"] == str(len(failing))
        assert element.attrib["errors"] == "0"
    return cases


def of_each_severity() -> Iterator[Finding]:
    yield Finding(of_shape.UNKNOWN_KEY, Location("a.yaml", 3), {"key": Quoted("x"), "allowed": "a"})
    yield Finding(WARNED, Location("a.yaml", 4), {"a": "x", "b": 1})
    yield Finding(NOTED, Location("b.yaml", 5), {"a": "x"})


def test_junit_has_a_case_for_each_file() -> None:
    cases = cases_of(report(list(of_each_severity()), ["c.yaml", "a.yaml", "b.yaml"]))
    assert list(cases) == ["a.yaml", "b.yaml", "c.yaml"]
    assert list(cases["c.yaml"]) == []
    failure, output = cases["a.yaml"]
    assert failure.tag == "failure"
    assert failure.attrib == {"type": "error", "message": "CR101: There is no key “…” here."}
    assert failure.text == "a.yaml:3:1: CR101 error: There is no key “…” here.\n    Here may stand: a.\n"
    assert output.tag == "system-out"
    assert output.text == "a.yaml:4:1: CR901 warning: Wrong x: 1\n    Change.\n"
    assert [part.tag for part in cases["b.yaml"]] == ["system-out"]


def test_junit_fails_by_what_the_project_fails_by() -> None:
    cases = cases_of(report(list(of_each_severity()), fail_on=Severity.WARNING))
    assert [part.tag for part in cases["a.yaml"]] == ["failure"]
    assert (cases["a.yaml"][0].text or "").count("CR") == 2
    assert cases["a.yaml"][0].attrib["type"] == "error"
    cases = cases_of(report(list(of_each_severity()), fail_on=Severity.NOTE))
    assert [part.tag for part in cases["b.yaml"]] == ["failure"]


def test_junit_shows_hostile_names_as_they_are_where_that_can_be() -> None:
    assert set(cases_of(hostile())) == {printable(path) for path in PATHS}


# --- from the command line ------------------------------------------------------------------------------------

WILD = """\
shared-direction:
  funding:
    current_state: {reflection: "]]> ::error::x %0A", rating: "]]>hemligt"}
    hemligt-nyckel: 1
    "::error::hemligt": 1
"""


@pytest.fixture
def wild(folder: Any) -> Any:
    """A project with files that try every form."""
    folder.project()
    folder.assessment("a b,å %0A#.yaml", WILD)
    folder.write("::error::x\n::error::y.yaml", "format: crosp-assessment/1\n\x1b[31m]]>\n")
    folder.write("x.yaml", "format: crosp-assessment/1\nlevel: hemligt\n")
    return folder


@pytest.mark.cli
@pytest.mark.parametrize("form", FORMS)
def test_command_line(form: str, wild: Any, crosp: Any, language: str, check: Callable[[str, str], None]) -> None:
    result = crosp("validate", "--format", form, "--lang", language, cwd=wild.path, env={"GITHUB_STEP_SUMMARY": ""})
    assert result.status == 1
    assert result.err == ""
    check(form, result.out)
    assert "hemligt" not in result.out
    assert "\x1b" not in result.out


@pytest.mark.cli
@pytest.mark.parametrize("form", FORMS)
def test_command_line_with_nothing_to_say(
    form: str, folder: Any, crosp: Any, check: Callable[[str, str], None]
) -> None:
    folder.project()
    result = crosp("validate", "--format", form, cwd=folder.path, env={"GITHUB_STEP_SUMMARY": ""})
    assert result.status == 0
    check(form, result.out)
    if form == "junit":
        assert 'name="crosp.yaml"' in result.out


@pytest.mark.cli
def test_github_is_chosen_by_itself_where_it_runs(wild: Any, crosp: Any) -> None:
    inside = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": ""}
    here = crosp("validate", cwd=wild.path, env=inside)
    assert len(commands(here.out)) >= 4
    assert crosp("validate", "--format", "github", cwd=wild.path, env={"GITHUB_STEP_SUMMARY": ""}).out == here.out
    plain = crosp("validate", cwd=wild.path).out
    assert not plain.startswith("::error file=")
    told = re.sub("(?m)^::", r"\\u003a:", plain)  # no file's name is a command in the log
    assert crosp("validate", "--format", "text", cwd=wild.path, env=inside).out == told != plain
    assert crosp("validate", cwd=wild.path, env={"GITHUB_ACTIONS": "false"}).out == plain


@pytest.mark.cli
def test_step_summary_is_added_to_the_runners_file(wild: Any, crosp: Any, tmp_path: Path) -> None:
    wild.write("summary.md", "before\n")
    inside = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    result = crosp("validate", cwd=wild.path, env=inside)
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.startswith("before\n### crosp validate\n")
    assert text.count("\n| error |") == result.out.count("::error file=")
    assert "hemligt" not in text


@pytest.mark.cli
def test_step_summary_that_cannot_be_written_changes_nothing(wild: Any, crosp: Any, tmp_path: Path) -> None:
    quiet = crosp("validate", "--format", "github", cwd=wild.path, env={"GITHUB_STEP_SUMMARY": ""})
    told = crosp("validate", "--format", "github", cwd=wild.path, env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert (told.status, told.out) == (quiet.status, quiet.out)
    assert "cannot be written" in told.err


@pytest.mark.cli
def test_only_the_github_form_writes_a_summary(wild: Any, crosp: Any, tmp_path: Path) -> None:
    inside = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "s.md")}
    for form in ("text", "json", "gitlab", "sarif", "junit"):
        crosp("validate", "--format", form, cwd=wild.path, env=inside)
    assert not (tmp_path / "s.md").exists()
