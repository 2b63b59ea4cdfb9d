"""An assessment as commands work with it: read, with the project and the framework that it belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from crosp_cli.findings import Severity
from crosp_cli.model.assessment import Assessment
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.reading.discovery import Source
from crosp_cli.reading.documents.document import Document
from crosp_cli.reading.documents.framework import BUILT_IN
from crosp_cli.reading.registers import points_at_register, with_registered
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.workspace import Context, Workspace, read_documents

Key = tuple[str | None, str]
"""A unit (None for the organiser) and a level: only assessments that share both can be compared."""


class Unread(NamedTuple):
    """A file that may be an assessment of a certain unit and level, and cannot be read as one."""

    path: str
    date: date | None
    """The day that it is from; None where nobody can tell."""


@dataclass(frozen=True, slots=True)
class LoadedAssessment:
    """An assessment that was read, as it stands or as it stood at a revision."""

    path: str
    """The file's name as findings show it; `HEAD~1:` and its path in the repository where it is from a revision."""
    assessment: Assessment
    context: Context
    text: str
    """What stands in the file."""
    named_framework: Framework | None
    """The framework that it says it follows; None where that is not to be had."""
    holds: bool = True
    """Whether nothing in the file stands in the way of using it, apart from which framework it names."""
    revision: str | None = None
    """The revision as it was asked for, without personal data; None for the file as it stands."""
    commit: str | None = None

    @property
    def framework(self) -> Framework:
        """The framework of its project, which is the one that it names, where it holds.

        Raises:
            ValueError: the project's framework cannot be used.
        """
        if self.context.framework is None:
            raise ValueError("the framework cannot be used")
        return self.context.framework

    @property
    def project(self) -> Project | None:
        """Its project; None without a crosp.yaml."""
        return self.context.project

    @property
    def home(self) -> Path | None:
        """Its project's crosp.yaml."""
        return self.context.file

    @property
    def key(self) -> Key:
        """Its unit and level."""
        return self.assessment.unit, self.assessment.level

    @property
    def series(self) -> tuple[Path | None, Key]:
        """What it shares with the other assessments of its unit at its level in its project, on any occasion."""
        return self.home, self.key

    @property
    def who(self) -> str:
        """Its unit, or organiser, and level, as the files call them."""
        organiser = self.project.organiser.id if self.project else None
        return ", ".join(part for part in (self.assessment.unit or organiser, self.assessment.level) if part)


def loaded(document: Document[Assessment], context: Context, workspace: Workspace) -> LoadedAssessment | None:
    """Return the assessment that a document is; None if it has not the shape of one."""
    if document.model is None or document.tree is None:
        return None
    framework = _framework_of(document.model, context, workspace)
    errors = {finding.rule for finding in document.findings if finding.severity is Severity.ERROR}
    holds = errors <= {*of_shape.NOT_THIS_FRAMEWORK}
    assessment = document.model
    if points_at_register(assessment):
        assessment = with_registered(assessment, workspace.registry(context))
    return LoadedAssessment(document.path, assessment, context, document.tree.text, framework, holds)


def read_loaded(sources: Iterable[Source], workspace: Workspace) -> Iterator[LoadedAssessment]:
    """Yield each assessment among `sources` that has the shape of one, also where it does not hold."""
    for document, context in read_documents(sources, workspace):
        found = loaded(document, context, workspace)
        if found is not None:
            yield found


def _framework_of(assessment: Assessment, context: Context, workspace: Workspace) -> Framework | None:
    """The framework that `assessment` is written against: its project's, or the built-in one, else None."""
    if context.framework is not None and context.framework.name == assessment.framework:
        return context.framework
    return workspace.built_in().framework if assessment.framework == BUILT_IN else None
