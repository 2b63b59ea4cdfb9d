"""From arguments to an exit status: every way a command can end, each with its line and without a traceback."""

import io
import os
import select
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from crosp_cli.cli import exits
from crosp_cli.cli.language import language_of_arguments
from crosp_cli.output.formats import MissingPartError
from crosp_cli.resources import MissingResourceError
from crosp_cli.text.printable import for_log, printable
from crosp_cli.text.translation import speak, translation

NARROWEST, WIDEST = 40, 400
"""What crosp makes of COLUMNS at least and at most."""


def run(arguments: Sequence[str]) -> int:
    """Run crosp with `arguments` and return its exit status."""
    _prepare_streams()
    _hear_of_children()
    language = language_of_arguments(arguments)
    try:
        speak(language)
        status = _run(arguments, language)
        if status == exits.INTERRUPTED:
            raise KeyboardInterrupt
        sys.stdout.flush()
        if lost := getattr(getattr(sys.stdout, "buffer", None), "lost", None):
            raise lost
    except KeyboardInterrupt:
        return _interrupted()
    except MissingResourceError as error:
        return _last_words(f"{error}.", exits.CANNOT)
    except FileNotFoundError:  # what the user names is looked for where it is used; this is the current folder
        _ = translation(language).gettext
        return _last_words(_("The folder you are in is no longer there."), exits.CANNOT)
    except OSError as error:
        _ = translation(language).gettext
        return _last_words(_("The output could not be written: {why}.").format(why=error.strerror), exits.CANNOT)
    except MemoryError:
        _ = translation(language).gettext
        return _last_words(_("There was not enough memory for this. No file is left half written."), exits.BUG)
    except Exception as error:  # the last resort: a bug in crosp ends with one line, not with a traceback
        if isinstance(error.__cause__, KeyboardInterrupt):  # see `__main__`
            return _interrupted()
        if os.environ.get("CROSP_TRACEBACK"):
            raise
        return _last_words(_of_a_bug(error, language), exits.BUG)
    return status


def _run(arguments: Sequence[str], language: str) -> int:
    from typer.exceptions import Abort, TyperException

    from crosp_cli.checks.personal_data.names import shown_message
    from crosp_cli.cli.app import command
    from crosp_cli.cli.usage_errors import in_words

    try:
        status = command().main(list(arguments), prog_name="crosp", standalone_mode=False)
    except TyperException as error:
        return _last_words(shown_message(in_words(error, language)), exits.CANNOT)
    except Abort:
        return exits.INTERRUPTED
    except exits.CannotError as error:
        sys.stdout.flush()
        return _last_words(shown_message(str(error)), error.status)
    except exits.InALogError:
        _ = translation(language).gettext
        text = _(
            "Printed here, it would stand in the log of a build, which would take some of what is written in it for a "
            "command. Write it to a file: `> NAME`."
        )
        return _last_words(text, exits.CANNOT)
    except MissingPartError as error:
        sys.stdout.flush()
        return _last_words(_of_a_missing_part(error, language), exits.CANNOT)
    return status if isinstance(status, int) else exits.OK


def _hear_of_children() -> None:
    """Let it be told how a child process ended, also where whoever started crosp did not want to know of its own."""
    if sys.platform != "win32" and signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _prepare_streams() -> None:
    """Let whatever people write come out, also where the environment knows only ASCII, or a stream was closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started crosp
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 -- open to the end
    for name in ("stdout", "stderr"):
        if isinstance(stream := getattr(sys, name), io.TextIOWrapper) and stream is getattr(sys, f"__{name}__"):
            setattr(sys, name, _kept_open(stream))
    if isinstance(sys.stdin, io.TextIOWrapper):
        with suppress(io.UnsupportedOperation):  # somebody has read from it
            sys.stdin.reconfigure(errors="replace")  # a keyboard may write in another encoding than its terminal says
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="backslashreplace")
    if not sys.stdout.isatty():
        os.environ["_TYPER_FORCE_DISABLE_TERMINAL"] = "1"  # typer colours its help in CI even where it goes to a file
    columns = os.environ.pop("COLUMNS", "")
    if (
        columns.isascii() and columns.isdigit() and int(columns[:6])
    ):  # 0 says nothing; in fewer columns rich shows nothing, in a million it never ends
        os.environ["COLUMNS"] = str(min(max(int(columns[:6]), NARROWEST), WIDEST))


class _ToTheEnd(io.BufferedWriter):
    """A stream that leads nowhere once nothing more can be said there: the command goes on, and ends as it would have.

    That its reader has gone is no error. For any other reason, `lost` is the error.
    """

    lost: OSError | None = None

    def write(self, data: Any) -> int:
        try:
            return super().write(data)
        except OSError as error:
            self._lead_nowhere(error)
            return super().write(data)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            self._lead_nowhere(error)
            super().flush()

    def _lead_nowhere(self, error: OSError) -> None:
        if not isinstance(error, (BrokenPipeError, ConnectionResetError)):
            self.lost = self.lost or error
        self.end()

    def end(self) -> None:
        """Say nothing more."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def _kept_open(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """A stream that nobody need listen to, and that says all or fails.

    With PYTHONUNBUFFERED, Python itself writes what there is room for, and says nothing of the rest.
    """
    encoding, by_line, buffer = stream.encoding, stream.line_buffering or stream.write_through, stream.detach()
    raw: Any = buffer.detach() if isinstance(buffer, io.BufferedWriter) else buffer
    return io.TextIOWrapper(_ToTheEnd(raw), encoding, line_buffering=by_line)


def _interrupted() -> int:
    """Whoever ended a command does not wait for a reader that stands still."""
    for stream in (sys.stdout, sys.stderr):
        out = getattr(stream, "buffer", None)
        with suppress(OSError, ValueError):  # on Windows, only connections are asked
            if isinstance(out, _ToTheEnd) and not select.select([], [out], [], 0)[1]:
                out.end()
    return exits.INTERRUPTED


def _last_words(text: str, status: int) -> int:
    sys.stderr.write(for_log(f"crosp: {text}\n"))
    sys.stderr.flush()
    return status


def _of_a_missing_part(error: MissingPartError, language: str) -> str:
    from crosp_cli.cli.installed_from import line_that_adds

    _ = translation(language).gettext
    line = line_that_adds(error.extra)
    text = (
        _("For {form}, something more is needed. This line installs it: {line}")
        if line
        else _("For {form}, something more is needed. Install crosp again from where you have it, with [{extra}].")
    )
    return text.format(form=_(error.form), line=line, extra=error.extra)


def _of_a_bug(error: Exception, language: str) -> str:
    _ = translation(language).gettext
    text = _(
        "This is a bug in crosp ({kind}). No file is left half written. Please report what you did at the project's "
        "issues; CROSP_TRACEBACK=1 shows the details."
    )
    return text.format(kind=printable(type(error).__name__))
