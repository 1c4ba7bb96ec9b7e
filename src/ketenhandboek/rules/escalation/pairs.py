"""ESC006: two parties that work together have one ladder, not none and not two."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.functions import COOPERATION
from ketenhandboek.findings import Problem, Question, Related, Severity
from ketenhandboek.kinds.trigger import Trigger
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.ladders import UNKNOWN_NAME, JudgedRoute, ladders, unknown_items
from ketenhandboek.rules.shared.phrases import but_only_in
from ketenhandboek.rules.texts.handover import FLOW, HANDOVER
from ketenhandboek.rules.texts.texts import POLICY, TEAM, TOP, example_agreement, example_ladder, mark
from ketenhandboek.values import Unknown
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.hands import Handed
    from ketenhandboek.kinds.agreement import Agreement

Pair = tuple[str, str, str]
"""A municipality and two partners in it, in alphabetical order."""

_HANDOVER = HANDOVER + FLOW
_LADDER = example_ladder(TEAM, POLICY, TOP)


class Between(NamedTuple):
    """Two sides of a ladder as its `tussen` names them."""

    route: JudgedRoute
    one: str
    other: str


class ESC006(Rule):
    """One ladder for two parties."""

    severity = Severity.FOUT
    statement = (
        "Tussen twee partijen die samenwerken, is er in elke gemeente en voor elke aanleiding "
        "precies één ladder."
    )
    why = (
        "Zonder ladder weet niemand waar hij heen kan als een overdracht vastloopt. "
        "Met twee ladders kiest ieder de ladder die hem het beste uitkomt, en wachten zij op elkaar."
    )
    remedy = "Maak één ladder, en noem bij 'tussen' de partijen en bij 'aanleidingen' alle aanleidingen."
    needs = ("afspraak", "partner", "regio")
    good = (
        Example.of(
            "De polikliniek draagt over aan jeugdhulp, en er is één ladder tussen die twee",
            afspraken__risico=example_agreement(_HANDOVER),
            afspraken__polikliniek_en_jeugdhulp=_LADDER,
        ),
    )
    bad = (
        Example.of(
            "De polikliniek draagt over aan jeugdhulp, maar er is geen ladder tussen die twee",
            afspraken__risico=example_agreement(mark(_HANDOVER, "naar: gesprek-met-betrokkenen")),
        ),
        Example.of(
            "Twee afspraken hebben allebei een ladder, de ene met de soort en de andere met de naam",
            afspraken__polikliniek_en_jeugdhulp=_LADDER,
            afspraken__samen_veilig=mark(
                _LADDER.replace("      - forensische-zorg\n", "      - polikliniek-het-anker\n")
                .replace("id: polikliniek-en-jeugdhulp", "id: samen-veilig")
                .replace("naam: Samenwerking polikliniek en jeugdhulp", "naam: Samen veilig")
                .replace("      - samenwerking-stagneert\n      - route-loopt-vast\n", "")
                .replace("      - capaciteit\n      - meningsverschil-inhoud\n", ""),
                "- afspraak-werkt-niet",
            ),
        ),
        Example.of(
            "De ladder geldt niet als de route vastloopt; tussen andere partijen is dat wel een aanleiding",
            afspraken__polikliniek_en_jeugdhulp=mark(
                _LADDER.replace("      - route-loopt-vast\n", ""), "aanleidingen:"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Every pair that a ladder or a handover makes, in each municipality."""
        yield from _unknown(chain)
        found = _by_pair(chain)
        handed = chain.handed_over
        yield from _without(chain, handed, found)
        yield from _twice(chain, found)
        yield from _incomplete(chain, found, _triggers_in_use(chain, handed, found))


def _by_pair(chain: Chain) -> dict[Pair, list[Between]]:
    """The ladders for disagreements that are in force, by the two partners that they are between."""
    meant = chain.families.meant
    found: dict[Pair, list[Between]] = defaultdict(list)
    for route in ladders(chain):
        if route.agreement.id not in chain.lifecycle.in_force or route.ladder != COOPERATION:
            continue
        sides = [Between(route, one, other) for one, other in combinations(route.route.between, 2)]
        for municipality in route.municipalities:
            partners = {side: meant(side, municipality) for side in route.route.between}
            for between in sides:
                for pair in _pairs(municipality, partners[between.one], partners[between.other]):
                    here = found[pair]
                    if not here or here[-1].route is not route:
                        here.append(between)
    return found


def _pairs(municipality: str, some: Iterable[str], others: Iterable[str]) -> list[Pair]:
    return [
        (municipality, one, other) if one < other else (municipality, other, one)
        for one in some
        for other in others
        if one != other
    ]


def _without(
    chain: Chain, handed: Sequence[Handed], found: dict[Pair, list[Between]]
) -> Iterator[Problem | Question]:
    """Parties that hand over to each other without any ladder, told at their first handover."""
    family = chain.families.of

    @cache
    def has_ladder(giver: str, taker: str, here: str) -> bool:
        return any(pair in found for pair in _pairs(here, family(giver, here), family(taker, here)))

    missing: dict[tuple[str, str], tuple[Handed, set[str]]] = {}
    for item in handed:
        for here in chain.space.municipalities_of(item.cells):
            if not has_ladder(item.giver, item.taker, here):
                pair = (min(item.giver, item.taker), max(item.giver, item.taker))
                missing.setdefault(pair, (item, set()))[1].add(here)
    for first, municipalities in missing.values():
        if first.next.handover and first.next.handover.otherwise == UNKNOWN_NAME:
            names = chain.names.party(first.giver), chain.names.party(first.taker)
            question = f"Welke ladder is er tussen {names[0]} en {names[1]}, als een overdracht vastloopt?"
            yield Question(first.next.handover.place.at("lukt_dat_niet").span, question)
            continue
        where = but_only_in(chain, municipalities, chain.areas.municipalities)
        names = chain.names.party(first.giver), chain.names.party(first.taker)
        message = (
            f"{names[0]} draagt hier over aan {names[1]}, maar er is{where} geen ladder tussen die twee. "
            f"Loopt de overdracht vast, dan weet niemand bij wie hij moet zijn. "
            f"Maak een ladder, of noem beide partijen bij 'tussen' van een ladder die er al is."
        )
        accepted = first.accepted.own.place.at("eindverantwoordelijk").span
        related = Related(accepted, f"{names[1]} is hier eindverantwoordelijk")
        yield Problem(
            first.next.place.at("naar").span, message, (related,), municipalities=frozenset(municipalities)
        )


