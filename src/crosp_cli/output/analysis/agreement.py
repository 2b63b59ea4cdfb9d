"""How the groups see the cells, put into words. Only what `analysis.agreement` tells: no counts, no small group."""

from collections import Counter
from collections.abc import Iterable, Mapping

from crosp_cli.analysis.assessment.analyse import Analysis
from crosp_cli.analysis.groups.agreement import Agreement, GroupResult
from crosp_cli.analysis.groups.disclosure import Block
from crosp_cli.model.assessment import Place
from crosp_cli.output.analysis.views import AgreementView, CellView, GroupView, SharedView
from crosp_cli.text.counts import in_a_row
from crosp_cli.text.languages import language_of, pick
from crosp_cli.text.phrase import Phrase
from crosp_cli.text.translation import translation


def agreement_view(agreement: Agreement, cell: CellView, analysis: Analysis, language: str) -> AgreementView:
    """Return how the groups see one cell, in words."""
    views = {result.groups: _group(result, analysis, language) for result in agreement.groups}
    return AgreementView(
        cell=cell,
        groups=tuple(views.values()),
        differ=tuple(_pair(views[one.groups], views[other.groups], language) for one, other in agreement.differ),
        not_asked=tuple(groups_title((group,), analysis, language) for group in agreement.not_asked),
        held_back=held_back_text(analysis, language) if agreement.held_back else None,
    )


def shared_view(cells: Mapping[Place, AgreementView], analysis: Analysis, language: str) -> SharedView | None:
    """Return how the groups see the matrix as a whole, in words; None where no group has answered anything."""
    views = tuple(cells.values())
    if not views:
        return None
    return SharedView(
        alike=_alike(views, language),
        differ=tuple((view.cell, view.differ) for view in views if view.differ),
        divided=tuple(
            (view.cell, tuple(group.title for group in view.groups if group.divided))
            for view in views
            if any(group.divided for group in view.groups)
        ),
        not_asked=_not_asked(analysis, language),
        held_back=next((view.held_back for view in views if view.held_back), None),
    )


def _group(result: GroupResult, analysis: Analysis, language: str) -> GroupView:
    low, high = result.middle
    labels = {step.value: step.label for step in analysis.framework.head.scale.steps}
    return GroupView(
        title=groups_title(result.groups, analysis, language),
        middle=middle_text(result.middle),
        label=Phrase(pick(labels[low], language), language_of(labels[low], language)) if low == high else None,
        divided=result.divided,
        steps=result.middle,
    )


def middle_text(middle: tuple[int, int]) -> str:
    """Return the step in the middle of a group's answers, or the two that the middle falls between."""
    low, high = middle
    return str(low) if low == high else f"{low}–{high}"


def groups_title(groups: Block, analysis: Analysis, language: str) -> Phrase:
    """What a group is called; of groups that are shown together, each with a + between."""
    titles = [analysis.framework.title_of("groups", group) for group in groups]
    return Phrase(" + ".join(pick(title, language) for title in titles), language_of(titles[0], language))


def _pair(lower: GroupView, higher: GroupView, language: str) -> str:
    text = translation(language).gettext("{lower} ({low}) and {higher} ({high})")
    return text.format(lower=lower.title.text, low=lower.middle, higher=higher.title.text, high=higher.middle)


def held_back_text(analysis: Analysis, language: str) -> str:
    """Return what is said where some answers are not shown."""
    text = translation(language).gettext(
        "Some answers are not shown, so that no group of fewer than {limit} people can be told apart."
    )
    return text.format(limit=analysis.setting.smallest_group)


def _alike(views: Iterable[AgreementView], language: str) -> str | None:
    """What to say where no groups differ; None where some do."""
    _ = translation(language).gettext
    compared = [view for view in views if len(view.groups) > 1]
    if any(view.differ for view in compared):
        return None
    if not compared:
        return _("Nowhere are there answers from two groups that can be compared.")
    return _("Where the groups can be compared, they see it alike.")


def _not_asked(analysis: Analysis, language: str) -> tuple[tuple[Phrase, str], ...]:
    """Each group that has not been asked everywhere, and in how many of the cells in which others have answered."""
    agreements = [cell.agreement for cell in analysis.cells if cell.agreement is not None]
    missing = Counter(group for agreement in agreements for group in agreement.not_asked)
    known = {group.id: number for number, group in enumerate(analysis.framework.head.groups)}
    in_order = sorted(missing, key=lambda group: known.get(group, len(known)))
    text = translation(language).ngettext(
        "{missing} of {all} question", "{missing} of {all} questions", len(agreements)
    )
    titles = {group: groups_title((group,), analysis, language) for group in in_order}
    return tuple(
        (
            Phrase(in_a_row([title.text], language), title.language),
            text.format(missing=missing[group], all=len(agreements)),
        )
        for group, title in titles.items()
    )
