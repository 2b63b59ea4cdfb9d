"""The page on templates of one's own: its template can be filled, and the values that it lists exist."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .pages import DOCS, blocks, read

FIRST_LINE = [("en/templates.md", "what we do now"), ("sv/templates.md", "det här gör vi nu")]


@pytest.mark.parametrize(("page", "first"), FIRST_LINE)
def test_the_template_on_the_page_can_be_filled(page: str, first: str, crosp: Any, folder: Any, examples: Path) -> None:
    (template,) = (text for kind, text in blocks(DOCS / page) if kind == "jinja")
    folder.write("mine.md.j2", template)
    path = examples / "ekskolan" / "assessments" / "ekskolan" / "2026-ht-school.yaml"
    result = crosp("render", path, "--template", "mine.md.j2", "-o", "-", "--today", "2026-11-22", cwd=folder.path)
    assert result.status == 0, result.err
    lines = result.out.splitlines()
    assert lines[0] == f"# Ekskolan: {first}"
    assert [line for line in lines if line.startswith("- ")] == lines[2:]
    assert len(lines) > 5


@pytest.mark.parametrize("page", ["en/templates.md", "sv/templates.md"])
def test_the_values_on_the_page_exist(page: str, examples: Path) -> None:
    from crosp_cli.cli.commands.render.run import rendered
    from crosp_cli.cli.select.only import Only
    from crosp_cli.reports.user_templates.render import values

    table = read(DOCS / page).partition("`report.unit`")[2].partition("\n\n")[0]
    path = examples / "ekskolan" / "assessments" / "ekskolan" / "2026-ht-school.yaml"
    paper = rendered(path, Only(), None, date(2026, 11, 22), "sv", named_day=None, aside=True)
    given = values(paper, "html", DOCS)
    told = {name.rstrip("\\") for name in re.findall(r"`(report\.[a-z_]+)", "`report.unit`" + table)}
    assert told
    assert {name.removeprefix("report.") for name in told} <= given["report"].keys()
