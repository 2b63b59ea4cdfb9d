"""Where a result goes: which file, and in which format."""

from dataclasses import dataclass
from pathlib import Path

from crosp_cli.cli.console import STANDARD_OUTPUT
from crosp_cli.output.formats import named_by


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
