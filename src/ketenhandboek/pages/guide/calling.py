"""How a party is reached at an hour, and the sentences that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.space import bits
from ketenhandboek.pages.guide.statements import ADVICE, Question
from ketenhandboek.pages.markup import visible
from ketenhandboek.pages.tools import dialled
from ketenhandboek.values import UNKNOWN
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.week import Week
    from ketenhandboek.kinds.partner import Partner, Reachable
    from ketenhandboek.pages.guide.scene import Scene
    from ketenhandboek.pages.guide.statements import Part, Parts
    from ketenhandboek.values import Ref


def ways(partner: Partner, task: str, atom: int, week: Week) -> tuple[Reachable, ...]:
    """How a partner is reached at an hour: first the ways that it gives for the task, then those for all."""
    now = [
        way for way in partner.reachable if UNKNOWN.value in way.windows or atom in week.within(way.windows)
    ]
    for chosen in (
        [way for way in now if task in way.tasks],
        [way for way in now if not way.tasks],
        now,
    ):
        if chosen:
            return tuple(chosen)
    return ()


def say_whom(scene: Scene, ref: Ref, task: str, cells: int) -> None:
    """Whom to call when a party is meant, in each municipality and at each hour."""
    for found, there in scene.meant(ref):
        here = cells & there
        if not here:
            continue
        if not found:
            scene.say(Question.CALL, (*_absent(scene, ref), *ADVICE), here)
        for one in found:
            partner = scene.chain.binding.partners.get(one.name)
            if partner:
                _say_ways(scene, one, partner, task, here)
            else:
                scene.say(Question.CALL, (*scene.party(one), ": op deze bladzijde ziet u wie dat is."), here)


def say_whom_of(scene: Scene, before: Parts, ref: Ref, cells: int) -> None:
    """Who decides, after the words that say about what; the reader knows its own organisation."""
    if scene.ours(ref):
        function = scene.chain.names.function(ref) if ref.function else ""
        own = f"{visible(function)} van uw organisatie." if function else "uw organisatie."
        scene.say(Question.DECIDES, (*before, own), cells)
        return
    for found, here in scene.meant(ref):
        told = scene.parties(found) if found else _absent(scene, ref)
        scene.say(Question.DECIDES, (*before, *told, "." if found else ""), cells & here)


def _say_ways(scene: Scene, ref: Ref, partner: Partner, task: str, cells: int) -> None:
    told = scene.common(("ways", ref, task), lambda: [*_ways_told(scene, ref, partner, task)])
    for parts, hours in told:
        scene.say(Question.CALL, parts, cells & hours)


def _ways_told(scene: Scene, ref: Ref, partner: Partner, task: str) -> Iterator[tuple[Parts, int]]:
    """What is said of each way to reach a partner, and of having none, with the situations for it."""
    for found, hours in _by_way(scene, partner, task):
        for way in found:
            yield (*scene.party(ref), ": ", *_way(scene, way, task)), hours
        if not found:
            known = "nu niet bereikbaar." if partner.reachable else "niet bekend hoe u belt."
            yield (*scene.party(ref), f": {known}", *ADVICE), hours


def _by_way(scene: Scene, partner: Partner, task: str) -> Iterator[tuple[tuple[Reachable, ...], int]]:
    """How a partner is reached for a task, and the situations at the hours at which that is so."""
    week = scene.chain.week
    hours: dict[tuple[Reachable, ...], list[int]] = {}
    for atom in range(len(week.atoms)):
        hours.setdefault(ways(partner, task, atom, week), []).append(atom)
    return ((found, scene.at_hours(bits(atoms))) for found, atoms in hours.items())


def _way(scene: Scene, way: Reachable, task: str) -> Parts:
    """`0800-2000`, `112 of via de meldkamer`."""
    found: list[Part] = [(visible(way.telephone), f"tel:{dialled(way.telephone)}")] if way.telephone else []
    if way.via:
        found.append(f"{' of ' if found else ''}via {visible(way.via)}")
    told = found or ["niet bekend hoe"]
    if way.tasks and task not in way.tasks:
        named = listed(lower_first(scene.chain.names.of("taak", id_)) for id_ in way.tasks)
        told.append(f" (voor {named})")
    if UNKNOWN.value in way.windows:
        told.append(" (niet bekend wanneer)")
    return (*told, ".")


def _absent(scene: Scene, ref: Ref) -> Parts:
    """The party that an agreement names, where no partner of that kind works."""
    return ("Afgesproken is: ", *scene.party(ref), ". Die is er in deze gemeente niet.")
