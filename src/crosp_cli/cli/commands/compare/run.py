"""From pairs of assessments to comparisons put into words."""

from collections.abc import Iterable

from crosp_cli.analysis.comparison.compare import change
from crosp_cli.cli.commands.compare.pairs import Pair
from crosp_cli.cli.console import print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.assessments import warn_of_personal_data_in
from crosp_cli.output.comparison.build import comparison
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def comparisons(pairs: Iterable[Pair], language: str) -> list[Comparison]:
    """Return what is different in each pair.

    Raises:
        CannotError: the frameworks of both assessments in a pair are not here.
    """
    return [_comparison(pair, language) for pair in pairs]


def _comparison(pair: Pair, language: str) -> Comparison:
    _ = translation(language).gettext
    old, new = pair.old.version, pair.new.version
    for occasion in (pair.old, pair.new):
        warn_of_personal_data_in(occasion.tree, language)
    if old.assessment.date > new.assessment.date:
        text = _("{old} is from a later day than {new}: what follows is told backwards.")
        print_message(text.format(old=printable(pair.old.path), new=printable(pair.new.path)))
    if old.framework is None and new.framework is None:
        text = _("{path} follows the framework {framework}, which is not here.")
        name = new.assessment.framework
        raise CannotError(text.format(path=printable(pair.new.path), framework=printable(name)))
    every = tuple(occasion.version for occasion in pair.every)
    return comparison(change(old, new, pair.new.project or pair.old.project), every, language)
