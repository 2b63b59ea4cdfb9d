"""Where results go: standard output or a file, whole or not at all, and never with a byte that drives a terminal."""

import io
import os
import shlex
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosp_cli.checks.personal_data.names import shown_message, shown_name
from crosp_cli.cli.exits import CannotError, InALogError
from crosp_cli.files import Left, LeftError, append, clear, make_folders, place, ready, write_whole
from crosp_cli.output.formats import PRINTED, writer
from crosp_cli.text.printable import for_log, in_a_build
from crosp_cli.text.translation import translation

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    Output = str | bytes | RenderableType

STANDARD_OUTPUT = Path("-")
_COMMANDS = "github"
"""The format that is commands to the build in whose log it is printed; what users wrote is none there."""


class LeftAsItIsError(CannotError):
    """What stands at a path is left as it is."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path


class Writing(NamedTuple):
    """A file to write together with others, as `write` does it."""

    path: Path
    content: bytes
    within: Path | None = None
    instead_of: bytes | None = None
    is_told: bool = True
    """Whether people are told that it was written."""
    like: Sequence[Path] = ()
    """What it is made of: whom that is closed to may not read it either."""


def print_result(result: "Output") -> None:
    """Print a result on standard output. What rich draws is in colour on a terminal, and plain elsewhere.

    Bytes are for a program, and come out as they are.

    Raises:
        InALogError: they would stand in the log of a build, with something that it would take for a command.
    """
    if isinstance(result, bytes):
        if _is_read_by_a_program() and for_log(text := result.decode("utf-8", "replace")) != text:
            raise InALogError
        _write(result)
    elif isinstance(result, str):
        sys.stdout.write(for_log(result if result.endswith("\n") else result + "\n"))
    elif sys.stdout.isatty() and not in_a_build():  # a build may look on as at a terminal
        console().print(result)
    else:
        sys.stdout.write(for_log(_drawn(result)))


def _is_read_by_a_program() -> bool:
    """Whether standard output goes to a program, such as the one that keeps the log of a build, and to no file."""
    try:
        mode = os.fstat(sys.stdout.fileno()).st_mode
    except OSError:
        return True
    return sys.stdout.isatty() or not (stat.S_ISREG(mode) or stat.S_ISCHR(mode))


def print_as(form: str, result: str, *content: object) -> None:
    """Print `content`, a result of that name in the register of formats, in one of its formats."""
    made = writer(result, form)(*content)
    if form == _COMMANDS:
        _write(as_bytes(made))
    else:
        print_result(made if form in PRINTED else as_bytes(made))


def _write(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def print_screen(form: str, result: str, *content: object, full: bool, next_steps: Sequence[tuple[str, str]]) -> None:
    """Print `content` as `print_as` does: as text on one screen that ends with what to do next, or in full.

    `next_steps` are commands and what each shows.
    """
    if form == "text" and full:
        print_as(form, f"{result}-in-full", *content)
        return
    print_as(form, result, *content)
    if form == "text":
        widest = max(len(shows) for _command, shows in next_steps)
        print_result("".join(f"{shows:<{widest}}  {command}\n" for command, shows in next_steps))


def again(command: str, *words: str | Path) -> str:
    """Return a command as it can be pasted; what holds personal data in it is left for the reader to write."""
    return shlex.join(["crosp", command, *map(shown_name, words)])


def print_message(text: str) -> None:
    """Print what is not the result (what was written, what went wrong) on standard error, redacted and printable."""
    sys.stdout.flush()  # where both go to one place, what it is about stands above it
    sys.stderr.write(for_log(shown_message(text) + "\n"))


def as_bytes(result: "Output") -> bytes:
    """Return a result as a file holds it."""
    if isinstance(result, bytes):
        return result
    text = result if isinstance(result, str) else _drawn(result)
    return (text if text.endswith("\n") else text + "\n").encode()


def _drawn(renderable: "RenderableType") -> str:
    from crosp_cli.output.drawing import Drawing

    drawing = Drawing(
        file=io.StringIO(),
        force_terminal=False,
        color_system=None,
        width=_width_of_a_file(),
        markup=False,
        emoji=False,
        highlight=False,
    )
    with drawing.capture() as captured:
        drawing.print(renderable)
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def console() -> "Console":
    """A console for standard output that trusts nothing but what standard output is."""
    from crosp_cli.output.drawing import Drawing

    on_terminal = sys.stdout.isatty()
    return Drawing(
        file=sys.stdout,
        force_terminal=on_terminal,
        color_system="auto" if on_terminal and not os.environ.get("NO_COLOR") else None,
        width=None if on_terminal else _width_of_a_file(),
        markup=False,
        emoji=False,
        highlight=False,
    )


def make_folder(folder: Path, language: str, *, within: Path | None = None) -> None:
    """Make `folder` and those above it, where they are not there yet; `within` is as in `write`.

    Raises:
        CannotError: it cannot be made.
    """
    with _telling(folder, language):
        make_folders(folder, within=within or place(folder / "file"))


def refuse_to_replace(path: Path, language: str, *, force: bool) -> None:
    """Make sure, before any work is done, that `path` does not hold a file that nobody asked to replace.

    What crosp made there itself, and nobody has changed, may be replaced without being asked.

    Raises:
        CannotError: it does.
    """
    from crosp_cli.files.made import unchanged

    if path.exists() and not path.is_dir() and not force and unchanged(path) is None:
        _ = translation(language).gettext
        text = _("{path} exists already and is left as it is. Choose another name, or replace it with --force.")
        raise CannotError(text.format(path=shown_name(path)))


def write(
    path: Path,
    content: bytes,
    language: str,
    *,
    overwrite: bool,
    within: Path | None = None,
    instead_of: bytes | None = None,
    like: Sequence[Path] = (),
) -> bool:
    """Write `content` to `path`, or to standard output where that is `-`; return whether it was not there already.

    Below `within` no link is followed: a project's folder, or the place that a person has named. With `instead_of`,
    only a file with that content is replaced. A new file has at most the permissions of `like`, which it is made of.

    Raises:
        LeftAsItIsError: the file exists and `overwrite` was not asked for, or it must not be replaced.
        CannotError: it cannot be written.
    """
    if path == STANDARD_OUTPUT:
        print_result(content)
        return True
    with _telling(path, language):
        within = within or place(path)
        return write_whole(path, content, within=within, overwrite=overwrite, instead_of=instead_of, like=like)


def write_result(path: Path, content: bytes, language: str, *, force: bool) -> None:
    """Write what crosp can make again, to a file or to standard output where `path` is `-`.

    It replaces what crosp made there and nobody has changed since, and with `force` also what else is there.

    Raises:
        LeftAsItIsError: the file is somebody's own, or must not be replaced.
        CannotError: it cannot be written.
    """
    from crosp_cli.files.made import remember, unchanged

    instead_of = None if force or path == STANDARD_OUTPUT else unchanged(path)
    if path != STANDARD_OUTPUT:
        remember(path, content)  # before: whoever is killed between the two may run the same command again
    write(path, content, language, overwrite=force, instead_of=instead_of)


def write_together(files: Sequence[Writing], language: str) -> list[bool]:
    """Write files one after another once all of them are ready to be written; what refuses one leaves none behind.

    Raises:
        LeftAsItIsError: one of them is left as it is.
        CannotError: one of them cannot be written.
    """
    with ExitStack() as together:
        puts = []
        for one in files:
            within = one.within or place(one.path)
            made = ready(one.path, one.content, within=within, instead_of=one.instead_of, like=one.like)
            with _telling(one.path, language):
                puts.append(together.enter_context(made))
        done = []
        for one, put in zip(files, puts, strict=True):
            with _telling(one.path, language):
                done.append(put())
        return done


@contextmanager
def _telling(path: Path, language: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _why_not(path, error, language) from None


def clear_beside(path: Path, language: str, *, within: Path | None = None) -> None:
    """Remove what a command that was killed while it wrote `path` has left beside it.

    Raises:
        LeftAsItIsError: it was an edit that somebody else had saved, and has its name again.
    """
    with _telling(path, language):
        if clear(path, within=within or place(path)):
            raise LeftError(Left.CHANGED, path)


def add(path: Path, content: bytes, language: str) -> None:
    """Add `content` at the end of a file that somebody else has begun.

    Raises:
        CannotError: it cannot be written.
    """
    with _telling(path, language):
        append(path, content)


def _why_not(path: Path, error: OSError, language: str) -> CannotError:
    _ = translation(language).gettext
    shown = shown_name(path)
    if isinstance(error, LeftError):
        text = _left_as_it_is(error, language)
        return LeftAsItIsError(text.format(path=shown, link=shown_name(error.filename)), path)
    if isinstance(error, FileNotFoundError):
        return CannotError(_("There is no folder {path} to write in.").format(path=shown_name(path.parent)))
    return CannotError(_("{path} cannot be written: {why}.").format(path=shown, why=error.strerror))


def _left_as_it_is(error: LeftError, language: str) -> str:
    _ = translation(language).gettext
    if error.why is Left.LINK:
        return _("{link} is a link or leads elsewhere, and crosp writes through no link. Name the place itself.")
    if error.why is Left.CHANGED:
        return _("{path} was changed meanwhile and is left as it is. Run the same command again.")
    if error.why is Left.BUSY:
        return _("{path} is being written by another command and is left as it is. Run the same command again.")
    return _("{path} exists already and is left as it is. Choose another name.")


def _width_of_a_file() -> int:
    """The width of what is not shown on a terminal: what COLUMNS asks for (`run` keeps it within reason), else 80."""
    asked = os.environ.get("COLUMNS", "")
    return int(asked) if asked else 80
