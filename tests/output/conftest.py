"""What the tests of results as text share."""

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for a language on each of them, unless it says on which."""
    own = {name for mark in metafunc.definition.iter_markers("parametrize") for name in str(mark.args[0]).split(",")}
    if "language" in metafunc.fixturenames and "language" not in own:
        metafunc.parametrize("language", ["sv", "en"])
