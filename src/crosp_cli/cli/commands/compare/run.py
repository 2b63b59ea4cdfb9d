"""From pairs of assessments to comparisons put into words."""

from collections.abc import Iterable
from dataclasses import replace

from crosp_cli.analysis.comparison.compare import change
from crosp_cli.checks.personal_data.names import shown_name, tells
from crosp_cli.cli.commands.compare.pairs import Asked, Pair
from crosp_cli.cli.console import again, print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.cells import cells_of, refuse_too_many
from crosp_cli.cli.select.personal_data import warn_of_personal_data
from crosp_cli.limits import CELLS
from crosp_cli.output.comparison.build import comparison
from crosp_cli.output.comparison.views import Comparison
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def comparisons(pairs: Iterable[Pair], language: str) -> list[Comparison]:
    """Return what is different in each pair.

    Raises:
        CannotError: the frameworks of both assessments in a pair are not here, or they are more than there is room for.
    """
    found = list(pairs)
    refuse_too_many((one for pair in found for one in (pair.old, pair.new)), language)
    return [_comparison(_shortened(pair, len(found), language), language) for pair in found]


def _shortened(pair: Pair, of: int, language: str) -> Pair:
    """A pair, one `of` so many, with the latest occasions that there is room for."""
    most = CELLS // of // max(1, cells_of(pair.new))
    if len(pair.every) <= most:
        return pair
    text = translation(language).gettext("{who}: over time, the latest {most} of {count} occasions are shown.")
    print_message(text.format(who=shown_name(pair.new.who), most=most, count=len(pair.every)))
    return replace(pair, every=pair.every[-most:] if most > 2 else ())


def _comparison(pair: Pair, language: str) -> Comparison:
    _ = translation(language).gettext
    old, new = pair.old, pair.new
    for one in (old, new, *(one for one in pair.every[:-2] if tells(one.assessment.occasion))):  # named as a column is
        warn_of_personal_data(one.path, one.text, language)
    if old.assessment.date > new.assessment.date:
        text = _("{old} is from a later day than {new}: what follows is told backwards.")
        print_message(text.format(old=shown_name(old.path), new=shown_name(new.path)))
    if old.named_framework is None and new.named_framework is None:
        text = _("{path} follows the framework {framework}, which is not here.")
        name = new.assessment.framework
        raise CannotError(text.format(path=shown_name(new.path), framework=printable(name)))
    return comparison(change(old, new, new.project or old.project), pair.every, language)


def next_steps(asked: Asked, language: str) -> tuple[tuple[str, str], ...]:
    """Return the commands that one would go on with, and what each shows."""
    _ = translation(language).gettext
    named = *(one for one in (asked.old, asked.new) if one is not None), *asked.only.words()
    return ((again("compare", *named, "--full"), _("Everything, part by part:")),)
