"""What may be told of a file's name, as plain values."""

import pytest

from crosp_cli.checks.personal_data.names import redacted_line, redacted_name, shown_name, tells
from crosp_cli.checks.personal_data.text_checks import in_name

NUMBER = "20140305-2382"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("assessments/ekskolan/2026-ht-school.yaml", "assessments/ekskolan/2026-ht-school.yaml"),
        ("2026-10-15/2027-01-20.yaml", "2026-10-15/2027-01-20.yaml"),
        (f"elev {NUMBER}.yaml", "elev ….yaml"),
        (f"elev-{NUMBER}/2026-ht.yml", "elev-…/2026-ht.yml"),
        (f"{NUMBER}/{NUMBER}.yaml", "…/….yaml"),
        (f"a/{NUMBER} klass 5b.docx", "a/…"),
        ("HEAD~1:140305-2382.yaml", "HEAD~1:….yaml"),
        ("HEAD~1:070-174 06 05.yaml", "HEAD~1:….yaml"),
        ("2026/070-174 06 05.yaml", "2026/….yaml"),
        ("a-2026/0701740605/b.yaml", "a-2026/…/b.yaml"),
        ("20140305/2382.yaml", "…"),
        ("20140305/2026.yaml", "20140305/2026.yaml"),
        ("a/kim@exempel.se.yaml", "a/….yaml"),
        ("a/070-174 06 05.yaml", "a/….yaml"),
        ("2014\n0305-2382", "2014\n0305-2382"),
        ("20140305-\n2382", "…"),
        ("٢٠١٤٠٣٠٥-٢٣٨٢", "…"),
        ("kim＠exempel.se", "…"),
        ("20140305-TF10", "…"),
        ("170101-AB1C", "…"),
        ("rektor Anna Berg.yaml", "rektor Anna Berg.yaml"),
        ("rektor Anna Berg 20140305-2382.yaml", "rektor ….yaml"),
        ("kim-snabel-a-exempel.se.yaml", "….yaml"),
        ("kim [at] exempel [dot] se.yaml", "….yaml"),
        ("kim（at）exempel.se/a.yaml", "…/a.yaml"),
        ("kim at exempel punkt se", "…"),
    ],
)
def test_personal_data_is_left_out_of_a_name(name: str, told: str) -> None:
    assert redacted_name(name) == told


@pytest.mark.parametrize(
    "name", ["kim-snabel-a-exempel.se.yaml", "a/070-1740605.yaml", "2026/070-1740605.yaml", "20140305-2382/a.yaml"]
)
def test_a_name_of_small_letters_is_looked_at_where_it_may_tell(name: str) -> None:
    assert in_name(name)


def test_what_is_shown_is_safe_to_print() -> None:
    assert shown_name(f"\x1b[2J{NUMBER}.yaml") == "\\u001b[2J….yaml"


def test_five_digits_say_nothing() -> None:
    assert not tells("elev-12345")
    assert not tells("rektor Anna Berg")
    assert not tells("")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (f"There is no file named {NUMBER} here.", "There is no file named … here."),
        ("kim@exempel.se, 2026-ht finns inte.", "…, 2026-ht finns inte."),
        (
            "--unit: 070-174 06 05 finns inte här. Det finns: 2025-ht, 2026-ht.",
            "--unit: … finns inte här. Det finns: 2025-ht, 2026-ht.",
        ),
        ("called HEAD~1:070-174 06 05 here. Occasions: 2026-ht", "called HEAD~1:… here. Occasions: 2026-ht"),
        ("--to: a/2026/070-174 06 05/x is no folder.", "--to: a/2026/…/x is no folder."),
        ("no ring0701740605, 2025-ht and 2026-ht", "no ring…, 2025-ht and 2026-ht"),
        ("no tel:070 174 0605;x here in 2026-ht", "no tel:… here in 2026-ht"),
        ("no kim at exempel dot se here. There is: rektor.", "no … here. There is: rektor."),
        ("no kim (at) exempel (dot) se: rektor\n070-174 06 05.", "no …: rektor\n…."),
        ("no 08-465 004 01, +46 8 465 004 02 or 2026-ht", "no …, … or 2026-ht"),
        ("no 08-465\xa000\u200941 i morgon", "no … i morgon"),
        ("no 08-465 00 41 12 34, 070-174 06 05 3 of 4", "no … 12 34, … 3 of 4"),
        ("no 20140305 2382, or kim [at] exempel [dot] se.", "no …, or …."),
        ("no (kim@exempel.se(+47 22 12 34 56) here.", "no … here."),
        ("no 20140305-2382 070\u00a0174\u00a006\u00a005 here.", "no … … here."),
        ("no 20140305 - 2382..20140305 - 2382 here.", "no … here."),
        ("no v1.20140305 (2382)..v1.20140305 (2382) here.", "no v1.… here."),
        ("från 2026-08-17 till 2026-12-18, 1234567 kr", "från 2026-08-17 till 2026-12-18, 1234567 kr"),
        ("a/b.yaml: rektor Anna Berg (4 filer)", "a/b.yaml: rektor Anna Berg (4 filer)"),
    ],
)
def test_a_message_is_told_without_numbers_and_addresses(line: str, told: str) -> None:
    assert redacted_line(line) == told


def test_of_a_long_message_the_beginning_is_kept() -> None:
    line = "Ring 070-174 06 05. " * 10_000
    told = redacted_line(line)
    assert told.startswith("Ring …. Ring …. ")
    assert told.endswith("…")
    assert "174" not in told
    assert len(told) < 2_001
    plain = "one two " * 10_000
    assert redacted_line(plain) == plain
