"""From paths to analyses put into words, and from there to standard output."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.cli.console import say, screen_width, show_lines
from crosp_cli.cli.select.load import load_assessments
from crosp_cli.cli.select.newest import newest
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.select.siblings import Siblings
from crosp_cli.model.guidance import References
from crosp_cli.output.analysis.build import Report, report
from crosp_cli.output.analysis.content import Shown
from crosp_cli.reading.discovery import shown
from crosp_cli.reading.loaded import LoadedAssessment


def reports(paths: Sequence[Path], today: date, language: str, form: str) -> list[Report]:
    """Return the analysis of every named assessment, and in folders of the newest of each unit and level."""
    found = load_assessments(paths, language, form="json" if form == "json" else "text")
    chosen = {one.path for one in newest(found)} | {shown(path) for path in paths if not path.is_dir()}
    siblings = Siblings(found, naming=("group_ratings",))
    return [_report(one, siblings, today, language) for one in found if one.path in chosen]


def show_analyses(found: Shown, form: str) -> None:
    """Print the analyses as text, JSON or Markdown."""
    if form == "json":
        from crosp_cli.output.analysis.json import as_json

        say(as_json(found))
    elif form == "markdown":
        from crosp_cli.output.analysis.markdown import as_markdown

        say(as_markdown(found))
    else:
        from crosp_cli.output.analysis.terminal.assessment import as_terminal

        show_lines(as_terminal(found, screen_width()))


def _report(one: LoadedAssessment, siblings: Siblings, today: date, language: str) -> Report:
    warn_of_personal_data(one.path, one.text, language)
    references = one.context.references() or References()
    series = (sibling.assessment for sibling in siblings.of(one))  # read only if the analysis asks for them
    return report(analyse(one.assessment, one.framework, references, one.project, today, series), None, language)
