"""The Typer app: every command, in the groups that `crosp --help` shows."""

from gettext import gettext as _
from typing import Annotated, Any

import typer
from typer.main import get_command

from crosp_cli.cli import validate
from crosp_cli.cli.options import Lang

app = typer.Typer(
    add_completion=True,
    no_args_is_help=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_CHECK = _("Check")

app.command("validate", help=validate.HELP, rich_help_panel=_CHECK)(validate.validate)


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
    lang: Lang = None,  # noqa: ARG001 -- read before anything else, so that help is in the right language
    version: Annotated[  # noqa: ARG001 -- typer calls _version
        bool, typer.Option("--version", help=_("Show the version and exit."), callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def command() -> Any:
    """The command line as one command."""
    return get_command(app)
