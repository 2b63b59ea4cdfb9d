"""Short texts of a sheet: on a screen they have lines of their own, on paper the paragraph that they are of."""

from typing import TypeGuard

from crosp_cli.reports.word_and_pdf.page.tree import Element
from crosp_cli.reports.word_and_pdf.sheet_text import HEADINGS


def labels_joined(blocks: list[Element | str]) -> list[Element | str]:
    """Put a label at the beginning of the paragraph that it is of, and what runs on at the end of the one before.

    Paper has no room for lines of a word or two.
    """
    found: list[Element | str] = []
    said = ""  # how the last text ends: the whole of it would be put together anew for each that runs on
    for block in blocks:
        if _is_a_text(block):
            runs_on = "run-on" in block.classes
            if found and _is_label(label := found[-1]):
                found.pop()
                runs_on = runs_on or "run-on" in label.classes
                block.children = [Element("strong", {}, [*label.children, ":"]), " ", *_in_its_language(block)]
            if runs_on and found and _is_a_text(before := found[-1]):
                is_ended = said.endswith((".", "!", "?", ":", "…", "”", '"'))
                apart = " " if is_ended and "run-in" not in block.classes else " · "
                said = f"{apart}{block.text}".strip() or said
                before.children += [apart, *_in_its_language(block)]
                continue
            said = block.text
        found.append(block)
    return found


def _is_a_text(block: Element | str) -> TypeGuard[Element]:
    return isinstance(block, Element) and block.name == "p" and not _is_label(block)


def _is_label(block: Element | str) -> TypeGuard[Element]:
    is_named = isinstance(block, Element) and block.classes & {"label", "lead-in"}
    return bool(is_named) and isinstance(block, Element) and block.name in ("p", *HEADINGS)


def _in_its_language(block: Element) -> list[Element | str]:
    language = block.attributes.pop("lang", None)
    return [Element("span", {"lang": language}, block.children)] if language else block.children
