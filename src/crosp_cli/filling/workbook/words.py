"""The words of a workbook that both whoever makes one and whoever reads one has to know."""

from collections.abc import Mapping, Sequence

from crosp_cli.filling.fields import told_apart
from crosp_cli.filling.questionnaire import Asked, Questionnaire
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Unit
from crosp_cli.text.languages import pick
from crosp_cli.text.paragraphs import one_line
from crosp_cli.text.translation import translation


def answer(language: str) -> str:
    """What stands above the answers on each sheet."""
    return translation(language).gettext("Answer")


def last_time(occasion: str, language: str) -> str:
    """What stands above what was said on an earlier occasion."""
    return translation(language).gettext("Last time, %(occasion)s") % {"occasion": occasion}


def stays(language: str) -> str:
    """What is said of a text that no cell can hold."""
    return translation(language).gettext("The assessment has a longer text here, which stays unless you write one.")


def enough(language: str) -> tuple[str, str, str]:
    """What stands below a step: alone, with the next question, or with the sheet of the measures."""
    _ = translation(language).gettext
    return (
        _("That is enough. What follows can wait."),
        _("That is enough. What follows can wait. The next question: {question}"),
        _("That is enough, and it was the last one. Now write a first measure on the sheet {name}"),
    )


def without_answers(language: str) -> tuple[str, str]:
    """What the sheets are called on which nothing is filled in."""
    _ = translation(language).gettext
    return _("Map"), _("Lists")


def concerns(language: str) -> str:
    """What stands above the cells that measures are for."""
    return translation(language).gettext("Which question it is for")


def without_step(language: str) -> tuple[str, str]:
    """What is chosen where no step is: not assessed, and not applicable."""
    _ = translation(language).gettext
    return _("Not assessed so far"), _("Does not apply to us")


def unit_titles(units: Sequence[Unit]) -> Mapping[str, str]:
    """What each unit is called where one is chosen; those of the same name are told apart by their short names."""
    return told_apart({unit.id: unit.name for unit in units})


def cell_titles(framework: Framework, language: str) -> Mapping[Place, str]:
    """What each cell is called where one is chosen among all."""
    titles = {"/".join(place): one_line(pick(framework.cell_title(place), language)) for place in framework.places}
    return dict(zip(framework.places, told_apart(titles).values(), strict=True))


def roles(asked: Questionnaire) -> Sequence[str]:
    """Roles to choose among: those that answer for measures already, then the groups who work there."""
    said = (said for cell in asked.cells for said in (cell.now, cell.before) if said)
    taken = (one_line(measure.responsible) for one in said for measure in one.cell.measures if measure.responsible)
    groups = (
        pick(group.title, asked.language)
        for group in asked.framework.head.groups
        if group.arena and not group.expected_at
    )
    return list(dict.fromkeys((*taken, *groups)))


def main_lines(asked: Asked) -> str:
    """A question as text."""
    return "\n".join("".join(part.text for part in line) for line in asked.main)


def probes(asked: Asked) -> str:
    """Its probes as text, one on each line."""
    return "\n".join("– " + "".join(part.text for part in line) for line in asked.probes)
