"""What a check of a competence programme is given, and the example that all of them begin with."""

from dataclasses import dataclass

from crosp_cli.checks.check import DocumentScope
from crosp_cli.model.programme import Programme
from crosp_cli.model.project import limit_of


@dataclass(frozen=True)
class ProgrammeScope(DocumentScope[Programme]):
    """One competence programme, and the project it belongs to."""

    of = Programme

    @property
    def smallest_group(self) -> int:
        """The fewest people that a group may have and still be shown on its own."""
        return limit_of(self.project)


GOOD = """\
format: crosp-programme/1
framework: spsm-crosp@2024
id: uss
name: Utredning om särskilt stöd
start: 2022-08-15
intended_for: {what: grundskolor, number: 144}
completed: [{date: 2023-12-31, number: 79}]
registered: [{date: 2024-06-14, number: 12, begins: 2099-08-01, ends: 2099-12-31}]
follow_ups:
  - id: rektorer
    kind: survey
    planned: 2024-06-14
    made:
      date: 2024-06-10
      answered: 61
      of: 79
      self_reported: yes
      reports: [{what: Mötena har fått en fastare struktur., number: 52}]
      other_explanations: Många rektorer är nya.
questions:
  - question: Har fler elever upptäckts tidigare?
    date: 2024-08-30
    can_say: Rektorerna uppger att arbetet har utvecklats.
    cannot_say: Om antalet beslut hänger samman med programmet.
    why: Mycket annat förändras samtidigt.
"""
"""A programme with all that checks ask for; each check's bad example is this one, save for what it looks for."""
