"""Finds the modules that hold checks. They lie in a folder for each family, and their names begin with their codes."""

import re
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from crosp_cli import checks
from crosp_cli.findings import Family, code_number

_NAME = re.compile(r"(cr(?:[2-9]|1[0-9])[0-9]{2})_\w+")


def modules() -> dict[str, ModuleType]:
    """Return the module of each code, in the order of the codes."""
    found = {code: module for family in _folders() for code, module in family_modules(family).items()}
    return dict(sorted(found.items(), key=lambda one: code_number(one[0])))


def families() -> dict[int, tuple[str, Family]]:
    """Return the folder of each family with what its codes are about, by the hundred that they begin with."""
    first = {name: next(iter(family_modules(name))) for name in _folders()}
    return {
        code_number(code) // 100: (name, import_module(f"{checks.__name__}.{name}").FAMILY)
        for name, code in first.items()
    }


def family_modules(family: str) -> dict[str, ModuleType]:
    """Return the module of each code in one family, without those of others."""
    package = import_module(f"{checks.__name__}.{family}")
    named = [match for module in iter_modules(package.__path__) if (match := _NAME.fullmatch(module.name))]
    return {match[1].upper(): import_module(f"{package.__name__}.{match[0]}") for match in named}


def _folders() -> list[str]:
    return [found.name for found in iter_modules(checks.__path__) if found.ispkg]
