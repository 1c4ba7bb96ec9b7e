"""What may stand where a record names another: every id that exists, with the name that readers know."""

from __future__ import annotations

from itertools import chain as joined
from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.index import EVENT
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain

_RECORD = "record"
_MOMENTS = ("begin", "einde")


def choices(chain: Chain, reference: dict[str, Any]) -> dict[str, str]:
    """What may be written for an `x-ref` of a schema, with what it means: words first, then ids by name."""
    words = ((word, chain.names.of("", word)) for word in reference.get("woorden", ()))
    named = joined.from_iterable(_of_kind(chain, kind) for kind in reference["naar"])
    return dict((*words, *sorted(named, key=lambda pair: pair[1].casefold())))


def with_function(chain: Chain, owners: Iterable[str]) -> dict[str, str]:
    """Every function of these partners and kinds, as a record names it, each with what it means."""
    refs = (Ref(owner, function) for owner in owners for function in chain.functions.of(owner))
    return {str(ref): chain.names.party(ref) for ref in refs}


def _of_kind(chain: Chain, kind: str) -> Iterator[tuple[str, str]]:
    if kind == _RECORD:
        for entry in chain.records.entries:
            yield entry.key, f"{chain.names.of(entry.kind.name, entry.id)} ({entry.kind.name})"
    elif kind == EVENT:
        tasks = (f"{task}/{moment}" for task in chain.index.names(("taak",)) for moment in _MOMENTS)
        yield from ((event, chain.names.event(event)) for event in (*chain.index.names((EVENT,)), *tasks))
    else:
        for id_ in chain.index.names((kind,)):
            yield id_, f"{chain.names.of(kind, id_)} ({kind})"
