"""The sentence in a source that stands nearest to a finding."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from ketenhandboek.kinds.build import Annotated, Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.findings import Report
    from ketenhandboek.kinds.build import Citation


def sentences(chain: Chain, report: Report) -> list[Citation]:
    """Per finding the quotation of the smallest part around it that gives one, each once."""
    found = (_nearest(chain, finding.record, finding.span.line) for finding in report.findings)
    return list({citation.quotation: citation for citation in found if citation}.values())


def _nearest(chain: Chain, record: str, line: int) -> Citation | None:
    kind, _, id_ = record.partition("/")
    entry = chain.records.entry(kind, id_)
    around = (item.citation for item in _annotated(entry.record) if _holds(item, line)) if entry else ()
    quoted = [citation for citation in around if citation and citation.quotation]
    return quoted[-1] if quoted else None


def _holds(item: Item, line: int) -> bool:
    """Whether a line, counted from 1, lies in the item; its end mark is the begin of what follows."""
    node = item.place.node
    return bool(node.start_mark.line < line <= node.end_mark.line)


def _annotated(item: Item) -> Iterator[Annotated]:
    """The item and its parts, from the outside in."""
    if isinstance(item, Annotated):
        yield item
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Item):
                yield from _annotated(part)
