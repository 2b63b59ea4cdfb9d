"""JSON as programs read it and a terminal shows it: what drives a terminal stands as its code, and means the same."""

import json
from typing import Any

from crosp_cli.text.printable import printable, readable


def json_text(document: Any) -> str:
    """Return `document` as JSON, with characters as they are where it does no harm to show them."""
    text = readable(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))
    for character in sorted(set(text) - {"\n"}):
        if printable(character) != character:
            text = text.replace(character, json.dumps(character)[1:-1])
    return text
