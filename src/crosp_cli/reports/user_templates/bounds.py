"""What the process for a template may have: held by the system, or no template is filled."""

import sys

from crosp_cli.child_process import end_with
from crosp_cli.limits import TEMPLATE_MEMORY

_HOLDING = ("linux",)
"""Systems that hold a process to all of it: Windows has no such limits, and macOS does not keep that of memory."""


def hold(system: str = sys.platform) -> bool:
    """Whether a system, as Python calls it, holds a process to what it may have."""
    return system in _HOLDING


def are_set(seconds: int, parent: int, system: str = sys.platform) -> bool:
    """Give up, in this process, what a template has no use for; return whether all of it is given up.

    It ends with the process `parent` that began it.
    """
    try:
        import resource  # not on Windows

        limits = {
            resource.RLIMIT_AS: TEMPLATE_MEMORY,
            resource.RLIMIT_CPU: seconds,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for which, most in limits.items():
            _soft, hard = resource.getrlimit(which)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (least, least))
    except (ImportError, AttributeError, ValueError, OSError):
        return False
    return end_with(parent) and hold(system)
