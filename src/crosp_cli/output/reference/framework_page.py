"""An entry of the framework as a few headed paragraphs, for the terminal or for a program."""

from collections.abc import Iterable, Iterator

from crosp_cli.analysis.concerned import concerned
from crosp_cli.analysis.lookup import Found
from crosp_cli.model.assessment import Place
from crosp_cli.model.framework import Attachment, Entry, Framework, Group, Level
from crosp_cli.model.guidance import Guidance, Question, Reference, Term, Tie
from crosp_cli.model.project import Project
from crosp_cli.output.labels import change_words
from crosp_cli.output.reference.page import Page, Section
from crosp_cli.text.languages import Text, pick, swedish_order
from crosp_cli.text.paragraphs import lines_of
from crosp_cli.text.translation import translation

_A_SCREEN = 6
"""How many questions of a level a screen has room for."""


def page(
    found: Found,
    framework: Framework,
    guidance: Guidance,
    language: str,
    project: Project | None = None,
    *,
    full: bool = True,
) -> Page:
    """Return the page of an entry in `language`; in a project, with what concerns its own school forms.

    Without `full`, it has what one screen holds, and last how to see the rest.
    """
    return _Writer(framework, guidance, language, project, full=full).page(found)


def overview(framework: Framework, guidance: Guidance, language: str, *, full: bool) -> Page:
    """Return the page of the framework as a whole: what there is to ask for, or else as much as a screen holds."""
    return _Writer(framework, guidance, language, full=full).overview()


