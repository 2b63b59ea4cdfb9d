"""What is different since the occasion before: found where the project has one of the same unit and level."""

from collections.abc import Iterable

from crosp_cli.analysis.comparison.compare import Version, change
from crosp_cli.cli.select.assessments import Read
from crosp_cli.cli.select.occasions import framework_of
from crosp_cli.files import RefusedError, read_bytes
from crosp_cli.model.project import Project
from crosp_cli.output.comparison.build import comparison
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.reading.discovery import Source, sources
from crosp_cli.reading.workspace import Workspace, read_documents


def others_of(read: Read) -> list[Version]:
    """Return the project's other assessments of the same unit at the same level; without a crosp.yaml, none.

    One that does not pass reading and shape is passed over: a mistake in an older file is no hinder to reading a new
    one.
    """
    if read.context.file is None:
        return []
    workspace, home = Workspace(), read.context.file.resolve()
    asked = [source for source in sources([read.context.file.parent]) if _may_be_alike(source, read)]
    return [
        Version(document.model, framework_of(document.model, context, workspace))
        for document, context in read_documents(asked, workspace)
        if document.model is not None
        and context.file is not None
        and context.file.resolve() == home
        and (document.model.unit, document.model.level) == (read.assessment.unit, read.assessment.level)
    ]


def since(now: Version, others: Iterable[Version], project: Project | None, language: str) -> Comparison | None:
    """Return what is different in `now` since the last earlier day, given the unit's others at the same level.

    None where there is no earlier one, or two on that day, since nobody can say which of them is meant.
    """
    found = [one for one in others if one.assessment.date < now.assessment.date]
    last = max((one.assessment.date for one in found), default=None)
    on_that_day = [one for one in found if one.assessment.date == last]
    if len(on_that_day) != 1:
        return None
    return comparison(change(on_that_day[0], now, project), (), language)


def _may_be_alike(source: Source, read: Read) -> bool:
    """Whether a file is worth reading as YAML: it names the same unit and level."""
    words = [word.encode() for word in (read.assessment.level, read.assessment.unit) if word]
    try:
        data = read_bytes(source.path, within=source.within)
    except RefusedError:
        return False
    return source.shown != read.path and all(word in data for word in words)
