"""What a migration does to each file, for people: renamed, merged, kept, and what to look at."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.editing.migration.file import FileMigration
from crosp_cli.editing.migration.record import Outcome, Why
from crosp_cli.model.assessment import Place
from crosp_cli.model.migrations import KINDS
from crosp_cli.output.migration.views import (
    kept_words,
    kind_words,
    line_of,
    look_at,
    merged_cells,
    place_words,
    problem_words,
    why_words,
)
from crosp_cli.reading.yaml.tree import Tree
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


def as_terminal(files: Sequence[FileMigration], language: str, *, written: bool) -> RenderableType:
    """Return a part for each file that changes or has to stay, and a last line on them all."""
    return Group(*_parts(files, language, written=written))


def _parts(files: Sequence[FileMigration], language: str, *, written: bool) -> Iterator[RenderableType]:
    for file in files:
        if file.changes or file.problem:
            yield from _file(file, language)
            yield Text()
    yield Text(_summary(files, language, written=written), style="bold")


def _file(file: FileMigration, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    yield Text(shown_name(file.path), style="bold")
    if file.problem:
        yield _line(_("Stays as it is. {why}").format(why=problem_words(file, language)), style="yellow")
        return
    yield _line(f"framework: {shown_name(file.before)} → {shown_name(file.after)}")
    made = file.rewritten
    if made and made.outcome and made.tree:
        yield from _outcome(made.outcome, language)
        yield from _kept(made.outcome, made.tree, made.new.kept_for_comments if made.new else (), language)
    told = look_at(file, language)
    if told:
        yield _line(_("For you to look at"))
        yield from (_line(f"– {sentence}", 4, hanging=2) for sentence in told)


def _outcome(outcome: Outcome, language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    for kind in KINDS:
        renamed = [f"{printable(old)} → {new}" for (what, old, new) in outcome.renamed if what == kind]
        if renamed:
            yield _line(f"{kind_words(kind, language)}: {', '.join(renamed)}")
    if outcome.stepped:
        steps = ", ".join(f"{old} → {new} ({count})" for (old, new), count in sorted(outcome.stepped.items()))
        yield _line(_("steps of the scale, and how often: {steps}").format(steps=steps))
    for cell in merged_cells(outcome):
        yield _line(_("Merged into {cell}").format(cell=place_words(cell.place)))
        yield from (_line(place_words(origin), 4) for origin in cell.origins)


def _kept(outcome: Outcome, tree: Tree, for_comments: Sequence[Place], language: str) -> Iterator[RenderableType]:
    _ = translation(language).gettext
    if outcome.kept or for_comments:
        yield _line(_("Kept at the end of the file, under {key}").format(key="kept_from"))
    for why in Why:
        kept = sorted((line_of(kept, tree), kept_words(kept, tree)) for kept in outcome.kept if kept.why is why)
        if kept:
            yield _line(f"{why_words(why, language)}:", 4)
            yield from (_line(_("line {line}: {what}").format(line=line, what=what), 6) for line, what in kept)
    if for_comments:
        yield _line(_("Empty cells without a counterpart, for the sake of the comments on them:"), 4)
        yield from (_line(place_words(place), 6) for place in for_comments)


def _line(text: str, indent: int = 2, *, hanging: int = 0, style: str = "") -> RenderableType:
    if not hanging:
        return Padding(Text(text, style=style), (0, 0, 0, indent))
    sign, rest = text[:hanging], text[hanging:]
    from rich.table import Table

    table = Table.grid(padding=0)
    table.add_column(width=indent + hanging)
    table.add_column()
    table.add_row(Text(" " * indent + sign), Text(rest, style=style))
    return table


def _summary(files: Sequence[FileMigration], language: str, *, written: bool) -> str:
    _ = translation(language).gettext
    many = translation(language).ngettext
    changing = sum(file.changes for file in files)
    staying = sum(file.problem is not None for file in files)
    if not changing and not staying:
        return _("Every assessment here follows the framework as it is. There is nothing to bring over.")
    if written:
        said = [many("{count} file written.", "{count} files written.", changing).format(count=changing)]
    else:
        text = many("{count} file would be changed.", "{count} files would be changed.", changing)
        said = [text.format(count=changing)]
    if staying:
        text = many("{count} file stays as it is.", "{count} files stay as they are.", staying)
        said.append(text.format(count=staying))
    if changing and not written:
        said.append(_("Nothing has been written; --write does it."))
    return " ".join(said)
