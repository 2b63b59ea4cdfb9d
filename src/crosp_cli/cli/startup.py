"""crosp uses no plugins of pydantic, and looking for them takes as long as checking several files."""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LOADER = "pydantic.plugin._loader"


class _NoLoader(ModuleType):
    """Stands in for the module with which pydantic looks for plugins; asked for anything else, it gives way to it."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """Return what pydantic finds where plugins are turned off."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        del sys.modules[_LOADER]
        return getattr(import_module(_LOADER), name)


def leave_out_plugins() -> None:
    """Turn pydantic's plugins off, as its documentation says, and do not load what would look for them.

    That module brings importlib.metadata along, and with it the e-mail and zip modules. Where another version of
    pydantic looks for plugins in another way, this does nothing.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_LOADER, _NoLoader(_LOADER))
