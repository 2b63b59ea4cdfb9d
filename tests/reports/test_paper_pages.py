"""Papers as they come out on pages: Word documents as LibreOffice prints them, and PDFs."""

import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml

from crosp_cli.reports.content import ReportContent
from crosp_cli.reports.html import as_html
from crosp_cli.reports.word_and_pdf.docx import as_docx
from crosp_cli.reports.word_and_pdf.pdf import as_pdf
from crosp_cli.text.phrase import Phrase

from .conftest import example_paths, golden
from .test_two_pages import at_length

pytestmark = pytest.mark.office

PAPERS = golden("papers")
OPENED = ["report.sv", "summary.sv", "summary.en", "action-plan.sv", "public.en", "decision-memo.sv", "programme.sv"]


@pytest.fixture(scope="module")
def long_summaries(make: Callable[[Path, str], Any]) -> dict[str, str]:
    """A summary of each example, made as long as it gets."""
    return {path.stem: as_html(ReportContent("summary", at_length(make(path, "sv")))) for path in example_paths()}


@pytest.fixture(scope="module")
def printed(
    paper: Callable[[str], bytes], long_summaries: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, pypdf.PdfReader]:
    """The pages that LibreOffice prints of Word documents: of each kind, and of the long summaries."""
    office = shutil.which("soffice")
    if office is None:
        reason = "no LibreOffice here"
        if os.environ.get("CROSP_NO_SKIPS"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("office")
    for name in OPENED:
        (folder / f"{name}.docx").write_bytes(paper(f"{name}.docx.txt"))
    for name, html in long_summaries.items():
        (folder / f"long {name}.docx").write_bytes(as_docx(html).content)
    files = sorted(map(str, folder.glob("*.docx")))
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=300)
    return {file.stem: pypdf.PdfReader(io.BytesIO(file.read_bytes())) for file in folder.glob("*.pdf")}


def words(reader: pypdf.PdfReader, page: int | None = None) -> str:
    pages = reader.pages if page is None else [reader.pages[page]]
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def test_libreoffice_opens_every_kind(printed: dict[str, pypdf.PdfReader], paper: Callable[[str], bytes]) -> None:
    assert printed.keys() >= {*OPENED}
    for name in OPENED:
        structure = PAPERS.of_docx(paper(f"{name}.docx.txt"))
        headings = [line.partition(": ")[2] for line in structure if line.startswith(("Heading 1", "Heading 2"))]
        shown = "".join(words(printed[name]).split())
        assert not [heading for heading in headings if "".join(heading.split()) not in shown]


def test_each_page_says_what_it_is_of_and_how_many_there_are(
    printed: dict[str, pypdf.PdfReader], paper: Callable[[str], bytes]
) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(paper("action-plan.sv.pdf.txt")))
    for reader in (printed["action-plan.sv"], pdf):
        pages = len(reader.pages)
        assert pages > 2
        for number in range(pages):
            assert "Handlingsplan: Ekskolan, 2026-ht" in words(reader, number)
            assert f"{number + 1} ({pages})" in words(reader, number)


def test_a_summary_in_word_takes_at_most_two_pages(printed: dict[str, pypdf.PdfReader]) -> None:
    taken = {name: len(reader.pages) for name, reader in printed.items() if name.startswith(("long ", "summary"))}
    assert len(taken) == len(example_paths()) + 2
    assert max(taken.values()) <= 2, taken


def test_a_whole_report_takes_at_most_sixteen_pages_in_word_too(printed: dict[str, pypdf.PdfReader]) -> None:
    """In whichever typeface stands in for Word's own."""
    assert len(printed["report.sv"].pages) <= 16


def test_no_line_ends_within_a_date(printed: dict[str, pypdf.PdfReader]) -> None:
    lines = [line for reader in printed.values() for page in reader.pages for line in page.extract_text().splitlines()]
    assert sum(bool(re.search("2026[-\u2011]11[-\u2011]10", line)) for line in lines) >= 4
    assert not [line for line in lines if re.search(r"\b20\d\d([-\u2011]\d\d)?[-\u2011]$", line.strip())]


def test_a_summary_in_pdf_takes_at_most_two_pages(long_summaries: dict[str, str]) -> None:
    taken = {name: len(pypdf.PdfReader(io.BytesIO(as_pdf(html)[0])).pages) for name, html in long_summaries.items()}
    assert max(taken.values()) <= 2, taken


