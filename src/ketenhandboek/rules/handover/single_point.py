"""OPV011: nothing depends on one partner or one chair alone."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial, reduce
from operator import or_
from typing import TYPE_CHECKING

from ketenhandboek.chain.situations import accountable
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.reports import helping_tasks
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.gatherings import case_meetings
from ketenhandboek.rules.texts.meetings import example_meeting
from ketenhandboek.rules.texts.two_partners import PARTNERS, REGION, two_partners
from ketenhandboek.values import Ref, Unknown
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.net import Net
    from ketenhandboek.kinds.meeting import Meeting
    from ketenhandboek.kinds.partner import Partner

    Holders = dict[str, set[str]]

_ONE_PARTY = "een"
_UNKNOWN = ""
_SHOWN = 2
_CHAIR = "veilig-thuis-tweebeken/teammanager"
_LINKED = """\
    verbonden_met:
      - overleg: casusoverleg-hulp
        via: de voorzitter
"""


def _criminal(chair: str) -> str:
    """The example region's other case meeting, with another chair."""
    return example_meeting(
        _LINKED,
        id="casusoverleg-strafrecht",
        naam="Casusoverleg strafrecht",
        soort="casusoverleg-strafrecht",
        spoor="strafrecht",
        voorzitter=chair,
        deelnemers=("openbaar-ministerie", "politie", "veilig-thuis"),
    )


