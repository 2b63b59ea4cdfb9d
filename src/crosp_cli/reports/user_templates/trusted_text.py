"""The texts that stand in a person's own templates themselves. They alone are taken for what they are in their form."""

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

READY = "crosp ready"
"""The filter that says that what a part of a template has made is escaped already. No template can use it itself."""
SHOWN = "crosp shown"
"""The filter that makes of a value what is shown of it, wherever that is."""


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
