"""What responses change in an assessment, shown and written: what people wrote, what is counted, the assessment."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import redacted_name, shown_name
from crosp_cli.cli import exits
from crosp_cli.cli.commands.import_.run import Planned, bring_in
from crosp_cli.cli.console import Writing, print_message, print_result
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.content import as_read
from crosp_cli.cli.select.load import load_assessment
from crosp_cli.editing.in_place import NotSafeError
from crosp_cli.files import Refusal, RefusedError, read_bytes, real_path
from crosp_cli.filling.apply import edited_by
from crosp_cli.filling.collecting.collected import Collected, NotAListError, as_json, from_json
from crosp_cli.filling.collecting.responses import Received, Why, looks_like_one, received
from crosp_cli.filling.collecting.tally import Tally, tally
from crosp_cli.filling.collecting.tally_shown import as_text, changes_by
from crosp_cli.filling.collecting.written import as_markdown, without_personal_data
from crosp_cli.limits import FILE_BYTES, NAMES
from crosp_cli.model.project import limit_of
from crosp_cli.reading.discovery import SUFFIXES, files_below, is_folder, shown, sources
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.reading.yaml.tree import parse
from crosp_cli.text.languages import LANGUAGES
from crosp_cli.text.translation import translation

_MOST_BESIDE = 100


@dataclass(frozen=True, slots=True)
class Collecting:
    """An assessment, the responses to it, and what becomes of it."""

    planned: Planned
    received: Received
    tally: Tally
    list_before: bytes | None
    """What the list of those that were counted held; None where there was none."""
    list_after: bytes
    folder: Path
    """Where the responses lie."""
    texts: bytes
    texts_at: Path
    """A file that is not there yet, or has just those texts."""
    cleaned: bool
    """Whether what looked like personal data was left out of the texts."""

    @property
    def has_news(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.tally.batches)

    @property
    def list_at(self) -> Path:
        """Where the list of those that were counted lies."""
        return _list_of(self.planned.path)


def plan(folder: Path, into: Path, texts: Path | None, language: str) -> Collecting:
    """Return what becomes of the assessment `into` when the responses in `folder` are counted.

    Raises:
        CannotError: one of them is not there, or what has been counted already is not known.
        typer.Exit: the assessment does not pass reading and shape; its findings have been shown.
    """
    _ = translation(language).gettext
    one = load_assessment(into, language, aside=True)
    if not is_folder(folder):
        raise CannotError(_("There is no folder {path}.").format(path=shown_name(shown(folder))))
    limit = limit_of(one.project)
    found = received(_files(folder, one), one.assessment, one.framework)
    before, collected = _collected(one, language)
    added = tally(found.responses, collected, one.assessment, one.framework, limit)
    raw = {group: list(each) for group, each in added.texts.items()}
    clean = {group: list(map(without_personal_data, each)) for group, each in raw.items()}
    written = as_markdown(clean, _title(one), one.framework, language).encode() if clean else b""
    after = as_json(collected.with_new(added.batches))
    if len(after) > FILE_BYTES:
        text = _("{path} would be larger than {size} MiB, which crosp does not read. Nothing was written.")
        raise CannotError(text.format(path=shown_name(_list_of(into)), size=FILE_BYTES // 1024**2))
    place = _place(texts, folder, written, language)
    return Collecting(_planned(one, added, language), found, added, before, after, folder, written, place, clean != raw)


def show(found: Collecting, language: str) -> int:
    """Show what would change, and what is not counted; return the exit status: 1 where something is not."""
    _ = translation(language).gettext
    one = found.planned.one
    limit = limit_of(one.project)
    told = as_text(found.tally, one.framework, limit, language)
    if found.texts:
        told += _("What they wrote goes to {file}.").format(file=shown_name(found.texts_at)) + "\n"
    print_result(told)
    if found.cleaned:
        text = _("What looks like personal data has been left out of {file}, where {sign} stands.")
        print_message(text.format(file=shown_name(found.texts_at), sign="[…]"))
    reasons = _reasons(language)
    _tell_of_files(((name, reasons[why]) for name, why in found.received.left.items()), language)
    comments = _("what stands after # in it is not brought in. What should be read is written under `text`.")
    _tell_of_files(((name, comments) for name in found.received.commented), language)
    return exits.FINDINGS if found.received.left or found.tally.left or found.tally.fewer else exits.OK


def _tell_of_files(told: Iterable[tuple[str, str]], language: str) -> None:
    """Say of each file what there is to say of it: of each kind so many by name, and how many more there are."""
    _ = translation(language).gettext
    met: Counter[str] = Counter()
    for name, text in told:
        met[text] += 1
        if met[text] <= NAMES:
            print_message(f"{shown_name(name)}: {text}")
    for text, count in met.items():
        if count > NAMES:
            print_message(_("… and {count} more: {why}").format(count=count - NAMES, why=text))


def count_in(found: Collecting, language: str) -> None:
    """Write what people wrote, then what is counted, then the assessment: what is cut short is done by another run.

    Raises:
        CannotError: one of them has changed meanwhile, or cannot be written; then none of them is.
    """
    planned = found.planned
    counted = Writing(
        found.list_at, found.list_after, planned.within, found.list_before, like=[planned.path], is_told=False
    )
    like = _read_from(found.folder, found.texts_at)
    texts = [Writing(found.texts_at, found.texts, like=like)] if found.texts else []
    bring_in(planned, language, before=[*texts, counted])


def _read_from(folder: Path, made: Path) -> list[Path]:
    """The files of the responses, and the folders that they lie in and that what is `made` of them does not."""
    files = [*map(Path, files_below(folder))]
    folders = {above for one in (folder / "a response", *files) for above in real_path(one).parents}
    return [*folders.difference(real_path(made).parents), *files]


def _planned(one: LoadedAssessment, added: Tally, language: str) -> Planned:
    _ = translation(language).gettext
    before = as_read(Path(one.path), Path(one.path).parent, one.text, language)
    tree = parse(one.text, one.path)[0]
    try:
        return Planned(one, before, edited_by(changes_by(added, tree.data), before, tree, one.framework))
    except NotSafeError:
        text = _("{path} is written in a way that crosp cannot change safely, and is left as it is.")
        raise CannotError(text.format(path=shown_name(one.path))) from None


def _files(folder: Path, one: LoadedAssessment) -> Iterator[tuple[str, bytes | None]]:
    """What lies in the folder, by what messages call it; the assessment itself and its project's file left aside."""
    own = {os.path.realpath(path) for path in (one.path, one.home) if path}
    for source in sources([folder]):
        if os.path.realpath(source.file) in own:  # as far as there is one: a link may lead to itself
            continue
        try:
            yield source.shown, read_bytes(source.path, within=source.within)
        except RefusedError:
            yield source.shown, None
    for path in map(Path, sorted(files_below(folder))):
        if path.suffix.lower() not in SUFFIXES and (content := _response_at(path, folder)):
            yield shown(path), content


