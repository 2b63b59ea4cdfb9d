"""From an assessment to its report, and from there to a file."""

from datetime import date
from pathlib import Path

from crosp_cli.analysis.assessment.analyse import analyse
from crosp_cli.analysis.comparison.compare import Version
from crosp_cli.cli.commands.render.conversion import OFFICE, office, open_file
from crosp_cli.cli.commands.render.target import ReportTarget
from crosp_cli.cli.console import STANDARD_OUTPUT, print_message, write
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.assessments import Read, one, warn_of_personal_data, warn_of_personal_data_in
from crosp_cli.cli.select.memos import ReadMemo, bases_of, memo_at, memo_on
from crosp_cli.cli.select.previous import others_of, since
from crosp_cli.output.analysis.build import AnalysisView, analysis_view
from crosp_cli.output.formats import writer
from crosp_cli.reading.discovery import is_folder
from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.kinds import KINDS, MEMO, WHOLE
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def rendered(
    path: Path, kind: str | None, today: date, language: str, *, named_day: date | None, aside: bool
) -> ReportContent:
    """Return what to print of the assessment or the memo at `path`; with `aside`, findings go to standard error.

    `named_day` is the day that was asked for, if any was.

    Raises:
        CannotError: there is nothing there to print, or more than one thing, or it is of another kind.
    """
    _ = translation(language).gettext
    if kind == MEMO or not is_folder(path):
        memo = memo_at(path, language, aside=aside)
        if memo is not None and kind not in (None, MEMO):
            text = _("{path} is a decision memo. For another kind of report, name an assessment.")
            raise CannotError(text.format(path=printable(str(path))))
        if memo is not None:
            return _on_memo(memo, today, language, named_day)
    read = one(path, language, aside=aside)
    if kind != MEMO:
        return ReportContent(kind or WHOLE, report_on(read, today, language, named_day))
    memo = memo_on(read, language, aside=aside)
    if memo is not None:
        return _on_memo(memo, today, language, named_day)
    print_message(
        _("No decision memo rests on {path}, so what only it says is left to fill in.").format(
            path=printable(read.path)
        )
    )
    from crosp_cli.reports.decision_memo import memo_view

    found = report_on(read, today, language, named_day)
    return ReportContent(MEMO, found, memo_view(None, [found]))


def _on_memo(memo: ReadMemo, today: date, language: str, named_day: date | None) -> ReportContent:
    from crosp_cli.reports.decision_memo import memo_view  # most reports have no use for it

    warn_of_personal_data_in(memo.tree, language)
    reports = [report_on(read, today, language, named_day) for read in bases_of(memo, language)]
    return ReportContent(MEMO, reports[0], memo_view(memo.memo, reports), memo.path.stem)


def report_on(read: Read, today: date, language: str, named_day: date | None) -> AnalysisView:
    """Return the report on an assessment that was read, and warn if it seems to hold personal data."""
    warn_of_personal_data(read, language)
    others, project = others_of(read), read.context.project
    guidance = read.guidance()
    references = guidance.references if guidance else read.references()
    series = [other.assessment for other in others]
    analysis = analyse(read.assessment, read.framework, references, project, today, series)
    before = since(Version(read.assessment, read.framework), others, project, language)
    return analysis_view(analysis, guidance, language, before, named_day)


def write_report(found: ReportContent, target: ReportTarget, language: str) -> None:
    """Write the report, say where it is, and open it if that was asked for.

    Raises:
        CannotError: the file exists and was not to be replaced, is named like an assessment, or cannot be written.
    """
    _ = translation(language).gettext
    path = STANDARD_OUTPUT if target.is_standard_output else target.path(found)
    if path != STANDARD_OUTPUT:
        target.refuse_to_write(path, language)
    write(path, content_of(found, target, language), language, overwrite=target.force)
    if path != STANDARD_OUTPUT:
        print_message(_("written: {file}").format(file=printable(str(path))))
    tell_to_read_through(found.kind, language)
    if target.opened:
        open_file(path, language)


def tell_to_read_through(kind: str, language: str) -> None:
    """Say what is to be done with a report of that kind first, where it goes to people outside."""
    if KINDS[kind].reminder:
        print_message(translation(language).gettext(KINDS[kind].reminder))


def content_of(found: ReportContent, target: ReportTarget, language: str) -> bytes:
    """Return the report in the form that was asked for.

    Raises:
        CannotError: it was to be laid out by a template that cannot be filled, or what makes that form is missing.
    """
    if target.template is not None:
        from crosp_cli.cli.commands.template.run import laid_out

        made = laid_out(found, target.template)
    else:
        made = writer("report", "html" if target.format in OFFICE else target.format)(found)
    if target.format in OFFICE:
        return office(made, target.format, language)
    return made if isinstance(made, bytes) else made.encode()
