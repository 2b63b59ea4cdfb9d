"""Templates of people's own, and copies of crosp's to begin from."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.commands.render.target import Layout
from crosp_cli.cli.console import make_folder, print_message, print_result, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.only import meant
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.kinds import WHOLE
from crosp_cli.reports.user_templates.catalogue import NAMES, files_of, form_of_name, kind_of, purpose
from crosp_cli.reports.user_templates.formats import ENDINGS, form_of
from crosp_cli.reports.user_templates.render import TemplateError, filled, filled_for_paper
from crosp_cli.resources import resource
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

_FOLDER = Path("templates")
"""Where a copy goes if nothing else is said."""


def chosen(asked: str, kind: str | None, form: str | None, language: str) -> tuple[Layout, str | None]:
    """Return what `--template` names, and the kind of report to make.

    Raises:
        CannotError: there is neither such a file nor such a template, or it does not fit the kind or form asked for.
    """
    _ = translation(language).gettext
    path = Path(asked)
    if _is_file(path):
        layout, its_kind = Layout(form_of(path), path), kind
    else:
        if path.suffix in (".j2", ".jinja", ".jinja2") or len(path.parts) > 1:
            raise CannotError(_("There is no template {path}.").format(path=shown_name(asked)))
        asked = meant(asked, dict.fromkeys(NAMES, ()), "--template", language)
        layout, its_kind = Layout(form_of_name(asked)), kind_of(asked)
    does_not_fit = _("{option} {asked} does not fit: the template makes {made}.")
    if form is not None and not layout.gives(form):
        raise CannotError(does_not_fit.format(option="--format", asked=form, made=layout.form))
    if kind is not None and kind != its_kind:
        raise CannotError(does_not_fit.format(option="--kind", asked=kind, made=its_kind))
    return layout, its_kind


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() or path.is_symlink()
    except OSError:  # a name that is longer than any file's
        return False


def laid_out(content: ReportContent, template: Path) -> str:
    """Return `content` as the template in that file lays it out.

    Raises:
        CannotError: it cannot be filled; the message says which template, which line and why.
    """
    with _told():
        return filled(template, content)


def laid_out_on_paper(content: ReportContent, template: Path) -> Any:
    """Return the sheet of what the template in that file makes of `content`, for Word and PDF.

    Raises:
        CannotError: it cannot be filled; the message says which template, which line and why.
    """
    with _told():
        return filled_for_paper(template, content)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except TemplateError as error:
        line = f":{error.line}" if error.line else ""
        raise CannotError(f"{printable(error.template)}{line}: {error.message}") from None


def list_templates(language: str) -> None:
    """Print the name of each built-in template and what it is for."""
    widest = max(map(len, NAMES))
    print_result("".join(f"{name:<{widest}}  {purpose(name, language)}\n" for name in NAMES))


def copy(name: str, target: Path | None, language: str, *, force: bool) -> None:
    """Write a copy of a built-in template and of all it consists of, and say how to use it.

    Raises:
        CannotError: there is no such template, or the file is there already with something else in it. Parts that
            several templates share are kept as they are where they are there.
    """
    _ = translation(language).gettext
    name = meant(name, dict.fromkeys(NAMES, ()), "NAME", language)
    first = target or _FOLDER / f"{name}.j2"
    first = first / f"{name}.j2" if first.is_dir() else first
    if form_of(first) != form_of_name(name) or first.suffix not in ENDINGS:
        text = _("{path}: the copy makes {form}, so its name is to end in {ending}.")
        ending = f".{name.rpartition('.')[2]}.j2"
        raise CannotError(text.format(path=shown_name(first), form=form_of_name(name), ending=ending))
    sources = files_of(name)
    goals = {part: first if number == 0 else first.parent / part for number, part in enumerate(sources)}
    contents = {goals[part]: (resource("templates") / part).read_bytes() for part in sources}
    new = {path: data for path, data in contents.items() if force or not _is_there(path) or _has(path, data)}
    if first not in new:
        text = _("{path} exists already and is left as it is. Choose another name, or replace it with --force.")
        raise CannotError(text.format(path=shown_name(first)))
    make_folder(first.parent, language)
    for path, data in new.items():
        if write(path, data, language, overwrite=force) or force:
            print_message(_("written: {file}").format(file=shown_name(path)))
    kept = [path for path in contents if path not in new]
    for path in kept:
        print_message(_("kept as it is: {file}").format(file=shown_name(path)))
    kind = "" if kind_of(name) == WHOLE else f" --kind {kind_of(name)}"
    print_message(
        _("Change it, then: {command}").format(command=f"crosp render PATH{kind} --template {shown_name(first)}")
    )


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _has(path: Path, data: bytes) -> bool:
    """Whether the file has that content, and is no link to one that has."""
    try:
        return not path.is_symlink() and read_bytes(path) == data
    except RefusedError:
        return False
