"""The built-in framework against a table of the facts, written by hand and not from the framework's own files."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from crosp_cli.limits import (
    BEHIND_CHARACTERS,
    CHANGES_CHARACTERS,
    DEFINITION_CHARACTERS,
    FRAMEWORK_ENTRIES,
    NAME_CHARACTERS,
    REFERENCES,
)
from crosp_cli.model.framework import Framework
from crosp_cli.model.guidance import Guidance
from crosp_cli.reading.documents.document import read_tree
from crosp_cli.reading.documents.framework import FrameworkFolder, built_in_folder, read_framework
from crosp_cli.reading.documents.guidance import read_guidance
from crosp_cli.reading.framework_consistency import consistency
from crosp_cli.reading.workspace import framework_findings

ROOT = Path(__file__).parents[2]
BOTH = ("sv", "en")


class Fact(NamedTuple):
    """A row or a column: its titles, and what stands behind it, named by the publication or added by us."""

    name: str
    swedish: str
    english: str
    factors: set[str]
    cited: set[str]
    added: set[str]
    alias: str = ""


ROWS = [
    Fact(
        "shared-direction",
        "En gemensam riktning",
        "A shared direction",
        {"Tydlig roll- och ansvarsfördelning", "Hälsofrämjande lärmiljö"},
        set(),
        {"1:5", "1:10"},
    ),
    Fact(
        "collaboration",
        "Samverkan och kunskapsutbyte",
        "Collaboration and knowledge exchange",
        {"Kompetent ledarskap"},
        {"2:25"},
        {"29:13"},
        alias="Samverkan",
    ),
    Fact(
        "professional-development",
        "Kompetensutveckling",
        "Professional development",
        {"Professionell utveckling"},
        set(),
        {"2:34a"},
    ),
    Fact(
        "inclusive-leadership",
        "Inkluderande skolledarskap",
        "Inclusive school leadership",
        set(),
        {"2:9"},
        {"2:10"},
        alias="Inkluderande skollärdaskap",
    ),
    Fact(
        "participation",
        "Delaktighet och inflytande",
        "Participation and influence",
        {"Förtroendefullt klimat"},
        {"4:9"},
        {"4:12", "4:13"},
    ),
    Fact(
        "follow-up",
        "Uppföljning och analys",
        "Follow-up and analysis",
        {"Kompensatoriska insatser"},
        set(),
        {"4:3", "4:4", "3:9", "8:9"},
    ),
]
COLUMNS = [
    Fact(
        "funding",
        "Finansiering och flexibel resursfördelning",
        "Funding and flexible resource allocation",
        set(),
        {"2:8b"},
        set(),
        alias="Finansiering och resursfördelning",
    ),
    Fact(
        "governance",
        "Styrning",
        "Governance",
        {"Tydlig roll- och ansvarsfördelning"},
        {"2:8"},
        {"1:5", "2:8a"},
    ),
    Fact(
        "capacity-building",
        "Uppbyggnad av kapacitet",
        "Capacity building",
        {"Professionell utveckling"},
        {"2:8", "2:9", "2:10"},
        set(),
    ),
    Fact(
        "quality",
        "Systematiskt kvalitetsarbete",
        "Systematic quality work",
        {"Systematiskt kvalitetsarbete"},
        {"4:3"},
        {"4:4", "4:5", "4:6", "4:7"},
        alias="Kvalitetssäkring",
    ),
]
FACTORS = {
    "Tydlig roll- och ansvarsfördelning",
    "Hälsofrämjande lärmiljö",
    "Kompetent ledarskap",
    "Professionell utveckling",
    "Förtroendefullt klimat",
    "Kompensatoriska insatser",
    "Systematiskt kvalitetsarbete",
}
LEVELS = [
    ("organiser", "Huvudman", "organiser"),
    ("school", "Förskole- eller skolenhet", "unit"),
    ("teaching", "Undervisning", "unit"),
]
STEPS = [
    ("current_state", "Nuläge", "Current state"),
    ("need", "Behov av utveckling", "Development need"),
    ("measures", "Insatser", "Measures"),
]
CONCEPTS = {
    "Inkluderande utbildning": set(),
    "Likvärdig utbildning": {"1:8", "1:9", "1:4"},
    "Nationellt kvalitetssystem": set(),
    "Hälsofrämjande lärmiljö": set(),
    "Kompensatoriska insatser": set(),
    "Tillgänglighet": set(),
    "Universell utformning": set(),
    "Tvärprofessionella insatser i Sverige": set(),
    "Tvärprofessionella insatser i Europa": set(),
}


@pytest.fixture(scope="module")
def source() -> FrameworkFolder:
    return read_framework(built_in_folder())


@pytest.fixture(scope="module")
def framework(source: FrameworkFolder) -> Framework:
    assert source.framework is not None
    return source.framework


@pytest.fixture(scope="module")
def guidance(source: FrameworkFolder) -> Guidance:
    found, findings = read_guidance(source)
    assert findings == []
    assert found is not None
    return found


def number_of(guidance: Guidance, name: str) -> str:
    number = guidance.reference[name].number
    assert number is not None
    return number


class TestMatrix:
    def test_its_shape(self, framework: Framework) -> None:
        assert framework.name == "spsm-crosp@2024"
        assert (len(framework.principles.entries), len(framework.areas.entries)) == (6, 4)
        assert len(framework.places) == 24

    @pytest.mark.parametrize("axis", ["principles", "areas"])
    def test_titles_in_their_order(self, framework: Framework, axis: str) -> None:
        facts = ROWS if axis == "principles" else COLUMNS
        found = [(e.id, e.title["sv"], e.title["en"]) for e in getattr(framework, axis).entries]
        assert found == [(fact.name, fact.swedish, fact.english) for fact in facts]

    @pytest.mark.parametrize("fact", [*ROWS, *COLUMNS], ids=lambda fact: fact.name)
    def test_what_stands_behind(self, framework: Framework, guidance: Guidance, fact: Fact) -> None:
        (entry,) = (entry for entry in framework if entry.id == fact.name)
        attached: dict[tuple[str, str], set[str]] = {}
        for attachment in entry.references:
            reference = guidance.reference[attachment.id]
            named = reference.number if reference.kind == "law" else reference.title["sv"]
            assert named is not None
            attached.setdefault((reference.kind, attachment.attached_by), set()).add(named)
        assert attached.get(("success-factor", "source"), set()) == fact.factors
        assert attached.get(("law", "source"), set()) == fact.cited
        assert attached.get(("law", "crosp"), set()) == fact.added
        assert ("success-factor", "crosp") not in attached

    def test_what_we_have_added_or_corrected_says_so(self, framework: Framework) -> None:
        for entry in framework:
            for attachment in entry.references:
                assert (attachment.note is not None) == (attachment.attached_by == "crosp")

    def test_leadership_cites_the_report_on_school_leadership(self, framework: Framework, guidance: Guidance) -> None:
        names = [attachment.id for attachment in framework.principle("inclusive-leadership").references]
        (publication,) = (name for name in names if guidance.reference[name].kind == "publication")
        assert "2022" in publication

    @pytest.mark.parametrize("fact", [fact for fact in (*ROWS, *COLUMNS) if fact.alias], ids=lambda fact: fact.name)
    def test_the_labels_of_the_printed_matrix_are_aliases(self, framework: Framework, fact: Fact) -> None:
        (entry,) = (entry for entry in framework if entry.id == fact.name)
        assert fact.alias in entry.aliases["sv"]
        assert fact.alias != entry.title["sv"]

    def test_the_agencys_names_of_the_areas_are_known(self, framework: Framework) -> None:
        known = {
            name.lower()
            for entry in framework.areas.entries
            for name in (*entry.title.values(), *entry.label.values(), *(a for n in entry.aliases.values() for a in n))
        }
        assert {"funding", "governance", "capacity building", "quality assurance"} <= known


class TestHead:
    def test_levels(self, framework: Framework) -> None:
        assert [(level.id, level.title["sv"], level.concerns) for level in framework.head.levels] == LEVELS

    def test_steps(self, framework: Framework) -> None:
        assert [(step.id, step.title["sv"], step.title["en"]) for step in framework.head.steps] == STEPS

    def test_the_scale_is_declared_as_ours(self, framework: Framework) -> None:
        scale = framework.head.scale
        assert scale.values == (0, 1, 2, 3)
        assert scale.source == "crosp-own"
        assert scale.note is not None
        assert re.search(r"från crosp", scale.note["sv"])
        assert re.search(r"from crosp", scale.note["en"])

    def test_the_vision_has_five_statements(self, framework: Framework) -> None:
        assert len(framework.head.vision) == 5
        assert {statement.source for statement in framework.head.vision} == {"spsm-2024"}

    def test_the_publication(self, framework: Framework) -> None:
        (publication,) = (p for p in framework.head.sources if p.id == "spsm-2024")
        assert (publication.isbn, publication.article, publication.year) == ("978-91-28-01073-3", "01073", "2024")

    def test_measures_by_what_the_law_says_of_student_health(self, framework: Framework) -> None:
        assert [o.title["sv"] for o in framework.head.orientations] == ["Främjande", "Förebyggande", "Åtgärdande"]
        assert [scope.title["sv"] for scope in framework.head.scopes] == ["Individ", "Grupp", "Organisation"]

    def test_the_three_conditions_and_the_six_arenas(self, framework: Framework) -> None:
        assert [condition.title["sv"] for condition in framework.head.conditions] == ["Styrning", "Struktur", "Samsyn"]
        assert [arena.title["sv"] for arena in framework.head.arenas] == [
            "Skolchef",
            "Förvaltning",
            "Rektor",
            "Elevhälsa",
            "Pedagogisk personal",
            "Barn och elever",
        ]
        assert len(framework.head.shifts) == 5

    def test_the_english_names_of_the_principles_are_said_to_be_ours(self, framework: Framework) -> None:
        assert framework.head.note is not None
        assert re.search(r"(?:our|crosp's) translation", framework.head.note["en"])


class TestReferences:
    def test_seven_success_factors(self, guidance: Guidance) -> None:
        factors = [r for r in guidance.references.entries if r.kind == "success-factor"]
        assert len(factors) == 7
        assert {factor.title["sv"] for factor in factors} == FACTORS
        assert {factor.binding for factor in factors} == {"guidance"}

    def test_every_section_of_the_table(self, guidance: Guidance) -> None:
        numbers = {r.number for r in guidance.references.entries if r.kind == "law"}
        expected = {number for fact in (*ROWS, *COLUMNS) for number in fact.cited | fact.added}
        assert expected | {"1:4", "1:8", "1:9", "2:26"} <= numbers

    def test_a_section_is_named_by_its_number(self, guidance: Guidance) -> None:
        for reference in guidance.references.entries:
            if reference.kind == "law":
                chapter, section = re.fullmatch(r"(\d+):(\d+ ?[a-z]?)", reference.number or "").groups()  # type: ignore[union-attr]
                digits = re.fullmatch(r"(\d+)([a-z]?)", section)
                assert digits is not None
                spelt = " ".join(part for part in digits.groups() if part)
                assert f"{chapter} kap. {spelt} §" in reference.title["sv"]
                assert f"chapter {chapter}, section {spelt}" in reference.title["en"]
                assert reference.id == f"skollagen-{chapter}-{section}"

    def test_each_has_a_day_a_force_and_our_own_words(self, framework: Framework, guidance: Guidance) -> None:
        law_day = framework.head.law_as_of
        for reference in guidance.references.entries:
            if reference.kind == "law":
                assert reference.as_of == law_day
                assert reference.binding in ("shall", "may")
                assert reference.paraphrase is not None or reference.topic is not None

    def test_allocation_by_need_binds_municipalities_only(self, guidance: Guidance) -> None:
        section = guidance.reference["skollagen-2-8b"]
        assert section.applies_to.organiser_types == ("municipal",)
        assert section.applies_to.includes("municipal", ("grundskola",), "organiser")
        assert not section.applies_to.includes("independent", ("grundskola",), "organiser")

    def test_student_health_does_not_cover_preschool_and_is_optional_in_komvux(self, guidance: Guidance) -> None:
        covered = {
            "forskoleklass",
            "grundskola",
            "anpassad-grundskola",
            "sameskola",
            "specialskola",
            "gymnasieskola",
            "anpassad-gymnasieskola",
        }
        assert set(guidance.reference["skollagen-2-25"].applies_to.school_forms) == covered
        assert guidance.reference["skollagen-2-26"].applies_to.school_forms == ("komvux",)
        assert guidance.reference["skollagen-2-26"].binding == "may"

    def test_the_causes_of_the_results_are_to_be_analysed(self, guidance: Guidance) -> None:
        paraphrase = guidance.reference["skollagen-4-3"].paraphrase
        assert paraphrase is not None
        assert re.search(r"analysera (?:varför|orsak)", paraphrase["sv"])
        assert re.search(r"analyse (?:why|the causes)", paraphrase["en"])

    def test_misprints_are_corrected_and_said_to_be(self, framework: Framework, guidance: Guidance) -> None:
        governance = {number_of(guidance, a.id) for a in framework.area("governance").references if "skollagen" in a.id}
        assert "1:4" not in governance
        assert "1:5" in governance
        for number in ("1:5", "2:25", "4:4", "4:9"):
            assert guidance.reference[f"skollagen-{number.replace(':', '-')}"].correction is not None
        health = guidance.reference["skollagen-2-25"].paraphrase
        assert health is not None
        assert "specialpedagogisk" in health["sv"]
        assert "tvärprofessionell" not in health["sv"]

    def test_the_full_title_of_the_seventh_factor_is_told(self, guidance: Guidance) -> None:
        (factor,) = (r for r in guidance.references.entries if r.id == "factor-systematic-quality-work")
        assert factor.correction is not None
        assert "med undervisningen i fokus" in factor.correction["sv"]


class TestQuestions:
    def test_one_for_each_cell_at_each_level(self, framework: Framework, guidance: Guidance) -> None:
        for place in framework.places:
            for level in framework.head.levels:
                assert guidance.questions.current(place, level.id) is not None

    def test_terms_that_staff_may_not_know_are_linked(self, guidance: Guidance) -> None:
        used = {
            name
            for row in guidance.questions.current_state.values()
            for levels in row.values()
            for question in levels.values()
            for name in question.terms
        }
        assert used <= set(guidance.terms)
        assert len(used) >= 15


class TestGlossary:
    def test_the_concepts_of_the_publication(self, guidance: Guidance) -> None:
        terms = {term.term["sv"]: term for term in guidance.glossary.entries}
        for title, sections in CONCEPTS.items():
            numbers = {guidance.reference[name].number for name in terms[title].references}
            assert sections <= numbers

    def test_links_lead_somewhere(self, framework: Framework, guidance: Guidance) -> None:
        for term in guidance.glossary.entries:
            assert set(term.references) <= set(guidance.reference)
        for entry in framework:
            assert set(entry.terms) <= set(guidance.terms)

    def test_universal_design_does_not_rule_out_aids(self, guidance: Guidance) -> None:
        term = guidance.terms["universal-design"]
        assert "Hjälpmedel utesluts inte" in term.definition["sv"]
        assert "crpd-2" in term.references

    def test_the_three_legs_and_the_three_parts(self, guidance: Guidance) -> None:
        assert "tre ben" in guidance.terms["equitable-education"].definition["sv"]
        assert "tre delar" in guidance.terms["national-quality-system"].definition["sv"]


@pytest.mark.parametrize("name", ["framework", "examples/other-framework/framework"])
def test_everything_holds_together(name: str) -> None:
    source = read_framework(ROOT / name)
    guidance, findings = read_guidance(source)
    assert source.findings == []
    assert findings == []
    assert guidance is not None
    assert list(consistency(source, guidance)) == []


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("{en: Paths}", "CR131"),
        ("{sv: Vägar}", "CR131"),
        ("{}", "CR111"),
        ("{en: , fr: Chemins}", "CR111"),
        ('{en: " ", fr: Chemins}', "CR111"),
        ('{en: "\\u200b", fr: Chemins}', "CR010"),
        ('{en: "\\u00a0\\u2060", fr: Chemins}', "CR010"),
        ("{en: Paths, fr: Chemins, sv: Vägar}", None),
    ],
)
def test_a_text_that_a_language_is_missing_from(tmp_path: Path, title: str, code: str | None) -> None:
    shutil.copytree(ROOT / "examples" / "other-framework" / "framework", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "principles.yaml"
    file.write_text(file.read_text("utf-8").replace("title: {en: Paths, fr: Chemins}", f"title: {title}"), "utf-8")
    found = framework_findings(read_framework(tmp_path))
    assert [(finding.code, finding.location.line) for finding in found] == ([(code, 1)] if code else [])


def test_a_version_is_one_line_however_it_is_written(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "other-framework" / "framework", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "framework.yaml"
    file.write_text(re.sub("(?m)^version: .*", 'version: "1\\\\n2"', file.read_text("utf-8")), "utf-8")
    found = read_framework(tmp_path).framework
    assert found is not None
    assert found.name == "inclusion-walk@1 2"


ROUND = """first_round:
  school-team:
    cells: [{principle: arriving, area: time-and-people}, {principle: SECOND, area: everyday-practice}, THIRD]
    why: {en: Because., fr: Parce que.}
