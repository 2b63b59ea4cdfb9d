"""The files of a person's own template: the template's folder and what lies below it, and nothing else."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from crosp_cli.files import Refusal, RefusedError, read_bytes
from crosp_cli.limits import TEMPLATE_BYTES

_ENDINGS = frozenset({".j2", ".jinja", ".jinja2", ".html", ".htm", ".md", ".markdown", ".txt", ".css", ".svg"})


class NotAllowedError(Exception):
    """A template asks for a file that it may not have. The first argument says why, as one of the names below."""


OUTSIDE, LINK, HIDDEN, ENDING, TOO_LARGE, UNREADABLE, NOT_TEXT = (
    "outside", "link", "hidden", "ending", "too-large", "unreadable", "not-text",
)  # fmt: skip


class FolderLoader(BaseLoader):
    """Gives Jinja the templates of one folder, by their names below it.

    Raises:
        NotAllowedError: the name leads out of the folder or over a symbolic link, or is no template's.
        TemplateNotFound: there is no such file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources: dict[str, str] = {}
        """What has been read so far, by name."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Return a template's text and its name."""
        text = read_text(self.folder, template)
        self.sources[template] = text
        return text, template, lambda: True


def read_text(folder: Path, name: str) -> str:
    """Return the text of the file `name` in `folder`, parts divided by `/`.

    Raises:
        NotAllowedError: it may not be had.
        TemplateNotFound: there is none.
    """
    parts = name.split("/")
    if any(part in ("", ".", "..") or set(part) & {"\\", ":", "\0"} for part in parts):
        raise NotAllowedError(OUTSIDE, name)
    if any(part.startswith(".") for part in parts):
        raise NotAllowedError(HIDDEN, name)
    if Path(parts[-1]).suffix.lower() not in _ENDINGS:
        raise NotAllowedError(ENDING, name)
    path = folder
    try:
        for part in parts:
            path = path / part
            if path.is_symlink():
                raise NotAllowedError(LINK, name)
        data = read_bytes(path, within=folder)
    except OSError:  # a name that no file can have
        raise NotAllowedError(UNREADABLE, name) from None
    except RefusedError as error:
        if error.why is Refusal.MISSING:
            raise TemplateNotFound(name) from None
        reasons = {Refusal.LEAVES_FOLDER: OUTSIDE, Refusal.TOO_LARGE: TOO_LARGE}
        raise NotAllowedError(reasons.get(error.why, UNREADABLE), name) from None
    if len(data) > TEMPLATE_BYTES:
        raise NotAllowedError(TOO_LARGE, name)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise NotAllowedError(NOT_TEXT, name) from None


def beside(folder: Path) -> list[str]:
    """Return the names of the templates in `folder` itself, to suggest one of them."""
    try:
        return sorted(path.name for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    except OSError:
        return []
