"""Example cases in the small region."""

from __future__ import annotations

CASE = """\
titel: Een kind vertelt op school dat het thuis niet veilig is
fictief: ja
situatie:
  gemeente: berkenrade
  moment: 2026-05-20 10:00
  themas:
    - kindermishandeling
  doelgroepen:
    - kind
begin:
  partner: onderwijs
  taak: signaleren
verloop:
  - taak: signaleren
    uitkomst: vermoeden
  - taak: triage
    uitkomst: structurele-onveiligheid
  - taak: veiligheidsplan
    uitkomst: direct-veilig
  - taak: hulp-kind
    uitkomst: stabiel-veilig
  - taak: herstel
    uitkomst: hersteld
  - taak: monitoring
    uitkomst: blijft-veilig
verwacht:
  - taak: triage
    partner: veilig-thuis
    binnen: 5 werkdagen
    vanaf: ontvangst-melding
  - taak: veiligheidsplan
    partner: lokaal-team
    gegevens:
      - naar-lokaal-team
  - taak: monitoring
    daarna: ja
  - nooit: opvang
"""
"""A child tells a teacher that it is not safe at home."""

UNANSWERED = """\
titel: Niemand neemt de telefoon op
fictief: ja
situatie:
  gemeente: elsbroek
  moment: 2026-03-07 03:00
  themas:
    - partnergeweld
  doelgroepen:
    - slachtoffer
    - pleger
begin:
  partner: politie
  taak: noodhulp
verloop:
  - taak: noodhulp
    uitkomst: zorgen-om-veiligheid
  - taak: triage
    uitkomst: structurele-onveiligheid
  - taak: veiligheidsplan
    uitkomst: direct-veilig
    bevestigd: nee
verwacht:
  - niveau: teammanager
    partner: lokaal-team
    binnen: 4 werkdagen
"""
"""Nobody at the local team confirms that it takes over."""
