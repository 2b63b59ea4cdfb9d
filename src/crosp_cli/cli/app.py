"""The Typer app: every command, in the groups that `crosp --help` shows."""

import os
from functools import cache
from gettext import gettext as _
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.main import get_command

from crosp_cli.cli.commands.template import command as template
from crosp_cli.cli.help import Command, Group, brief
from crosp_cli.cli.options import Lang, Language

_OPTIONS = _("[OPTION]...")

app = typer.Typer(
    cls=Group,
    options_metavar=_OPTIONS,
    subcommand_metavar=_("COMMAND [ARGUMENT]..."),
    add_completion=False,  # it would offer to edit people's shell files; --show-completion is below
    no_args_is_help=False,
    suggest_commands=False,  # Group does, in the user's language
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_START, _FILL_IN, _CHECK = _("Start"), _("Fill in"), _("Check")
_UNDERSTAND, _REPORT = _("Understand"), _("Report")
_COMMANDS = (
    (_START, "init"),
    (_START, "new"),
    (_START, "show"),
    (_FILL_IN, "form"),
    (_FILL_IN, "import"),
    (_FILL_IN, "collect"),
    (_CHECK, "validate"),
    (_CHECK, "explain"),
    (_CHECK, "schema"),
    (_CHECK, "migrate"),
    (_UNDERSTAND, "analyse"),
    (_UNDERSTAND, "compare"),
    (_UNDERSTAND, "follow-up"),
    (_UNDERSTAND, "programme"),
    (_UNDERSTAND, "collaborations"),
    (_REPORT, "render"),
)
"""Every command that stands alone, in the order that the help shows, by the panel that it stands in."""
for _panel, _name in _COMMANDS:
    _folder = _name.replace("-", "_") + "_" * iskeyword(_name)
    _module = import_module(f"crosp_cli.cli.commands.{_folder}.command")
    _command = app.command(
        _name,
        cls=Command,
        options_metavar=_OPTIONS,
        help=_module.HELP,
        short_help=brief(_module.HELP),
        rich_help_panel=_panel,
    )
    _command(getattr(_module, _folder))

_TEMPLATES = typer.Typer(
    cls=Group,
    options_metavar=_OPTIONS,
    subcommand_metavar=_("COMMAND [ARGUMENT]..."),
    suggest_commands=False,
)
for _name, _help, _part in (("list", template.LIST_HELP, template.list_), ("copy", template.COPY_HELP, template.copy)):
    _TEMPLATES.command(_name, cls=Command, options_metavar=_OPTIONS, help=_help, rich_help_panel=_("Templates"))(_part)
app.add_typer(_TEMPLATES, name="template", help=template.HELP, short_help=brief(template.HELP), rich_help_panel=_REPORT)


@_TEMPLATES.callback(invoke_without_command=True)
def _templates(context: typer.Context, lang: Lang = None) -> None:
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


@app.callback(
    invoke_without_command=True,
    help=_("Develop cross-professional support for inclusive education: assess, check, analyse, report, follow up."),
)
def main(
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
    """Hand a group's `--lang` on to its commands; show the help where none of them is given."""
    if lang is not None:
        commands = getattr(context.command, "commands", {})
        context.default_map = {name: _in_each(command, {"lang": lang.value}) for name, command in commands.items()}
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _in_each(command: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Values for a command; for a group of commands, those for each of its own."""
    commands = getattr(command, "commands", None)
    return values if commands is None else {name: _in_each(inner, values) for name, inner in commands.items()}


@cache
def command() -> Any:
    """The command line as one command; made once in a process, as its help texts are."""
    if "_CROSP_COMPLETE" in os.environ:  # a shell asks how a command may go on
        _completion()
    return get_command(app)
