"""Where a result goes: which file, and in which format."""

from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import LEFT_OUT, shown_name
from crosp_cli.cli.console import STANDARD_OUTPUT
from crosp_cli.cli.exits import CannotError
from crosp_cli.output.formats import ending, every_format, named_by
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

    def refuse_ending(self, path: Path, language: str) -> None:
        """Make sure that the file's name does not say that it holds something else.

        Raises:
            CannotError: it ends as another format does, or as none that there is here.
        """
        _ = translation(language).gettext
        said = named_by(path, every_format())
        if not path.suffix or said == self.format or (said in (None, "text") and self.may_end_in_anything):
            return
        if said in self.formats:
            text = _("{path} ends in {ending}, and what is written would be {form}. Choose another name.")
        else:
            text = _("{path} ends in {ending}, which cannot be written here. A name may end in {endings}.")
        endings = ", ".join(sorted(map(ending, self.formats)))
        shown = shown_name(path)
        written = path.suffix if shown.endswith(path.suffix) else LEFT_OUT  # a part of a number, say
        raise CannotError(text.format(path=shown, ending=written, form=self.format, endings=endings))

    @property
    def may_end_in_anything(self) -> bool:
        """Whether a file may be called what no format is called: somebody who names the format has chosen both."""
        return self.asked_format is not None
