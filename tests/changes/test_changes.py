"""What each change of an agreement means: before, after, and the sentences in between."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from told import FLOW, LINE, agreement, changes, sentences

from ketenhandboek.changes.values import AccountableChanged

LADDER = """\
escalatieroutes:
  - id: proef
    naam: Proefladder
    ladder: samenwerking
    tussen:
      - politie
      - onderwijs
    aanleidingen:
      - capaciteit
    treden:
      - niveaus:
          - uitvoerend
        wie:
          - politie/agent
        reageert_binnen: 2 werkdagen
      - niveaus:
          - teammanager
        wie:
          - politie/teamchef
"""
MANDATE = """\
mandaten:
  - id: proef
    bevoegdheid: huisverbod-opleggen
    van: gemeente-elsbroek/burgemeester
    aan: politie/hulpofficier
    gebied:
      - elsbroek
"""
PERFORMED = "    uitvoerders:\n      - onderwijs\n"
PARTIES = "partijen:\n  - partner: politie\n    rol: uitvoerend\n"
FOLLOWED = "    daarna:\n      - naar: melden\n"
DEADLINE = "    termijn:\n      binnen: 5 werkdagen\n      vanaf: ontvangst-melding\n"


@dataclass(frozen=True)
class Case:
    """An agreement before and after, without what both hold; empty is no agreement."""

    shows: str
    old: str
    new: str
    said: tuple[str, ...] = ()


def once(shows: str, old: str, new: str, *sentences: str) -> Case:
    return Case(shows, old, new, sentences)


CASES = (
    once("nothing", LINE, LINE),
    once("a comment", LINE, f"# Nagekeken.\n{LINE}"),
    once("another order of keys", LINE + FLOW, FLOW + LINE),
    once("another id of a line", LINE, LINE.replace("id: proef", "id: anders")),
    once(
        "somebody where nobody was",
        "",
        LINE,
        "In Berkenrade en Elsbroek is Politie eindverantwoordelijk voor opvang zoeken. "
        "Eerst was dat niemand.",
    ),
    once(
        "somebody else, from a day on",
        LINE,
        LINE.replace("politie", "veilig-thuis"),
        "In Berkenrade en Elsbroek is Veilig Thuis eindverantwoordelijk voor opvang zoeken, "
        "niet meer Politie.",
    ),
    once(
        "the partner itself, instead of its kind, changes nothing where it is the same",
        LINE,
        LINE.replace("politie", "politie-tweebeken"),
        "In afspraak 'Proef' is ook dit anders: verantwoordelijkheden › proef › eindverantwoordelijk.",
    ),
    once(
        "a smaller part of the situations",
        LINE,
        f"{LINE}    geldt_voor:\n      gebied:\n        - elsbroek\n      doelgroepen:\n        - kind\n",
        "In Berkenrade en Elsbroek is niemand meer eindverantwoordelijk voor opvang zoeken "
        "voor de doelgroepen slachtoffer en pleger. Ook in Berkenrade. Eerst was dat Politie.",
    ),
    once(
        "a deadline where there was none",
        LINE,
        LINE + DEADLINE,
        "In Berkenrade en Elsbroek geldt een termijn voor opvang zoeken: 5 werkdagen na ontvangst melding. "
        "Eerst was er geen termijn.",
    ),
    once(
        "a shorter deadline in another unit",
        LINE + DEADLINE,
        LINE + DEADLINE.replace("5 werkdagen", "3 kalenderdagen"),
        "In Berkenrade en Elsbroek geldt een kortere termijn voor opvang zoeken: "
        "3 kalenderdagen na ontvangst melding. "
        "Eerst was dat 5 werkdagen na ontvangst melding.",
    ),
    once(
        "no deadline any longer",
        LINE + DEADLINE,
        LINE,
        "In Berkenrade en Elsbroek geldt geen termijn meer voor opvang zoeken. "
        "Eerst was dat 5 werkdagen na ontvangst melding.",
    ),
    once(
        "a step of the route more",
        LINE,
        LINE + FOLLOWED,
        "In Berkenrade en Elsbroek volgt nu ook melden na opvang zoeken.",
    ),
    once(
        "another step of the route",
        LINE + FOLLOWED,
        LINE + FOLLOWED.replace("melden", "einde"),
        "In Berkenrade en Elsbroek volgt niet meer melden na opvang zoeken.",
        "In Berkenrade en Elsbroek eindigt de route nu ook na opvang zoeken.",
    ),
    once(
        "a flow more",
        LINE,
        LINE + FLOW,
        "Politie geeft voortaan informatie aan School: wie het is (afspraak 'Proef').",
    ),
    once(
        "another ground",
        FLOW,
        FLOW.replace("bpg-4-2", "wmo-5-2-6"),
        "Dat Politie informatie geeft aan School, rust nu ook op Meldrecht (afspraak 'Proef').",
        "Dat Politie informatie geeft aan School, rust niet meer op Politie geeft gegevens aan "
        "vaste ontvangers (afspraak 'Proef').",
    ),
    once(
        "a ladder more",
        LINE,
        LINE + LADDER,
        "Er komt een escalatieroute bij: 'Proefladder' (afspraak 'Proef').",
    ),
    once(
        "a level skipped",
        LADDER,
        LADDER[: LADDER.rindex("      - niveaus")],
        "Het niveau teammanager wordt overgeslagen in de escalatieroute 'Proefladder' (afspraak 'Proef').",
    ),
    once(
        "another function on a step, that answers later",
        LADDER,
        LADDER.replace("agent", "medewerker").replace("2 werkdagen", "3 werkdagen"),
        "Op het niveau uitvoerend van de escalatieroute 'Proefladder' komt medewerker van Politie erbij, "
        "valt agent van Politie weg en is de reactietermijn nu 3 werkdagen (eerst 2 werkdagen) "
        "(afspraak 'Proef').",
    ),
    once(
        "another performer, and a shorter deadline beside it",
        LINE + DEADLINE + PERFORMED,
        LINE
        + DEADLINE.replace("5 werkdagen", "3 werkdagen")
        + PERFORMED.replace("onderwijs", "veilig-thuis"),
        "Bij opvang zoeken komt Veilig Thuis erbij als uitvoerder en valt School weg als uitvoerder "
        "(afspraak 'Proef').",
        "In Berkenrade en Elsbroek geldt een kortere termijn voor opvang zoeken: "
        "3 werkdagen na ontvangst melding. Eerst was dat 5 werkdagen na ontvangst melding.",
    ),
    once(
        "another decides",
        LINE,
        f"{LINE}    beslist: veilig-thuis\n",
        "Bij opvang zoeken beslist nu Veilig Thuis, niet meer wie eindverantwoordelijk is "
        "(afspraak 'Proef').",
    ),
    once(
        "who decides is whoever is accountable again",
        f"{LINE}    beslist: veilig-thuis\n",
        LINE,
        "Bij opvang zoeken beslist nu wie eindverantwoordelijk is, niet meer Veilig Thuis "
        "(afspraak 'Proef').",
    ),
    once(
        "a mandate given",
        LINE,
        LINE + MANDATE,
        "Hulpofficier van justitie van Politie krijgt mandaat van burgemeester van Gemeente Elsbroek "
        "in Elsbroek "
        "voor: een huisverbod opleggen (afspraak 'Proef').",
    ),
    once("another party", LINE, LINE + PARTIES, "Politie is nu ook partij bij de afspraak 'Proef'."),
    once(
        "a signature",
        PARTIES,
        PARTIES + "    getekend: 2025-01-01\n",
        "Politie tekende de afspraak 'Proef' op 1 januari 2025.",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.shows)
def test_a_change_of_an_agreement_in_words(case: Case) -> None:
    assert sentences(agreement(case.old), agreement(case.new)) == case.said


def test_values_hold_ids_and_names() -> None:
    old, new = LINE, LINE.replace("politie", "veilig-thuis")
    found = changes(agreement(old), agreement(new))
    change = next(item for item in found if isinstance(item, AccountableChanged))
    assert (change.task.id, change.task.name) == ("opvang-zoeken", "Opvang zoeken")
    assert [(party.kind, party.id) for party in (*change.old, *change.new)] == [
        ("soort", "politie"),
        ("soort", "veilig-thuis"),
    ]
    assert [extent.municipalities for extent in change.extents] == [("berkenrade", "elsbroek")]
