"""Whether a name that a record uses exists, and what to say when it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.index import EVENT, kind_named
from ketenhandboek.findings import Edit, Problem
from ketenhandboek.kinds.kind import catalogue
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.slips import folded, slip_of
from ketenhandboek.values import Ref
from ketenhandboek.wording import did_you_mean, listed, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.index import Used
    from ketenhandboek.kinds.references import Use
    from ketenhandboek.source.document import Place

_MOMENTS = ("begin", "einde")
_WORDS_FOR = {
    "soort": "soort partner",
    "overlegsoort": "soort overleg",
    "gegeven": "soort gegevens",
    "landelijke-gemeente": "gemeente in de landelijke lijst",
}


def named_in_full(used: Used) -> bool:
    """Whether the whole text is a name that exists: the quick answer for nearly every use."""
    use, _, declared = used
    whole = declared is not None and declared.declaration.id == use.text
    return whole and use.said.function != "moet" and use.said.targets[0] not in _LOOKUPS


def not_found(used: Used, chain: Chain) -> Iterator[Problem]:
    """The problem of a use that names nothing; none when the name may stand in a file that is broken."""
    return _LOOKUPS.get(used.use.said.targets[0], _named)(used, chain)


def missing(
    place: Place, said: str, word: str, known: Iterable[str], after: str = "", before: str = ""
) -> Problem:
    """`said` with what the writer may have meant; with a mend when that is sure."""
    names = list(dict.fromkeys(known))
    return _meant(place, said + did_you_mean(word, names), slip_of(word, names), before, after)


def _unnamed(
    place: Place, said: str, ref: Ref, kinds: tuple[str, ...], words: Iterable[str], chain: Chain
) -> Problem:
    """As `missing`, for ids of records with names: everybody may call it `vt-lindewaarde`."""
    known = {id_: id_ for id_ in (*chain.index.names(kinds), *words)}
    for kind in kinds:
        for id_, declared in chain.index.declared.get(kind, {}).items():
            data = declared.entry.data if declared.entry.id == id_ else {}
            for name in (data.get("naam"), *(data.get("ook_bekend_als") or ())):
                known.setdefault(folded(str(name or id_)), id_)
    near = list(dict.fromkeys(known[word] for word in nearest(ref.name, known)))
    shown = listed((_with_name(id_, kinds, chain) for id_ in near), "of")
    after = f"/{ref.function}" if ref.function else ""
    slip = slip_of(ref.name, known)
    return _meant(place, f"{said} Bedoelde u {shown}?" if near else said, slip and known[slip], "", after)


def _with_name(id_: str, kinds: tuple[str, ...], chain: Chain) -> str:
    """`'lokaal-team-oostveld' (Wijkteam Oostveld)`, or the id alone when it says the name already."""
    kind = next((kind for kind in kinds if chain.index.knows(kind, id_)), "")
    name = chain.names.of(kind, id_) if kind else id_
    return f"'{id_}'" if folded(name) == id_ else f"'{id_}' ({name})"


def _meant(place: Place, said: str, slip: str | None, before: str, after: str) -> Problem:
    edit = Edit(place.span, f"{before}{slip}{after}") if slip else None
    return Problem(place.span, said, edit=edit)


def choices(word: str, known: Iterable[str]) -> str:
    """` Kies uit: a of b.`, for a short list in which no name comes near."""
    names = list(known)
    return "" if not names or nearest(word, names) else f" Kies uit: {listed(names, 'of')}."


def _named(used: Used, chain: Chain) -> Iterator[Problem]:
    use = used.use
    ref = Ref.parse(use.text)
    kind = kind_named(use, chain.index.declared)
    if kind is not None:
        yield from _function_after(use, ref, kind, chain)
    elif not any(chain.records.may_declare(target, ref.name) for target in use.said.targets):
        what = listed((_WORDS_FOR.get(target, target) for target in use.said.targets), "of")
        said = f"Er is geen {what} '{ref.name}'."
        yield _unnamed(use.place, said, ref, use.said.targets, use.said.words, chain)


def _function_after(use: Use, ref: Ref, kind: str, chain: Chain) -> Iterator[Problem]:
    if kind not in ("partner", "soort"):
        if ref.function:
            message = f"{chain.names.of(kind, ref.name)} heeft geen functies. Haal '/{ref.function}' weg."
            yield Problem(use.place.span, message, edit=Edit(use.place.span, ref.name))
    elif ref.function:
        yield from _function(use, ref, kind, f"{ref.name}/", chain)
    elif use.said.function == "moet":
        name, example = chain.names.of(kind, ref.name), next(iter(chain.functions.of(ref.name)), "functie")
        message = f"Hier hoort een functie van {name}. Schrijf bijvoorbeeld '{ref.name}/{example}'."
        yield Problem(use.place.span, message)


def _function_of(used: Used, chain: Chain) -> Iterator[Problem]:
    """A function of the record itself, or of the partner that the sibling key names."""
    use, entry, _ = used
    owner = entry.id if use.said.of == "." else Ref.parse(str(use.siblings.get(use.said.of, ""))).name
    if use.text in chain.functions.of(owner):
        return
    kind = next((kind for kind in ("partner", "soort") if chain.index.knows(kind, owner)), None)
    if kind is not None:
        yield from _function(use, Ref(owner, use.text), kind, "", chain)


def _function(use: Use, ref: Ref, kind: str, before: str, chain: Chain) -> Iterator[Problem]:
    known = chain.functions.of(ref.name)
    if ref.function in known or _kind_is_lost(ref.name, chain):
        return
    if not chain.records.may_declare("functie", ref.function):
        name = chain.names.of(kind, ref.name)
        said = f"{name} heeft geen functie '{ref.function}'.{choices(ref.function, sorted(known))}"
        yield missing(use.place, said, ref.function, known, before=before)


def _kind_is_lost(owner: str, chain: Chain) -> bool:
    """Whether the functions of an owner can't be known, because its kind is missing or broken."""
    partner = chain.records.of(Partner).get(owner)
    return partner is not None and not chain.index.knows("soort", partner.kind)


