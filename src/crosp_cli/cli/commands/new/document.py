"""A new document of another kind than an assessment: begun from its template, with comments that say what to write."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import make_folder, print_result, write
from crosp_cli.cli.editor_schemas import keep, kept_at
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.personal_data import warn_of_personal_data, warn_of_shared_files
from crosp_cli.editing.modeline import modeline
from crosp_cli.editing.yaml_writer import scalar
from crosp_cli.reading.documents.kinds import KINDS, DocumentKind
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.resources import resource
from crosp_cli.text.slugs import slug
from crosp_cli.text.translation import translation


def begin(kind: DocumentKind, folder: Path, name: str | None, day: date, language: str, origin: Path | None) -> None:
    """Write a new document of a kind into the project at `folder`, keep its schema there, and say so.

    With `origin`, it says what it takes from the file there.

    Raises:
        CannotError: there is no project, the name will not do, a file is there already, or it takes nothing from
            `origin`.
    """
    _ = translation(language).gettext
    if name is not None and slug(name, "") != name:
        raise CannotError(_("--name takes a short name: a–z, 0–9 and hyphens."))
    workspace = Workspace()
    context = workspace.context_in(folder)
    if context.file is None or context.project is None or context.framework is None:
        raise CannotError(_("There is no crosp.yaml here. `crosp init` makes one."))
    if origin is not None and kind.begins_from is None:
        able = ", ".join(one.name for one in KINDS.values() if one.begins_from_at)
        raise CannotError(_("--from begins a {kinds}, and no {kind}.").format(kinds=able, kind=kind.name))
    taken = kind.begins_from(origin, context, language) if kind.begins_from else {}
    home = context.file.parent
    path = home / kind.name / f"{name}.yaml" if name else home / f"{kind.name}.yaml"
    text = modeline(path, home / kept_at(kind.name)) + _text(kind, context, day, taken)
    text = re.sub(r"(?m)^id: .*$", f"id: {name}", text, count=1) if name else text
    make_folder(path.parent, language, within=home)
    is_new = write(path, text.encode(), language, overwrite=False, within=home)
    print_result((_("written: {file}") if is_new else _("left as it is: {file}")).format(file=shown_name(path)))
    warn_of_personal_data(str(path), text, language)
    keep(kind.name, context, language)
    warn_of_shared_files(workspace, language)


def _text(kind: DocumentKind, context: Context, day: date, taken: Mapping[str, str]) -> str:
    """The template in the project's language, or in one that stands in for it, with what the project has in it."""
    folder = resource("templates") / "init" / "new"
    found = (folder / f"{kind.name}.{language}.yaml" for language in (context.language, "en"))
    text = next(path for path in found if path.is_file()).read_text("utf-8")
    values = {**_of_project(context), "day": day.isoformat(), **taken}
    return re.sub(r"\{(\w+)\}", lambda met: values.get(met[1], met[0]), text)  # at once: a value may look like a name


def _of_project(context: Context) -> Mapping[str, str]:
    """What a template may say of the project: its framework's names, its units, and what stands until people write."""
    framework, project = context.framework, context.project
    values: dict[str, str] = {}
    if framework is not None:
        values["framework"] = scalar(framework.name)
        values["levels"] = ", ".join(level.id for level in framework.head.levels)
        values["principle"] = framework.principles.entries[0].id
        values["area"] = framework.areas.entries[0].id
    values["units"] = ", ".join(unit.id for unit in project.units[:2]) if project else ""
    return values
