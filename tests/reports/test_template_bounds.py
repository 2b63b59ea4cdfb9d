"""Own templates are filled where the system holds a process to its limits, and nowhere else."""

import subprocess
import sys
from pathlib import Path

import pytest

from crosp_cli.limits import TEMPLATE_MEMORY
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.user_templates import render

from .conftest import Make

SCHOOL = "ekskolan/assessments/ekskolan/2026-ht-school.yaml"
SYSTEMS = {"linux": True, "darwin": False, "win32": False, "cygwin": False, "freebsd14": False, "": False}


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_system_that_holds_nobody_to_limits_fills_no_template(
    system: str, tmp_path: Path, make: Make, examples: Path
) -> None:
    content = ReportContent("report", make(examples / SCHOOL, "sv"))
    template = tmp_path / "mine.html.j2"
    template.write_text("<p>{{ report.unit }}</p>")
    if SYSTEMS[system]:
        assert "<p>Ekskolan</p>" in render.filled(template, content, system=system)
        assert render.filled_for_paper(template, content, system=system)
    for fill in () if SYSTEMS[system] else (render.filled, render.filled_for_paper):
        with pytest.raises(render.TemplateError) as error:
            fill(template, content, system=system)
        assert error.value.message.startswith("Egna mallar fylls bara i Linux")


def test_the_process_gives_up_what_it_has_no_use_for() -> None:
    told = """
import os, resource
from crosp_cli.reports.user_templates.bounds import are_set
print(are_set(7, os.getppid()), are_set(7, os.getppid(), "darwin"), are_set(7, 1))
print(*(resource.getrlimit(which)[0] for which in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)))
"""
    done = subprocess.run([sys.executable, "-c", told], stdout=subprocess.PIPE, text=True, check=True)
    assert done.stdout.splitlines() == ["True False False", f"{TEMPLATE_MEMORY} 7 0"]