def _response_at(path: Path, folder: Path) -> bytes:
    """What stands in a response whose file is called something else; nothing where there is none."""
    try:
        content = read_bytes(path, within=folder)
    except RefusedError:
        return b""
    return content if looks_like_one(content) else b""


def _list_of(assessment: Path) -> Path:
    short = assessment.name.removesuffix(".yaml")  # those of a.yml and a.yml.yaml are others
    name = assessment.name if short.lower().endswith(SUFFIXES) else short
    return assessment.with_name(f"{name}.collected.json")


def _collected(one: LoadedAssessment, language: str) -> tuple[bytes | None, Collected]:
    """The list of those that were counted, as it stands."""
    _ = translation(language).gettext
    path = _list_of(Path(one.path))
    try:
        content = read_bytes(path, within=path.parent)
        return content, from_json(content)
    except RefusedError as error:
        if error.why is Refusal.MISSING:
            return None, Collected()
    except NotAListError:
        pass
    text = _("{path} says which responses have been counted, and cannot be read. Bring back what it held before.")
    raise CannotError(text.format(path=shown_name(path)))


def _title(one: LoadedAssessment) -> str:
    now = one.assessment
    name = one.project.name_of(now.unit) if one.project else now.unit or ""
    return ", ".join(redacted_name(part) for part in (name, now.occasion) if part)  # it stands over texts without any


def _place(asked: Path | None, folder: Path, content: bytes, language: str) -> Path:
    """Where the texts go: never into a file that holds something else."""
    _ = translation(language).gettext
    if asked is not None:
        if content and not _is_free(asked, content):
            text = _("{path} exists already and is left as it is. Choose another name.")
            raise CannotError(text.format(path=shown_name(asked)))
        return asked
    base = real_path(folder) if folder.name in ("", "..") else folder
    found = [_beside(base.parent, base.name, content, one) for one in (language, *LANGUAGES)]
    return next((path for path in found if path.exists()), found[0])


def _beside(folder: Path, name: str, content: bytes, language: str) -> Path:
    """The first file in a folder that may hold the texts of `name`, called as a language calls it."""
    base = translation(language).gettext("{folder}-texts").format(folder=name)
    paths = [folder / f"{base}{f'-{number}' if number > 1 else ''}.md" for number in range(1, _MOST_BESIDE)]
    return next((path for path in paths if _is_free(path, content)), paths[0])


def _is_free(path: Path, content: bytes) -> bool:
    if path.is_symlink():  # nothing is written through one, or in its place
        return False
    try:
        return read_bytes(path, within=path.parent) == content
    except RefusedError as error:
        return error.why is Refusal.MISSING


def _reasons(language: str) -> Mapping[Why, str]:
    _ = translation(language).gettext
    return {
        Why.BROKEN: _("not counted: it cannot be read as a response. `crosp validate` says why."),
        Why.NAME: _("not counted: the file's name has to end in .yaml."),
        Why.ANOTHER_KIND: _("not counted: it is no response. A response says `format: crosp-response/1`."),
        Why.ANOTHER_ASSESSMENT: _("not counted: it is a response to another assessment."),
        Why.SIGN: _("not counted: `response` looks like personal data. A sign is drawn at random and names nobody."),
        Why.DIFFERS: _("not counted: another file is the same response and says something else. Keep one of them."),
    }
