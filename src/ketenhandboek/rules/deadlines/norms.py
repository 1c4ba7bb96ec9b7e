"""TER002: a term stays within the norm."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.chain.events import END
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import as_sure_as
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.shared.terms import Terms
from ketenhandboek.rules.texts.lines import PLAN, example_lines
from ketenhandboek.values import Duration, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Question
    from ketenhandboek.kinds.parts import Deadline

HOME_BAN_STEPS = ("huisverbod-hulp", "huisverbod-evaluatie", "huisverbod-verlengen")
"""The steps inside the clock of a home ban, which a stricter rule of its own judges."""

_NORM = """
    normen:
      - id: hulpplan-op-tijd
        naam: Hulpplan op tijd
        soort: sectorafspraak
        taak: hulpplan
        binnen: 10 werkdagen
        vanaf: hulpplan/begin
        toets: geverifieerd
"""


class Limit(NamedTuple):
    """A norm with a number: within how long, from which event to which."""

    norm: Norm
    within: Duration
    since: Ref
    until: Ref


def limits(chain: Chain, terms: Terms) -> Iterator[Limit]:
    """The norms that hold on the day and limit a time from one event to another.

    A norm for a share of the cases says nothing about a single one. Without `tot` it ends with its task.
    """
    for norm in chain.records.of(Norm).values():
        until = norm.until or (Ref(norm.task, END) if norm.task else None)
        if norm.within and norm.since and until and not norm.share and chain.exists(norm.valid):
            yield Limit(norm, norm.within, terms.event(norm.since), terms.event(until))


class TER002(Rule):
    """No term is longer than the norm."""

    severity = Severity.FOUT
    statement = "Een termijn is niet langer dan de norm die met dezelfde gebeurtenis begint."
    why = (
        "Een wet of beroepsnorm zegt hoe lang een gezin ten hoogste mag wachten. "
        "Partners mogen sneller afspreken, maar niet langzamer."
    )
    remedy = "Maak de termijn zo kort als de norm, of korter."
    needs = ("norm", "taak", "regio")
    good = (
        Example.of(
            "Zes kalenderdagen zijn nooit langer dan tien werkdagen",
            eigen__normen=_NORM,
            afspraken__hulpplan=example_lines(PLAN.replace("10 werkdagen", "6 kalenderdagen")),
        ),
    )
    bad = (
        Example.of(
            "De norm is tien werkdagen, de afspraak geeft er vijftien",
            eigen__normen=_NORM,
            afspraken__hulpplan=example_lines(PLAN.replace("10 werkdagen", "15 werkdagen # hier")),
        ),
        Example.of(
            "Twee weken lijken tien werkdagen, maar vanaf een zondag duren zij langer",
            eigen__normen=_NORM,
            afspraken__hulpplan=example_lines(PLAN.replace("10 werkdagen", "2 weken # hier")),
        ),
        Example.of(
            "De naam van de gebeurtenis is anders, maar het is hetzelfde moment",
            eigen__normen=_NORM.replace("vanaf: hulpplan/begin", "vanaf: besluit-onderzoek"),
            afspraken__hulpplan=example_lines(
                PLAN.replace("10 werkdagen", "15 werkdagen # hier").replace(
                    "hulpplan/begin", "onderzoek/begin"
                )
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each term beside each norm for the same task and the same start."""
        norms: dict[date, Norms] = {}
        for agreement, then in standing(chain):
            if then.day not in norms:
                norms[then.day] = Norms.of(then)
            for line in agreement.responsibilities:
                if line.deadline is not None and line.task not in HOME_BAN_STEPS:
                    yield from _beside_norms(then, norms[then.day], line.task, line.deadline)


class Norms(NamedTuple):
    """The norms of a day by the task that ends them."""

    terms: Terms
    limits: dict[Ref, list[Limit]]

    @classmethod
    def of(cls, chain: Chain) -> Norms:
        """The norms that hold on the day of the chain."""
        terms = Terms(chain)
        found: dict[Ref, list[Limit]] = {}
        for limit in limits(chain, terms):
            found.setdefault(limit.until, []).append(limit)
        return cls(terms, found)


def _beside_norms(chain: Chain, norms: Norms, task: str, deadline: Deadline) -> Iterator[Problem]:
    term, since = deadline.within, deadline.since
    if not isinstance(term, Duration) or not isinstance(since, Ref):
        return
    for limit in norms.limits.get(Ref(task, END), ()):
        if limit.since == norms.terms.event(since) and norms.terms.exceeds(term, limit.within):
            yield as_sure_as(_too_long(chain, norms.terms, task, deadline, limit), limit.norm)


def _too_long(chain: Chain, terms: Terms, task: str, deadline: Deadline, limit: Limit) -> Problem:
    term, norm = deadline.within, limit.norm
    assert isinstance(term, Duration)
    message = (
        f"{chain.names.of('taak', task)} mag hier {term} duren, maar de norm is {limit.within} "
        f"({norm.name}).{terms.example((term,), limit.within)} Maak de termijn korter."
    )
    related = Related(norm.place.at("binnen").span, f"de norm: {limit.within}")
    return Problem(deadline.place.at("binnen").span, message, (related,))