class OPV011(Rule):
    """Tries each partner in turn; what the law gives to its kind alone is no choice, and does not count.

    Of chairs, a deputy for one evening is no second one.
    """

    severity = Severity.ADVIES
    statement = (
        "Valt één partner weg, dan is er nog een weg naar hulp. "
        "Niet één functie zit alle casusoverleggen voor."
    )
    why = (
        "Een staking, een storing of een faillissement kan iedereen treffen. "
        "Hangt alles aan één partner of één voorzitter, dan staat de hele aanpak stil."
    )
    remedy = "Geef een van de taken aan een ander, of laat een ander een van de overleggen voorzitten."
    needs = (
        "afspraak",
        "overleg",
        "overlegsoort",
        "partner",
        "regio",
        "soort",
        "taak",
        "thema",
        "doelgroep",
        "fase",
    )
    good = (
        Example.alone(
            "Bij acuut gevaar komt de crisisdienst, en anders maakt het lokale team een plan",
            regio=REGION,
            partners=PARTNERS,
            afspraken__hulp=two_partners("crisisinterventie"),
        ),
        Example.of(
            "Veilig Thuis zit het overleg over hulp voor, de politie dat over straf",
            overleggen=_criminal("politie-tweebeken/teamchef"),
        ),
    )
    bad = (
        Example.alone(
            "Zonder het lokale team krijgt niemand hulp, ook niet bij acuut gevaar",
            regio=REGION,
            partners=PARTNERS.replace("id: team", "id: team # hier"),
            afspraken__hulp=two_partners("veiligheidsplan"),
        ),
        Example.of("Eén functie zit beide overleggen voor", overleggen=_criminal(f"{_CHAIR} # hier")),
        Example.of(
            "Dezelfde functie, maar nu met de soort in plaats van de naam",
            overleggen=_criminal("veilig-thuis/teammanager # hier"),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each partner that cuts off help somewhere, and each function that chairs everything somewhere."""
        yield from _partners(chain)
        yield from _chairs(chain)


def _partners(chain: Chain) -> Iterator[Problem]:
    cells: dict[str, int] = defaultdict(int)
    tasks: dict[str, set[str]] = defaultdict(set)
    helping = helping_tasks(chain)
    for net in chain.routes.nets:
        cuts = _cuts(net, helping)
        for here, holders in _holders(chain, net).items():
            for partner, alone in _alone(chain, holders):
                if cuts(alone):
                    cells[partner] |= here & net.cells
                    tasks[partner] |= alone & net.reached
    for id_, found in cells.items():
        yield _cut_off(chain, chain.binding.partners[id_], found, tasks[id_])


def _cuts(net: Net, helping: frozenset[str]) -> Callable[[frozenset[str]], bool]:
    """Asks whether no entry leads to help without some tasks, though with them one does."""
    entries = net.entries & net.ways.keys()
    wanted = net.reach(entries) & net.ways.keys() & helping

    @cache
    def cuts(tasks: frozenset[str]) -> bool:
        return bool(wanted) and not net.reach(entries, tasks) & wanted

    return cuts


def _holders(chain: Chain, net: Net) -> dict[int, Holders]:
    """By the situations of a municipality, for each task of one party: the partners that are accountable."""
    found: dict[int, Holders] = defaultdict(lambda: defaultdict(set))
    tasks, places = chain.records.of(Task), _places(chain)
    for way in net.every_way:
        if tasks[way.task].division == _ONE_PARTY:
            for holding, cells in chain.routes.lines(net, way):
                meant = _meant_by(chain, holding.line)
                for municipality, here in places.items():
                    if cells & here:
                        found[here][way.task] |= meant(municipality)
    return found


def _meant_by(chain: Chain, line: Line) -> Callable[[str], frozenset[str]]:
    """Asks whom a line makes accountable in a municipality."""
    if isinstance(line.line.accountable, Unknown):
        return lambda _: frozenset((_UNKNOWN,))
    return partial(chain.families.meant, accountable(line))


def _places(chain: Chain) -> dict[str, int]:
    """The situations in each municipality."""
    space = chain.space
    return {
        name: space.cells(space.whole._replace(municipalities=space.municipalities.of((name,)), periods=1))
        for name in space.municipalities.names
    }


def _alone(chain: Chain, holders: Holders) -> Iterator[tuple[str, frozenset[str]]]:
    """The tasks that one partner alone has, though the law gives them to nobody alone.

    Of no partner, as long as it is not known who has some task.
    """
    found: dict[str, set[str]] = defaultdict(set)
    if any(_UNKNOWN in several for several in holders.values()):
        return
    tasks, partners = chain.records.of(Task), chain.binding.partners
    for task, several in holders.items():
        for partner in several if len(several) == 1 else ():
            if partners[partner].kind not in tasks[task].reserved_for:
                found[partner].add(task)
    yield from ((partner, frozenset(tasks)) for partner, tasks in found.items())


def _cut_off(chain: Chain, partner: Partner, cells: int, tasks: set[str]) -> Problem:
    within = reduce(or_, (net.cells for net in chain.routes.nets))
    boxes = chain.space.cover(cells)[:_SHOWN]
    where = listed(f"{chain.telling.where(box)}{chain.telling.about(box, within)}" for box in boxes)
    names = listed(lower_first(task.name) for id_, task in chain.records.of(Task).items() if id_ in tasks)
    message = (
        f"Zonder {partner.name} is er {where} geen weg naar hulp. Op elke weg ligt een taak die alleen "
        f"{partner.name} heeft: {names}. Geef een van deze taken aan een ander, of spreek af wie haar dan "
        "overneemt."
    )
    return Problem(partner.place.at("id").span, message)


def _chairs(chain: Chain) -> Iterator[Problem]:
    """The region as a whole; with one case meeting there is nothing to divide."""
    meetings = list(case_meetings(chain))
    chairs = [set(_meant(chain, meeting.chair)) for meeting in meetings]
    if len(meetings) > 1 and len(chairs[0]) == 1 and all(chair == chairs[0] for chair in chairs):
        yield _everywhere(chain, meetings, chairs[0].pop())


def _everywhere(chain: Chain, meetings: list[Meeting], chair: Ref) -> Problem:
    *others, last = (meeting.place.at("voorzitter").span for meeting in meetings)
    message = (
        f"De {chain.names.party(chair)} zit {listed(meeting.name for meeting in meetings)} voor. "
        "Valt die functie weg, dan leidt niemand nog een casusoverleg. "
        "Laat een andere functie een van de overleggen voorzitten."
    )
    return Problem(last, message, tuple(Related(span, "hier staat dezelfde functie") for span in others))


def _meant(chain: Chain, chair: object) -> Iterator[Ref]:
    """The function by the name of its partner, for each partner meant."""
    if isinstance(chair, Ref):
        for partner in chain.binding.meant(chair.name):
            yield Ref(partner.id, chair.function)
