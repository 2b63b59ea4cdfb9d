"""Where the data that ships with crosp lives: the built-in framework, the templates, the translations."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


class MissingResourceError(RuntimeError):
    """Data that belongs to crosp is not there: the installation is not whole."""


def resource(name: str) -> Path:
    """Return the folder `name` ("framework", "templates", "locale").

    A wheel holds the folders inside the package; in a checkout two of them stand at the top of the repository.

    Raises:
        MissingResourceError: neither place has it.
    """
    for folder in (_PACKAGE / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise MissingResourceError(f"crosp is not installed whole: its folder {name!r} is missing")
