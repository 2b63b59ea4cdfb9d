"""Writes what examples/another-country takes over from the built-in framework: its questions and its glossary.

Run `make pages` after a change to those. The other files there are the country's own. What of the glossary speaks of
Sweden, or has a source or a reference that the country does not have, is left out, and so are variants of questions for
Swedish school forms.
"""

import sys
from pathlib import Path
from typing import Any

from generated import DOCS, write

from crosp_cli.editing.yaml_writer import mapping
from crosp_cli.reading.documents.framework import built_in_folder, tree_of_file

HERE = DOCS.parent / "examples" / "another-country" / "framework"
LANGUAGE = "en"
NOTE = "# Taken over from crosp's own framework, in English, by docs/generate_example.py.\n"


def main() -> int:
    """Write the files, or with --check say which would change."""
    sources = _ids(_data(HERE, "framework")["sources"])
    references = _ids(_data(HERE, "references")["entries"])
    glossary, questions = (_own(_data(built_in_folder(), name), references) for name in ("glossary", "questions"))
    kept = [term for term in glossary["entries"] if term["source"] in sources and "Swed" not in str(term)]
    taken = {"questions": _with_terms(questions, _ids(kept)), "glossary": {"entries": kept}}
    return write({HERE / f"{name}.yaml": NOTE + mapping(data, 0) for name, data in taken.items()}, sys.argv[1:])


def _data(folder: Path, name: str) -> Any:
    tree, _findings = tree_of_file(folder / f"{name}.yaml", folder)
    if tree is None:
        raise FileNotFoundError(folder / f"{name}.yaml")
    return tree.data


def _ids(entries: list[dict[str, Any]]) -> set[str]:
    return {entry["id"] for entry in entries}


def _own(part: Any, references: set[str]) -> Any:
    """A part of a file in one language, with the country's own references alone."""
    if isinstance(part, list):
        return [_own(one, references) for one in part]
    if not isinstance(part, dict):
        return part
    if LANGUAGE in part:
        return {LANGUAGE: part[LANGUAGE]}
    taken = {key: _own(value, references) for key, value in part.items() if key != "variants"}
    if "references" in taken:
        taken["references"] = [name for name in taken["references"] if name in references]
    return taken


def _with_terms(part: Any, terms: set[str]) -> Any:
    """Questions that name the terms of the glossary alone."""
    if not isinstance(part, dict):
        return part
    return {
        key: [name for name in value if name in terms] if key == "terms" else _with_terms(value, terms)
        for key, value in part.items()
    }


if __name__ == "__main__":
    sys.exit(main())
