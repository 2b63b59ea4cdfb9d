"""Which tests run in one process, one after another: those that share what is made for them, and takes a while.

A test is known here by its name only, as pytest writes it (`tests/text/test_dates.py::test_a_day[sv]`): the process
that hands tests out has not read them.
"""

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "tests/reports/test_paper_pages.py": "papers",
    "tests/reports/test_pdf_ua.py": "papers",
    "tests/reports/test_golden.py": "papers",
}
"""Files that share what others make; the tests of any other file share with each other."""
BY_PARAMETER = ("tests/browser/test_page.py", "tests/browser/test_accessible.py")
"""Files whose tests share, with those of the others of these files, the page that they are given."""
FIRST = ("tests/packaging/test_hooks.py", "tests/browser/test_form.py", *TOGETHER)
"""What takes longest goes first: a process that begins with it last leaves the others with nothing to do."""


def shared_by(test: str) -> str:
    """Return a name for what the test of that name shares with others."""
    file, _, name = test.partition("::")
    if file in BY_PARAMETER and "[" in name:
        return name.partition("[")[2]
    return TOGETHER.get(file, file)


class BySharing(LoadScopeScheduling):
    """Gives each process tests that share something, all of them."""

    def _split_scope(self, nodeid: str) -> str:
        return shared_by(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BySharing:
    """Hand out tests by what they share, as long as there are several processes."""
    return BySharing(config, log)
