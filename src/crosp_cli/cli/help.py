"""Help in the user's language, also where typer has fixed English words."""

from gettext import gettext as _
from typing import Any

from typer.core import TyperCommand, TyperGroup

TYPERS_OWN_WORDS = (
    _("Arguments"),
    _("Options"),
    _("[default: {}]"),
    _("[required]"),
)
"""Words that typer looks up itself; listed here so that they are collected for translation."""


class _InWords:
    """What a command and a group of commands share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is written."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]  # a command has it
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters. An option that takes no value shows none, where typer would write <bool>."""
        found: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # a command has it
        for parameter in found:
            if getattr(parameter, "is_flag", False) and parameter.metavar is None:
                parameter.metavar = ""
        return found

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option `--help`."""
        option = super().get_help_option(ctx)  # type: ignore[misc]  # a command has it
        if option is not None:
            option.help = _("Show this help and exit.")
        return option


class Command(_InWords, TyperCommand):
    """A command whose help is in the user's language."""


class Group(_InWords, TyperGroup):
    """The command line as a whole, likewise."""
