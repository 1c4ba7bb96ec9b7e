"""Who is accountable, within which time, and what comes next, in sentences about situations."""

from __future__ import annotations

from ketenhandboek.changes import values as v
from ketenhandboek.changes.sentences.phrases import agreeing, all_of
from ketenhandboek.changes.sentences.saying import said
from ketenhandboek.wording import listed, lower_first, upper_first

_SHOWN = 2
END = "einde"


@said.register
def _(change: v.AccountableChanged) -> str:
    task = lower_first(change.task.name)
    if not change.new:
        rest = "Anderen blijven dat wel." if change.beside else ""
        return _somewhere(
            change.extents, _are(change.old), f"niet meer eindverantwoordelijk voor {task}", rest
        )
    too = "ook " if change.beside and not change.old else ""
    before = f", niet meer {all_of(change.old)}" if change.old else ""
    return _somewhere(change.extents, _are(change.new), f"{too}eindverantwoordelijk voor {task}", "", before)


@said.register
def _(change: v.CoverageChanged) -> str:
    what = f"eindverantwoordelijk voor {lower_first(change.task.name)}"
    if change.won:
        return _somewhere(change.extents, _are(change.parties), what, "Eerst was dat niemand.")
    return _somewhere(
        change.extents, ("is", "niemand meer"), what, f"Eerst was dat {all_of(change.parties)}."
    )


@said.register
def _(change: v.DeadlineChanged) -> str:
    old, new = _terms(change.old), _terms(change.new)
    task = lower_first(change.task.name)
    if not change.new:
        return _somewhere(
            change.extents, ("geldt", "geen termijn meer"), f"voor {task}", f"Eerst was dat {old}."
        )
    length = {True: "een langere", False: "een kortere", None: "een andere" if change.old else "een"}
    rest = f"Eerst was dat {old}." if change.old else "Eerst was er geen termijn."
    return _somewhere(
        change.extents, ("geldt", f"{length[change.longer]} termijn"), f"voor {task}", rest, f": {new}"
    )


@said.register
def _(change: v.FollowUpChanged) -> str:
    task = lower_first(change.task.name)
    outcome = f" met als uitkomst '{change.outcome}'" if change.outcome else ""
    sign = "nu ook" if change.added else "niet meer"
    first = change.extents[0]
    when = f" {first.when}" if first.when else ""
    if change.following.id == END:
        what = f"eindigt de route{when} {sign}"
    else:
        what = f"volgt{when} {sign} {lower_first(change.following.name)}"
    about = f"{first.about}, {first.during}" if first.during else first.about
    sentence = f"{first.where} {what} na {task}{outcome}{about}."
    return f"{upper_first(sentence)}{_also(change.extents)}"


def _somewhere(
    where: tuple[v.Extent, ...], who: tuple[str, str], what: str, rest: str = "", tail: str = ""
) -> str:
    """`In Oostveld is vanaf 1 januari 2027 het wijkteam … voor opvang, niet meer …`, and where else."""
    first = where[0]
    verb, party = who
    words = (first.where, verb, first.during, first.when, party, f"{what}{first.about}{tail}.")
    return f"{upper_first(' '.join(filter(None, words)))}{_also(where)}{' ' + rest if rest else ''}"


def _also(where: tuple[v.Extent, ...]) -> str:
    """The other situations: two in words, the rest counted."""
    others = where[1:]
    told = (" ".join(filter(None, (one.where, one.during, one.when))) + one.about for one in others[:_SHOWN])
    rest = len(others) - _SHOWN
    more = {0: "", 1: " Zo is er nog één groep situaties."}
    tail = more.get(max(rest, 0), f" Zo zijn er nog {rest} groepen situaties.")
    return "".join(f" Ook {one}." for one in told) + tail


def _are(parties: v.Names) -> tuple[str, str]:
    return agreeing(parties, "is", "zijn"), all_of(parties)


def _terms(terms: tuple[v.Term, ...]) -> str:
    return listed(f"{term.within} na {term.since}" if term.since else term.within for term in terms)
