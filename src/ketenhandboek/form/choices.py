"""What a reference may name: the ids that a region knows, with the names that readers know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.events import BEGIN, END
from ketenhandboek.chain.index import EVENT
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.slips import folded
from ketenhandboek.values import UNKNOWN, Ref
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain

Option = dict[str, str]


class Choices:
    """The options of a picker, by what a schema says under `x-ref`."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def of(self, reference: dict[str, Any]) -> list[Option]:
        """Every id, by name, after the words that may stand instead; `onbekend` comes last."""
        words = (_option(self._chain.names.of("", word), word) for word in reference.get("woorden", ()))
        found = {option["value"]: option for option in self._ids(reference)}
        named = sorted(found.values(), key=lambda option: option["label"].casefold())
        return [*words, *named, _option("onbekend", UNKNOWN.value)]

    def _ids(self, reference: dict[str, Any]) -> Iterator[Option]:
        targets = reference["naar"]
        if targets == ["record"]:
            for kind in catalogue():
                yield from (_option(f"{kind}: {label}", f"{kind}/{id_}") for id_, label in self._named(kind))
        elif targets == [EVENT]:
            yield from self._events()
        else:
            for kind in targets:
                if reference.get("functie") != "moet":
                    yield from (_option(label, id_) for id_, label in self._named(kind))
                if "functie" in reference and kind in ("partner", "soort"):
                    yield from self._functions(kind)

    def _events(self) -> Iterator[Option]:
        names = self._chain.names
        refs = [Ref.parse(event) for event in self._chain.index.names((EVENT,))]
        refs += [Ref(task, moment) for task in self._chain.index.names(("taak",)) for moment in (BEGIN, END)]
        yield from (_option(names.event(ref), str(ref)) for ref in refs)

    def _functions(self, kind: str) -> Iterator[Option]:
        for id_, label in self._named(kind):
            for function in self._chain.functions.of(id_):
                ref = Ref(id_, function)
                yield _option(f"{label}: {self._chain.names.function(ref)}", str(ref))

    def _named(self, kind: str) -> Iterator[tuple[str, str]]:
        """Each id with its name; with the id behind it when the name does not say it."""
        for id_ in self._chain.index.names((kind,)):
            name = self._chain.names.of(kind, id_)
            yield id_, name if folded(name) == id_ else f"{name} ({id_})"


def _option(label: str, value: str) -> Option:
    return {"label": upper_first(label), "value": value}
