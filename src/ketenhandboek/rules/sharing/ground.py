"""GEG001: information is shared on a ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.texts import example_agreement
from ketenhandboek.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.lines import Flow


class GEG001(Rule):
    """Every flow has a ground."""

    severity = Severity.FOUT
    statement = "Bij elke gegevensstroom staat op welke grondslag men de gegevens mag delen."
    why = (
        "Een beroepskracht moet weten waarom delen mag. Zonder grondslag deelt de een te veel, "
        "en houdt de ander iets achter wat juist nodig was."
    )
    remedy = (
        "Kies bij 'grondslagen' de grondslag die past. "
        "Weet u het niet? Schrijf 'onbekend', en vraag het een jurist."
    )
    good = (
        Example.of(
            "De polikliniek meldt bij Veilig Thuis, met het meldrecht als grondslag",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: melding-polikliniek
                    van: forensische-zorg
                    naar: veilig-thuis
                    gegevens:
                      - veiligheid-risico
                    omvang: alle
                    grondslagen:
                      - wmo-5-2-6
            """),
        ),
    )
    bad = (
        Example.of(
            "Er staat niet waarom de polikliniek dit mag delen",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: melding-polikliniek # hier
                    van: forensische-zorg
                    naar: veilig-thuis
                    gegevens:
                      - veiligheid-risico
                    omvang: alle
            """),
        ),
        Example.of(
            "De heenweg heeft een grondslag, de terugweg alleen een besluit",
            afspraken__polikliniek_en_jeugdhulp=example_agreement("""
                gegevensstromen:
                  - id: melding-polikliniek
                    van: forensische-zorg
                    naar: veilig-thuis
                    gegevens:
                      - veiligheid-risico
                    omvang: alle
                    grondslagen:
                      - wmo-5-2-6
                  - id: terug-naar-polikliniek # hier
                    van: veilig-thuis
                    naar: forensische-zorg
                    gegevens:
                      - veiligheid-risico
                    omvang: alle
                    besluit: Besluit van de regiegroep van 2 februari 2026
            """),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each flow of each agreement that counts; one known ground is enough here."""
        for agreement, then in standing(chain):
            for flow in agreement.flows:
                if not flow.grounds:
                    yield Problem(flow.place.at("grondslagen").span, _groundless(then, flow))
                elif all(ground == UNKNOWN.value for ground in flow.grounds):
                    parties = f"{then.names.party(flow.sender)} aan {then.names.party(flow.receiver)}"
                    question = f"Op welke grondslag geeft {parties} deze gegevens? Vraag het een jurist."
                    yield Question(flow.place.at("grondslagen", 0).span, question, keeper(then, agreement))


def _groundless(chain: Chain, flow: Flow) -> str:
    kinds = chain.names.listed("gegeven", flow.data_kinds)
    return (
        f"{chain.names.party(flow.sender)} geeft gegevens aan {chain.names.party(flow.receiver)} ({kinds}), "
        f"maar er staat niet op welke grondslag. Noem de grondslag bij 'grondslagen'. "
        f"Weet u het niet? Schrijf 'onbekend', en vraag het een jurist."
    )
