"""The words that crosp writes into people's own files, in each language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words for the files that `crosp init` and `crosp new` write."""

    how_to: tuple[str, ...]
    measure_example: str
    what: str
    responsible: str
    scale: str
    scale_is_optional: str
    participants: str
    evidence_may_be: str
    still_not_applicable: str
    project: str
    units: str
    checks: str
    kept_from: str


WORDS = {
    "sv": Words(
        how_to=(
            "Fyll i en cell i taget, tillsammans. En cell som ni inte har bedömt får stå tom.",
            "Korta texter skrivs efter kolonet. Längre skrivs så här, indragna på egna rader efter ett lodstreck:",
            "    reflection: |",
            "      Rutinen finns och är känd i arbetslagen.",
            "Skriv roller, aldrig namn. Kontrollera med `crosp validate`.",
            "Gäller cellen inte er: byt ut dess innehåll mot `not_applicable: ` och skälet.",
        ),
        measure_example="En insats skrivs så här, med ett kortnamn som den behåller tills den är klar:",
        what="En plats för fritidshemmet i elevhälsoteamets möten",
        responsible="rektor",
        scale="Skattning (rating) och mål (target):",
        scale_is_optional="Båda är frivilliga.",
        participants="Hur många som deltog av varje grupp, som [{group: principal, count: 1}]. Aldrig vilka.",
        evidence_may_be="Underlag kan vara:",
        still_not_applicable="Så stod det {occasion}. Gäller det fortfarande?",
        project="Vilka vi är, och hur våra filer kontrolleras.",
        units="Förskole- och skolenheter. Kortnamnet (id) används i kartläggningarna.",
        checks="Frivilligt: kontroller som ni väljer bort, som [CR203], och när `crosp validate` ska säga nej.",
        kept_from="Kvar från en tidigare version av ramverket: det som inte har någon plats i den nya. crosp bär det "
        "med sig och räknar inte med det. Flytta det som ni vill ha kvar till sin plats ovan och ta bort resten.",
    ),
    "en": Words(
        how_to=(
            "Fill in one cell at a time, together. A cell that is not assessed may stay empty.",
            "Short texts go after the colon. Longer ones go like this, indented on lines of their own after a bar:",
            "    reflection: |",
            "      The routine exists and is known in the teams.",
            "Write roles, never names. Check with `crosp validate`.",
            "If a cell does not concern you, replace its content by `not_applicable: ` and the reason.",
        ),
        measure_example="A measure is written like this, with a short name that it keeps until it is done:",
        what="A place for school-age educare in the student-health team's meetings",
        responsible="principal",
        scale="Rating and target:",
        scale_is_optional="Both are optional.",
        participants="How many of each group took part, as [{group: principal, count: 1}]. Never who.",
        evidence_may_be="Evidence may be:",
        still_not_applicable="This is what it said {occasion}. Does it still hold?",
        project="Who we are, and how our files are checked.",
        units="Preschool and school units. The short name (id) is used in the assessments.",
        checks="Optional: checks that you leave out, such as [CR203], and when `crosp validate` should say no.",
        kept_from="Kept from an earlier version of the framework: what has no place in the new one. crosp carries it "
        "along and does not count it. Move what you want to keep to its place above, and remove the rest.",
    ),
}
