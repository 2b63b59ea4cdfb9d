"""How a command ends: the exit statuses, and the one way to stop early."""

from typing import NoReturn

from typer import Exit as Exit

OK = 0
FINDINGS = 1
"""There are findings at or above `fail_on`, or a document that does not hold."""
CANNOT = 2
"""The command could not be carried out as asked."""
BUG = 3
INTERRUPTED = 130


class CannotError(Exception):
    """The command cannot be carried out as asked. Its message, already in the user's language, says why."""

    status = CANNOT


class StoppedError(CannotError):
    """The command was stopped on its way by something that is neither the user's nor the files'."""

    status = BUG


def stop(status: int) -> NoReturn:
    """End the command with that exit status; what there is to say has been said.

    Raises:
        typer.Exit: always.
    """
    raise Exit(status)


class InALogError(Exception):
    """What is to be printed as it is holds what the log of a build would take for a command."""
