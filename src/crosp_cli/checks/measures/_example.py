"""A measure that has all that checks ask for; several checks' bad examples are this one, save for a line."""

GOOD = """\
need:
  analysis: Fritidshemmet behöver komma med.
measures:
  - id: fritids-i-teamet
    what: En plats för fritidshemmet i elevhälsoteamets möten.
    responsible: rektor
    due: 2027-01-31
    follow_ups: [{date: 2027-03-01}]
"""
