"""Reading what stands beside a framework's matrix, where a command needs it: questions, references, glossary."""

from functools import lru_cache

from crosp_cli.findings import Finding
from crosp_cli.model.guidance import Glossary, Guidance, Questions, References
from crosp_cli.reading.documents.framework import FrameworkFolder, read_part


@lru_cache(maxsize=4)  # a framework as read; the texts beside it are read once for it, too
def read_guidance(source: FrameworkFolder) -> tuple[Guidance | None, list[Finding]]:
    """Read questions.yaml, references.yaml and glossary.yaml beside the framework."""
    findings: list[Finding] = []
    questions = read_part(Questions, source.folder, "questions.yaml", source.trees, findings)
    references = read_part(References, source.folder, "references.yaml", source.trees, findings)
    glossary = read_part(Glossary, source.folder, "glossary.yaml", source.trees, findings)
    if questions is None or references is None or glossary is None:
        return None, findings
    return Guidance(questions=questions, references=references, glossary=glossary), findings


@lru_cache(maxsize=4)
def read_references(source: FrameworkFolder) -> References | None:
    """Read references.yaml alone, for what needs no questions."""
    found: References | None = read_part(References, source.folder, "references.yaml", source.trees, [])
    return found
