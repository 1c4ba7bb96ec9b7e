"""OPV012: what was promised to come back, comes back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import but_only_in
from ketenhandboek.rules.texts.texts import example_agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.families import Family
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Flow

_THERE = """
    gegevensstromen:
      - id: naar-jeugdhulp
        van: forensische-zorg
        naar: jeugdhulpaanbieder
        gegevens:
          - veiligheid-risico
        omvang: alle
        wederkerig: ja
        grondslagen:
          - bw-7-457
"""
_BACK = """\
      - id: naar-polikliniek
        van: jeugdhulpaanbieder
        naar: forensische-zorg
        gegevens:
          - veiligheid-risico
        omvang: alle
        grondslagen:
          - jw-7-3-11-1
"""


class OPV012(Rule):
    """Judges each flow that promises a flow back, in the municipalities for which it is."""

    severity = Severity.WAARSCHUWING
    statement = "Wie afspreekt dat gegevens ook teruggaan, beschrijft de stroom terug."
    why = (
        "Een belofte zonder regels komt niet uit. Dan vertelt de een alles, hoort hij niets terug, "
        "en staat nergens op welke grondslag dat wel kan."
    )
    remedy = (
        "Beschrijf de stroom terug bij 'gegevensstromen', met een eigen grondslag. Of haal 'wederkerig' weg."
    )
    needs = ("afspraak", "partner", "regio", "soort")
    good = (
        Example.of(
            "De polikliniek geeft gegevens aan de jeugdhulp, en hoort ook iets terug",
            afspraken__samen=example_agreement(_THERE + _BACK),
        ),
    )
    bad = (
        Example.of(
            "De stroom terug ontbreekt",
            afspraken__samen=example_agreement(_THERE.replace("wederkerig: ja", "wederkerig: ja # hier")),
        ),
        Example.of(
            "De stroom terug geldt alleen in Berkenrade",
            afspraken__samen=example_agreement(
                _THERE.replace("wederkerig: ja", "wederkerig: ja # hier")
                + _BACK
                + "        geldt_voor:\n          gebied:\n            - berkenrade\n"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each mutual flow without its counterpart somewhere."""
        flows = _Flows(chain)
        for sent in flows.all:
            silent = flows.silent(sent) if sent.flow.mutual else []
            if silent:
                yield _one_way(chain, sent, silent)


class Sent(NamedTuple):
    """A flow in force, with the municipalities for which it is."""

    flow: Flow
    places: frozenset[str]


class _Flows:
    """The flows in force, and which of them answer each other."""

    def __init__(self, chain: Chain) -> None:
        self._families = chain.families
        self.all = [
            Sent(flow, _places(chain, agreement, flow))
            for agreement in chain.lifecycle.in_force.values()
            for flow in agreement.flows
        ]
        self._by_names: dict[tuple[str, str], list[Sent]] = defaultdict(list)
        for sent in self.all:
            self._by_names[self._direction(sent)].append(sent)

    def silent(self, sent: Sent) -> list[str]:
        """The municipalities of a flow in which nothing comes back, though both parties work there."""
        there, flow = self._direction(sent), sent.flow
        places = sent.places.difference(*(back.places for back in self._by_names.get(there[::-1], ())))
        return [place for place in sorted(places) if not self._answered(flow, place)]

    def _answered(self, flow: Flow, place: str) -> bool:
        sender, receiver = (self._families.of(ref.name, place) for ref in (flow.sender, flow.receiver))
        if not (sender and receiver):
            return True
        return any(
            self._is(back.flow.sender.name, receiver, place)
            and self._is(back.flow.receiver.name, sender, place)
            for back in self.all
            if back.flow is not flow and place in back.places
        )

    def _is(self, name: str, family: Family, place: str) -> bool:
        return bool(self._families.of(name, place) & family)

    def _direction(self, sent: Sent) -> tuple[str, str]:
        return sent.flow.sender.name, sent.flow.receiver.name


def _places(chain: Chain, agreement: Agreement, flow: Flow) -> frozenset[str]:
    here = chain.areas.of(agreement.areas)
    own = flow.applies_to.areas if flow.applies_to else ()
    return here & chain.areas.of(own) if own else here


def _one_way(chain: Chain, sent: Sent, silent: list[str]) -> Problem:
    sender, receiver = (chain.names.party(ref) for ref in (sent.flow.sender, sent.flow.receiver))
    message = (
        f"{sender} geeft gegevens aan {receiver} en zou ook gegevens terugkrijgen. "
        f"Die stroom terug staat nergens{but_only_in(chain, silent, sent.places)}. "
        "Beschrijf haar bij 'gegevensstromen', of haal 'wederkerig' weg."
    )
    return Problem(sent.flow.place.at("wederkerig").span, message, municipalities=frozenset(silent))
