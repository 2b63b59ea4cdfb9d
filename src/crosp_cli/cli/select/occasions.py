"""The assessments that `crosp compare` can choose among, as they stand on disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from crosp_cli.analysis.comparison.compare import Version
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.assessments import holding
from crosp_cli.cli.select.paths import files_at, given
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import project_file
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.framework import BUILT_IN
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.workspace import Context, Workspace
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation

Key = tuple[str | None, str]
"""A unit (None for the organiser) and a level: only assessments that share both can be compared."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An assessment that can be compared, as it stands or as it stood at a revision."""

    path: str
    """What to call it: its path, or `HEAD~1:` and its path in the repository."""
    version: Version
    project: Project | None
    home: Path | None
    """Its project's crosp.yaml."""
    tree: Tree

    @property
    def assessment(self) -> Assessment:
        """What it says."""
        return self.version.assessment

    @property
    def key(self) -> Key:
        """Its unit and level."""
        return self.assessment.unit, self.assessment.level

    @property
    def who(self) -> str:
        """Its unit, or organiser, and level, as the files call them."""
        organiser = self.project.organiser.id if self.project else None
        return ", ".join(part for part in (self.assessment.unit or organiser, self.assessment.level) if part)


class Here:
    """Where OLD and NEW are looked for: the project that a folder belongs to, read once."""

    def __init__(self, folder: Path, language: str, form: str) -> None:
        self.folder = folder
        self.language = language
        self.form = form
        self.workspace = Workspace()
        self._ = translation(language).gettext

    def at(self, path: Path) -> list[Occasion]:
        """Return the assessments at `path`.

        Raises:
            CannotError: there are none.
            typer.Exit: one of them does not pass reading and shape; its findings have been shown.
        """
        asked = files_at([path], self.language)
        documents = holding(asked, self.workspace, self.language, form=self.form, despite=of_shape.NOT_THIS_FRAMEWORK)
        found = [made for document, context in documents if (made := self._occasion(document, context))]
        if not found:
            text = self._("There is no assessment in {path}. An assessment says `format: crosp-assessment/1`.")
            raise CannotError(text.format(path=printable(str(path))))
        return found

    @cached_property
    def everything(self) -> list[Occasion]:
        """Every assessment of the project here (see `at` for what is raised)."""
        file = project_file(self.folder)
        return self.at(file.parent if file else given(None, self.language)[0])

    def called(self, occasion: str) -> list[Occasion]:
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

    def _occasion(self, document: Document[Assessment], context: Context) -> Occasion | None:
        if document.model is None or document.tree is None:
            return None
        framework = framework_of(document.model, context, self.workspace)
        return Occasion(document.path, Version(document.model, framework), context.project, context.file, document.tree)


def framework_of(assessment: Assessment, context: Context, workspace: Workspace) -> Framework | None:
    """Return the framework that `assessment` is written against: its project's, or the built-in one, else None."""
    if context.framework is not None and context.framework.name == assessment.framework:
        return context.framework
    return workspace.built_in().framework if assessment.framework == BUILT_IN else None


def in_time(found: Iterable[Occasion]) -> list[Occasion]:
    """Return `found`, the earliest first."""
    return sorted(found, key=lambda occasion: (occasion.assessment.date, occasion.path))


def newest(found: Iterable[Occasion]) -> list[Occasion]:
    """Return the last of each unit and level in each project, in the order of their paths."""
    latest = {(occasion.home, occasion.key): occasion for occasion in in_time(found)}
    return sorted(latest.values(), key=lambda occasion: occasion.path)
