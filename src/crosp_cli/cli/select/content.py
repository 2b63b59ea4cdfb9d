"""The bytes of a file that has been read: only those may be replaced."""

from contextlib import suppress
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.yaml.decode import TextError, decode
from crosp_cli.text.translation import translation


def as_read(path: Path, within: Path, text: str, language: str) -> bytes:
    """Return the bytes of a file that says `text`.

    Raises:
        CannotError: it has been changed since it was read.
    """
    with suppress(RefusedError, TextError):
        found = read_bytes(path, within=within)
        if decode(found, str(path)) == text:
            return found
    _ = translation(language).gettext
    text = _("{path} was changed meanwhile and is left as it is. Run the same command again.")
    raise CannotError(text.format(path=shown_name(shown(path))))
