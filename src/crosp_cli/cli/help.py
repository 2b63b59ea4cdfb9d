"""Help and usage errors in the user's language, also where typer has fixed English words."""

import re
from gettext import gettext as _
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup

from crosp_cli.cli.usage_errors import nearest

TYPERS_OWN_WORDS = (
    _("Arguments"),
    _("Options"),
    _("[default: {}]"),
    _("[required]"),
)
"""Words that typer looks up itself; listed here so that they are collected for translation."""
PLACEHOLDERS = (
    *(_("ASSESSMENT"), _("CELL"), _("CODE"), _("DATE"), _("DAYS"), _("DIR"), _("FILE"), _("FILE|NAME"), _("FOLDER")),
    *(
        _("FORM"),
        _("FORMAT"),
        _("FRAMEWORK"),
        _("GROUP"),
        _("KIND"),
        _("LEVEL"),
        _("N"),
        _("NAME"),
        _("NEW"),
        _("OCCASION"),
    ),
    *(_("OLD"), _("PATH"), _("PROGRAMME"), _("ROLE"), _("TYPE"), _("UNIT"), _("WHAT")),
)
"""What stands for a value, likewise."""


_ROOM = 58
"""How many letters there is room for beside the name of a command, on a line of eighty."""


def brief(text: str) -> str:
    """Return how a command's help begins, as much as a line of the list of all commands has room for."""
    first, *others = re.split(r"[.:;](?= |$)", text, maxsplit=1)[0].split(", ")
    for other in others:
        if len(f"{first}, {other}") > _ROOM:
            break
        first = f"{first}, {other}"
    return first


def _nothing(**_context: Any) -> None:
    return None


class _InWords:
    """What a command and a group of commands share."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is written."""
        pieces = [piece.strip("{}") for piece in self.collect_usage_pieces(ctx)]  # type: ignore[attr-defined]  # it has
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the parameters, with what stands for their values in the user's words.

        Nothing stands for the value of an option that takes none, where typer would write <bool>; and no type stands
        beside an argument, whose help says what it is. No range stands beside a number: a mistake tells it.
        """
        found: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # a command has it
        for parameter in found:
            if parameter.metavar:
                parameter.metavar = _(parameter.metavar)
            parameter._get_number_range_help_str = _nothing  # typer offers no other way
            if isinstance(parameter, TyperArgument):
                parameter.display_type_rich = _nothing  # type: ignore[assignment, method-assign]
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
    """A command whose help is in the user's language, and what it says where more was written than it takes."""

    allow_extra_args = True  # to typer, which would tell of them in English

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take in what was written after the command."""
        extra = super().parse_args(ctx, args)
        if extra and not ctx.resilient_parsing:
            ctx.fail(_("{what} is more than this command takes.").format(what=" ".join(extra)))
        return extra


class Group(_InWords, TyperGroup):
    """The command line as a whole, likewise, and what it says where there is no such command."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of that name."""
        found = super().get_command(ctx, cmd_name)
        if found is None and not ctx.resilient_parsing:
            near = nearest(cmd_name, self.commands)
            text = _("There is no command {command}.").format(command=cmd_name)
            ctx.fail(f"{text} " + _("Did you mean {near}?").format(near=near) if near else text)
        return found
