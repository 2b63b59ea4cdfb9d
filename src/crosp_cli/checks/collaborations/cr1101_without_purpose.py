"""CR1101: a collaboration in the register without a purpose"""

from crosp_cli.checks.collaboration import cr601_without_purpose as of_measures
from crosp_cli.checks.collaborations.scope import each_without, of_register

CHECK = of_register(
    of_measures.CHECK, "CR1101", "    purpose: Familjer får hjälp tidigt\n", each_without(lambda one: one.purpose or "")
)
