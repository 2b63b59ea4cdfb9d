"""The report on a decision memo that was named, or that rests on an assessment."""

from datetime import date
from pathlib import Path

from crosp_cli.analysis.programme.analyse import WITHIN, analyse_programme
from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.commands.render.reports import reports_on
from crosp_cli.cli.console import print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.memos import LoadedMemo, bases_of, memo_at, memo_on, programmes_of
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.cli.select.programmes import LoadedProgramme
from crosp_cli.output.programme.build import programme_view
from crosp_cli.output.programme.views import ProgrammeView
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.decision_memo import MEMO, memo_view
from crosp_cli.text.translation import translation


def content_at(
    path: Path, kind: str | None, today: date, language: str, named_day: date | None, *, aside: bool
) -> ReportContent | None:
    """Return what to print of the memo at `path`; None if there is none.

    Raises:
        CannotError: there is more than one, or another kind of report was asked for.
    """
    memo = memo_at(path, language, aside=aside)
    if memo is None:
        return None
    if kind not in (None, MEMO):
        _ = translation(language).gettext
        text = _("{path} is a decision memo. For another kind of report, name an assessment.")
        raise CannotError(text.format(path=shown_name(path)))
    return _content(memo, today, language, named_day)


def content_on(
    one: LoadedAssessment, today: date, language: str, named_day: date | None, *, aside: bool
) -> ReportContent:
    """Return what to print of the memo on an assessment; where there is none, what the assessment alone says.

    Raises:
        CannotError: there is more than one.
    """
    memo = memo_on(one, language, aside=aside)
    if memo is not None:
        return _content(memo, today, language, named_day)
    _ = translation(language).gettext
    text = _("No decision memo rests on {path}, so what only it says is left to fill in.")
    print_message(text.format(path=shown_name(one.path)))
    reports = reports_on([one], today, named_day, language)
    return ReportContent(MEMO, reports[0], memo_view(None, reports, (), today))


def _content(memo: LoadedMemo, today: date, language: str, named_day: date | None) -> ReportContent:
    warn_of_personal_data(memo.tree.path, memo.tree.text, language)
    if not memo.model.assessments and not memo.model.programmes:
        text = translation(language).gettext(
            "{path} rests on nothing. Name an assessment under `assessments`, or a programme under `programmes`."
        )
        raise CannotError(text.format(path=shown_name(memo.tree.path)))
    day = named_day or min(memo.model.date or today, today)
    bases = bases_of(memo, language) if memo.model.assessments else []
    reports = reports_on(bases, day, named_day, language) if bases else []
    programmes = [_programme(one, day, language) for one in programmes_of(memo, language)]
    view = memo_view(memo.model, reports, programmes, today)
    return ReportContent(MEMO, reports[0] if reports else None, view, memo.file.stem)


def _programme(one: LoadedProgramme, today: date, language: str) -> ProgrammeView:
    warn_of_personal_data(one.path, one.tree.text, language)
    found = analyse_programme(one.model, one.framework, one.context.project, today, WITHIN)
    return programme_view(found, language)
