"""Some bytes are read as an assessment and as a project, checked, and put into words."""

from datetime import date
from pathlib import Path

from crosp_cli.checks.check import NewestScope, ProjectScope
from crosp_cli.checks.digest import digest_of
from crosp_cli.findings import Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.project import Project
from crosp_cli.output.findings.json import as_json
from crosp_cli.output.findings.text import as_text
from crosp_cli.reading.documents.assessment import against
from crosp_cli.reading.documents.document import document, tree_from
from crosp_cli.reading.workspace import Workspace
from crosp_cli.validation.file_checker import check_document, check_newest, settled
from crosp_cli.validation.project_checker import across
from crosp_cli.validation.runner import ValidationResult, check_project

HERE = Path(__file__).parent
CONTEXT = Workspace().context_in(HERE / "project")
DAY = date(2026, 11, 21)


def tried(data: bytes) -> None:
    """Read `data` as an assessment and as a project, check it, and put what was found into words."""
    tree, found = tree_from(data, "fuzzed.yaml")
    findings = list(found)
    digests = []
    if_newest = []
    if tree is not None:
        read = document(Assessment, tree, found)
        findings = list(read.findings)
        if read.model is not None and CONTEXT.framework is not None:
            findings += against(read.model, tree, CONTEXT.framework)
            findings += check_document(read.model, tree, CONTEXT, DAY)
            digests.append(digest_of(read.model, "fuzzed.yaml"))
            if_newest += check_newest(NewestScope(read.model, read.model, DAY), tree)
        findings += document(Project, tree, []).findings
    text = tree.text if tree else data.decode("utf-8", "replace")
    findings = settled(findings, text, "fuzzed.yaml", CONTEXT)
    told = across(ProjectScope(CONTEXT, digests, DAY), {}, {"fuzzed.yaml": if_newest}, lambda _name: tree)
    findings += check_project(CONTEXT, told, {"fuzzed.yaml"})
    result = ValidationResult(sorted(findings, key=lambda finding: finding.order), 1, Severity.ERROR, broken=False)
    lines = text.count("\n") + text.count("\r") + 1
    for finding in findings:
        if finding.location.path == "fuzzed.yaml":
            assert 1 <= finding.location.line <= lines + 1, (finding.code, finding.location)
            assert finding.location.column >= 1
    for language in ("sv", "en"):
        shown = as_text(result, language)
        assert "\x1b" not in shown
        as_json(result, language)
