"""CR1104: a collaboration in the register that does not say how secrecy is handled"""

from crosp_cli.checks.collaboration import cr604_without_confidentiality as of_measures
from crosp_cli.checks.collaborations.scope import each_without, of_register
from crosp_cli.findings import Severity

CHECK = of_register(
    of_measures.CHECK,
    "CR1104",
    "    confidentiality: Samtycke inhämtas före varje möte\n",
    each_without(lambda one: one.confidentiality or ""),
    Severity.WARNING,
)