def test_no_page_of_a_plan_parts_a_measure_from_its_table(
    printed: dict[str, pypdf.PdfReader], paper: Callable[[str], bytes]
) -> None:
    structure = PAPERS.of_docx(paper("action-plan.sv.docx.txt"))
    measures = [line.partition(": ")[2] for line in structure if line.startswith("Heading 4")]
    assert len(measures) > 10
    for reader in (printed["action-plan.sv"], pypdf.PdfReader(io.BytesIO(paper("action-plan.sv.pdf.txt")))):
        pages = ["".join(words(reader, number).split()) for number in range(len(reader.pages))]
        for measure in measures:
            (page,) = [
                page for page in pages if re.search(f"{re.escape(''.join(measure.split()))}Delavmodellen:", page)
            ]
            after = page.partition(f"{''.join(measure.split())}Delavmodellen:")[2]
            assert "Vibeslutaratt" in after.partition("Delavmodellen:")[0], measure


def test_there_is_room_to_write_in_the_rows_to_fill_in(
    printed: dict[str, pypdf.PdfReader], paper: Callable[[str], bytes]
) -> None:
    for reader in (printed["action-plan.sv"], pypdf.PdfReader(io.BytesIO(paper("action-plan.sv.pdf.txt")))):
        between: list[float] = []
        for page in reader.pages:
            lines: list[float] = []

            def note(text: str, cm: Any, tm: Any, _font: Any, _size: Any, lines: list[float] = lines) -> None:
                if "☐" in text:
                    lines.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

            page.extract_text(visitor_text=note)
            between += [above - below for above, below in pairwise(lines[::3])]  # each row has three boxes
        assert len(between) > 10
        assert min(between) > 40  # points, 14 mm: two or three lines by hand


def nine_fullest(text: str) -> str:
    """The assessment with the nine of its cells that say most."""
    data = yaml.safe_load(text)
    told = {(row, column): str(cell) for row, cells in data["cells"].items() for column, cell in cells.items()}
    kept = sorted(told, key=lambda place: -len(told[place]))[:9]
    data["cells"] = {
        row: {column: cell for column, cell in cells.items() if (row, column) in kept}
        for row, cells in data["cells"].items()
    }
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@pytest.mark.parametrize(
    "path",
    [
        "ekskolan/assessments/ekskolan/2026-ht-school.yaml",
        "ekskolan/assessments/ekskolan/2026-ht-teaching.yaml",
        "exempelkommun/assessments/2026-ht-organiser.yaml",
    ],
)
def test_a_report_of_nine_cells_takes_at_most_six_pages(
    path: str, examples: Path, tmp_path: Path, crosp: Callable[..., Any]
) -> None:
    """The nine that say most, beside what was said of all of them last time."""
    shutil.copytree(examples, tmp_path, dirs_exist_ok=True)
    (tmp_path / path).write_text(nine_fullest((examples / path).read_text("utf-8")), "utf-8")
    made = crosp("render", path, "--today", "2026-11-22", "-o", "nine.pdf", cwd=tmp_path)
    assert made.status == 0, made.err
    assert len(pypdf.PdfReader(tmp_path / "nine.pdf").pages) <= 6


def test_each_paper_of_a_school_is_as_short_as_its_reader_needs(paper: Callable[[str], bytes]) -> None:
    most = {"report": 10, "summary": 2, "action-plan": 8, "public": 2}
    taken = {kind: len(pypdf.PdfReader(io.BytesIO(paper(f"{kind}.sv.pdf.txt"))).pages) for kind in most}
    assert not {kind: pages for kind, pages in taken.items() if pages > most[kind]}


def test_a_summary_of_a_wide_framework_takes_two_pages_too(make: Callable[[Path, str], Any]) -> None:
    """Thirty rows and twelve columns."""
    report = make(example_paths()[0], "en")
    cells = (report.rows[0].cells * 12)[:12]
    columns = tuple((Phrase(f"Column {number}", "en"),) * 2 for number in range(1, 13))
    rows = tuple(report.rows[0]._replace(title=Phrase(f"Row {number}", "en"), cells=cells) for number in range(1, 31))
    html = as_html(ReportContent("summary", report._replace(rows=rows, columns=columns)))
    assert len(pypdf.PdfReader(io.BytesIO(as_pdf(html)[0])).pages) == 2
