"""A decision memo begun from a competence programme: which programme, what it is called, which questions it answers."""

from collections.abc import Mapping
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.programmes import programme_at
from crosp_cli.editing.yaml_writer import scalar
from crosp_cli.files import real_path
from crosp_cli.reading.workspace import Context
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation


def values(path: Path | None, context: Context, language: str) -> Mapping[str, str]:
    """Return what a memo's template says of the programme at `path`: no figure, for crosp takes those when it prints.

    Without a programme, what stands there until people write.

    Raises:
        CannotError: there is no programme, more than one, or it belongs to another project.
        typer.Exit: it does not pass reading and shape; its findings have been shown.
    """
    _ = translation(context.language).gettext
    if path is None:
        return {"title": _("What the matter is called"), "programmes": "", "questions": ""}
    one = programme_at(path, language, aside=True)
    there, here = one.context.file, context.file
    if there is None or here is None or real_path(there) != real_path(here):
        text = translation(language).gettext("{path} belongs to another project than the memo would.")
        raise CannotError(text.format(path=shown_name(one.path)))
    title = _("Follow-up of the competence programme {name}").format(name=one_line(one.model.name))
    questions = [f"\n#   – {one_line(question.question)}" for question in one.model.questions]
    told = "\n# " + _("The programme's own answers to these questions come after it:") + "".join(questions)
    return {
        "title": scalar(title),
        "programmes": f" [{one.model.id}]",
        "questions": told if questions else "",
    }
