"""MAN002 and MAN003: what a mandate can hold, and who can give it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.power import Power
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import as_sure_as
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.home_ban import LOCAL
from ketenhandboek.rules.texts.mandates import MANDATE, example_decision
from ketenhandboek.values import UNKNOWN, Ref, Truth
from ketenhandboek.wording import lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.findings import Question
    from ketenhandboek.kinds.agreement.lines import Mandate

_OTHER = MANDATE.replace("id: huisverbod-elsbroek", "id: tweede-mandaat")
_TERM = "    termijn:\n      binnen: 6 kalenderdagen\n      vanaf: oplegging\n"


class Given(NamedTuple):
    """A mandate for a power that holds on the day on which its agreement is judged."""

    chain: Chain
    mandate: Mandate
    power: Power

    @property
    def by_holder(self) -> bool:
        """Whether the one who gives it has the power."""
        return _is(self.chain, self.mandate.giver, self.power.holder)


def _given(chain: Chain) -> Iterator[Given]:
    """Every mandate that is in force, to come or drafted."""
    for agreement, then in standing(chain):
        powers = then.records.of(Power)
        for mandate in agreement.mandates:
            power = powers.get(mandate.power)
            lapsed = mandate.valid and mandate.valid.period.contains(then.day) is Truth.NO
            if power is not None and then.exists(power.valid) and not lapsed:
                yield Given(then, mandate, power)


def _kind(chain: Chain, name: str) -> str:
    """The kind of a partner, or the kind itself."""
    partner = chain.records.of(Partner).get(name)
    return partner.kind if partner else name


def _is(chain: Chain, who: Ref, meant: Ref) -> bool:
    return who.function == meant.function and meant.name in (who.name, _kind(chain, who.name))


class MAN002(Rule):
    """Some powers stay with the mayor."""

    severity = Severity.FOUT
    statement = "Een mandaat gaat alleen over wat de wet toestaat, en alleen naar wie de wet noemt."
    why = (
        "De wet zegt welke besluiten de burgemeester aan een hulpofficier mag overlaten. "
        "Een huisverbod verlengen of intrekken hoort daar niet bij. Zo'n besluit houdt geen stand."
    )
    remedy = "Haal de bevoegdheid uit het mandaat. Laat de burgemeester zelf beslissen."
    needs = ("afspraak", "partner", "bevoegdheid")
    good = (
        Example.of(
            "De burgemeester laat alleen het opleggen over",
            afspraken__mandaat_elsbroek=example_decision(MANDATE),
        ),
    )
    bad = (
        Example.of(
            "Het mandaat gaat ook over verlengen",
            afspraken__mandaat_elsbroek=example_decision(
                MANDATE, _OTHER.replace("huisverbod-opleggen", "huisverbod-verlengen # hier")
            ),
        ),
        Example.of(
            "De bevoegdheid klopt, maar de wet noemt alleen de hulpofficier",
            afspraken__mandaat_elsbroek=example_decision(
                MANDATE, _OTHER.replace("politie/hulpofficier", "politie/agent # hier")
            ),
        ),
        Example.of(
            "Er is geen mandaat, maar de hulpofficier beslist toch over de verlenging",
            afspraken__huisverbod_elsbroek=LOCAL.replace(
                "huisverbod-evaluatie", "huisverbod-verlengen"
            ).replace(_TERM, "    beslist: politie/hulpofficier # hier\n"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each mandate beside its power, and each line that lets others decide what can't be mandated."""
        for given in _given(chain):
            power, mandate = given.power, given.mandate
            if not power.mandatable:
                yield as_sure_as(_not_allowed(given), power)
            elif (
                given.by_holder
                and power.receiver
                and mandate.receiver.name != UNKNOWN.value
                and not _is(given.chain, mandate.receiver, power.receiver)
            ):
                yield as_sure_as(_wrong_receiver(given, power.receiver), power)
        yield from _left_to_others(chain)


def _left_to_others(chain: Chain) -> Iterator[Problem]:
    """The lines in which another kind of partner decides what only the holder of a power can."""
    powers = [power for power in chain.records.of(Power).values() if chain.exists(power.valid)]
    kept = {power.task: power for power in powers if power.task and not power.mandatable}
    for line in chain.elaboration.lines:
        decides, held = line.own.decides, kept.get(line.own.task)
        if held and isinstance(decides, Ref) and _kind(chain, decides.name) != held.holder.name:
            yield as_sure_as(_decided_by_others(chain, line, decides, held), held)


