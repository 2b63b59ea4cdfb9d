"""CR1105: a collaboration in the register with nobody"""

from crosp_cli.checks.collaboration import cr605_without_partner as of_measures
from crosp_cli.checks.collaborations.scope import each_without, of_register

CHECK = of_register(
    of_measures.CHECK,
    "CR1105",
    "    with: [{organisation: socialtjänsten, roles: [gruppledare]}]\n",
    each_without(lambda one: one.with_),
)