class _Writer:
    """Writes pages on one framework in one language."""

    def __init__(
        self, framework: Framework, guidance: Guidance, language: str, project: Project | None = None, *, full: bool
    ) -> None:
        self.framework = framework
        self.guidance = guidance
        self.language = language
        self.project = project
        self.concerned = concerned(framework, project)
        self.full = full

    def say(self, text: Text | None) -> str:
        return pick(text, self.language) if text else ""

    def page(self, found: Found) -> Page:
        if isinstance(found, Place):
            title = self.say(self.framework.cell_title(found))
            return Page("cell", f"{found.principle}/{found.area}", title, tuple(self.cell(found)))
        if isinstance(found, Term):
            return Page("term", found.id, self.say(found.term), tuple(self.of_term(found)))
        title = self.say(found.title)
        if isinstance(found, Level):
            return Page("level", found.id, title, tuple(self.level(found)))
        if isinstance(found, Group):
            return Page("group", found.id, title, tuple(self.group(found)))
        if isinstance(found, Reference):
            return Page("reference", found.id, title, tuple(self.reference(found)))
        kind = "principle" if found in self.framework.principles.entries else "area"
        return Page(kind, found.id, title, tuple(self.entry(found)))

    def overview(self) -> Page:
        _ = translation(self.language).gettext
        framework, head = self.framework, self.framework.head
        terms = sorted((self.say(term.term) for term in self.guidance.glossary.entries), key=swedish_order)
        laws = [self.say(entry.title) for entry in self.guidance.references.entries]
        sections: tuple[Section, ...] = (
            Section(self.say(framework.principles.title), self.listed(framework.principles.entries)),
            Section(self.say(framework.areas.title), self.listed(framework.areas.entries)),
            Section(_("Levels"), tuple(f"- {level.id}: {self.say(level.title)}" for level in head.levels)),
        )
        if not self.full:
            steps = ", ".join(f"{step.value} {self.say(step.label)}" for step in head.scale.steps)
            more = _("References: {references}. Terms in the glossary: {terms}. `crosp show --full` names them.")
            sections = (
                *sections,
                Section(self.say(head.scale.title), (steps,)),
                Section(_("About"), (self.say(head.credit), more.format(references=len(laws), terms=len(terms)))),
            )
            return Page("framework", framework.name, self.say(head.title), _filled(sections))
        sections = (
            *sections,
            Section(_("First round"), tuple(self.first_rounds())),
            Section(self.say(head.scale.title), (*self.scale(), self.say(head.scale.note))),
            Section(_("Vision"), tuple(f"- {self.say(statement.text)}" for statement in head.vision)),
            Section(_("References"), (", ".join(laws),)),
            Section(_("Glossary"), (", ".join(terms),)),
            Section(_("About"), (self.say(head.credit), self.say(head.note))),
        )
        return Page("framework", framework.name, self.say(head.title), _filled(sections))

    def first_rounds(self) -> Iterator[str]:
        """What each level begins with."""
        for level in self.framework.head.levels:
            if said := self.framework.head.first_round.get(level.id):
                cells = ", ".join("/".join(cell.place) for cell in said.cells)
                yield f"- {self.say(level.title)}: {cells}. {self.say(said.why)}"

    def listed(self, entries: tuple[Entry, ...]) -> tuple[str, ...]:
        return tuple(f"- {entry.id}: {self.say(entry.title)}" for entry in entries)

    def scale(self) -> tuple[str, ...]:
        return tuple(
            f"- {step.value} {self.say(step.label)}: {self.say(step.description)}".removesuffix(": ")
            for step in self.framework.head.scale.steps
        )

    def entry(self, entry: Entry) -> Iterator[Section]:
        _ = translation(self.language).gettext
        yield Section("", tuple(text for text in (self.say(entry.description), self.say(entry.why)) if text))
        yield from self.references(entry.references)
        yield from self.terms(entry.terms)

    def cell(self, place: Place) -> Iterator[Section]:
        _ = translation(self.language).gettext
        principle, area = self.framework.principle(place.principle), self.framework.area(place.area)
        for level in self.framework.head.levels:
            question = self.guidance.questions.current(place, level.id)
            if question:
                yield from self.questions(level, question)
        yield from self.ties(place)
        if not self.full:
            more = _("`crosp show {cell} --full` also shows what it can rest on, background and terms.")
            yield Section("", (more.format(cell="/".join(place)),))
            return
        tied = {entry.id for entry in self.guidance.references.entries if place in {tie.place for tie in entry.cells}}
        attached = {one.id: one for one in (*principle.references, *area.references) if one.id not in tied}
        yield from self.references(tuple(attached.values()), _("Background: law and success factors"))
        yield from self.terms(tuple(dict.fromkeys((*principle.terms, *area.terms))))

    def asked(self, level: Level, question: Question) -> list[tuple[tuple[str, ...], Question]]:
        """Each way in which those whom the page is for are asked it, with its school forms."""
        return list(question.wordings(self.project.asked_at(level) if self.project else frozenset()))

    def questions(self, level: Level, question: Question) -> Iterator[Section]:
        """The question, then what is otherwise in some school forms."""
        first, *others = self.asked(level, question)
        yield self.question(self.say(level.title), first[1])
        for forms, wording in others if self.full else ():
            differs = wording.model_copy(
                update={
                    "probes": () if wording.probes == first[1].probes else wording.probes,
                    "evidence": None if wording.evidence == first[1].evidence else wording.evidence,
                }
            )
            if differs.question != first[1].question or differs.probes or differs.evidence:
                titles = (self.say(self.framework.title_of("school_forms", form)) for form in forms)
                yield self.question(f"{self.say(level.title)} · {', '.join(titles)}", differs)

    def question(self, heading: str, question: Question) -> Section:
        _ = translation(self.language).gettext
        evidence = self.say(question.evidence) if self.full else ""
        return Section(
            heading,
            tuple(f"- {self.say(probe)}" for probe in question.probes),
            main="\n".join(lines_of(self.say(question.question))),
            aside=_("Evidence may be: {what}").format(what=evidence) if evidence else "",
        )

    def places(self, level: Level) -> Iterable[Place]:
        """The cells whose questions a level's page has: all, or those that one begins with."""
        return self.framework.places if self.full else self.framework.first_round(level.id)[:_A_SCREEN]

    def asked_at(self, level: Level, title: Text, question: Question) -> Section:
        """A question on a level's page, as the first of those whom it is for are asked it."""
        asked = self.asked(level, question)[0][1]
        return self.question(self.say(title), asked if self.full else asked.model_copy(update={"probes": ()}))

    def level(self, level: Level) -> Iterator[Section]:
        _ = translation(self.language).gettext
        if level.description:
            yield Section("", (self.say(level.description),))
        if said := self.framework.head.first_round.get(level.id):
            titled = {"/".join(cell.place): self.say(self.framework.cell_title(cell.place)) for cell in said.cells}
            names = (f"- {name}: {title}" for name, title in titled.items()) if self.full else titled
            yield Section(_("First round"), (self.say(said.why), *(names if self.full else [", ".join(titled)])))
        for place in self.places(level):
            question = self.guidance.questions.current(place, level.id)
            if question:
                yield self.asked_at(level, self.framework.cell_title(place), question)
        for step, questions in (("need", self.guidance.questions.need), ("measures", self.guidance.questions.measures)):
            if level.id in questions:
                yield self.asked_at(level, self.framework.step_title(step), questions[level.id])
        if not self.full:
            more = _("`crosp show {level} --full` shows the questions of every cell.")
            yield Section("", (more.format(level=level.id),))

    def group(self, group: Group) -> Iterator[Section]:
        _ = translation(self.language).gettext
        if group.description:
            yield Section("", (self.say(group.description),))
        yield Section(_("Like this"), ("participants:", f"  - {{group: {group.id}, count: 6}}"), verbatim=True)

    def reference(self, reference: Reference) -> Iterator[Section]:
        _ = translation(self.language).gettext
        binding = {"shall": _("Binding: shall."), "may": _("Permits: may."), "guidance": _("Guidance.")}
        facts = (self.say(reference.topic), self.say(reference.paraphrase), binding[reference.binding])
        yield Section("", (*(fact for fact in facts if fact), _("As of {day}.").format(day=reference.as_of)))
        yield from self.applies_to(reference)
        if reference.changes:
            lines = tuple(f"- {change_words(change, self.language)}" for change in reference.changes)
            yield Section(_("Changes"), lines)
        if reference.correction and self.full:
            yield Section(_("Correction"), (self.say(reference.correction),))
        if reference.cells:
            titled = ((self.say(self.framework.cell_title(tie.place)), tie) for tie in reference.cells)
            yield Section(_("Speaks of"), tuple(self.tie(title, reference, tie) for title, tie in titled))
        behind = [entry for entry in self.framework if reference.id in {a.id for a in entry.references}]
        if not self.full:
            if reference.correction or reference.checks or behind:
                more = _("`{command} --full` shows all of it.")
                yield Section("", (more.format(command=f"crosp show {reference.id}"),))
            return
        if reference.checks:
            yield Section(_("Checks that rest on it"), (", ".join(reference.checks),))
        if behind:
            yield Section(_("Background to"), tuple(f"- {self.say(entry.title)}" for entry in behind))

    def applies_to(self, reference: Reference) -> Iterator[Section]:
        _ = translation(self.language).gettext
        whom, titled = reference.applies_to, self.framework.title_of
        lines = [
            ", ".join(self.say(titled(kind, name)) for name in names)
            for kind, names in (
                ("organiser_types", whom.organiser_types),
                ("school_forms", whom.school_forms),
                ("levels", whom.levels),
            )
            if names
        ]
        yield Section(_("Applies to"), tuple(f"- {line}" for line in lines) or (_("Everyone."),))

    def of_term(self, term: Term) -> Iterator[Section]:
        yield Section("", (self.say(term.definition),))
        yield from self.references(tuple(Attachment(id=name) for name in term.references))

    def ties(self, place: Place) -> Iterator[Section]:
        """What speaks of the cell itself, at which levels and why."""
        _ = translation(self.language).gettext
        ties = ((entry, tie) for entry in self.guidance.references.entries for tie in entry.cells)
        lines = tuple(
            self.tie(self.say(entry.title), entry, tie)
            for entry, tie in ties
            if tie.place == place and self.concerns(entry, tie.levels)
        )
        if lines:
            yield Section(_("The law here"), lines)

    def concerns(self, reference: Reference, levels: tuple[str, ...] = ()) -> bool:
        """Whether someone whom the page is for is concerned, at one of the levels where any are named."""
        return self.concerned is None or self.concerned.by(reference, levels)

    def is_met(self, term: Term) -> bool:
        """Whether the term is met where the page is for: not one that rests on laws alone of which none concerns it."""
        known = self.guidance.reference
        references = [known[name] for name in term.references if name in known]
        return not references or any(not one.is_duty or self.concerns(one) for one in references)

    def tie(self, title: str, reference: Reference, tie: Tie) -> str:
        return f"- {title} ({self.levels(tie.levels or reference.applies_to.levels)}): {self.say(tie.why)}"

    def levels(self, names: tuple[str, ...]) -> str:
        known = [level for level in self.framework.head.levels if not names or level.id in names]
        return ", ".join(self.say(level.title) for level in known)

    def references(self, attachments: tuple[Attachment, ...], heading: str | None = None) -> Iterator[Section]:
        _ = translation(self.language).gettext
        known = self.guidance.reference
        lines = tuple(
            self.attached(attached)
            for attached in attachments
            if attached.id in known and self.concerns(known[attached.id])
        )
        if lines:
            yield Section(heading or _("Law and success factors"), lines)

    def attached(self, attached: Attachment) -> str:
        reference = self.guidance.reference[attached.id]
        note = f" ({self.say(attached.note).rstrip('.')})" if attached.note else ""
        return f"- {self.say(reference.title)}: {self.say(reference.topic)}{note}"

    def terms(self, names: tuple[str, ...]) -> Iterator[Section]:
        _ = translation(self.language).gettext
        known = self.guidance.terms
        terms = (known[name] for name in names if name in known)
        titles = sorted((self.say(term.term) for term in terms if self.is_met(term)), key=swedish_order)
        if titles:
            yield Section(_("Terms"), (", ".join(titles),))


def _filled(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections that have something to say, without their empty lines."""
    kept = (Section(section.heading, tuple(line for line in section.lines if line)) for section in sections)
    return tuple(section for section in kept if section.lines)
