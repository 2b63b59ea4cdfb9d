"""The files around the assessments in a new folder: README, .gitignore, the checks of git and GitHub."""

import shlex

from crosp_cli.editing.yaml_writer import scalar
from crosp_cli.model.framework import Framework
from crosp_cli.resources import resource
from crosp_cli.templating.environment import environment
from crosp_cli.text.languages import Text, pick

_SERVICES = {
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".github/workflows/crosp.yml": "workflow.yml",
}


def files_of_services(folder: str) -> dict[str, str]:
    """Return the text of each file for git and GitHub, by its path in the repository; they check its `folder`."""
    texts = {path: (resource("templates") / "init" / source).read_text("utf-8") for path, source in _SERVICES.items()}
    if folder == ".":
        return texts
    quoted = shlex.quote(folder).replace("${{", "$''{{")  # which GitHub would fill in before a shell reads it
    what = f"crosp validate -- {quoted}"
    return {path: text.replace(": crosp validate\n", f": {scalar(what)}\n") for path, text in texts.items()}


def starting_files(framework: Framework, language: str, name: str, assessment: str, occasion: str) -> dict[str, str]:
    """Return the text of each file by its path. `assessment` is the path of the first one to fill in."""
    folder = resource("templates") / "init"
    readme = environment(language).get_template(f"init/README.{language}.md.j2")
    files = {".gitignore": (folder / "gitignore").read_text("utf-8")}
    files["README.md"] = readme.render(
        name=name,
        framework=pick(framework.head.title, language),
        credit=pick(framework.head.credit or {}, language),
        rows=f"{len(framework.principles.entries)} {_inside(framework.principles.title, language)}",
        columns=len(framework.areas.entries) > 1
        and f"{len(framework.areas.entries)} {_inside(framework.areas.title, language)}",
        term=framework.principles.entries[0].id,
        assessment=assessment,
        next=_next(occasion),
    )
    return files


def _inside(title: Text, language: str) -> str:
    """A title as it stands in a sentence."""
    text = pick(title, language)
    return text[:1].lower() + text[1:]


def _next(occasion: str) -> str:
    """An example of what the next occasion may be called: a year on, where the label begins with a year."""
    year = occasion[:4]
    return f"{int(year) + 1}{occasion[4:]}" if year.isascii() and year.isdigit() else f"{occasion}-2"