def _event(used: Used, chain: Chain) -> Iterator[Problem]:
    use = used.use
    ref = Ref.parse(use.text)
    exists = chain.index.knows("taak", ref.name) if ref.function else chain.index.knows(EVENT, ref.name)
    if exists or any(chain.records.may_declare(kind, ref.name) for kind in ("taak", EVENT)):
        return
    if ref.function:
        known: Iterable[str] = chain.index.names(("taak",))
        yield missing(use.place, f"Er is geen taak '{ref.name}'.", ref.name, known, f"/{ref.function}")
    elif chain.index.knows("taak", ref.name):
        begin, end = (f"'{ref.name}/{moment}'" for moment in _MOMENTS)
        yield Problem(use.place.span, f"'{ref.name}' is een taak. Schrijf {begin} of {end}.")
    else:
        tasks = (f"{task}/{moment}" for task in chain.index.names(("taak",)) for moment in _MOMENTS)
        known = (*chain.index.names((EVENT,)), *tasks)
        yield missing(use.place, f"Er is geen gebeurtenis '{use.text}'.", use.text, known)


def _record(used: Used, chain: Chain) -> Iterator[Problem]:
    place = used.use.place
    kind, _, id_ = used.use.text.partition("/")
    if kind not in catalogue():
        yield missing(place, f"Er is geen soort gegevens '{kind}'.", kind, catalogue(), f"/{id_}")
    elif chain.records.entry(kind, id_) is None and not chain.records.may_declare(kind, id_):
        known = chain.index.names((kind,))
        yield missing(
            place, f"Er is geen {_WORDS_FOR.get(kind, kind)} '{id_}'.", id_, known, before=f"{kind}/"
        )


_LOOKUPS = {EVENT: _event, "record": _record, "functie": _function_of}
