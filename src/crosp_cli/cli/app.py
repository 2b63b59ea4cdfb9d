"""The Typer app: every command, in the groups that `crosp --help` shows."""

import os
from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache
from gettext import gettext as _
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.main import get_command

from crosp_cli.cli.commands.register import COMMANDS
from crosp_cli.cli.help import Command, Group, brief
from crosp_cli.cli.options import Lang, Language

_OPTIONS = _("[OPTION]...")
_WITHIN = _("COMMAND [ARGUMENT]...")

_HELP = _("Develop cross-professional support for inclusive education: assess, check, analyse, report, follow up.")
_AS_EVERYWHERE: dict[str, Any] = {
    "add_completion": False,  # it would offer to edit people's shell files; --show-completion is below
    "rich_markup_mode": "rich",
    "pretty_exceptions_enable": False,
}


class _Commands(Mapping[str, Any]):
    """Every command by its name, made when it is asked for: to make them all takes a tenth of a short run."""

    def __getitem__(self, name: str) -> Any:
        return _made(name, COMMANDS[name].help)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Crosp(Group):
    """The command line as a whole, whose list of commands makes none of them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the list from the register: name, heading and how the help begins is all that it shows."""
        listed = copy(self)
        listed.commands = {
            name: Command(name, short_help=brief(entry.help), rich_help_panel=entry.panel)
            for name, entry in COMMANDS.items()
        }
        super(_Crosp, listed).format_help(ctx, formatter)


@cache
def _made(name: str, text: str) -> Any:
    folder = name.replace("-", "_") + "_" * iskeyword(name)
    module = import_module(f"crosp_cli.cli.commands.{folder}.command")
    if hasattr(module, "COMMANDS"):
        return get_command(_group(name, text, module))
    alone = typer.Typer(**_AS_EVERYWHERE)
    _add(alone, name, text, getattr(module, folder))
    return get_command(alone)


def _group(name: str, text: str, module: Any) -> typer.Typer:
    """Return the commands of a module that has several, below one name."""
    together = typer.Typer(
        name=name,
        cls=Group,
        options_metavar=_OPTIONS,
        subcommand_metavar=_WITHIN,
        help=text,
        short_help=brief(text),
        suggest_commands=False,
        **_AS_EVERYWHERE,
    )
    for part, what, run in module.COMMANDS:
        _add(together, part, what, run, module.PANEL)
    together.callback(invoke_without_command=True)(_of_group)
    return together


def _add(to: typer.Typer, name: str, text: str, run: Any, panel: str | None = None) -> None:
    to.command(name, cls=Command, options_metavar=_OPTIONS, help=text, short_help=brief(text), rich_help_panel=panel)(
        run
    )


def _of_group(context: typer.Context, lang: Lang = None) -> None:
    _begin(context, lang)


def _completion() -> Any:
    from typer import completion

    completion.completion_init()  # type: ignore[attr-defined]  # not among typer's declared names
    return completion


def _show_completion(context: typer.Context, parameter: Any, asked: bool) -> Any:
    return _completion().show_callback(context, parameter, asked)


def _version(asked: bool) -> None:
    if asked:
        from crosp_cli import __version__

        typer.echo(f"crosp {__version__}")
        raise typer.Exit


def _crosp(
    context: typer.Context,
    lang: Lang = None,
    version: Annotated[  # noqa: ARG001 -- typer calls _version
        bool, typer.Option("--version", help=_("Show the version and exit."), callback=_version, is_eager=True)
    ] = False,
    show_completion: Annotated[  # noqa: ARG001 -- typer calls _show_completion
        bool,
        typer.Option(
            "--show-completion",
            help=_("Show how your shell can complete commands."),
            callback=_show_completion,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Show the help where no command is given; `--lang` before a command means the same as after it."""
    _begin(context, lang)


def _begin(context: typer.Context, lang: Language | None) -> None:
    """Hand a group's `--lang` on to its command; show the help where none is given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
    elif lang is not None:
        context.default_map = {context.invoked_subcommand: {"lang": lang.value}}


@cache
def command() -> Any:
    """The command line as one command; made once in a process, as its help texts are."""
    if "_CROSP_COMPLETE" in os.environ:  # a shell asks how a command may go on
        _completion()
    app = typer.Typer(
        cls=_Crosp,
        options_metavar=_OPTIONS,
        subcommand_metavar=_WITHIN,
        help=_HELP,
        no_args_is_help=False,
        suggest_commands=False,  # Group does, in the user's language
        **_AS_EVERYWHERE,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_crosp)
    whole: Any = get_command(app)
    whole.commands = _Commands()
    return whole
