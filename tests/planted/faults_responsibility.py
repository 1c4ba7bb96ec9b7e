"""Faults in who does what."""

from __future__ import annotations

from edits import Edit, File, Here, Put
from extra import CENTRE, agreement
from fault import LINDEWAARDE, MADE_UP, fault

LINE = "verantwoordelijkheden"
PREVENTION = """
    partijen:
      - partner: $veilig_thuis
        rol: uitvoerend
        getekend: 2024-12-10
        functie: directeur
    verantwoordelijkheden:
      - id: preventie-dubbel
        taak: preventie
        eindverantwoordelijk: $veilig_thuis # hier
        uitvoerders:
          - $veilig_thuis/medewerker
        geldt_voor:
          gebied:
            - $plaats
"""
SIGNED = """
    - partner: {} # hier
      rol: uitvoerend
      getekend: 2024-12-10
      functie: directeur
"""
CHILDREN = """
    partijen:
      - partner: jeugdhulpaanbieder
        rol: uitvoerend
        getekend: 2024-12-10
        functie: directeur
    verantwoordelijkheden:
      - id: voorbereiding
        taak: voorbereiding
        eindverantwoordelijk: jeugdhulpaanbieder
        uitvoerders:
          - jeugdhulpaanbieder/medewerker
        geldt_voor:
          doelgroepen:
            - kind
"""
WEIGHING = """
    partijen:
      - partner: {0}
        rol: uitvoerend
        getekend: 2024-12-10
        functie: directeur
    verantwoordelijkheden:
      - id: afwegen
        taak: meldcode-afwegen
        eindverantwoordelijk: {0}
        uitvoerders:
          - {0}/medewerker
        zicht_op_veiligheid: ja
        daarna:
          - als: melden
            naar: melden
          - als: zelf-hulp
            naar: einde
          - als: geen-onveiligheid
            naar: einde
"""
PHASE = """
fasen:
  - id: voorbereiden # hier
    naam: Voorbereiden
    omschrijving: Zich klaarmaken.
"""
TASK = """
    - id: voorbereiding
      naam: Voorbereiding
      omschrijving: Zich klaarmaken.
      fase: voorbereiden
      verdeling: een
"""


def weighing(kind: str) -> tuple[Edit, ...]:
    """A kind of partner that weighs a suspicion with the reporting code."""
    step = Put(f"{LINE} taak=advies-geven daarna als=zelf-hulp", "naar: meldcode-afwegen")
    return agreement("meldcode", WEIGHING.format(kind)), step


