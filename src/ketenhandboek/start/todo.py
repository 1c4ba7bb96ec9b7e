"""What is still open in a region, in the order in which one fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.task import Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Finding, Report, Unjudged

STEPS = (
    "De regio",
    "De partners",
    "Waar iemand binnenkomt",
    "Als iemand nu in gevaar is",
    "Na de melding",
    "Als het vastloopt",
    "De rest",
)
REGION, PARTNERS, ENTRY, ACUTE, REPORTS, LADDERS, REST = STEPS
_LADDERS, _DIRECT = "ESC", "ESC007"
_BASICS = ("BAS", "PRI")


def todo(chain: Chain, report: Report) -> dict[str, list[str]]:
    """Messages and questions under the step to which they belong; steps with nothing to do are left out."""
    found: dict[str, list[str]] = {step: [] for step in STEPS}
    for step, said in _said(chain, report):
        if said not in found[step]:
            found[step].append(said)
    return {step: said for step, said in found.items() if said}


def _said(chain: Chain, report: Report) -> Iterator[tuple[str, str]]:
    order = {f"taak/{id_}": place for place, id_ in enumerate(chain.records.of(Task))}
    for finding in sorted(report.findings, key=lambda item: order.get(item.record, len(order))):
        yield _step(chain, finding), finding.message
    for unjudged in report.unjudged:
        yield _step(chain, unjudged), unjudged.question


def _step(chain: Chain, item: Finding | Unjudged) -> str:
    kind, _, id_ = item.record.partition("/")
    task = chain.records.of(Task).get(id_) if kind == "taak" else None
    if task:
        return ENTRY if task.entry else ACUTE if task.acute else REPORTS
    if item.rule.startswith(_LADDERS):
        return ACUTE if item.rule == _DIRECT else LADDERS
    if kind == "partner":
        return PARTNERS
    return REGION if kind == "regio" and item.rule.startswith(_BASICS) else REST