"""


@pytest.mark.parametrize(
    ("level", "second", "third", "codes"),
    [
        ("school-team", "arriving", "{principle: looking-back, area: time-and-people}", []),
        ("school-team", "arriving", "{principle: arriving, area: time-and-people}", ["CR114"]),
        ("school-team", "nowhere", "{principle: looking-back, area: money}", ["CR132", "CR132"]),
        ("class", "arriving", "{principle: looking-back, area: time-and-people}", ["CR132"]),
        ("school-team", "arriving", "", ["CR137"]),
        ("school-team", "arriving", ", ".join(["{principle: looking-back, area: time-and-people}"] * 3), ["CR137"]),
    ],
)
def test_a_first_round_names_three_or_four_cells_that_there_are(
    tmp_path: Path, level: str, second: str, third: str, codes: list[str]
) -> None:
    shutil.copytree(ROOT / "examples" / "other-framework" / "framework", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "framework.yaml"
    lines = ROUND.replace("school-team", level).replace("SECOND", second).replace(", THIRD", f", {third}" * bool(third))
    file.write_text(file.read_text("utf-8") + lines, "utf-8")
    assert [finding.code for finding in framework_findings(read_framework(tmp_path))] == codes


@pytest.mark.parametrize(
    ("file", "way"),
    [
        *(("framework.yaml", (key,)) for key in ("organiser_types", "school_forms", "levels", "arenas", "groups")),
        *(("framework.yaml", (key,)) for key in ("shifts", "orientations", "scopes", "conditions")),
        *(("framework.yaml", ("for_guardians", *way)) for way in (("references",), ("instead", 0, "references"))),
        *(("framework.yaml", way) for way in (("for_guardians", "instead"), ("orientation_references",))),
        ("framework.yaml", ("scale", "steps")),
        ("principles.yaml", ("entries",)),
        ("areas.yaml", ("entries",)),
        *((f"{axis}.yaml", ("entries", 0, "references")) for axis in ("principles", "areas")),
    ],
)
def test_what_is_held_against_every_assessment_has_a_limit(
    tmp_path: Path, file: str, way: tuple[str | int, ...]
) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content = {**read_tree(tmp_path / file, file)[0].data}
    inner: Any = content
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = [inner[way[-1]][0]] * (FRAMEWORK_ENTRIES + 1)
    (tmp_path / file).write_text(json.dumps(content), "utf-8")
    read = read_framework(tmp_path)
    assert read.framework is None
    assert [(one.code, one.values) for one in read.findings] == [
        ("CR137", {"count": FRAMEWORK_ENTRIES + 1, "limit": FRAMEWORK_ENTRIES})
    ]


def test_a_framework_has_a_number_of_references(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    one = {"kind": "law", "title": {"sv": "X"}, "as_of": "2026-11-01", "binding": "shall"}
    found = []
    for many in (REFERENCES, REFERENCES + 1):
        entries = [{"id": f"r{number}", **one} for number in range(many)]
        (tmp_path / "references.yaml").write_text(json.dumps({"entries": entries}), "utf-8")
        found.append([finding.code for finding in framework_findings(read_framework(tmp_path))].count("CR137"))
    assert found == [0, 1]


@pytest.mark.parametrize(("key", "one"), [("terms", "hinder"), ("variants", {"school_forms": ["anpassad-grundskola"]})])
def test_a_question_has_a_number_of_terms_and_variants(tmp_path: Path, key: str, one: object) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content = {**read_tree(tmp_path / "questions.yaml", "")[0].data}
    content["need"]["school"][key] = [one] * (FRAMEWORK_ENTRIES + 1)
    (tmp_path / "questions.yaml").write_text(json.dumps(content), "utf-8")
    guidance, findings = read_guidance(read_framework(tmp_path))
    assert guidance is None
    assert [one.code for one in findings] == ["CR137"]


@pytest.mark.parametrize("forms", [["hindren"] * (FRAMEWORK_ENTRIES + 1), ["h" * (NAME_CHARACTERS + 1)]])
def test_a_term_has_a_number_of_other_forms_and_none_is_long(tmp_path: Path, forms: list[str]) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content = {**read_tree(tmp_path / "glossary.yaml", "")[0].data}
    content["entries"][0]["forms"] = {"sv": forms}
    (tmp_path / "glossary.yaml").write_text(json.dumps(content), "utf-8")
    guidance, findings = read_guidance(read_framework(tmp_path))
    assert guidance is None
    assert [one.code for one in findings] == ["CR137"]


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["CR137"])])
def test_what_a_term_means_has_a_limit(tmp_path: Path, more: int, codes: list[str]) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content: Any = read_tree(tmp_path / "glossary.yaml", "")[0].data
    content["entries"][0]["definition"]["sv"] = "a" * (DEFINITION_CHARACTERS + more)
    (tmp_path / "glossary.yaml").write_text(json.dumps(content), "utf-8")
    guidance, findings = read_guidance(read_framework(tmp_path))
    assert [one.code for one in findings] == codes
    assert (guidance is None) is bool(codes)


@pytest.mark.parametrize("more", [0, 1])
def test_changes_that_are_said_at_each_cell_have_a_limit_together(tmp_path: Path, more: int) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content: Any = read_tree(tmp_path / "references.yaml", "")[0].data
    one = {"what": {"sv": "a" * 950, "en": "a" * 950}, "from": "2027-01-01", "source": "a" * 50, "sure": "law-text"}
    for entry in content["entries"]:
        entry.pop("changes", None)
    content["entries"][0]["changes"] = [one] * (CHANGES_CHARACTERS // 2_700 - 1)
    content["entries"][1]["changes"] = [{**one, "source": "a" * (CHANGES_CHARACTERS % 2_700 + 50)}]
    content["entries"][2]["changes"] = [one] * more
    (tmp_path / "references.yaml").write_text(json.dumps(content), "utf-8")
    guidance, findings = read_guidance(read_framework(tmp_path))
    assert [one.code for one in findings] == ["CR137"] * more
    assert (guidance is None) is bool(more)


@pytest.mark.parametrize("more", [0, 1])
def test_what_is_said_behind_each_cell_has_a_limit(tmp_path: Path, more: int) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content = {name: read_tree(tmp_path / f"{name}.yaml", "")[0].data for name in ("references", "principles", "areas")}
    one = {"what": {"sv": "a" * 4_900, "en": "a"}, "from": "2027-01-01", "source": "a", "sure": "law-text"}
    for entry in content["references"]["entries"]:
        entry.pop("changes", None)
    content["references"]["entries"][0]["changes"] = [one] * (BEHIND_CHARACTERS // 24 // 5_151 + more)
    for name in ("principles", "areas"):
        for entry in content[name]["entries"]:
            entry["references"] = [{"id": content["references"]["entries"][0]["id"]}] if name == "principles" else []
    for name, each in content.items():
        (tmp_path / f"{name}.yaml").write_text(json.dumps(each), "utf-8")
    source = read_framework(tmp_path)
    guidance, findings = read_guidance(source)
    assert guidance is not None, findings
    assert [one.code for one in consistency(source, guidance)] == ["CR137"] * more


@pytest.mark.parametrize("more", [0, 1])
def test_what_a_framework_says_of_each_assessment_has_a_limit(tmp_path: Path, more: int) -> None:
    shutil.copytree(ROOT / "framework", tmp_path, dirs_exist_ok=True)
    content: Any = read_tree(tmp_path / "framework.yaml", "")[0].data
    content["shifts"][0]["question"]["sv"] = "a" * (DEFINITION_CHARACTERS + more)
    (tmp_path / "framework.yaml").write_text(json.dumps(content), "utf-8")
    assert [one.code for one in read_framework(tmp_path).findings] == ["CR137"] * more


def test_each_level_begins_with_three_or_four_cells(framework: Framework) -> None:
    assert list(framework.head.first_round) == [level.id for level in framework.head.levels]
    for level in framework.head.levels:
        assert len(framework.first_round(level.id)) in (3, 4)
        assert set(framework.first_round(level.id)) < set(framework.places)


def test_without_a_first_round_a_level_begins_with_every_cell() -> None:
    other = read_framework(ROOT / "examples/other-framework/framework").framework
    assert other is not None
    assert other.first_round("school-team") == other.places


def test_every_text_is_in_both_languages_and_differs() -> None:
    def texts(node: Any, at: str = "") -> Iterator[tuple[str, dict[str, str]]]:
        if isinstance(node, dict):
            if isinstance(node.get("sv"), str):
                yield at, node
            for key, value in node.items():
                yield from texts(value, f"{at}/{key}")
        elif isinstance(node, list):
            for number, value in enumerate(node):
                yield from texts(value, f"{at}/{number}")

    source = read_framework(built_in_folder())
    read_guidance(source)
    found = [(f"{name}{at}", text) for name, tree in source.trees.items() for at, text in texts(tree.data)]
    assert len(found) > 300
    for at, text in found:
        assert set(text) == set(BOTH), at
        assert all(text[language].strip() for language in BOTH), at
        if len(text["sv"]) > 30:
            assert text["sv"] != text["en"], at


def test_where_a_number_of_countries_is_told_it_is_the_right_one() -> None:
    told = re.compile(r"\b(\d+|[a-zåäö-]+)\s+(?:länder|countries)\b", re.IGNORECASE)
    files = [*built_in_folder().glob("*.yaml"), *ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]
    numbers = {match[1] for file in files for match in told.finditer(file.read_text("utf-8")) if match[1].isdigit()}
    assert numbers <= {"26", "31"}, "26 countries took part in CROSP; the Agency's network has 31"
