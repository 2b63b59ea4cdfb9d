"""Prepares the templates when crosp is built or installed: Jinja's Python for each, so that no run compiles them.

Hatchling runs this for a wheel and for an editable install. `python hatch_build.py` does the same by hand, after a
change to a template; without it, or when a template has changed since, a run compiles the template itself.
"""

import runpy
import shutil
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, nodes, pass_eval_context

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # by hand, where the build tool need not be installed
    BuildHookInterface = object

ROOT = Path(__file__).parent


class TemplatesHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is not there for mypy
    """What hatchling calls."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling gives them
        """Prepare the templates before the files are collected."""
        prepare(ROOT / "templates")


def prepare(templates: Path) -> None:
    """Write the folder below templates/prepared/ anew in which a run looks, with a module for each template."""
    syntax = runpy.run_path(str(ROOT / "src" / "crosp_cli" / "templating" / "syntax.py"))
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=syntax["makes_html"],  # noqa: S701 -- by name
        finalize=pass_eval_context(lambda *values: _left_for_the_run(*values)),
        **syntax["SYNTAX"],
    )
    environment.filters = _Filters(environment.filters)
    made: Path = syntax["prepared"](templates)
    shutil.rmtree(made.parent, ignore_errors=True)
    unfinished = made.parent / "unfinished"
    environment.compile_templates(unfinished, ["j2"], zip=None, ignore_errors=False)
    unfinished.rename(made)


class _Filters(dict[str, Any]):
    """Jinja's filters, and for crosp's own, which only a run has, something that stands for each."""

    def get(self, name: str, default: Any = None) -> Any:
        """Return the filter of that name."""
        return super().get(name, default or _left_for_the_run)


def _left_for_the_run(*_values: object) -> object:
    """What is done to a value is the run's to say, also to one that stands in the template itself."""
    raise nodes.Impossible


if __name__ == "__main__":
    prepare(ROOT / "templates")
