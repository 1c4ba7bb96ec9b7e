"""GEG005: with a task goes the information."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.given import Given
from ketenhandboek.rules.shared.phrases import but_only_in
from ketenhandboek.rules.texts.handover import FLOW, HANDOVER
from ketenhandboek.rules.texts.texts import POLICY, TEAM, TOP, example_agreement, example_ladder, mark
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.hands import Handed

_MARKED = mark(HANDOVER, "naar: gesprek-met-betrokkenen")
_LADDER = example_ladder(TEAM, POLICY, TOP)


class GEG005(Rule):
    """Looks for a flow from who hands over to who takes over, or to who will do the work there.

    Any flow between the two counts, whatever task it names.
    """

    severity = Severity.FOUT
    statement = "Wie een taak overdraagt, geeft ook de gegevens die de ander nodig heeft."
    why = (
        "Zonder gegevens begint de ander opnieuw. "
        "Het gezin vertelt zijn verhaal dan nog een keer, en een risico dat al bekend was, blijft onbekend."
    )
    remedy = "Schrijf bij 'gegevensstromen' wat de een aan de ander geeft, en op welke grondslag."
    needs = ("afspraak", "partner", "regio", "soort", "taak")
    good = (
        Example.of(
            "De polikliniek geeft met de taak ook de gegevens door",
            afspraken__risico=example_agreement(HANDOVER + FLOW),
            afspraken__polikliniek_en_jeugdhulp=_LADDER,
        ),
    )
    bad = (
        Example.of(
            "De polikliniek draagt over, maar er staat niet dat zij gegevens geeft",
            afspraken__risico=example_agreement(_MARKED),
            afspraken__polikliniek_en_jeugdhulp=_LADDER,
        ),
        Example.of(
            "De gegevens gaan alleen de andere kant op",
            afspraken__risico=example_agreement(
                _MARKED
                + FLOW.replace("van: forensische-zorg", "van: jeugdhulpaanbieder")
                .replace("naar: jeugdhulpaanbieder", "naar: forensische-zorg")
                .replace("bw-7-457", "jw-7-3-11-1")
            ),
            afspraken__polikliniek_en_jeugdhulp=_LADDER,
        ),
        Example.of(
            "Alleen in Berkenrade krijgt de jeugdhulp de gegevens",
            afspraken__risico=example_agreement(
                _MARKED + FLOW + "        geldt_voor:\n          gebied:\n            - berkenrade\n"
            ),
            afspraken__polikliniek_en_jeugdhulp=_LADDER,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each handover without a flow, once, with the municipalities in which it is so."""
        given = Given(chain)
        found: dict[int, list[_There]] = defaultdict(list)
        for handed in chain.handed_over:
            for municipality in chain.space.municipalities_of(handed.cells):
                found[id(handed.next)].append(_There(handed, municipality))
        for same in found.values():
            silent = [there for there in same if not _informed(given, there)]
            if silent:
                yield _silent(chain, silent, same)


class _There(NamedTuple):
    """A handover in one of its municipalities."""

    handed: Handed
    municipality: str


def _informed(given: Given, there: _There) -> bool:
    """Whether information goes from who hands over to who takes over or does the work there."""
    handed = there.handed
    takers = {handed.taker, *(ref.name for ref in handed.accepted.line.performers)}
    return given.to_any(handed.giver, takers, there.municipality)


def _silent(chain: Chain, silent: list[_There], same: list[_There]) -> Problem:
    first = silent[0].handed
    giver, receiver = chain.names.party(first.giver), chain.names.party(first.taker)
    task = lower_first(chain.records.of(Task)[first.next.task].name)
    here = frozenset(there.municipality for there in silent)
    where = but_only_in(chain, here, {there.municipality for there in same})
    message = (
        f"{giver} draagt{where} een taak over aan {receiver}: {task}. Er staat nergens welke gegevens "
        f"daarbij gaan. Schrijf bij 'gegevensstromen' wat {giver} aan {receiver} geeft."
    )
    place = first.accepted.own.place.at("taak")
    related = Related(place.span, f"hier staat dat {receiver} de taak overneemt")
    return Problem(first.next.place.at("naar").span, message, (related,), municipalities=here)
