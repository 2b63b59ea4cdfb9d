"""The content security policy of a page that a person's own template has made: nothing runs and nothing is fetched."""

import re

_SPACE = r"(?:\s|<!--(?:(?!--)[^>])*-->)*"
_END_OF_TAG = r"""(?:\s+(?:lang|dir|class|id)=(?:"[^"]*"|'[^']*'|[\w-]+))*\s*>"""
_BEGINNING = re.compile(
    rf"{_SPACE}(?:<!doctype html>{_SPACE})?(?:<html{_END_OF_TAG}{_SPACE}(?:<head{_END_OF_TAG})?)?", re.IGNORECASE
)
"""What may stand before a policy: nothing that runs or is fetched. A tag with any other attribute stands after it."""
_CROSPS = re.compile(
    r"""\s*(?:<meta charset="utf-8">\s*)?<meta http-equiv="Content-Security-Policy" """
    r"""content="default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'">"""
)
_RULES = (
    "default-src 'none'", "style-src 'self' 'unsafe-inline' file:", "img-src 'self' data: file:",
    "font-src 'self' data: file:", "base-uri 'none'", "form-action 'none'",
)  # fmt: skip
_POLICY = f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(_RULES)}">'


def with_policy(page: str) -> str:
    """Return the page with a policy before all else in it; as it is, where it begins with the policy of crosp's own."""
    begun = _BEGINNING.match(page)
    at = begun.end() if begun else 0
    if _CROSPS.match(page, at):
        return page
    return f"{page[:at]}\n{_POLICY}\n{page[at:].lstrip()}".lstrip("\n")
