"""Records that would be clean in any region, to plant a fault in."""

from __future__ import annotations

from string import Template
from textwrap import dedent

from edits import Edit, File, Put

CENTRE = Put(
    "partners",
    """
    - id: kenniscentrum
      naam: Kenniscentrum
      soort: expertisecentrum
      werkgebied:
        - gebied: regio
          sinds: 2015-01-01
      bereikbaar:
        - tijden:
            - $venster
          via: de receptie
      contact_gecontroleerd_op: 2026-02-02
    """,
)
"""A partner that has no part in anything."""

_CRIMINAL = """
    - id: casusoverleg-straf
      naam: Casusoverleg straf
      soort: casusoverleg-strafrecht
      spoor: strafrecht
      voorzitter: {}
      plaatsvervanger: politie/teamchef
      deelnemers:
        - openbaar-ministerie/officier-van-justitie
        - politie/agent
      elke: 2 weken
      doel: Straf en hulp op elkaar afstemmen.
      aanmeldcriteria:
        - er is een verdachte
      beslist_over:
        - de volgende stap
      rapporteert_aan: regiegroep
      privacyconvenant: privacyconvenant
"""
_LINK = """\
        - overleg: {}
          via: de politie
"""
_SIGNATURE = """
    - partner: openbaar-ministerie
      rol: toehoorder
      getekend: 2024-12-10
      functie: hoofdofficier
"""
_HEAD = """\
titel: Samen leren
soort: samenwerkingsafspraak
stand: $stage
geldig:
  van: $start
gebied:$area
themas:
  - alle
"""
_KEPT = """\
beheer:
  beheerder: veilig-thuis/teammanager
  vastgesteld_door: regiegroep
  mag_wijzigen: regiegroep
  evaluatie:
    elke: 24 maanden
    laatste: 2026-01-15
"""


def agreement(
    name: str,
    more: str = "",
    *,
    stage: str = "vastgesteld",
    start: str = "2025-01-01",
    area: str = "\n  - regio",
) -> File:
    """An agreement on learning with `more` in it, and not yet with any task."""
    head = Template(_HEAD).substitute(stage=stage, start=start, area=area)
    return File(f"afspraken/{name}.yaml", head + _KEPT + dedent(more).strip("\n"))


def criminal(
    linked: tuple[str, ...] = (), chair: str = "openbaar-ministerie/teamleider"
) -> tuple[Edit, Edit]:
    """A meeting on criminal law in the region that is made up, and the signature that its covenant needs."""
    links = "".join(["      verbonden_met:\n", *map(_LINK.format, linked)]) if linked else ""
    meeting = _CRIMINAL.format(chair) + links
    return Put("overleggen", meeting), Put("soort=privacyconvenant partijen", _SIGNATURE)