def _not_allowed(given: Given) -> Problem:
    holder = given.chain.names.function(given.power.holder)
    message = (
        f"De {holder} mag dit niet aan een ander overlaten: {lower_first(given.power.name)}. "
        f"Haal dit mandaat weg. De {holder} beslist hier zelf."
    )
    return Problem(given.mandate.place.at("bevoegdheid").span, message, _as_written(given))


def _wrong_receiver(given: Given, allowed: Ref) -> Problem:
    names = given.chain.names
    message = (
        f"Dit mandaat gaat naar de {names.party(given.mandate.receiver)}. De wet laat dit alleen toe voor de "
        f"{names.function(allowed)}: {lower_first(given.power.name)}. Noem die bij 'aan'."
    )
    return Problem(given.mandate.place.at("aan").span, message, _as_written(given))


def _decided_by_others(chain: Chain, line: Line, decides: Ref, power: Power) -> Problem:
    holder = chain.names.function(power.holder)
    message = (
        f"Hier beslist de {chain.names.party(decides)}, maar dat mag alleen de {holder}: "
        f"{lower_first(power.name)}. Noem bij 'beslist' de {holder}."
    )
    related = Related(power.place.span, f"de bevoegdheid: {lower_first(power.name)}")
    return Problem(line.own.place.at("beslist").span, message, (related,))


def _as_written(given: Given) -> tuple[Related, ...]:
    return (Related(given.power.place.span, f"de bevoegdheid: {lower_first(given.power.name)}"),)


class MAN003(Rule):
    """Nobody passes on a mandate."""

    severity = Severity.FOUT
    statement = "Alleen wie de bevoegdheid heeft, geeft een mandaat. Een mandaat mag niet worden doorgegeven."
    why = (
        "De hulpofficier beslist namens de burgemeester. "
        "Geeft hij dat door, dan weet de burgemeester niet meer wie namens hem beslist. De wet verbiedt dat."
    )
    remedy = (
        "Laat de burgemeester het mandaat zelf geven, aan wie de wet noemt. Haal het doorgegeven mandaat weg."
    )
    needs = ("afspraak", "partner", "bevoegdheid")
    good = (
        Example.of(
            "De burgemeester geeft het mandaat zelf",
            afspraken__mandaat_elsbroek=example_decision(MANDATE),
        ),
    )
    bad = (
        Example.of(
            "De hulpofficier geeft zijn mandaat door aan een agent",
            afspraken__mandaat_elsbroek=example_decision(
                MANDATE,
                _OTHER.replace("politie/hulpofficier", "politie/agent").replace(
                    "gemeente-elsbroek/burgemeester", "politie/hulpofficier # hier"
                ),
            ),
        ),
        Example.of(
            "Een wethouder geeft het mandaat, maar het is een bevoegdheid van de burgemeester",
            afspraken__mandaat_elsbroek=example_decision(
                MANDATE,
                _OTHER.replace("gemeente-elsbroek/burgemeester", "gemeente-elsbroek/wethouder # hier"),
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each mandate that somebody else gives than the holder of the power."""
        for given in _given(chain):
            if given.power.mandatable and not given.by_holder:
                yield as_sure_as(_passed_on(given), given.power)


def _passed_on(given: Given) -> Problem:
    names, power = given.chain.names, given.power
    giver = f"De {names.party(given.mandate.giver)}"
    if power.receiver and _is(given.chain, given.mandate.giver, power.receiver):
        said = f"{giver} heeft deze bevoegdheid zelf door een mandaat, en mag die niet doorgeven"
    else:
        said = f"{giver} heeft deze bevoegdheid niet, en kan er geen mandaat voor geven"
    message = (
        f"{said}: {lower_first(power.name)}. Alleen de {names.function(power.holder)} kan dat. "
        f"Haal dit mandaat weg, of laat de {names.function(power.holder)} het geven."
    )
    return Problem(given.mandate.place.at("van").span, message, _as_written(given))
