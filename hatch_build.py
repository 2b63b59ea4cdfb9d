"""Prepares the templates when crosp is built or installed: Jinja's Python for each, so that no run compiles them.

Hatchling runs this for a wheel and for an editable install. `python hatch_build.py` does the same by hand, after a
change to a template; without it, or when a template has changed since, a run compiles the template itself.
"""

import hashlib
import importlib.util
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes, pass_eval_context

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
        prepare()


def prepare() -> None:
    """Write templates/prepared/ anew: a module for each template."""
    syntax = _syntax()
    environment = Environment(autoescape=syntax.makes_html, finalize=_left_for_the_run, **syntax.SYNTAX)  # noqa: S701 -- by name
    folder = ROOT / "templates" / syntax.PREPARED
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.py"):
        old.unlink()
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        name = path.relative_to(ROOT / "templates").as_posix()
        source = path.read_text("utf-8")
        for used in environment.parse(source).find_all(nodes.Filter):
            environment.filters.setdefault(used.name, _filter)
        code = environment.compile(source, name, name, raw=True, defer_init=True)
        head = f"made_of = {hashlib.sha256(source.encode()).hexdigest()!r}\nmade_by = {version('jinja2')!r}\n"
        (folder / syntax.module_of(name)).write_text(f"{code}\n{head}", "utf-8")


@pass_eval_context
def _left_for_the_run(*_value: object) -> object:
    """What is done to a value is the run's to say, also to one that stands in the template itself."""
    raise nodes.Impossible


def _filter(*_value: object) -> object:
    """What stands for crosp's own filters, which nothing is given to before the run."""
    raise nodes.Impossible


def _syntax() -> Any:
    """crosp's own module on how templates are written, without the rest of crosp."""
    path = ROOT / "src" / "crosp_cli" / "templating" / "syntax.py"
    spec = importlib.util.spec_from_file_location("template_syntax", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    prepare()
