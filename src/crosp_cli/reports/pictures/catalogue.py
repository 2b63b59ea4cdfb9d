"""The pictures of a report, by name, as templates ask for them: `{{ report|picture("map") }}`.

Each is drawn twice: for a wide page and paper, and for a narrow one. The page's style shows one of them
(`templates/pictures.css`); the other is hidden from everyone, so nobody is told the same twice.
"""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from crosp_cli.output.analysis.views import AnalysisView
from crosp_cli.output.programme.views import ProgrammeView
from crosp_cli.reports.pictures.agreement import agreement_pictures
from crosp_cli.reports.pictures.change import change_picture
from crosp_cli.reports.pictures.coverage import coverage_pictures
from crosp_cli.reports.pictures.map import map_picture
from crosp_cli.reports.pictures.svg import FORMATS, PictureFormat
from crosp_cli.reports.pictures.timeline import timeline_pictures


def _map(report: AnalysisView, form: PictureFormat) -> tuple[Markup, ...]:
    return (map_picture(report, form),)


def _change(report: AnalysisView, form: PictureFormat) -> tuple[Markup, ...]:
    found = change_picture(report, form)
    return () if found is None else (found,)


PICTURES: dict[str, Callable[[AnalysisView, PictureFormat], tuple[Markup, ...]]] = {
    "map": _map,
    "agreement": agreement_pictures,
    "timeline": timeline_pictures,
    "change": _change,
}


_OTHERS: dict[str, Callable[[ProgrammeView, PictureFormat], tuple[Markup, ...]]] = {"coverage": coverage_pictures}
"""The pictures of what is no report on an assessment."""
_EVERY: dict[str, Callable[[Any, PictureFormat], tuple[Markup, ...]]] = {**PICTURES, **_OTHERS}


def picture(report: Any, name: str) -> Markup:
    """Return the picture of that name in every format, as SVG; nothing where there is nothing to draw."""
    return Markup().join(found for form in FORMATS for found in _EVERY[name](report, form))
