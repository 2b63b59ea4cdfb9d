"""Which two assessments `crosp compare` holds against each other."""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosp_cli.checks.personal_data.names import shown_name
from crosp_cli.cli.console import print_message
from crosp_cli.cli.exits import CannotError
from crosp_cli.cli.select.at_revision import AtRevision, EitherError
from crosp_cli.cli.select.newest import in_time, newest
from crosp_cli.cli.select.occasions import ProjectAssessments
from crosp_cli.cli.select.only import Only
from crosp_cli.cli.select.paths import files_at
from crosp_cli.reading.discovery import is_folder, project_file
from crosp_cli.reading.loaded import LoadedAssessment
from crosp_cli.text.printable import printable
from crosp_cli.text.translation import translation


@dataclass(frozen=True, slots=True)
class Asked:
    """What `crosp compare` was asked for, in the user's words."""

    old: str | None
    new: str | None
    only: Only

    @property
    def start(self) -> Path:
        """The folder to look in: that of a path among what was asked for, else this one."""
        paths = [Path(name) for name in (self.new, self.old) if name is not None and _is_path(name)]
        return next((path if is_folder(path) else path.parent for path in paths), Path())


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier and a later assessment of one unit at one level, and every occasion there is, where all were asked."""

    old: LoadedAssessment
    new: LoadedAssessment
    every: tuple[LoadedAssessment, ...] = ()


Side = list[LoadedAssessment] | AtRevision
"""What OLD or NEW stands for: assessments, or a revision, which has none of its own until it is known of which."""


_Of = Callable[[LoadedAssessment], object]
_Then = Callable[[LoadedAssessment], LoadedAssessment | None]

_OF_GIT = ("HEAD", "FETCH_HEAD", "ORIG_HEAD")
"""Files of git's own in a bare repository, where they are meant as revisions."""


def pairs(asked: Asked, language: str, form: str) -> list[Pair]:
    """Return what to compare, in the order of the later assessments' paths.

    Raises:
        CannotError: what is asked for is not there, or cannot be compared.
        typer.Exit: an assessment does not pass reading and shape; its findings have been shown.
    """
    return _Chooser(asked, ProjectAssessments(asked.start, language, form), language).pairs()


