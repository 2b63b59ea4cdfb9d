"""A decision memo with all that checks ask for; each check's bad example is this one, save for what it looks for."""

GOOD = """\
format: crosp-memo/1
title: Delade kuratorstjänster
assessments: [{level: organiser, occasion: 2026-ht}]
proposal: [Nämnden beslutar att pröva delade tjänster.]
preparation: [{who: rektorerna, date: 2026-10-20}]
consequences:
  children: {analysis: Fler får träffa en kurator på plats.}
  equality: {not_analysed: Underlag saknas och tas fram under 2027.}
"""
