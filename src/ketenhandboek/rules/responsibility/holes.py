"""Gaps as findings: what is open and for whom, in one place where it can be mended."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.lifecycle import last_day_of
from ketenhandboek.chain.records import REGIONAL
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.values import Day
from ketenhandboek.wording import in_words, listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.coverage import Gap
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.findings import Span
    from ketenhandboek.kinds.task import Task
    from ketenhandboek.source.document import Place


_ADOPTED = "vastgesteld"
_FEW = 2


class Hole(NamedTuple):
    """Gaps in the same situations with one cause, which can be mended in one place."""

    place: Place
    remedy: str
    gaps: tuple[Gap, ...]
    related: tuple[Related, ...] = ()
    record: str = ""

    def problem(self, chain: Chain) -> Problem:
        """A warning with its date when it opens later than today."""
        first = self.gaps[0]
        tasks = listed(lower_first(gap.task.name) for gap in self.gaps)
        within = chain.coverage.space_of(first.task)
        told = chain.telling.told((first.box,), f"niemand eindverantwoordelijk voor {tasks}", within)
        severity = None if first.open_now else Severity.WAARSCHUWING
        message = f"{told} {self.remedy}"
        where = chain.space.municipalities.chosen(first.box.municipalities)
        return Problem(
            self.place.span,
            message,
            self.related,
            severity=severity,
            record=self.record,
            municipalities=frozenset(where),
        )


def holes(chain: Chain, gaps: Iterable[Gap]) -> Iterator[Hole]:
    """Every gap, once; tasks that are open in the same situations, with one cause, are one hole."""
    alike: dict[str, list[Hole]] = defaultdict(list)
    ending: dict[tuple[Span, int, str], list[tuple[Gap, Place, Line]]] = defaultdict(list)
    for gap in gaps:
        line = chain.coverage.nearest(gap)
        end = _end(chain, gap, line) if line else None
        if line and end:
            told = chain.telling.told((gap.box,), "", chain.coverage.space_of(gap.task))
            ending[end.span, gap.box.periods, told].append((gap, end, line))
        elif line:
            told = chain.telling.told((gap.box,), "", chain.coverage.space_of(gap.task))
            alike[told].append(_in_line(chain, gap, line))
        else:
            yield _in_region(chain, gap)
    for found in ending.values():
        _, end, line = found[0]
        remedy = f"'{line.agreement.title}' geldt dan niet meer. Zorg op tijd voor een nieuwe afspraak."
        yield Hole(end, remedy, tuple(gap for gap, *_ in found))
    for same in alike.values():
        yield from _together(same)


def _together(found: list[Hole]) -> list[Hole]:
    """One hole for many tasks, with the other places; a few keep their own place and remedy."""
    if len(found) <= _FEW:
        return found
    first, *others = found
    related = (Related(hole.place.span, f"ook {lower_first(hole.gaps[0].task.name)}") for hole in others)
    gaps = tuple(gap for hole in found for gap in hole.gaps)
    return [first._replace(gaps=gaps, related=(*first.related, *related))]


def _end(chain: Chain, gap: Gap, line: Line) -> Place | None:
    """Where it is written that the line's agreement has ended by the day on which the gap opens."""
    agreement, day = line.agreement, chain.telling.opens(gap.box)
    if gap.open_now or agreement.id in chain.at(day).lifecycle.in_force:
        return None
    if agreement.withdrawn_on and agreement.withdrawn_on.first <= day:
        return agreement.place.at("ingetrokken_op")
    if isinstance(agreement.valid.end, Day) and agreement.valid.end.first <= day:
        return agreement.place.at("geldig", "tot_en_met")
    successor = next(iter(chain.lifecycle.successors(agreement.id)), None)
    return successor.place.at("vervangt") if successor else agreement.place.at("geldig")


def _in_line(chain: Chain, gap: Gap, line: Line) -> Hole:
    place = line.own.place.at("geldt_voor" if line.own.applies_to else "eindverantwoordelijk")
    required = _required(chain, gap.task)
    related = (Related(required.span, "hier staat dat de taak nodig is"),) if required else ()
    related = (*related, *_covered_before(chain, gap))
    return Hole(place, "Schrijf in een afspraak wie het dan is.", (gap,), related)


def _in_region(chain: Chain, gap: Gap) -> Hole:
    """Where the region asks for the task, or else at the municipality that has nobody."""
    place = _required(chain, gap.task) or _municipality(chain, gap)
    line = chain.coverage.nearest(gap, elsewhere=True)
    said = f"'{line.agreement.title}' zegt wie het elders is" if line else ""
    related = (Related(line.own.place.at("taak").span, said),) if line else ()
    related = (*related, *_covered_before(chain, gap))
    return Hole(place, "Schrijf in een afspraak wie het is.", (gap,), related, f"taak/{gap.task.id}")


def _covered_before(chain: Chain, gap: Gap) -> Iterator[Related]:
    """The agreement that was the last to say who has the task in one of the municipalities of a gap."""
    here = set(chain.space.municipalities.chosen(gap.box.municipalities))
    ended = [
        (end.last, agreement, place)
        for agreement in chain.records.of(Agreement).values()
        if agreement.stage == _ADOPTED and here & chain.areas.of(agreement.areas)
        if any(own.task == gap.task.id and own.accountable for own in agreement.responsibilities)
        for end, place in [last_day_of(agreement)]
        if isinstance(end, Day) and end.last < chain.day
    ]
    if ended and gap.open_now:
        end, agreement, place = max(ended, key=lambda item: item[0])
        yield Related(place.span, f"'{agreement.title}' regelde dit tot en met {in_words(end)}")


def _required(chain: Chain, task: Task) -> Place | None:
    """Where the region itself says that a task is required; None when only the national layer does."""
    region = chain.region
    if region and task.id in region.required_tasks:
        return region.place.at("vereist", region.required_tasks.index(task.id))
    entry = chain.records.entry("taak", task.id)
    return task.place.at("vereist") if entry and entry.layer == REGIONAL and task.required else None


def _municipality(chain: Chain, gap: Gap) -> Place:
    assert chain.region is not None, "without a region there are no gaps"
    named = chain.space.municipalities.chosen(gap.box.municipalities)
    places = {item.id: item.place for item in chain.region.municipalities}
    return places[named[0]] if len(named) == 1 else chain.region.place.at("gemeenten")