class _Chooser:
    """Finds what was asked for in one place."""

    def __init__(self, asked: Asked, here: ProjectAssessments, language: str) -> None:
        self.asked = asked
        self.here = here
        self.language = language
        self.unsure: list[tuple[EitherError, LoadedAssessment]] = []
        self._ = translation(language).gettext

    def pairs(self) -> list[Pair]:
        old, new = self.asked.old, self.asked.new
        if old is None:
            return self.two_latest(self.here.everything)
        for name in (old, new):
            if name is not None and _is_path(name):
                files_at([Path(name)], self.language)  # says so before anything else where it is not there
        if new is None and is_folder(Path(old)):
            return self.two_latest(self.here.assessments_at(Path(old)))
        before = self.side(old)
        if new is None:
            return self.against_newest(before)
        after = self.side(new)
        if isinstance(before, AtRevision) and isinstance(after, AtRevision):
            return self.at_both(before, after)
        if isinstance(before, AtRevision):
            return self.beside(after, before.as_it_stood, before, is_old=True)
        if isinstance(after, AtRevision):
            return self.beside(before, after.as_it_stood, after, is_old=False)
        return self.matched(before, after)

    def side(self, name: str) -> Side:
        """What OLD or NEW stands for: a path that is there, else an occasion, else a revision."""
        if _is_path(name):
            found = self.here.assessments_at(Path(name))
            return newest(found) if is_folder(Path(name)) else found
        found = self.here.called(name)
        if found:
            self.one_of_each(name, self.wanted(found), _series)
            return found
        return AtRevision(name, self.here)

    def two_latest(self, found: Sequence[LoadedAssessment]) -> list[Pair]:
        """The two latest occasions of each unit and level, and all of them where there are more."""
        alone, pairs = [], []
        of_series: dict[object, list[LoadedAssessment]] = {}
        for one in found:
            of_series.setdefault(one.series, []).append(one)
        for last in newest(self.wanted(found)):
            every = in_time(of_series[last.series])
            if len(every) == 1:
                alone.append(f"{last.who} ({last.assessment.occasion})")
                continue
            if every[-1].assessment.date == every[-2].assessment.date:
                self.one_of_each(str(every[-1].assessment.date), every[-2:], _series)
            pairs.append(Pair(every[-2], every[-1], tuple(every) if len(every) > 2 else ()))
        text = self._("Only one occasion so far, and nothing to compare it with: {who}.")
        told = text.format(who="; ".join(map(printable, alone)))
        if not pairs:
            raise CannotError(told + " " + self._("`crosp new` makes the next one."))
        if alone:
            print_message(told)
        return pairs

    def against_newest(self, before: Side) -> list[Pair]:
        if project_file(self.here.folder) is None:
            raise CannotError(
                self._("Without a crosp.yaml nobody knows which assessment is the newest. Name NEW, too.")
            )
        after = self.wanted(newest(self.here.everything))
        if isinstance(before, AtRevision):
            return self.beside(after, before.newest_of, before, is_old=True)
        ofs = self.shared()
        latest = {of(one): one.assessment.date for of in reversed(ofs) for one in after}

        def is_earlier(one: LoadedAssessment) -> bool:
            day = next((latest[of(one)] for of in ofs if of(one) in latest), one.assessment.date)
            return one.assessment.date < day

        old = [*filter(is_earlier, self.wanted(before))]
        if not old:
            text = self._("Nothing is newer than {what}. Name an earlier assessment, or both.")
            raise CannotError(text.format(what=shown_name(str(self.asked.old))))
        return self.matched(old, after)

    def beside(
        self,
        named: Side,
        then: _Then,
        past: AtRevision,
        *,
        is_old: bool,
    ) -> list[Pair]:
        """Assessments, each beside what a revision has in its place."""
        assert not isinstance(named, AtRevision)  # noqa: S101 -- two revisions have `at_both`
        found = [(occasion, self.sought(then, occasion)) for occasion in self.wanted(named)]
        pairs = [Pair(other, one) if is_old else Pair(one, other) for one, other in found if other is not None]
        self.tell_of_unsure(pairs)
        if not pairs:
            raise self.none_at(past, (occasion for occasion, _other in found))
        return pairs

    def none_at(self, past: AtRevision, of: Iterable[LoadedAssessment]) -> CannotError:
        """What to say where a revision has nothing of some assessments."""
        text = self._("At {revision} there was no assessment of {who}.")
        who = "; ".join(dict.fromkeys(occasion.who for occasion in of))
        return CannotError(text.format(revision=printable(past.name), who=printable(who)))

    def at_both(self, before: AtRevision, after: AtRevision) -> list[Pair]:
        """What each unit had at two revisions, wherever its project lay at either."""
        before.beside, after.beside = after, before
        then, now = before.newest(), after.newest()
        if not then and not now:
            then, now = before.newest_anywhere(), after.newest_anywhere()
        wanted = {id(one) for one in self.wanted([*then, *now])}
        then, now = ([one for one in each if id(one) in wanted] for each in (then, now))
        back = ((self.sought(before.newest_of, one), one) for one in now)
        forth = ((one, self.sought(after.newest_of, one)) for one in then)
        met = (Pair(old, new) for old, new in (*back, *forth) if old is not None and new is not None)
        pairs = {(pair.old.path, pair.new.path): pair for pair in met}
        self.tell_of_unsure(pairs.values())
        if pairs:
            return sorted(pairs.values(), key=_new_path)
        if not then and not now:
            return self.matched(then, now)
        raise self.none_at(before, now) if now else self.none_at(after, then)

    def sought(self, then: _Then, one: LoadedAssessment) -> LoadedAssessment | None:
        """What `then` says there was of an assessment; None where it is one of several, which is told of later."""
        try:
            return then(one)
        except EitherError as error:
            if one.project or not one.revision:  # nobody has asked for what was of no project
                self.unsure.append((error, one))
            return None

    def tell_of_unsure(self, pairs: Collection[Pair]) -> None:
        """Say of what nobody knows what it was, and is in none of the pairs; where there is none, raise it."""
        known = {one.path for pair in pairs for one in (pair.old, pair.new)}
        for error, one in self.unsure:
            if not pairs:
                raise error
            if one.path not in known:
                print_message(str(error))

    def matched(self, before: Sequence[LoadedAssessment], after: Sequence[LoadedAssessment]) -> list[Pair]:
        """What is of one unit at one level on both sides."""
        old, new = self.wanted(before), self.wanted(after)
        found: list[Pair] = []
        for of in self.shared():
            met = {of(one) for one in old} & {of(one) for one in new}
            if of is _key and not self.are_paths:  # what is of no project, beside what may be of one
                met -= {of(one) for one in old if one.project} & {of(one) for one in new if one.project}
            olds, news = ([one for one in each if of(one) in met] for each in (old, new))
            self.one_of_each(self.asked.old or "OLD", olds, of)
            self.one_of_each(self.asked.new or "NEW", news, of)
            first = {of(one): one for one in olds}
            found += [Pair(first[of(one)], one) for one in news]
            old, new = ([one for one in each if of(one) not in met] for each in (old, new))
        if not found:
            text = self._(
                "Only assessments of one unit at one level can be compared. OLD is of {old}; NEW is of {new}."
            )
            raise CannotError(text.format(old=_who(old), new=_who(new)))
        return sorted(found, key=_new_path)

    def shared(self) -> list[_Of]:
        """What the two of a pair share: also their project. Of what is left, projects may have moved, and they share
        their organiser; what they are of is enough where both are named by their paths, or one is of no project."""
        if self.are_paths:
            return [_series, _key]
        is_occasion = any(name is not None and self.here.called(name) for name in (self.asked.old, self.asked.new))
        is_path = any(name is not None and _is_path(name) for name in (self.asked.old, self.asked.new))
        return [_series] if is_occasion and not is_path else [_series, _organiser, _key]

    @property
    def are_paths(self) -> bool:
        """Whether both are named by their paths."""
        return all(name is None or _is_path(name) for name in (self.asked.old, self.asked.new))

    def one_of_each(self, name: str, found: Iterable[LoadedAssessment], of: _Of) -> None:
        """Make sure that `found` has no two of one unit and level, of which nobody can say which is meant."""
        met: dict[object, LoadedAssessment] = {}
        for occasion in found:
            other = met.setdefault(of(occasion), occasion)
            if other is not occasion:
                text = self._("{name} may be either of {paths}. Name the one you mean by its path.")
                paths = f"{other.path}, {occasion.path}"
                raise CannotError(text.format(name=printable(name), paths=shown_name(paths)))

    def wanted(self, found: Iterable[LoadedAssessment]) -> list[LoadedAssessment]:
        """What is of the unit and level asked for."""
        return self.asked.only.of(list(found), self.language)


def _new_path(pair: Pair) -> str:
    return pair.new.path


def _series(one: LoadedAssessment) -> object:
    return one.series


def _key(one: LoadedAssessment) -> object:
    return one.key


def _organiser(one: LoadedAssessment) -> object:
    return one.project and one.project.organiser.id, one.key


def _is_path(name: str) -> bool:
    """Whether something lies at the path `name`, or it can be nothing else than a path."""
    return (os.path.lexists(name) and name not in _OF_GIT) or name.lower().endswith((".yaml", ".yml"))


def _who(found: Iterable[LoadedAssessment]) -> str:
    return printable(" / ".join(occasion.who for occasion in found))
