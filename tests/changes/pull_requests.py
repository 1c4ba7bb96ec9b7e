"""Changes as policy officers make them to the example region; the last one is of layout only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ketenhandboek.rules.texts.case import CASE

if TYPE_CHECKING:
    from pathlib import Path


Edits = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class PullRequest:
    """Pieces of text by file, each with what comes instead; `before` makes what it changes."""

    name: str
    edits: Edits
    before: Edits = ()


def apply(edits: Edits, folder: Path) -> None:
    """Edit files; each piece must stand there, and the first one is replaced. A new file begins empty."""
    for file, old, new in edits:
        path = folder / file
        path.parent.mkdir(exist_ok=True)
        text = path.read_text("utf-8") if path.is_file() else ""
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


REGIONAL = "afspraken/regionale-afspraken.yaml"
HOME_BAN = "afspraken/huisverbod.yaml"
PLAN = "  - id: veiligheidsplan\n    taak: veiligheidsplan\n    eindverantwoordelijk: lokaal-team\n"
LADDER_POLICY = """\
      - niveaus:
          - beleid
        wie:
          - veilig-thuis/beleidsmedewerker
          - gemeente/beleidsambtenaar
          - onderwijs/beleidsmedewerker
        reageert_binnen: 5 werkdagen
"""
SCHOOLS_FLOW = """\
  - id: naar-school
    van: veilig-thuis
    naar: onderwijs
    bij: triage
    gegevens:
      - identificerend
    omvang: selectie
    criterium: wat de school nodig heeft
    grondslagen:
      - wmo-4-1-1
"""
NEW_MUNICIPALITY = """\
  - id: dennenhorst
    code: GM9953
    naam: Dennenhorst
    sinds: 2026-06-01
"""
EXCEPTION = """\
uitzonderingen:
  - id: contact-opvang
    regel: TER009
    record: partner/opvang-de-linde
    reden: De opvang verhuist in april en geeft dan nieuwe gegevens door.
    tot_en_met: 2026-06-30
    door: gemeente-elsbroek/beleidsambtenaar
"""
MANDATE = """\
mandaten:
  - id: huisverbod-elsbroek
    bevoegdheid: huisverbod-opleggen
    van: gemeente-elsbroek/burgemeester
    aan: politie/hulpofficier
    gebied:
      - elsbroek
    geldig:
      van: 2025-01-01
    besluit: Mandaatbesluit huisverbod Elsbroek 2025
"""
TERM = """\
  - id: herstelgericht-werken
    naam: herstelgericht werken
    betekenis: Het gezin herstelt wat door het geweld kapotging, als het weer veilig is.
    zie_ook:
      - veiligheidsplan
"""

PULL_REQUESTS = (
    PullRequest("een-nieuw-begrip", (("begrippen.yaml", "begrippen:\n", f"begrippen:\n{TERM}"),)),
    PullRequest(
        "een-andere-termijn",
        ((HOME_BAN, "binnen: 2 kalenderdagen", "binnen: 4 kalenderdagen"),),
    ),
    PullRequest(
        "een-gemeente-doet-mee",
        (("regio.yaml", "gebieden:\n", f"{NEW_MUNICIPALITY}gebieden:\n"),),
    ),
    PullRequest(
        "een-partner-heet-anders",
        (
            ("partners.yaml", "id: opvang-de-linde\n", "id: opvang-het-baken\n"),
            (
                "partners.yaml",
                "naam: Opvang De Linde\n",
                "naam: Opvang Het Baken\n    voorheen:\n      - naam: Opvang De Linde\n",
            ),
        ),
    ),
    PullRequest("een-trede-vervalt", ((REGIONAL, LADDER_POLICY, ""),)),
    PullRequest(
        "een-afspraak-is-verlengd",
        ((HOME_BAN, "tot_en_met: 2026-12-31", "tot_en_met: 2028-12-31"),),
        before=((HOME_BAN, "  van: 2025-01-01\n", "  van: 2025-01-01\n  tot_en_met: 2026-12-31\n"),),
    ),
    PullRequest(
        "een-gegevensstroom-erbij",
        ((REGIONAL, "escalatieroutes:\n", f"{SCHOOLS_FLOW}escalatieroutes:\n"),),
    ),
    PullRequest("een-mandaat-is-ingetrokken", (("afspraken/mandaat-elsbroek.yaml", MANDATE, ""),)),
    PullRequest(
        "een-ander-is-eindverantwoordelijk",
        ((REGIONAL, PLAN, PLAN.replace("lokaal-team", "veilig-thuis")),),
    ),
    PullRequest(
        "de-uren-zijn-korter",
        (
            (
                REGIONAL,
                PLAN,
                f"{PLAN}    geldt_voor:\n      tijden:\n        - kantooruren\n",
            ),
        ),
    ),
    PullRequest(
        "een-overleg-stopt",
        (
            (
                "overleggen.yaml",
                "    privacyconvenant: privacyconvenant\n    bestaat:\n      van: 2015-01-01\n",
                "    privacyconvenant: privacyconvenant\n    bestaat:\n      tot_en_met: 2026-05-31\n",
            ),
        ),
    ),
    PullRequest(
        "een-uitzondering-erbij",
        (("uitzonderingen.yaml", "", EXCEPTION),),
        before=(
            (
                "partners.yaml",
                "via: de dienstdoende medewerker van de opvang\n    contact_gecontroleerd_op: 2026-01-15",
                "via: de dienstdoende medewerker van de opvang\n    contact_gecontroleerd_op: 2024-01-15",
            ),
        ),
    ),
    PullRequest(
        "een-casus-loopt-anders",
        ((REGIONAL, PLAN, PLAN.replace("lokaal-team", "veilig-thuis")),),
        before=(("casussen/op-school.yaml", "", CASE),),
    ),
    PullRequest(
        "alleen-de-opmaak",
        (
            ("begrippen.yaml", "begrippen:\n", "# Besproken in de regiegroep.\nbegrippen:\n"),
            (REGIONAL, "titel: Regionale afspraken", 'titel: "Regionale afspraken'),
            (REGIONAL, "lokale teams\nsoort", 'lokale teams"\nsoort'),
            ("regio.yaml", "fictief: ja\n", "fictief: ja  # zie README\n"),
            (
                REGIONAL,
                "verplicht_voor:\n  - regio\ngebied:\n  - regio\n",
                "gebied:\n  - regio\nverplicht_voor:\n  - regio\n",
            ),
        ),
    ),
)
