"""CR1102: a collaboration in the register without the level that can solve the problem"""

from crosp_cli.checks.collaboration import cr602_without_level as of_measures
from crosp_cli.checks.collaborations.scope import each_without, of_register

CHECK = of_register(
    of_measures.CHECK,
    "CR1102",
    "    solves_at: organiser\n",
    each_without(lambda one: one.solves_at, lambda subject: {"allowed": of_measures.levels(subject.framework)}),
)
