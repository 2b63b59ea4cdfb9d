"""The collaborations as a reader needs them, whatever the format. What people wrote is a phrase in their language."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from crosp_cli.analysis.collaborations.overview import Overview
from crosp_cli.model.framework import Framework
from crosp_cli.model.project import Project
from crosp_cli.text.phrase import Phrase


@dataclass(frozen=True, slots=True)
class CollaborationsAnswer:
    """What `crosp collaborations` answers with, before it is put into words."""

    overview: Overview
    project: Project | None
    framework: Framework | None
    full: bool
    """Whether all of it is asked for where a screen would show the beginning."""


Stands = tuple[Phrase, str]
"""A collaboration's title, and how it stands, with its dates."""


@dataclass(frozen=True, slots=True)
class CollaborationRow:
    """One collaboration."""

    id: str
    title: Phrase
    partners: tuple[Phrase, ...]
    with_roles: tuple[Phrase, ...]
    """The partners with the roles that take part."""
    standing: str
    """How it stands, with its dates."""
    period: str
    ended: str
    """When it ended; "" where it has not."""
    remark: str
    """What is to be asked about its dates; "" where nothing is."""
    facts: tuple[tuple[str, Phrase], ...]
    """Each further thing that is written: what it is, and the words."""
    outcome: Phrase | None
    as_of: date


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report that is to be made."""

    day: date
    state: str
    """`overdue`, `soon` or `later`."""
    state_word: str
    title: Phrase
    what: Phrase
    to: Phrase | None
    ended: str
    """When the collaboration ended; "" where it has not."""


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner, and each collaboration that it takes part in with how that stands."""

    name: Phrase
    collaborations: tuple[Stands, ...]


@dataclass(frozen=True, slots=True)
class NotCoveredRow:
    """A partner that measures name and the register lacks."""

    name: Phrase
    count: int
    counted: str
    """How many measures name it, in words."""
    measures: tuple[tuple[Phrase, str], ...]
    """Each measure, and where it stands: unit and day of the assessment."""


class Step(NamedTuple):
    """Something to do next."""

    text: str
    """A sentence, with no word that only stands in files."""
    written: str = ""
    """What is typed for it: a key of the file, or a command. Those who sit at the file are told of it."""


@dataclass(frozen=True, slots=True)
class CollaborationsView:
    """Everything on a page about collaborations."""

    language: str
    organiser: str | None
    today: date
    as_of: str
    """The day asked about, what soon means, and when the registers were last gone through."""
    ongoing: tuple[CollaborationRow, ...]
    planned: tuple[CollaborationRow, ...]
    ended: tuple[CollaborationRow, ...]
    reports: tuple[ReportRow, ...]
    lacking: tuple[tuple[str, tuple[Stands, ...]], ...]
    """What may be lacking, and those that are without it."""
    partners: tuple[PartnerRow, ...]
    not_covered: tuple[NotCoveredRow, ...]
    """Those that many measures name."""
    named_once: tuple[NotCoveredRow, ...]
    looked: str
    """Which measures were looked at."""
    steps: tuple[Step, ...]
    """What to do next, the most urgent first."""
