"""What is found across files is placed in them, and each is read once for all that is found in it."""

from datetime import date

from crosp_cli.checks.check import ProjectScope
from crosp_cli.checks.collaboration._register import Pointer
from crosp_cli.reading.workspace import Context
from crosp_cli.reading.yaml.tree import Tree, parse
from crosp_cli.validation.project_checker import across


def test_a_file_is_read_once_however_much_is_found_in_it() -> None:
    asked: list[str] = []

    def tree_of(name: str) -> Tree:
        asked.append(name)
        return parse("a: [1, 2, 3]\n", name)[0]

    pointers = [Pointer(("a", number), "no-such-entry", is_finished=False) for number in range(3)]
    kept = {"CR606": [(name, pointers) for name in ("a.yaml", "b.yaml")]}
    project = ProjectScope(Context(None, None, None, None, None), (), date(2026, 11, 1))
    found = [(one.location.path, one.location.column) for one in across(project, kept, {}, tree_of)]
    assert found == [(name, column) for name in ("a.yaml", "b.yaml") for column in (5, 8, 11)]
    assert asked == ["a.yaml", "b.yaml"]
