"""Where a result goes: which file, and in which format."""

from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import STANDARD_OUTPUT, refuse_to_replace
from crosp_cli.cli.exits import CannotError
from crosp_cli.output.formats import ending, named_by
from crosp_cli.reading.discovery import SUFFIXES
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Target:
    """Where a result goes, and in which format, as far as it was asked for."""

    formats: tuple[str, ...]
    """Those that there are; the first is the usual one."""
    output: Path | None
    asked_format: str | None
    force: bool

    @property
    def is_standard_output(self) -> bool:
        """Whether the result is printed."""
        return self.output == STANDARD_OUTPUT

    @property
    def file(self) -> Path | None:
        """The file that was named, if any was."""
        return None if self.is_standard_output else self.output

    @property
    def named_format(self) -> str | None:
        """The format that the file's name says it has."""
        return named_by(self.output, self.formats) if self.output else None

    @property
    def format(self) -> str:
        """The format asked for, else what the file's name ends in, else the usual one."""
        return self.asked_format or self.named_format or self.formats[0]


def checked(target: Target, name: str, language: str) -> Target:
    """Return the target if something may be written there; `name` is what its file might be called.

    Raises:
        CannotError: it is a folder, named like an assessment, or exists and was not to be replaced.
    """
    file = target.file
    if file is None:
        return target
    _ = translation(language).gettext
    path = shown_name(file)
    if file.is_dir():
        text = _("{path} is a folder. Name a file in it, such as {example}.")
        example = file / f"{name}{ending(target.format)}"
        raise CannotError(text.format(path=path, example=shown_name(example)))
    if file.suffix.lower() in SUFFIXES:
        text = _("{path} would be a YAML file, which this is not. Choose another name.")
        raise CannotError(text.format(path=path))
    refuse_to_replace(file, language, force=target.force)
    return target
