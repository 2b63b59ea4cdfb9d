"""The analysis as Markdown: a heading for each assessment or group of cells, and for each set of levels."""

from collections.abc import Iterator

from crosp_cli.rendering.grouping import heading
from crosp_cli.rendering.report_markdown import as_summary_markdown, filled
from crosp_cli.rendering.shown import Shown


def as_markdown(shown: Shown) -> str:
    """Return everything an answer holds. The same answer gives the same text."""
    return "\n".join(part for part in _parts(shown) if part.strip())


def _parts(shown: Shown) -> Iterator[str]:
    language = shown.reports[0].language
    explanations = shown.explanations or (None,) * len(shown.reports)
    pairs = list(zip(shown.reports, explanations, strict=True))
    if shown.by is None:
        yield from (as_summary_markdown(report, explanation) for report, explanation in pairs)
        yield filled("levels.md.j2", language, levels=shown.levels)
        return
    for grouped in shown.grouped:
        yield filled("grouped.md.j2", language, grouped=grouped)
    for report, explanation in pairs:
        if explanation:
            yield filled("explained.md.j2", language, heading=heading(report), explanation=explanation)
