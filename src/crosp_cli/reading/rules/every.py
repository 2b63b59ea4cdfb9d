"""Every rule of reading and shape."""

from crosp_cli.findings import Rule
from crosp_cli.reading.rules import of_framework, of_reading, of_shape

ALL_RULES: tuple[Rule, ...] = tuple(
    value for table in (of_reading, of_shape, of_framework) for value in vars(table).values() if isinstance(value, Rule)
)
"""All of them, in the order of their codes; some codes have two wordings."""
