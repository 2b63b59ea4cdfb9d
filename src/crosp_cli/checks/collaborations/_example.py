"""A register with all that checks ask for; each check's bad example is this one, save for what it looks for."""

GOOD = """\
format: crosp-collaborations/1
date: 2026-11-01
collaborations:
  - id: tidiga-tecken
    title: Tidiga tecken
    status: ongoing
    with: [{organisation: socialtjänsten, roles: [gruppledare]}]
    purpose: Familjer får hjälp tidigt
    solves_at: organiser
    part: shared
    governed_by: [{kind: agreement, what: Avsiktsförklaring, registration_number: BUN 2025/0118}]
    start: 2026-01-12
    conditions:
      governance: Skolchefen och socialchefen följer upp varje termin
      structure: Möte varje månad
      shared_understanding: Gemensam introduktion
    confidentiality: Samtycke inhämtas före varje möte
    own_responsibility: Skolan stöder eleven också efter en orosanmälan
"""

ENDED = GOOD.replace("ongoing", "ended").replace(
    "    start: 2026-01-12\n", "    start: 2026-01-12\n    end: 2026-06-30\n    outcome: Rutinen lever vidare\n"
)
"""The same once it has ended."""
