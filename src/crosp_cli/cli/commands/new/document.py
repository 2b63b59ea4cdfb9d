"""A new document of another kind than an assessment: begun from its template, with comments that say what to write."""

from datetime import date
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import make_folder, print_result, write
from crosp_cli.cli.editor_schemas import keep, kept_at
from crosp_cli.cli.exits import CannotError
from crosp_cli.editing.modeline import modeline
from crosp_cli.editing.slugs import slug
from crosp_cli.reading.documents.kinds import DocumentKind
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.resources import resource
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.translation import translation


def begin(kind: DocumentKind, folder: Path, name: str | None, day: date, language: str) -> None:
    """Write a new document of a kind into the project at `folder`, keep its schema there, and say so.

    Raises:
        CannotError: there is no project, the name will not do, or a file is there already.
    """
    _ = translation(language).gettext
    if name is not None and slug(name, "") != name:
        raise CannotError(_("--name takes a short name: a–z, 0–9 and hyphens."))
    context = Workspace().context_in(folder)
    if context.file is None or context.project is None or context.framework is None:
        raise CannotError(_("There is no crosp.yaml here. `crosp init` makes one."))
    home = context.file.parent
    path = home / kind.name / f"{name}.yaml" if name else home / f"{kind.name}.yaml"
    text = modeline(path, home / kept_at(kind.name)) + _text(kind, context, day)
    make_folder(path.parent, language, within=home)
    is_new = write(path, text.encode(), language, overwrite=False, within=home)
    print_result((_("written: {file}") if is_new else _("left as it is: {file}")).format(file=shown_name(path)))
    keep(kind.name, context, language)


def _text(kind: DocumentKind, context: Context, day: date) -> str:
    """The template in the project's language, or in one that stands in for it, with the day and the levels in it."""
    folder = resource("templates") / "init" / "new"
    own = context.project.language if context.project else LANGUAGES[0]
    found = (folder / f"{kind.name}.{language}.yaml" for language in (own, "en"))
    text = next(path for path in found if path.is_file()).read_text("utf-8")
    levels = [level.id for level in context.framework.head.levels] if context.framework else []
    return text.replace("{day}", day.isoformat()).replace("{levels}", ", ".join(levels))