def _twice(chain: Chain, found: dict[Pair, list[Between]]) -> Iterator[Problem]:
    """Two ladders for one trigger; the ladder of an elaborating agreement holds, so it is no second one."""
    double: dict[tuple[JudgedRoute, JudgedRoute], tuple[Between, set[str], dict[str, None]]] = {}
    for (municipality, *_), ladders_here in found.items():
        for first, second in combinations(ladders_here, 2):
            if _elaborates(chain, first, second) or _elaborates(chain, second, first):
                continue
            for trigger in second.route.route.triggers:
                if trigger in first.route.route.triggers and _about_cooperation(chain, trigger):
                    key = (first.route, second.route)
                    _, where, triggers = double.setdefault(key, (second, set(), {}))
                    where.add(municipality)
                    triggers[trigger] = None
    for (first_route, second_route), (between, where, triggers) in double.items():
        yield _second(first_route, second_route, list(triggers), between, where)


def _second(
    first: JudgedRoute, second: JudgedRoute, triggers: list[str], between: Between, where: set[str]
) -> Problem:
    chain = second.chain
    place, other = (
        route.route.place.at("aanleidingen", route.route.triggers.index(triggers[0]))
        for route in (second, first)
    )
    named = listed(f"'{_trigger_name(chain, trigger)}'" for trigger in triggers)
    what = "deze aanleiding" if len(triggers) == 1 else "deze aanleidingen"
    parties = f"{chain.names.party(between.one)} en {chain.names.party(between.other)}"
    message = (
        f"Voor {named} zijn er{second.but_only_in(where)} twee ladders "
        f"tussen {parties}: {first.called} en {second.called}. "
        f"Kies er één, en haal {what} bij de andere weg."
    )
    related = Related(other.span, f"de ladder {first.called}")
    return Problem(place.span, message, (related,), municipalities=frozenset(where))


def _incomplete(chain: Chain, found: dict[Pair, list[Between]], in_use: set[str]) -> Iterator[Problem]:
    """Parties whose ladders leave out a trigger that the region does use elsewhere."""

    @cache
    def left_out(*routes: JudgedRoute) -> set[str]:
        named = {trigger for route in routes for trigger in route.route.triggers}
        return set() if UNKNOWN_NAME in named else in_use - named

    missing: dict[tuple[JudgedRoute, str], tuple[Between, set[str]]] = {}
    for (municipality, *_), here in found.items():
        for trigger in left_out(*[between.route for between in here]):
            missing.setdefault((here[0].route, trigger), (here[0], set()))[1].add(municipality)
    for (route, trigger), (between, where) in sorted(missing.items(), key=lambda item: item[0][1]):
        message = (
            f"Voor '{_trigger_name(chain, trigger)}' is er{route.but_only_in(where)} geen ladder tussen "
            f"{chain.names.party(between.one)} en {chain.names.party(between.other)}. "
            f"Noem deze aanleiding ook bij {route.called}, of maak er een ladder voor."
        )
        yield Problem(route.route.place.at("aanleidingen").span, message, municipalities=frozenset(where))


def _triggers_in_use(chain: Chain, handed: Sequence[Handed], found: dict[Pair, list[Between]]) -> set[str]:
    routes = {between.route for here in found.values() for between in here}
    named = {trigger for route in routes for trigger in route.route.triggers}
    named.update(
        item.next.handover.otherwise for item in handed if item.next.handover and item.next.handover.otherwise
    )
    return {trigger for trigger in named if _about_cooperation(chain, trigger)}


def _about_cooperation(chain: Chain, trigger: str) -> bool:
    found = chain.records.of(Trigger).get(trigger)
    return found is not None and found.ladder == COOPERATION


def _trigger_name(chain: Chain, trigger: str) -> str:
    return lower_first(chain.names.of("aanleiding", trigger))


def _elaborates(chain: Chain, one: Between, other: Between) -> bool:
    """Whether the agreement of one ladder elaborates that of the other, directly or by way of others."""
    agreements: dict[str, Agreement] = chain.lifecycle.in_force
    above, ahead = set[str](), [one.route.agreement.id]
    while ahead:
        for id_ in agreements[ahead.pop()].elaborates:
            if id_ not in above and id_ in agreements:
                above.add(id_)
                ahead.append(id_)
    return other.route.agreement.id in above


def _unknown(chain: Chain) -> Iterator[Question]:
    for line in chain.elaboration.lines:
        if isinstance(line.own.accountable, Unknown):
            question = f"Wie is eindverantwoordelijk voor '{chain.names.of('taak', line.own.task)}'?"
            yield Question(line.own.place.at("eindverantwoordelijk").span, question)
    for route in ladders(chain):
        for key, asked in (
            ("tussen", "Tussen welke partijen is"),
            ("aanleidingen", "Voor welke aanleidingen is"),
        ):
            for place in unknown_items(route.route.place.at(key)):
                yield Question(place.span, f"{asked} de ladder {route.called}?", route.keeper)
