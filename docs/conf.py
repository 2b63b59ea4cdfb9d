"""How the site is built: one site for each of docs/sv, docs/en and docs/development, side by side in build/docs.

`make docs` builds all three. The pages are plain Markdown that also reads well where they lie; what Sphinx needs beyond
that is added here.
"""

import re
import sys
from pathlib import Path
from posixpath import normpath
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from generated import anchor

project = "crosp"
extensions = ["myst_parser"]
templates_path = ["_site/templates"]
locale_dirs = ["../_site/locale"]  # seen from the pages; words of the theme that Sphinx has no Swedish for

myst_heading_anchors = 4
myst_enable_extensions = ["attrs_inline"]

smartquotes = False  # `--all` stays as it is written

html_theme = "furo"
html_title = "crosp"
html_static_path = ["_site/static"]
html_css_files = ["crosp.css"]
html_js_files = ["plural.js"]
html_show_copyright = html_show_sphinx = html_copy_source = html_use_index = False
html_show_search_summary = False  # it would be fetched page by page, which a browser refuses of a folder on disk
html_theme_options = {"top_of_page_buttons": []}
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

LINK = re.compile(r"\[([^][]*)\]\((\.\./[\w/.-]+)\.md(#[^)\s]*)?\)")
SHOWN_HERE = re.compile(r"^.*\]\(\.\./\.\./(README(?:\.sv)?\.md)#([\w-]+)\).*\n", re.MULTILINE)
LISTED = re.compile(r"\]\(((?!\.\.)[\w/-]+)\.md\)")


def prepared(_app: object, name: str, source: list[str]) -> None:
    """Lead links that leave the site to where they lead when all is built; list in the menu what an index lists.

    A paragraph that leads to a part of a README gives way to that part, so that the site has it too.
    """

    def led(link: re.Match[str]) -> str:
        text, page, place = link.groups()
        target = normpath(f"{name}/../{page}")
        if target.startswith("../../"):
            return f"{{download}}`{text} <{page}.md>`"  # a file beside docs: a copy goes along
        return f"[{text}]({page}.html{place or ''}){{.external}}" if target.startswith("../") else link[0]

    source[0] = SHOWN_HERE.sub(lambda link: part_of(*link.groups()), source[0])
    source[0] = LINK.sub(led, source[0])
    if name.endswith("index"):
        pages = "\n".join(dict.fromkeys(LISTED.findall(source[0])))
        source[0] += f"\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"


def part_of(readme: str, place: str) -> str:
    """Return what stands below a heading of a README, its links as they lead from a page at the top of the site."""
    text = (Path(__file__).parents[1] / readme).read_text("utf-8")
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return re.sub(r"\]\(docs/\w+/", "](", dict(zip(map(anchor, parts[1::2]), parts[2::2], strict=True))[place])


def setup(app: Any) -> None:
    """Have Sphinx call `prepared` for every page."""
    app.connect("source-read", prepared)
