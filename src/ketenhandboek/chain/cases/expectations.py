"""Whether a run brings what its case expects, and which agreement it was that did not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.cases import absence
from ketenhandboek.chain.cases.deadlines import Deadlines
from ketenhandboek.chain.cases.hurdles import concerned
from ketenhandboek.chain.cases.values import Ending
from ketenhandboek.chain.cases.verdicts import Result, Verdict
from ketenhandboek.chain.elaboration import origin
from ketenhandboek.findings import Related
from ketenhandboek.values import Ref, Unknown
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.cases.flows import Flows
    from ketenhandboek.chain.cases.scene import Scene
    from ketenhandboek.chain.cases.timing import Timing
    from ketenhandboek.chain.cases.values import Climb, Run, Rung, Step
    from ketenhandboek.findings import Span
    from ketenhandboek.kinds.case import Case, Expectation


_HOLDS = Verdict(Result.HOLDS)


class Judge:
    """Holds one run against the expectations of its case."""

    def __init__(self, case: Case, scene: Scene, run: Run, timing: Timing, flows: Flows) -> None:
        self._case = case
        self._scene = scene
        self._run = run
        self._flows = flows
        self._names = scene.chain.names
        self._deadlines = Deadlines(case, scene.chain, run, timing)

    def verdicts(self) -> tuple[Verdict, ...]:
        """One for each expectation, in their order; each knows the step that the one before it found."""
        found: list[Verdict] = []
        last = -1
        for item in self._case.expectations:
            found.append(self._verdict(item, last))
            step = found[-1].step
            last = last if step is None else step
        return tuple(found)

    def _verdict(self, item: Expectation, last: int) -> Verdict:
        if not concerned(item, (self._run.theme, self._run.group), self._scene.chain):
            return Verdict(Result.ELSEWHERE)
        if item.never:
            return self._never(item, item.never)
        if item.level:
            return self._level(item, item.level)
        return self._task(item, item.task or "", last)

    def _task(self, item: Expectation, task: str, last: int) -> Verdict:
        steps = [step for step in self._run.steps if step.task == task]
        if not steps:
            return self._absent(task)
        verdicts = [self._step(item, step, last) for step in steps]
        for result in (Result.HOLDS, Result.ASKED):
            for verdict in verdicts:
                if verdict.result is result:
                    return verdict
        return verdicts[0]

    def _absent(self, task: str) -> Verdict:
        if any(stop.ending is Ending.UNTOLD for stop in self._run.stops):
            return Verdict(Result.UNTOLD)
        said, related = absence.explained(self._scene, self._run, task)
        return Verdict(Result.BROKEN, said, (related,))

    def _step(self, item: Expectation, step: Step, last: int) -> Verdict:
        """The first thing about a step that is not as expected, or that it is as expected."""
        return next(self._differences(item, step, last), Verdict(Result.HOLDS, step=step.number))

    def _differences(self, item: Expectation, step: Step, last: int) -> Iterator[Verdict]:
        if item.partner:
            yield from self._partner(item.partner, step)
        if item.decides:
            yield from self._decides(item.decides, step)
        if item.after_previous and step.number <= last:
            yield self._too_early(step, last)
        for name in item.information:
            yield from self._information(name, step)
        if item.within:
            said = self._deadlines.task(item, item.within, step)
            if said is not None:
                asked = said.asked
                result = Result.ASKED if asked else Result.BROKEN
                yield Verdict(result, said.message, said.related, said.agreement)

    def _partner(self, wanted: Ref, step: Step) -> Iterator[Verdict]:
        named, task = step.line.line.accountable, self._called(step.task)
        line = origin(step.line, "accountable")
        if not isinstance(named, Ref):
            said = f"Wie is eindverantwoordelijk voor {task}?"
            yield Verdict(Result.ASKED, said, agreement=line.agreement)
        elif not self._has(wanted, step):
            partners = self._names.parties(step.partners)
            said = (
                f"Volgens '{line.agreement.title}' is {partners} eindverantwoordelijk voor {task}, "
                f"niet {self._names.party(wanted)}."
            )
            yield self._broken(said, line.own.place.at("eindverantwoordelijk").span, "hier staat wie")

    def _has(self, wanted: Ref, step: Step) -> bool:
        """Whether a party is accountable; one with a function carries the task out in that function."""
        if not set(self._scene.partners(wanted)) & set(step.partners):
            return False
        line = step.line.line
        named = [ref for ref in (line.accountable, *line.performers) if isinstance(ref, Ref)]
        return not wanted.function or any(self._same(wanted, ref) for ref in named)

    def _same(self, wanted: Ref, named: Ref) -> bool:
        same_party = set(self._scene.partners(wanted)) & set(self._scene.partners(named))
        return bool(same_party) and wanted.function in ("", named.function)

    def _decides(self, wanted: Ref, step: Step) -> Iterator[Verdict]:
        decides = step.line.line.decides
        attribute = "accountable" if decides is None else "decides"
        named = step.line.line.accountable if decides is None else decides
        line = origin(step.line, attribute)
        if isinstance(named, Unknown):
            said = f"Wie beslist bij {self._called(step.task)}?"
            yield Verdict(Result.ASKED, said, agreement=line.agreement)
        elif named is None or not self._same(wanted, named):
            key = "eindverantwoordelijk" if decides is None else "beslist"
            who = self._names.party(named) if named else "niemand"
            said = (
                f"Volgens '{line.agreement.title}' beslist {who} bij {self._called(step.task)}, "
                f"niet {self._names.party(wanted)}."
            )
            yield self._broken(said, line.own.place.at(key).span, "hier staat wie beslist")

    def _too_early(self, step: Step, last: int) -> Verdict:
        before = self._called(self._run.steps[last].task)
        came = step.came.next.place.at("naar").span if step.came else step.line.own.place.span
        said = f"{upper_first(self._called(step.task))} begint hier eerder dan {before}."
        return self._broken(said, came, "hierdoor begint deze taak")

    def _information(self, name: str, step: Step) -> Iterator[Verdict]:
        sent = list(self._flows.with_step(self._scene, self._run, step))
        if not any(name == item.flow.id or name in item.flow.data_kinds for item in sent):
            called = lower_first(self._flow_name(name))
            said = f"Bij {self._called(step.task)} gaat {called} volgens de afspraken niet mee."
            came = step.came.next.place.at("naar").span if step.came else step.line.own.place.span
            yield self._broken(said, came, "hierdoor begint deze taak")

    def _flow_name(self, name: str) -> str:
        kind = "gegevensstroom" if self._scene.chain.index.knows("gegevensstroom", name) else "gegeven"
        return self._names.of(kind, name)

    def _never(self, item: Expectation, task: str) -> Verdict:
        for step in self._run.steps:
            if step.task == task and (item.partner is None or self._has(item.partner, step)):
                line = origin(step.came.line, "next") if step.came else step.line
                place = step.came.next.place.at("naar") if step.came else step.line.own.place
                said = (
                    f"{upper_first(self._called(task))} gebeurt hier wel"
                    f"{self._after(step)}. Dat staat in '{line.agreement.title}'."
                )
                return self._broken(said, place.span, "hierdoor begint deze taak")
        return _HOLDS

    def _after(self, step: Step) -> str:
        before = self._run.before(step)
        return f", na {self._called(before.task)}" if before else ""

    def _level(self, item: Expectation, level: str) -> Verdict:
        climbs = [step.came.climb for step in self._run.steps if step.came and step.came.climb]
        for climb in climbs:
            for rung in climb.rungs:
                if level in rung.step.levels:
                    return self._rung(item, climb, rung)
        said = f"Het niveau {self._names.of('niveau', level)} komt in deze casus niet aan de beurt."
        if climbs:
            related = (Related(climbs[0].route.place.span, "deze escalatieroute"),)
            return Verdict(Result.BROKEN, f"{said} De escalatieroute heeft die trede niet.", related)
        stuck, place = absence.stuck(self._run)
        return Verdict(Result.BROKEN, f"{said} {stuck}", (place,) if place else ())

    def _rung(self, item: Expectation, climb: Climb, rung: Rung) -> Verdict:
        if item.partner and not any(self._same(item.partner, who) for who in rung.step.who):
            who = self._names.parties(rung.step.who)
            said = f"Op deze trede zitten {who}, niet {self._names.party(item.partner)}."
            return self._broken(said, rung.step.place.at("wie").span, "deze trede")
        if item.within:
            late = self._deadlines.level(item, item.within, climb, rung)
            if late is not None:
                result = Result.ASKED if late.asked else Result.BROKEN
                return Verdict(result, late.message, late.related, late.agreement)
        return _HOLDS

    def _called(self, task: str) -> str:
        return lower_first(self._names.of("taak", task))

    def _broken(self, said: str, span: Span, where: str) -> Verdict:
        return Verdict(Result.BROKEN, said, (Related(span, where),))