FAULTS = {
    "VER001": (
        fault("two in one municipality", agreement("zorg", PREVENTION)),
        fault(
            "two at some hours", agreement("zorg", f"{PREVENTION}          tijden:\n            - $venster\n")
        ),
    ),
    "VER002": (
        fault(
            "the region asks for a task that nobody has",
            Put("regio: fictief=ja", "vereist:\n  - letselduiding # hier"),
        ),
        fault(
            "an acute task at office hours only",
            Put(f"{LINE} taak=opvang", "geldt_voor: # hier\n  tijden:\n    - $venster"),
        ),
    ),
    "VER003": (
        fault(
            "somebody answers for it, and nobody does it",
            Here(f"{LINE} taak=monitoring eindverantwoordelijk"),
            Put(f"{LINE} taak=monitoring", "uitvoerders: ~"),
        ),
        fault(
            "a municipality leaves open what the region leaves to it",
            Put(
                f"soort=werkinstructie {LINE} taak=veiligheidsplan !eindverantwoordelijk",
                "uitvoerders: ~",
            ),
            only=LINDEWAARDE,
        ),
        fault(
            "a municipality leaves open what the region leaves to it",
            Here(f"soort=werkinstructie {LINE} taak=veiligheidsplan eindverantwoordelijk"),
            Put(f"soort=werkinstructie {LINE} taak=veiligheidsplan", "uitvoerders: ~"),
            only=MADE_UP,
        ),
    ),
    "VER004": (
        fault(
            "a kind signs to do something, and has nothing to do",
            Put(
                "soort=samenwerkingsafspraak partijen",
                SIGNED.format("expertisecentrum"),
            ),
            CENTRE,
        ),
        fault(
            "an organisation signs under its name",
            Put(
                "soort=samenwerkingsafspraak partijen",
                SIGNED.format("kenniscentrum"),
            ),
            CENTRE,
        ),
    ),
    "VER005": (
        fault(
            "a task for who did not sign",
            Put(f"{LINE} taak=opsporing uitvoerders", "- rvdk/raadsonderzoeker # hier"),
        ),
        fault(
            "the one who answers for it did not sign",
            Put(f"{LINE} taak=preventie", "eindverantwoordelijk: rvdk # hier"),
        ),
    ),
    "VER006": (
        fault(
            "the law gives advice to another",
            Put(f"{LINE} taak=advies-geven", "eindverantwoordelijk: lokaal-team # hier"),
            only=MADE_UP,
        ),
        fault(
            "the law gives a ban to another",
            Put(f"{LINE} taak=huisverbod-verlengen", "eindverantwoordelijk: lokaal-team # hier"),
            only=LINDEWAARDE,
        ),
        fault(
            "the law gives protection of a child to another",
            Put(
                f"{LINE} taak=kinderbeschermingsmaatregel",
                "eindverantwoordelijk: veilig-thuis # hier",
            ),
        ),
    ),
    "VER007": (
        fault("nobody leads", Put(f"{LINE} taak=bestuurlijke-regie", "eindverantwoordelijk: ~")),
        fault(
            "somebody leads in one municipality",
            Put(
                f"{LINE} taak=bestuurlijke-regie",
                "geldt_voor: # hier\n  gebied:\n    - $plaats",
            ),
        ),
    ),
    "VER008": (
        fault(
            "does the role of coordinator move?",
            Put(f"{LINE} taak=triage daarna overdracht", "coordinatie: ~"),
        ),
        fault(
            "does it move after a home ban?",
            Put(f"{LINE} taak=huisverbod-hulp daarna overdracht", "coordinatie: ~"),
        ),
    ),
    "VER009": (
        fault(
            "nobody knows the method",
            Put(f"{LINE} taak=monitoring", "methode: Samen veilig # hier"),
        ),
        fault(
            "one team knows the method",
            Put(f"{LINE} taak=herstel", "methode: Samen veilig # hier"),
            Put(
                "partners id=$lokaal_team",
                "scholing:\n  - Samen veilig\n  - Signs of Safety\n  - Praten met kinderen over geweld",
            ),
        ),
    ),
    "VER010": (
        fault(
            "a school does not say who decides",
            Put("partners soort=onderwijs", "meldcode: ~"),
            only=LINDEWAARDE,
        ),
        fault(
            "a general practitioner does not say who decides",
            Put("partners soort=huisarts", "meldcode: ~"),
            only=LINDEWAARDE,
        ),
        fault(
            "youth care does not say who decides",
            Here("partners id=$jeugdhulpaanbieder"),
            *weighing("jeugdhulpaanbieder"),
            only=MADE_UP,
        ),
        fault(
            "social work does not say who decides",
            Here("partners id=$maatschappelijk_werk"),
            *weighing("maatschappelijk-werk"),
            only=MADE_UP,
        ),
    ),
    "VER011": (
        fault("a phase in which nobody has a task", File("eigen/fasen.yaml", PHASE)),
        fault(
            "a phase with something for children only",
            File("eigen/fasen.yaml", PHASE),
            Put("eigen/taken: taken", TASK),
            agreement("voorbereiding", CHILDREN),
            only=LINDEWAARDE,
        ),
        fault(
            "a phase with something for children only",
            File("eigen/fasen.yaml", PHASE),
            File("eigen/taken.yaml", f"taken:\n{TASK}"),
            agreement("voorbereiding", CHILDREN),
            only=MADE_UP,
        ),
    ),
    "VER012": (
        fault(
            "a route of its own that nobody wrote",
            Put("regio: themas", "- thema: huwelijksdwang-achterlating\n  route: eigen # hier"),
        ),
        fault(
            "the steps are different here",
            Put("themas thema=eergerelateerd-geweld", "route: hoofdroute # hier"),
            only=LINDEWAARDE,
        ),
        fault(
            "the steps are different here",
            Put("regio: themas", "- thema: eergerelateerd-geweld\n  route: hoofdroute # hier"),
            only=MADE_UP,
        ),
    ),
}
