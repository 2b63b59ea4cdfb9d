"""The files around the assessments in a new folder: README, .gitignore, the checks of git and GitHub."""

from crosp_cli.model.framework import Framework
from crosp_cli.resources import resource
from crosp_cli.templating.environment import environment
from crosp_cli.text.languages import pick

_AS_THEY_ARE = {
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/crosp.yml": "workflow.yml",
}


def starting_files(framework: Framework, language: str, name: str, assessment: str, occasion: str) -> dict[str, str]:
    """Return the text of each file by its path. `assessment` is the path of the first one to fill in."""
    folder = resource("templates") / "init"
    readme = environment(language).get_template(f"init/README.{language}.md.j2")
    files = {path: (folder / source).read_text("utf-8") for path, source in _AS_THEY_ARE.items()}
    files["README.md"] = readme.render(
        name=name,
        framework=pick(framework.head.title, language),
        rows=len(framework.principles.entries),
        columns=len(framework.areas.entries),
        assessment=assessment,
        next=_next(occasion),
    )
    return files


def _next(occasion: str) -> str:
    """An example of what the next occasion may be called: a year on, where the label begins with a year."""
    year = occasion[:4]
    return f"{int(year) + 1}{occasion[4:]}" if year.isascii() and year.isdigit() else f"{occasion}-2"
