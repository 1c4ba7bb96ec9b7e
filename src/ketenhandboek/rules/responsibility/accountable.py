"""VER001: at most one party is accountable."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.situations import accountable
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_line, bed_task
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.coverage import Conflict
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.source.document import Place

_OFFICE_HOURS = """
    geldt_voor:
      tijden:
        - kantooruren
"""
_WEEKEND = _OFFICE_HOURS.replace("kantooruren", "weekend")
_ELSEWHERE = _OFFICE_HOURS.replace("kantooruren", "avond-en-nacht\n        - weekend")
_MUNICIPALITY = LINE.replace("id: bed", "id: bed-van-de-gemeente").replace(
    "eindverantwoordelijk: lokaal-team", "eindverantwoordelijk: gemeente"
)
_MARKED = _MUNICIPALITY.replace("verantwoordelijk: gemeente", "verantwoordelijk: gemeente # hier")


class VER001(Rule):
    """Compares every two lines for one task that hold in one situation."""

    severity = Severity.FOUT
    statement = "Voor elke taak die één partij heeft, is er nooit meer dan één eindverantwoordelijk."
    why = (
        "Zijn er twee eindverantwoordelijk, dan wacht de een op de ander. "
        "Een gezin dat hulp nodig heeft, valt dan tussen twee organisaties in."
    )
    remedy = (
        "Kies één partij, of maak met 'geldt_voor' duidelijk wanneer welke regel geldt. "
        "Vult de ene afspraak de andere in? Noem die dan bij 'werkt_uit'."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "In kantooruren is het lokale team eindverantwoordelijk, daarbuiten de gemeente",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(LINE, _OFFICE_HOURS) + bed_line(_MUNICIPALITY, _ELSEWHERE),
        ),
    )
    bad = (
        Example.of(
            "Elsbroek wijst een ander aan, maar zegt niet dat het de afspraak van de regio uitwerkt",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(),
            afspraken__bed_in_elsbroek=bed_agreement(_MARKED)
            .replace("voor de nacht\n", "in Elsbroek\n")
            .replace("  - regio\n", "  - elsbroek\n"),
        ),
        Example.of(
            "Alleen in het weekend zijn er twee",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement() + bed_line(_MARKED, _WEEKEND),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """One problem for each line that collides with older ones."""
        found: dict[int, list[Conflict]] = defaultdict(list)
        for conflict in chain.coverage.accountable_conflicts:
            found[id(conflict.later.own)].append(conflict)
        for conflicts in found.values():
            yield _collision(chain, conflicts)


def _collision(chain: Chain, conflicts: list[Conflict]) -> Problem:
    later, task = conflicts[0].later, conflicts[0].task
    lines = [later, *(conflict.earlier for conflict in conflicts)]
    names = list(dict.fromkeys(chain.names.party(accountable(line)) for line in lines))
    boxes = [box for conflict in conflicts for box in conflict.boxes]
    what = f"meer dan één partij eindverantwoordelijk voor {lower_first(task.name)}"
    told = chain.telling.told(boxes, what, chain.coverage.space_of(task))
    message = f"{told} Het gaat om {listed(names)}. {_advice(lines)}"
    related = tuple(_other(chain, conflict.earlier) for conflict in conflicts)
    now = any(box.periods & 1 for box in boxes)
    severity = None if now else Severity.WAARSCHUWING
    where = {name for box in boxes for name in chain.space.municipalities.chosen(box.municipalities)}
    return Problem(_place(later).span, message, related, severity=severity, municipalities=frozenset(where))


def _advice(lines: list[Line]) -> str:
    if len({line.agreement.id for line in lines}) == 1:
        return "Kies er één, of schrijf bij 'geldt_voor' wanneer welke regel geldt."
    return "Kies er één. Werkt de ene afspraak de andere uit? Schrijf dat dan bij 'werkt_uit'."


def _other(chain: Chain, line: Line) -> Related:
    name = chain.names.party(accountable(line))
    return Related(_place(line).span, f"{name} is het volgens '{line.agreement.title}'")


def _place(line: Line) -> Place:
    """Where the accountable party is named: in the line itself, or in the one that it elaborates."""
    while line.own.accountable is None and line.base is not None:
        line = line.base
    return line.own.place.at("eindverantwoordelijk")
