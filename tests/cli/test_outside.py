"""No command opens what lies outside the project because a link in it leads there."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.process

SCHOOL = "assessments/mill-lane/2026-autumn-school-team.yaml"
RESPONSE = """\
format: crosp-response/1
framework: inclusion-walk@1
unit: mill-lane
level: school-team
occasion: 2026-autumn
group: learners
response: r{number}
steps: {{arriving: {{everyday-practice: 2}}}}
text: I would like to be asked.
"""
RESPONSES = {f"responses/{number}.yaml": RESPONSE.format(number=number) for number in range(6)}
MADE = {
    **RESPONSES,
    "responses/another.txt": RESPONSE.format(number="another"),
    "framework/migrations.yaml": "format: crosp-migrations/1\n",
    "register.yaml": "format: crosp-collaborations/1\ndate: 2026-10-15\n",
    "mine.collected.json": '{"format": "crosp-collected/1", "collected": []}\n',
    "responses-texts.md": "",
    ".crosp/assessment.schema.json": "{}\n",
}
LINKS = (
    "crosp.yaml", SCHOOL, "assessments/mill-lane", "framework", "framework/framework.yaml", ".crosp",
    "framework/migrations.yaml", "register.yaml", "mine.collected.json", "responses/1.yaml", "responses/another.txt",
    "responses-texts.md",
)  # fmt: skip
COMMANDS = """\
validate .
analyse .
compare .
follow-up .
collaborations .
programme .
render . --all -o all
collect responses --into mine.yaml --yes
import mine.yaml --into mine.yaml --yes
form mine.yaml -o form.html
new 2027-autumn --date 2027-10-15
new 2026-autumn --add all
migrate --write
show
show arriving
schema assessment
"""
WATCHED = """if True:
    import os, sys
    from crosp_cli.cli.main import run

    outside, opened = os.path.realpath(sys.argv[1]), set()

    def watch(event, arguments):
        follows = event in ("os.scandir", "os.listdir") or event == "open" and not arguments[2] & os.O_NOFOLLOW
        if follows and isinstance(arguments[0], (str, bytes)):
            real = os.path.realpath(os.fsdecode(arguments[0]))
            if os.path.commonpath((real, outside)) == outside:
                opened.add(command.strip() + ": " + real)

    sys.addaudithook(watch)
    for command in sys.stdin:
        run(command.split())
    command = ""
    print("OPENED", sorted(opened))
"""


@pytest.mark.parametrize("name", LINKS)
def test_nothing_there_is_opened(crosp_process: Any, examples: Path, tmp_path: Path, name: str) -> None:
    home, outside = tmp_path / "home", tmp_path / "outside"
    for folder in (home, outside):
        shutil.copytree(examples / "other-framework", folder)
        shutil.copy(folder / SCHOOL, folder / "mine.yaml")
        for path, content in (MADE if folder is outside else RESPONSES).items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(content, "utf-8")
    linked = home / name
    if linked.is_dir():
        shutil.rmtree(linked)
    linked.unlink(missing_ok=True)
    linked.symlink_to(os.path.relpath(outside / name, linked.parent))
    answer = crosp_process(outside, python=("-c", WATCHED), cwd=home, input=COMMANDS.encode())
    assert answer.out.splitlines()[-1] == "OPENED []", answer.err
