"""The words to search by that the records of a region give, and those of spoken Dutch."""

from __future__ import annotations

from itertools import chain as chained
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ketenhandboek.chain.areas import WHOLE_REGION
from ketenhandboek.chain.lifecycle import OVER
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.partner_kind import PartnerKind
from ketenhandboek.kinds.task import Task
from ketenhandboek.kinds.term import Term
from ketenhandboek.kinds.theme import Theme
from ketenhandboek.pages.links import HANDBOOK, page_of
from ketenhandboek.site.search.words import Hint, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain

_SPOKEN = Path(__file__).with_name("spreektaal.yaml")
_SHARING = f"{HANDBOOK}/gegevens-delen"
_OVER, _AHEAD = 0.3, 0.5


def search_words(chain: Chain) -> Words:
    """Everything to search by in the handbook of a region."""
    spoken = yaml.safe_load(_SPOKEN.read_text("utf-8"))
    kinds = _names_of_kinds(chain)
    vocabulary = dict(_vocabulary(chain))
    hints = chained(
        (Hint(address, group[1:]) for address, group in vocabulary.items()),
        _sharing(kinds),
        (_partner(chain, partner, kinds) for partner in chain.records.of(Partner).values()),
        (_meeting(chain, meeting) for meeting in chain.records.of(Meeting).values()),
        *(_agreement(chain, agreement) for agreement in chain.records.of(Agreement).values()),
        map(_spoken, spoken["paginas"]),
    )
    alike = (*vocabulary.values(), *kinds.values(), *map(tuple, spoken["hetzelfde"]))
    return Words(alike, tuple(hints), tuple(spoken["zonder_betekenis"]))


def _vocabulary(chain: Chain) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The address of each record with words of its own, and those words: its name first."""
    for term in chain.records.of(Term).values():
        yield _address("begrip", term.id), (term.name, *term.synonyms, *term.discouraged)
    for task in chain.records.of(Task).values():
        yield _address("taak", task.id), (task.name, *task.synonyms)
    for theme in chain.records.of(Theme).values():
        yield _address("thema", theme.id), (theme.name, *theme.synonyms)
    for municipality in chain.region.municipalities if chain.region else ():
        yield _address("gemeente", municipality.id), (municipality.name, *municipality.also_known_as)


def _names_of_kinds(chain: Chain) -> dict[str, tuple[str, ...]]:
    """The names of each kind of partner, with those of the kinds that it came after."""
    kinds = chain.records.of(PartnerKind)
    own = {id_: (kind.name, kind.plural, *kind.synonyms) for id_, kind in kinds.items()}
    return {
        id_: (*own[id_], *chained.from_iterable(own.get(old, ()) for old in kind.predecessors))
        for id_, kind in kinds.items()
    }


def _sharing(kinds: dict[str, tuple[str, ...]]) -> Iterator[Hint]:
    """Each page on sharing data is about one kind, and says with which others it shares or does not."""
    yield Hint(f"{_SHARING}/?*", words=tuple(chained.from_iterable(kinds.values())))
    yield from (Hint(f"{_SHARING}/{kind}/", names) for kind, names in kinds.items())


def _partner(chain: Chain, partner: Partner, kinds: dict[str, tuple[str, ...]]) -> Hint:
    former = (name.name for name in partner.former_names)
    names = (*partner.also_known_as, *former, *kinds.get(partner.kind, ()))
    kind = chain.records.of(PartnerKind).get(partner.kind)
    functions = (*partner.functions, *(kind.functions if kind else ()))
    words = (*_places(chain, partner), *(function.name for function in functions if function.name))
    return Hint(_address("partner", partner.id), names, words)


def _places(chain: Chain, partner: Partner) -> Iterator[str]:
    """The areas in which a partner works and their municipalities, unless it works everywhere."""
    for place in partner.work_areas:
        if place.area != WHOLE_REGION:
            yield chain.names.areas([place.area])
            yield from (item.name for item in chain.areas.sorted(chain.areas.members(place.area)))


def _meeting(chain: Chain, meeting: Meeting) -> Hint:
    return Hint(_address("overleg", meeting.id), words=(chain.names.of("overlegsoort", meeting.kind),))


def _agreement(chain: Chain, agreement: Agreement) -> Iterator[Hint]:
    weight = _weight(chain, agreement)
    kind = agreement.kind.replace("-", " ")
    yield Hint(_address("afspraak", agreement.id), words=(kind,), weight=weight)
    for route in agreement.escalation_routes:
        about = (chain.names.party(party) for party in route.between)
        why = (chain.names.of("aanleiding", trigger) for trigger in route.triggers)
        yield Hint(_address("escalatieroute", route.id), words=(*about, *why), weight=weight)


def _weight(chain: Chain, agreement: Agreement) -> float:
    if chain.lifecycle.states[agreement.id] in OVER:
        return _OVER
    return 1.0 if agreement.id in chain.lifecycle.in_force else _AHEAD


def _spoken(item: dict[str, Any]) -> Hint:
    names, words = (tuple(item.get(key, ())) for key in ("namen", "woorden"))
    return Hint(item["bij"], names, words, item.get("gewicht", 1.0))


def _address(kind: str, id_: str) -> str:
    path, hash_, anchor = page_of(kind, id_).partition("#")
    return f"{path.removesuffix('.md')}/{hash_}{anchor}"
