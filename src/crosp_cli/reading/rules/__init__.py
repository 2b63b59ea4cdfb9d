"""The codes of reading and shape, a table each."""

from crosp_cli.findings import Rule, Severity


def error(code: str, sv: str, en: str, help_sv: str = "", help_en: str = "") -> Rule:
    """Return the rule of an error."""
    help_text = {"sv": help_sv, "en": help_en} if help_sv else {}
    return Rule(code, Severity.ERROR, {"sv": sv, "en": en}, help_text)
