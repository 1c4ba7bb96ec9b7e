"""ESC007 and ESC010: what a route is for. Danger goes straight, and the two ladders stay apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.trigger import Trigger
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import UNKNOWN_NAME, JudgedRoute, ladders, routes
from ketenhandboek.rules.shared.phrases import in_places
from ketenhandboek.rules.texts.texts import (
    POLICY,
    TEAM,
    TOP,
    both,
    example_agreement,
    example_ladder,
    example_step,
    mark,
)
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain

HELP_AT_ONCE = ("alarmcentrale", "crisisdienst", "veilig-thuis")
"""The kinds of partner that anybody can call in danger, at all hours."""
_HELP = "de alarmcentrale, de crisisdienst of Veilig Thuis"
_LADDERS = {"samenwerking": "meningsverschillen tussen organisaties", "casus": "casussen die zwaarder worden"}


class ESC007(Rule):
    """Danger goes straight."""

    severity = Severity.FOUT
    statement = (
        "Bij acuut gevaar belt men direct de alarmcentrale, de crisisdienst of Veilig Thuis, "
        "buiten elke ladder om."
    )
    why = (
        "Wie nu in gevaar is, kan niet wachten op een teammanager. "
        "Staat acuut gevaar op een ladder, dan zoekt iemand 's nachts eerst een collega, en pas daarna hulp."
    )
    remedy = (
        "Haal de acute aanleiding van de ladder. "
        "Maak er een route voor met 'direct', naar 112, de crisisdienst of Veilig Thuis."
    )
    good = (
        Example.of(
            "Bij acuut gevaar belt men direct",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                escalatieroutes:
                  - id: gevaar-in-de-polikliniek
                    naam: Gevaar tijdens een gesprek
                    aanleidingen:
                      - acute-onveiligheid
                    direct:
                      - alarmcentrale
                      - veilig-thuis
            """),
        ),
    )
    bad = (
        Example.of(
            "Acuut gevaar staat tussen de aanleidingen van een ladder",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP).replace(
                "      - capaciteit\n", "      - capaciteit\n      - acute-onveiligheid # hier\n"
            ),
        ),
        Example.of(
            "De route is wel direct, maar gaat naar een organisatie die 's nachts niet uitrukt",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                escalatieroutes:
                  - id: gevaar-in-de-polikliniek
                    naam: Gevaar tijdens een gesprek
                    aanleidingen:
                      - acute-onveiligheid
                    direct: # hier
                      - lokaal-team/teammanager
            """),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Every route with an acute trigger, and every municipality with ladders but no direct way."""
        acute = [trigger for trigger in chain.records.of(Trigger).values() if trigger.acute]
        found = list(routes(chain))
        for route in found:
            for trigger in acute:
                if trigger.id in route.route.triggers:
                    yield from _not_direct(route, trigger)
        if chain.records.whole("afspraak"):
            for trigger in acute:
                yield from _no_way(found, trigger)


def _not_direct(route: JudgedRoute, trigger: Trigger) -> Iterator[Problem | Question]:
    place, names = route.route.place, [who.name for who in route.route.direct]
    if route.route.steps:
        message = (
            f"'{trigger.name}' is acuut gevaar en kan niet op de ladder {route.called} staan. "
            f"Maak er een aparte route voor met 'direct', naar {_HELP}."
        )
        yield Problem(place.at("aanleidingen", route.route.triggers.index(trigger.id)).span, message)
    elif UNKNOWN_NAME in names:
        yield Question(place.at("direct").span, f"Wie belt men direct bij {route.called}?", route.keeper)
    elif not any(_helps_at_once(route.chain, name) for name in names):
        message = (
            f"'{trigger.name}' is acuut gevaar, maar {route.called} gaat niet naar wie direct helpt. "
            f"Noem bij 'direct' {_HELP}."
        )
        yield Problem(place.at("direct").span, message)


def _helps_at_once(chain: Chain, name: str) -> bool:
    partner = chain.records.of(Partner).get(name)
    return (partner.kind if partner else name) in HELP_AT_ONCE


def _no_way(found: list[JudgedRoute], trigger: Trigger) -> Iterator[Question]:
    """Ask once where a municipality that has ladders goes in danger, at the first of those ladders."""
    covered = {
        municipality
        for route in found
        if trigger.id in route.route.triggers and route.route.direct
        for municipality in route.municipalities
    }
    for route in found:
        open_here = set(route.municipalities) - covered
        if route.route.steps and open_here:
            covered |= open_here
            where = in_places(route.chain, open_here)
            question = (
                f"Wie belt men {where} direct bij '{lower_first(trigger.name)}'? Geen afspraak zegt het."
            )
            yield Question(route.route.place.span, question, route.keeper)


class ESC010(Rule):
    """Two ladders, never mixed."""

    severity = Severity.WAARSCHUWING
    statement = "Een ladder gaat over een meningsverschil of over een casus, nooit over allebei."
    why = (
        "Bij een meningsverschil zoekt u wie mag beslissen. Bij een zware casus zoekt u wie de regie neemt. "
        "Staan die twee door elkaar, dan krijgt een gezin een andere regisseur "
        "omdat organisaties het niet eens zijn."
    )
    remedy = "Maak twee ladders: één met de ladder 'samenwerking' en één met de ladder 'casus'."
    good = (
        Example.of(
            "Een ladder voor de casus, met aanleidingen en niveaus die daarbij horen",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                escalatieroutes:
                  - id: zware-casus
                    naam: Opschalen van een zware casus
                    ladder: casus
                    aanleidingen:
                      - hoge-complexiteit
                      - structureel-geweld
                    treden:
                      - niveaus:
                          - procesregie
                        wie:
                          - gemeente/procesregisseur
                        reageert_binnen: 2 werkdagen
                      - niveaus:
                          - bestuurlijke-regie
                        wie:
                          - gemeente/burgemeester
                        reageert_binnen: 2 werkdagen
                    afschalen:
                      wanneer: de gewone hulp weer genoeg is
            """),
        ),
    )
    bad = (
        Example.of(
            "Een ladder voor meningsverschillen heeft ook een aanleiding voor zware casussen",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(TEAM, POLICY, TOP).replace(
                "      - capaciteit\n", "      - capaciteit\n      - hoge-complexiteit # hier\n"
            ),
        ),
        Example.of(
            "Halverwege gaat de ladder over op de niveaus voor een casus",
            afspraken__polikliniek_en_jeugdhulp=example_ladder(
                TEAM,
                POLICY,
                mark(
                    example_step(["bestuurlijk", "bestuurlijke-regie"], both("directeur")),
                    "- bestuurlijke-regie",
                ),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """The triggers and the levels of each ladder against the ladder that it says it is."""
        triggers = chain.records.of(Trigger)
        for route in ladders(chain):
            place = route.route.place
            for position, trigger in enumerate(route.route.triggers):
                belongs = triggers[trigger].ladder if trigger in triggers else None
                if belongs and belongs != route.ladder:
                    name = lower_first(triggers[trigger].name)
                    yield Problem(place.at("aanleidingen", position).span, _mixed(route, name, belongs))
            yield from _strange_levels(route)


def _strange_levels(route: JudgedRoute) -> Iterator[Problem]:
    for step in route.route.steps:
        for position, level in enumerate(step.levels):
            belongs = route.ladder_of(level)
            if belongs and belongs != route.ladder:
                span = step.place.at("niveaus", position).span
                yield Problem(span, _mixed(route, route.level_names([level]), belongs))


def _mixed(route: JudgedRoute, name: str, belongs: str) -> str:
    return (
        f"{route.called} is een ladder voor {_LADDERS.get(route.ladder, route.ladder)}. "
        f"'{name}' hoort bij {_LADDERS.get(belongs, belongs)}. Maak daar een eigen ladder voor."
    )
