"""The assessments that `crosp compare` can choose among, as they stand on disk."""

from functools import cached_property
from pathlib import Path

from crosp_cli.cli.select.load import load, nothing_at
from crosp_cli.cli.select.newest import in_time
from crosp_cli.cli.select.paths import files_at, given
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import project_file
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.workspace import Workspace
from crosp_cli.text.translation import translation


class ProjectAssessments:
    """Where OLD and NEW are looked for: the project that a folder belongs to, read once."""

    def __init__(self, folder: Path, language: str, form: str) -> None:
        self.folder = folder
        self.language = language
        self.form = form
        self.workspace = Workspace()
        self._ = translation(language).gettext

    def assessments_at(self, path: Path) -> list[LoadedAssessment]:
        """Return the assessments at `path`, those included that follow another framework than the project's.

        Raises:
            CannotError: there are none.
            typer.Exit: one of them does not pass reading and shape; its findings have been shown.
        """
        asked = files_at([path], self.language)
        found = load(asked, self.workspace, self.language, form=self.form, despite=of_shape.NOT_THIS_FRAMEWORK)
        if not found:
            raise nothing_at(str(path), self.language)
        return found

    @cached_property
    def everything(self) -> list[LoadedAssessment]:
        """Every assessment of the project here (see `assessments_at` for what is raised)."""
        file = project_file(self.folder)
        return self.assessments_at(file.parent if file else given(None, self.language)[0])

    def called(self, occasion: str) -> list[LoadedAssessment]:
        """Return the project's assessments from the occasion of that name; without a project, none."""
        if project_file(self.folder) is None:
            return []
        return [found for found in self.everything if found.assessment.occasion == occasion]

    def names(self) -> list[str]:
        """What the occasions of the project here are called, the earliest first; without a project, none."""
        if project_file(self.folder) is None:
            return []
        return list(dict.fromkeys(found.assessment.occasion for found in in_time(self.everything)))

    @property
    def project(self) -> Project | None:
        """The project here."""
        return self.workspace.context_in(self.folder).project
