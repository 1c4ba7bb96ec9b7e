"""MAN006: a mandate reaches as far as the one who gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import in_places
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.mandates import MANDATE, example_decision
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.lines import Mandate

_FROM_BERKENRADE = MANDATE.replace("van: gemeente-elsbroek/", "van: gemeente-berkenrade/")


class Strayed(NamedTuple):
    """A mandate with the municipalities in which the one who gives it has no say."""

    chain: Chain
    mandate: Mandate
    municipalities: frozenset[str]


def strayed(chain: Chain) -> Iterator[Strayed]:
    """Every mandate of a partner for more than its own area."""
    for agreement, then in standing(chain):
        for mandate in agreement.mandates:
            own = then.binding.municipalities(mandate.giver.name)
            beyond = then.areas.of(mandate.areas) - own
            if own and beyond:
                yield Strayed(then, mandate, beyond)


class MAN006(Rule):
    """Compares with the area of the partner; a kind such as `gemeente` gives for its own area by itself."""

    severity = Severity.FOUT
    statement = "Een mandaat geldt alleen in het gebied van wie het geeft."
    why = (
        "Een burgemeester beslist alleen in de eigen gemeente. "
        "Een huisverbod op grond van een mandaat van een andere burgemeester houdt geen stand."
    )
    remedy = (
        "Verbeter 'gebied' of 'van', zodat ze bij elkaar horen. Maak voor elke gemeente een eigen mandaat."
    )
    needs = ("afspraak", "partner", "regio")
    good = (
        Example.of(
            "De burgemeester van Elsbroek geeft een mandaat voor Elsbroek",
            afspraken__mandaat_elsbroek=example_decision(MANDATE),
        ),
    )
    bad = (
        Example.of(
            "De burgemeester van Berkenrade geeft een mandaat voor Elsbroek",
            afspraken__mandaat_elsbroek=example_decision(
                _FROM_BERKENRADE.replace("- elsbroek", "- elsbroek # hier")
            ),
        ),
        Example.of(
            "De burgemeester van Elsbroek geeft een mandaat voor de hele regio",
            afspraken__mandaat_elsbroek=example_decision(MANDATE.replace("- elsbroek", "- regio # hier")),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each mandate that reaches too far, at the first area that does."""
        for found in strayed(chain):
            yield _problem(found)


def _problem(found: Strayed) -> Problem:
    chain, mandate, beyond = found
    position = next(i for i, area in enumerate(mandate.areas) if chain.areas.of([area]) & beyond)
    giver = chain.names.party(mandate.giver)
    partner = chain.records.of(Partner)[mandate.giver.name]
    message = (
        f"{upper_first(in_places(chain, beyond))} kan de {giver} geen mandaat geven: "
        "dat is niet het eigen gebied. Verbeter 'gebied' of 'van'."
    )
    related = Related(partner.place.at("werkgebied").span, f"hier staat waar {partner.name} werkt")
    return Problem(mandate.place.at("gebied", position).span, message, (related,), municipalities=beyond)
