"""The framework of a new project: the built-in one, or a folder that somebody names."""

import os
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.exits import CannotError
from crosp_cli.files import real_path
from crosp_cli.findings import Severity
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Questions
from crosp_cli.reading.discovery import is_folder
from crosp_cli.reading.documents.framework import BUILT_IN, FrameworkFolder, read_built_in, read_framework
from crosp_cli.reading.documents.guidance import read_guidance
from crosp_cli.reading.workspace import framework_findings, texts_of_framework
from crosp_cli.text.translation import translation

COPY = "framework"
"""Where a framework from elsewhere is put in the project's folder."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A framework, and what crosp.yaml says of it."""

    source: FrameworkFolder
    framework: Framework
    name: str
    files: dict[str, str]
    """The files to put into the project's folder; none where they lie there already, or crosp has them."""

    def questions(self) -> Questions:
        """Its questions."""
        guidance, _findings = read_guidance(self.source)
        return guidance.questions if guidance else Questions(current_state={}, need={}, measures={})


def chosen_framework(asked: str | None, folder: Path, language: str) -> Chosen:
    """Return the framework that a project in `folder` uses: the built-in one, or that of the folder `asked`.

    Raises:
        CannotError: there is no such framework, or it does not hold together.
    """
    if asked in (None, BUILT_IN):
        source = read_built_in()
        if source.framework is None:  # pragma: no cover -- the built-in framework is tested
            raise CannotError("the built-in framework cannot be read")
        return Chosen(source, source.framework, source.framework.name, {})
    _ = translation(language).gettext
    own = Path(asked or "")
    if not is_folder(own):
        text = _("--framework: {name} is neither a built-in framework ({allowed}) nor a folder.")
        raise CannotError(text.format(name=shown_name(own), allowed=BUILT_IN))
    source = read_framework(own)
    findings = framework_findings(source)
    if source.framework is None or any(finding.severity is Severity.ERROR for finding in findings):
        text = _("The framework in {folder} does not hold together. `crosp validate {folder}` says why.")
        raise CannotError(text.format(folder=shown_name(own)))
    if real_path(own).is_relative_to(real_path(folder)):
        within = os.path.relpath(real_path(own), real_path(folder)).replace(os.sep, "/")
        return Chosen(source, source.framework, f"./{within}", {})
    files = {f"{COPY}/{Path(name).name}": text for name, text in texts_of_framework(own)}
    return Chosen(source, source.framework, f"./{COPY}", files)
