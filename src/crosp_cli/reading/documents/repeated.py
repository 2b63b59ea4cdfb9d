"""Names that stand twice in a list where each may stand once."""

from collections.abc import Iterable, Iterator

from crosp_cli.findings import Finding, Quoted
from crosp_cli.reading.rules import of_shape
from crosp_cli.reading.yaml.tree import Steps, Tree


def repeated(named: Iterable[tuple[Steps, str]], tree: Tree) -> Iterator[Finding]:
    """Yield a finding for each name, given with the steps that lead to it, that has stood before; it says where."""
    first: dict[str, int] = {}
    for steps, name in named:
        location = tree.value_at(steps)
        if name in first:
            yield Finding(of_shape.DUPLICATE_ID, location, {"value": Quoted(name), "first": first[name]})
        first.setdefault(name, location.line)
