"""What people write who have YAML in mind and miss it by a character."""

import re

from crosp_cli.reading.yaml.decode import INVISIBLE

KEY_WITHOUT_SPACE = re.compile(r" *(?:- +)*[a-z_]+:[^\s/]")
"""A line such as `rating:2`: to YAML a text, to its writer a key and a value."""

BULLET = re.compile(r"-[^\s-]|\* |[•·‣▪–—]")
"""How people begin an item of a list, other than `- `."""

OUT_OF_PLACE = re.compile(rf" *(?:-|(?:- +)*[^\s:#]+:)?({INVISIBLE.pattern})")
"""An invisible character as indentation, or where a space belongs after a dash or a colon."""
