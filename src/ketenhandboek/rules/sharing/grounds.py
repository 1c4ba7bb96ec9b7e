"""GEG002-GEG004: the ground of a flow fits who shares what with whom, and its written decision is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import as_sure_as, keeper
from ketenhandboek.rules.sharing.flows import shared
from ketenhandboek.rules.texts.texts import example_agreement
from ketenhandboek.values import UNKNOWN, Day
from ketenhandboek.wording import day_in_words, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.ground import Ground
    from ketenhandboek.rules.sharing.flows import Shared


class GEG002(Rule):
    """One ground that fits is enough; an empty list in a ground means that the law names nobody."""

    severity = Severity.FOUT
    statement = "De grondslag van een gegevensstroom past bij wie de gegevens geeft en bij wie ze krijgt."
    why = (
        "De wet noemt vaak precies wie gegevens mag geven en aan wie. "
        "Een lokaal team staat bijvoorbeeld niet in de lijst van het Besluit politiegegevens. "
        "Wie dan toch deelt, overtreedt de wet."
    )
    remedy = "Kies een grondslag die past, of laat de gegevens lopen via een partner die ze wel mag krijgen."
    needs = ("partner", "grondslag")
    good = (
        Example.of(
            "De politie geeft haar gegevens aan Veilig Thuis, dat in de lijst staat",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: veilig-thuis-tweebeken
                    gegevens:
                      - politiegegevens
                    omvang: alle
                    grondslagen:
                      - bpg-4-2
            """),
        ),
    )
    bad = (
        Example.of(
            "De politie geeft haar gegevens aan het lokale team, dat niet in de lijst staat",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: lokaal-team
                    gegevens:
                      - politiegegevens
                    omvang: alle
                    grondslagen:
                      - bpg-4-2 # hier
            """),
        ),
        Example.of(
            "Het meldrecht geldt naar Veilig Thuis toe, maar niet terug",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: terug-naar-polikliniek
                    van: veilig-thuis-tweebeken
                    naar: polikliniek-het-anker
                    gegevens:
                      - veiligheid-risico
                    omvang: alle
                    grondslagen:
                      - wmo-5-2-6 # hier
            """),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each flow of which no ground fits both parties."""
        for item in shared(chain):
            if any(map(item.suits_parties, item.grounds)):
                continue
            if UNKNOWN.value in (item.flow.sender.name, item.flow.receiver.name, *item.flow.grounds):
                yield _unclear(item)
            else:
                yield _wrong_parties(item)


def _unclear(item: Shared) -> Question:
    question = f"{item.parties}. Welke grondslag past daarbij? Vraag het een jurist."
    return Question(item.place.span, question, keeper(item.chain, item.agreement))


def _wrong_parties(item: Shared) -> Problem:
    reasons = " ".join(_reason(item, ground) for ground in item.grounds)
    message = (
        f"{item.parties}, maar de grondslag past daar niet bij. {reasons} "
        f"Kies een grondslag die past, of laat de gegevens via een ander lopen."
    )
    related = tuple(Related(ground.place.at("naam").span, "dit is de grondslag") for ground in item.grounds)
    return as_sure_as(Problem(item.place.span, message, related), *item.grounds)


def _reason(item: Shared, ground: Ground) -> str:
    names = item.chain.names
    if not item.chain.exists(ground.valid):
        start = ground.valid.start if ground.valid else None
        when = f" Die is er vanaf {day_in_words(start)}." if isinstance(start, Day) else ""
        return f"'{ground.name}' geldt op {day_in_words(Day(item.chain.day, item.chain.day))} niet.{when}"
    givers = listed((names.of("soort", kind) for kind in ground.senders), "of")
    takers = listed((names.of("soort", kind) for kind in ground.receivers), "of")
    who = " ".join(filter(None, (givers and f"van {givers}", takers and f"aan {takers}")))
    return f"'{ground.name}' is er alleen voor gegevens {who}."


class GEG003(Rule):
    """Judges the grounds that fit the parties; together they must allow every kind of data."""

    severity = Severity.FOUT
    statement = "De grondslag van een gegevensstroom past bij de soorten gegevens."
    why = (
        "Een grondslag voor politiegegevens geldt niet voor een medisch dossier. "
        "Een beroepskracht deelt dan meer dan de wet toestaat."
    )
    remedy = "Haal weg wat de grondslag niet toestaat, of noem er een grondslag bij die dat wel doet."
    needs = ("partner", "grondslag")
    good = (
        Example.of(
            "Politiegegevens gaan naar de Raad op de grondslag voor politiegegevens",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: rvdk
                    gegevens:
                      - politiegegevens
                    omvang: alle
                    grondslagen:
                      - bpg-4-2
            """),
        ),
    )
    bad = (
        Example.of(
            "De politie geeft ook gegevens over gezondheid",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: rvdk
                    gegevens:
                      - politiegegevens
                      - gezondheid # hier
                    omvang: alle
                    grondslagen:
                      - bpg-4-2
            """),
        ),
        Example.of(
            "De tweede grondslag staat alle gegevens toe, maar geldt niet tussen deze twee",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: rvdk
                    gegevens:
                      - hulpverleningsgegevens # hier
                    omvang: alle
                    grondslagen:
                      - bpg-4-2
                      - wmo-4-1-1
            """),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each flow with a ground that fits its parties, but not all of its data."""
        for item in shared(chain):
            fitting = [ground for ground in item.grounds if item.suits_parties(ground)]
            allowed = {kind for ground in fitting for kind in ground.data_kinds}
            anything = any(not ground.data_kinds for ground in fitting)
            beyond = [kind for kind in item.flow.data_kinds if kind not in (*allowed, UNKNOWN.value)]
            if fitting and beyond and not anything:
                unclear = UNKNOWN.value in item.flow.grounds
                yield _unclear(item) if unclear else _too_much(item, fitting, beyond)


def _too_much(item: Shared, fitting: list[Ground], beyond: list[str]) -> Problem:
    first = item.flow.place.at("gegevens", item.flow.data_kinds.index(beyond[0]))
    names = item.chain.names
    kinds = listed(lower_first(names.of("gegeven", kind)) for kind in beyond)
    grounds = listed((f"'{ground.name}'" for ground in fitting), "of")
    message = (
        f"{item.parties}. Daar zit bij: {kinds}. Dat staat niet in de grondslag {grounds}. "
        f"Haal het weg, of noem er een grondslag bij die dit wel toestaat."
    )
    related = Related(fitting[0].place.at("gegevens").span, "hier staat welke gegevens de grondslag noemt")
    return as_sure_as(Problem(first.span, message, (related,)), *fitting)


class GEG004(Rule):
    """Looks at every ground that the law ties to a written decision."""

    severity = Severity.FOUT
    statement = "Vraagt een grondslag een schriftelijk besluit, dan noemt de gegevensstroom dat besluit."
    why = (
        "De politie mag gegevens geven aan een samenwerkingsverband als dat op papier is besloten. "
        "Zonder dat besluit is er geen grondslag."
    )
    remedy = "Noem bij 'besluit' het besluit met de datum. Is er nog geen besluit? Deel de gegevens dan niet."
    needs = ("grondslag",)
    good = (
        Example.of(
            "De politie deelt met de polikliniek op grond van een besluit",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: forensische-zorg
                    gegevens:
                      - politiegegevens
                    omvang: alle
                    grondslagen:
                      - wpg-20
                    besluit: Besluit verstrekking politiegegevens, 4 februari 2025
            """),
        ),
    )
    bad = (
        Example.of(
            "Er staat geen besluit",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: forensische-zorg
                    gegevens:
                      - politiegegevens
                    omvang: alle
                    grondslagen:
                      - wpg-20 # hier
            """),
        ),
        Example.of(
            "Er staan twee grondslagen, en de tweede vraagt een besluit",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: van-politie
                    van: politie
                    naar: rvdk
                    gegevens:
                      - politiegegevens
                    omvang: alle
                    grondslagen:
                      - bpg-4-2
                      - wpg-20 # hier
                    opmerking: Het besluit wordt nog gemaakt.
            """),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each ground that needs a decision, in a flow that names none."""
        for item in shared(chain):
            needy = [ground for ground in item.grounds if ground.written_decision]
            if needy and item.flow.decision == UNKNOWN.value:
                question = f"{item.parties}. Welk schriftelijk besluit is daarvoor genomen?"
                ask = keeper(item.chain, item.agreement)
                yield Question(item.flow.place.at("besluit").span, question, ask)
            for ground in needy if item.flow.decision is None else ():
                yield _undecided(item, ground)


def _undecided(item: Shared, ground: Ground) -> Problem:
    place = item.flow.place.at("grondslagen", item.flow.grounds.index(ground.id))
    message = (
        f"{item.parties}. De grondslag '{ground.name}' vraagt een schriftelijk besluit, maar dat staat er "
        f"niet. Noem het bij 'besluit', met de datum. Is er geen besluit? Deel de gegevens dan niet."
    )
    related = Related(ground.place.at("schriftelijk_besluit").span, "hier staat dat er een besluit moet zijn")
    return as_sure_as(Problem(place.span, message, (related,)), ground)
