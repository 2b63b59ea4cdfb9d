"""Text as Markdown: what people wrote comes out as the text it is, and never as a link, a table or a tag."""

import re
from collections.abc import Mapping
from typing import Any

from crosp_cli.rendering.prose import paragraphs
from crosp_cli.rendering.views import Phrase

_ALWAYS = re.compile(r"[\\`*_{}\[\]<>#|~^$@&]")
"""Characters that mean something to Markdown, or to one of its many dialects, wherever they stand."""

_SOMETIMES = re.compile(
    r"(?<=\])\("  # the address of a link
    r"|:(?=[^\s\d])"  # a bare address: https://…
    r"|(?<=\bwww)\.(?=\S)"
    r"|(?<=-)-"  # a rule, a dash
    r"|^[-+=:(!%]"  # a list, a heading, a definition
    r"|(?<=^[a-zA-Z0-9])[.)](?=\s|$)"  # numbered lists
    r"|(?<=^[a-zA-Z0-9]{2})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{3})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{4})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{5})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{6})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{7})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{8})[.)](?=\s|$)"
    r"|(?<=^[a-zA-Z0-9]{9})[.)](?=\s|$)"
)
