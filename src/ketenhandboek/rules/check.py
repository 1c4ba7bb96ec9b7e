"""Judge a chain by all rules and make the report: severities, exceptions, and no cascades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.folder import home
from ketenhandboek.findings import Finding, Question, Report, Unjudged
from ketenhandboek.kinds.exception import KIND
from ketenhandboek.rules.accepted import accepted, perhaps_accepted, reweigh, reweighed
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.grouping import told_once
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Problem
    from ketenhandboek.rules.rule import Rule


def check(chain: Chain, only: Collection[str] = ()) -> Report:
    """Judge by every rule, or only by the rules with these codes."""
    rules = [rule for code, rule in catalogue().items() if not only or code in only]
    said = [item for rule in rules for item in judged(rule, chain)]
    found = [item for item in said if isinstance(item, Finding)]
    weighed = reweigh(found, chain)
    excepted = list(accepted(weighed, chain))
    hidden = {item.finding for item in excepted} | set(perhaps_accepted(weighed, chain))
    return Report.of(
        told_once(finding for finding in weighed if finding not in hidden),
        (
            *(item for item in said if isinstance(item, Unjudged)),
            *_left_aside(rules, chain),
            *_lost_exceptions(chain),
        ),
        excepted,
        chain.records.texts,
        reweighed(chain),
    )


def judged(rule: Rule, chain: Chain) -> Iterator[Finding | Unjudged]:
    """What one rule says; nothing when records that it needs are lost, which `check` says once."""
    if not chain.records.whole(*rule.needs):
        return
    for item in rule.judge(chain):
        record = item.record or chain.records.owner(item.span)
        if isinstance(item, Question):
            yield Unjudged(rule.code, item.span, item.question, item.ask, record)
        else:
            yield _finding(rule, item, record)


def _left_aside(rules: list[Rule], chain: Chain) -> Iterator[Unjudged]:
    """The rules that can't be judged because of what could not be read or did not fit, in one sentence."""
    codes = [rule.code for rule in rules if not chain.records.whole(*rule.needs)]
    causes = [(problem.span, "BAS001") for problem in chain.records.unreadable]
    causes += [(problem.span, "BAS002") for problem in chain.records.misfits]
    causes += [(second.place.at("id").span, "BAS004") for _, second in chain.records.repeated]
    if codes and causes:
        span, rule = min(causes)
        families = listed(dict.fromkeys(code[:3] for code in codes))
        verb = "Eén regel is" if len(codes) == 1 else f"{len(codes)} regels zijn"
        question = f"{verb} door deze fout nog niet te beoordelen ({families}). Los de fout eerst op."
        yield Unjudged(rule, span, question, record=chain.records.owner(span))


def _lost_exceptions(chain: Chain) -> Iterator[Unjudged]:
    """That what the region accepts can't be seen whole, once, at the first fault in its file."""
    file = home(KIND, "")
    causes = [(problem.span, "BAS001") for problem in chain.records.unreadable]
    causes += [(problem.span, "BAS002") for problem in chain.records.misfits]
    here = [cause for cause in causes if cause[0].file.endswith(file)]
    if here:
        span, rule = min(here)
        question = (
            "Door deze fout is niet te zien welke bevindingen de regio accepteert. Los de fout eerst op."
        )
        yield Unjudged(rule, span, question)


def _finding(rule: Rule, problem: Problem, record: str) -> Finding:
    severity = problem.severity or rule.severity
    return Finding(
        rule.code,
        severity,
        problem.span,
        problem.message,
        problem.related,
        problem.edit,
        record,
        problem.municipalities,
    )
