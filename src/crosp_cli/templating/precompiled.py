"""Templates that were prepared when crosp was built, used as long as they are what the templates say."""

import hashlib
from collections.abc import MutableMapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemLoader, Template

from crosp_cli.templating.syntax import PREPARED, module_of


class PreparedLoader(FileSystemLoader):
    """Gives Jinja crosp's templates: prepared, or else compiled now."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:  # noqa: A002
        """Return the template of that name."""
        found = self._prepared(name)
        if found is None:
            return super().load(environment, name, globals)
        return environment.template_class.from_module_dict(environment, vars(found), globals or {})

    def _prepared(self, name: str) -> ModuleType | None:
        """What the build made of the template; None if there is none, or the template or Jinja is another by now."""
        path = self.folder / PREPARED / module_of(name)
        try:
            source = (self.folder / name).read_text("utf-8")
            module = ModuleType(path.stem)
            SourceFileLoader(path.stem, str(path)).exec_module(module)
        except (OSError, SyntaxError, ImportError):
            return None
        made_of = hashlib.sha256(source.encode()).hexdigest()
        fits = (vars(module).get("made_of"), vars(module).get("made_by")) == (made_of, jinja2.__version__)
        if not fits:
            return None
        module.__file__ = str(path)
        return module
