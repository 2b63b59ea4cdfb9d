"""Collaboration of which everything is told; each check's bad example is this one, save for what it looks for."""

GOOD = """\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    collaboration:
      with: [socialtjänst]
      purpose: Tidig hjälp till familjer
      solves_at: organiser
      conditions:
        governance: Skolchefen följer upp
        structure: Möte varje månad
        shared_understanding: Gemensam introduktion
      confidentiality: Samtycke inhämtas före varje möte
    follow_ups: [{date: 2027-03-01}]
"""
