"""What municipalities made of a model agreement: who elaborated it, and what is still to be settled there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.values import Ref, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.region import Municipality

FIELD_OF = {
    "eindverantwoordelijk": "accountable",
    "uitvoerders": "performers",
    "termijn": "deadline",
    "beslist": "decides",
    "methode": "method",
}
"""The field of a line for each key that a model may leave to the municipalities."""


class Elaborated(NamedTuple):
    """Municipalities with the same local agreements, and the lines in these that elaborate the model."""

    municipalities: tuple[Municipality, ...]
    agreements: tuple[Agreement, ...]
    lines: tuple[Line, ...]


def elaborated(chain: Chain, model: Agreement) -> list[Elaborated]:
    """Per set of local agreements in force the municipalities that share it; without any comes last."""
    groups: dict[tuple[str, ...], list[Municipality]] = {}
    local = {agreement.id: agreement for agreement in local_agreements(chain, model)}
    for municipality in chain.areas.sorted(chain.areas.of(model.areas)):
        here = (id_ for id_, item in local.items() if municipality.id in chain.areas.of(item.areas))
        groups.setdefault(tuple(here), []).append(municipality)
    found = [
        Elaborated(tuple(members), tuple(local[id_] for id_ in ids), tuple(_lines(chain, model, ids)))
        for ids, members in groups.items()
    ]
    return sorted(found, key=lambda group: not group.agreements)


def local_agreements(chain: Chain, model: Agreement) -> Iterator[Agreement]:
    """The agreements in force that elaborate it for part of its area, or for its only municipality."""
    everywhere = chain.areas.of(model.areas)
    for agreement in chain.lifecycle.in_force.values():
        here = chain.areas.of(agreement.areas)
        if model.id in agreement.elaborates and (here < everywhere or len(everywhere) == 1):
            yield agreement


def unsettled(chain: Chain, model: Agreement, municipality: Municipality) -> list[str]:
    """The tasks of an agreement that in a municipality are nobody's yet, or not yet filled in."""
    lines = (
        line
        for line in chain.elaboration.in_municipality(municipality.id)
        if line.agreement is model or (line.base is not None and line.base.agreement is model)
    )
    tasks = (line.own.task for line in lines if not isinstance(line.line.accountable, Ref) or left_open(line))
    return list(dict.fromkeys(tasks))


def left_open(line: Line) -> list[str]:
    """The keys that the model leaves to the municipalities and that nothing fills in here."""
    above = line if line.base is None else line.base
    values = {key: getattr(line.line, FIELD_OF[key]) for key in above.own.left_to_local}
    return [key for key, value in values.items() if not value or isinstance(value, Unknown)]


def _lines(chain: Chain, model: Agreement, ids: tuple[str, ...]) -> Iterator[Line]:
    for line in chain.elaboration.lines:
        if line.agreement.id in ids and line.base is not None and line.base.agreement is model:
            yield line
