"""The texts that stand in a person's own templates themselves. They alone are taken for what they are in their form."""

import re

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

READY = "crosp ready"
"""The filter that says that what a part of a template has made is escaped already. No template can use it itself."""
SHOWN = "crosp shown"
"""The filter that makes of a value what is shown of it, wherever that is."""
WHOLE = "crosp whole"
"""The filter that makes of a value one that needs no quotation marks: nothing in it ends it."""

_ENDS = re.compile("""[ \\t\\n\\r\\f"'<>`=]""")
"""What such a value may not have in it, by HTML's rules."""
_OPEN = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*+(?P<quoted>"[^"]*|'[^']*)?\Z""", re.IGNORECASE)
_SPACE = " \t\n\r\f"
_IN_TAG, _AT_VALUE, _IN_VALUE = "<a", "<a=", "<a=x"
"""What is kept of a tag that is not ended yet, however long it is: where in it the next text stands."""
_QUOTED = f'{_IN_TAG} "', f"{_IN_TAG} '"


class Literals(NodeTransformer):
    """Knows the texts of the templates read so far."""

    def __init__(self) -> None:
        self.texts: set[str] = set()

    def of(self, template: nodes.Template) -> nodes.Template:
        """Remember the texts of a template, and return it with those marked that it says are ready."""
        self.texts |= {found.value for found in template.find_all(nodes.Const) if isinstance(found.value, str)}
        self.visit(template)
        return template

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 -- Jinja's name
        """`"<b>"|safe` is the template's own word; of anything else, `safe` is refused when it is met."""
        if node.name == "safe" and isinstance(node.node, nodes.Const):
            return nodes.MarkSafe(node.node, lineno=node.lineno)
        return self.generic_visit(node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802 -- Jinja's name
        """What stands within `{% set x %}…{% endset %}` has been escaped there."""
        self.generic_visit(node)
        node.filter = _of_ready(node.filter, node.lineno)
        return node

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802 -- Jinja's name
        """What stands within `{% filter f %}…{% endfilter %}` has been, and Jinja shows as it is what f makes of it."""
        self.generic_visit(node)
        node.filter = _of_ready(node.filter, node.lineno)
        return node


def _of_ready(filters: nodes.Filter | None, line: int) -> nodes.Filter:
    """Filters of what is escaped already; what they make of it is shown as any other value is."""
    first = nodes.Filter(None, READY, [], [], None, None, lineno=line)
    if filters is None:
        return first
    inmost = filters
    while isinstance(inmost.node, nodes.Filter):
        inmost = inmost.node
    inmost.node = first
    return nodes.Filter(filters, SHOWN, [], [], None, None, lineno=line)


def with_whole_values(page: nodes.Template, *, quoted: bool = False) -> nodes.Template:
    """Return a template in which what people wrote is no more than the value of an attribute that it stands in.

    In a page it is so within quotation marks, which nothing that is shown can end, and here where the template has
    none; in Markdown within both (`quoted`), where it ends a value in either.
    A tag that comes of several parts (branches, macros, what is included) is read as it is written; what may be in any
    is decided when the page is written anew.
    """
    tag = ""
    for output in page.find_all(nodes.Output):
        for number, node in enumerate(output.nodes):
            if isinstance(node, nodes.TemplateData):
                tag = _opened(tag + node.data)
            elif tag.endswith((_AT_VALUE, _IN_VALUE)) or (quoted and tag.startswith(_QUOTED)):
                output.nodes[number] = nodes.Filter(node, WHOLE, [], [], None, None, lineno=node.lineno)
                tag = f"{tag.removesuffix('x')}x"  # what follows a space is not the value any more
    return page


def _opened(text: str) -> str:
    """Return of the tag that a text ends within what tells where in it that is; "" where it ends within none."""
    tag = _OPEN.search(text)
    if tag is None:
        return ""
    if tag["quoted"]:  # and there it may be in another, if the one that it began in is never ended
        return f"{_IN_TAG} {tag['quoted'][0]}{_opened(tag['quoted'][1:])}"
    last = max(map(tag[0].rfind, f"{_SPACE}\"'")) + 1
    before = tag[0][:last].rstrip(_SPACE)
    if tag[0].rstrip(_SPACE).endswith("="):
        return _AT_VALUE
    return _IN_VALUE if "=" in tag[0][last:] or before.endswith("=") else _IN_TAG


def whole(shown: str) -> str:
    """Return what is shown of a value so that nothing in it ends one, within quotation marks or without them."""
    return _ENDS.sub(lambda sign: f"&#{ord(sign[0])};", shown)
