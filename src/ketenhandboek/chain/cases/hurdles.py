"""Why a case can't be run: its place, people or moment do not fit the region, or its story is not told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.cases.script import told_moment
from ketenhandboek.chain.cases.values import Ending
from ketenhandboek.chain.net import DONE
from ketenhandboek.kinds.target_group import TargetGroup
from ketenhandboek.kinds.task import Task
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.cases.scene import Scene
    from ketenhandboek.chain.cases.values import Run
    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.findings import Span
    from ketenhandboek.kinds.case import Case, Expectation


class Hurdle(NamedTuple):
    """What stops a case, where it stands, and what to do about it."""

    span: Span
    message: str


def known(case: Case, chain: Chain) -> bool:
    """Whether every record that a run needs is there; one that is not is said elsewhere."""
    index, tasks, where = chain.index, chain.records.of(Task), case.situation
    named = (case.start.task, *(turn.task for turn in case.turns))
    expected = (name for item in case.expectations for name in (item.task, item.never) if name)
    return (
        index.knows("gemeente", where.municipality)
        and any(index.knows(kind, case.start.partner) for kind in ("partner", "soort"))
        and chain.records.of(Theme).keys() >= set(where.themes)
        and chain.records.of(TargetGroup).keys() >= set(where.target_groups)
        and tasks.keys() >= {*named, *expected}
        and all(turn.outcome in _outcomes(tasks[turn.task]) for turn in case.turns)
    )


def pairs(case: Case, chain: Chain) -> list[tuple[str, str]]:
    """The themes of a case with the target groups that it names and the theme knows."""
    binding, themes = chain.binding, chain.records.of(Theme)
    groups = list(dict.fromkeys(one for name in case.situation.target_groups for one in _parts(chain, name)))
    return [
        (theme, group)
        for theme in dict.fromkeys(case.situation.themes)
        for group in groups
        if group in binding.groups_in(themes[theme].target_groups)
    ]


def hurdles(case: Case, chain: Chain) -> Iterator[Hurdle]:
    """What in the case does not fit the region on its day."""
    yield from _place(case, chain)
    yield from _subject(case, chain)
    yield from _times(case)
    yield from _entry(case, chain)
    for item in case.expectations:
        yield from _narrowed(case, chain, item)


def first_line(case: Case, scene: Scene) -> Line | None:
    """The line by which the partner that begins has the first task here."""
    found = scene.found(case.start.task, told_moment(case.situation.moment))
    binding = scene.chain.binding
    starts = binding.in_municipality(case.start.partner, scene.municipality, scene.group)
    ids = {partner.id for partner in starts}
    lines = found.lines if found else ()
    held = (line for line in lines if ids & set(scene.partners(line.line.accountable)))
    carried = (line for line in lines if any(ids & set(scene.partners(ref)) for ref in line.line.performers))
    return next(held, None) or next(carried, None)


def without_start(case: Case, chain: Chain) -> Hurdle:
    """Nobody has given the first task to the partner that begins."""
    partner, task = chain.names.party(case.start.partner), chain.names.of("taak", case.start.task)
    where = chain.names.of("gemeente", case.situation.municipality)
    message = (
        f"Op dit moment heeft {partner} in {where} volgens geen enkele afspraak de taak {lower_first(task)}. "
        "Kies een andere partner of taak om mee te beginnen, of leg het vast in een afspraak."
    )
    return Hurdle(case.start.place.at("partner").span, message)


def untold(case: Case, chain: Chain, runs: Iterable[Run]) -> Iterator[Hurdle]:
    """The tasks of which the case should say how they end, because an expectation waits for it."""
    stopped = (run.after(stop) for run in runs for stop in run.stops if stop.ending is Ending.UNTOLD)
    for task in dict.fromkeys(step.task for step in stopped):
        known_task = chain.records.of(Task)[task]
        again = " nog een keer" if any(turn.task == task for turn in case.turns) else ""
        message = (
            f"{known_task.name} begint{again}, maar de casus zegt niet hoe dit afloopt. Zet bij 'verloop' "
            f"een van deze uitkomsten: {listed(map(_quoted, _outcomes(known_task)), 'of')}."
        )
        yield Hurdle(case.place.at("verloop").span, message)


def _place(case: Case, chain: Chain) -> Iterator[Hurdle]:
    where = case.situation
    if where.municipality not in chain.areas.municipalities:
        name = chain.names.of("gemeente", where.municipality)
        message = f"{name} hoort op deze dag niet bij de regio. Kies een andere gemeente of een andere dag."
        yield Hurdle(where.place.at("gemeente").span, message)
    elif not chain.lifecycle.in_force:
        message = "Op deze dag is geen enkele afspraak van kracht. Kies een latere dag."
        yield Hurdle(where.place.at("moment").span, message)


def _subject(case: Case, chain: Chain) -> Iterator[Hurdle]:
    where, names = case.situation, chain.names
    for number, theme in enumerate(where.themes):
        if theme not in chain.space.themes.names:
            name = lower_first(names.of("thema", theme))
            message = f"De regio noemt het thema {name} niet. Zet het in regio.yaml, of haal het weg."
            yield Hurdle(where.place.at("themas", number).span, message)
    concerned = {group for _, group in pairs(case, chain)}
    for number, group in enumerate(where.target_groups):
        if not concerned & set(_parts(chain, group)):
            themes = listed(lower_first(names.of("thema", theme)) for theme in where.themes)
            name = lower_first(names.of("doelgroep", group))
            message = f"De doelgroep {name} hoort niet bij {themes}. Haal haar weg."
            yield Hurdle(where.place.at("doelgroepen", number).span, message)


def _times(case: Case) -> Iterator[Hurdle]:
    start = told_moment(case.situation.moment)
    for turn in case.turns:
        if turn.finished and told_moment(turn.finished) < start:
            message = "Deze taak is klaar voordat de casus begint. Kies een later moment."
            yield Hurdle(turn.place.at("klaar_op").span, message)


def _entry(case: Case, chain: Chain) -> Iterator[Hurdle]:
    tasks = chain.records.of(Task)
    if not tasks[case.start.task].entry:
        entries = listed((_quoted(id_) for id_, task in tasks.items() if task.entry), "of")
        name = chain.names.of("taak", case.start.task)
        message = f"Een route begint niet met {lower_first(name)}. Begin met {entries}."
        yield Hurdle(case.start.place.at("taak").span, message)


def _narrowed(case: Case, chain: Chain, item: Expectation) -> Iterator[Hurdle]:
    if item.only_for and not any(concerned(item, pair, chain) for pair in pairs(case, chain)):
        message = "De casus gaat hier niet over. Haal 'voor' weg, of vul de situatie aan."
        yield Hurdle(item.place.at("voor").span, message)
    if item.never and (item.within or item.since or item.information or item.decides or item.after_previous):
        message = "Bij 'nooit' horen alleen 'partner' en 'voor'. Haal de rest weg."
        yield Hurdle(item.place.at("nooit").span, message)


def concerned(item: Expectation, pair: tuple[str, str], chain: Chain) -> bool:
    """Whether an expectation is about a theme and target group."""
    only = item.only_for
    if only is None:
        return True
    theme, group = pair
    return (not only.themes or theme in only.themes) and group in chain.binding.groups_in(only.target_groups)


def _parts(chain: Chain, group: str) -> list[str]:
    """A target group, or those that it stands for, in the order of the national list."""
    meant = chain.binding.groups_in((group,))
    return [name for name in chain.space.groups.names if name in meant]


def _outcomes(task: Task) -> list[str]:
    return [outcome.id for outcome in task.outcomes] or [DONE]


def _quoted(name: str) -> str:
    return f"'{name}'"
