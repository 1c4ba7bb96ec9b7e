"""Time windows: together they cover the whole week and every holiday."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.region import Window

WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
HOLIDAY = "een feestdag"
AFTER_HOLIDAY = "de dag na een feestdag"
WHOLE_DAY = 24 * 60
_SHOWN = 3


class Piece(NamedTuple):
    """A piece of a day, in minutes since midnight."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"van {_clock(self.start)} tot {_clock(self.end)}"


class BAS010(Rule):
    """A window past midnight belongs to the day on which it begins; a holiday has only its own windows."""

    severity = Severity.WAARSCHUWING
    statement = "Elk uur van de week en van feestdagen valt in een tijdvenster."
    why = (
        "Afspraken gelden per tijdvenster. "
        "Een uur dat in geen venster valt, is een uur waarop niemand is aangewezen en geen controle dat ziet."
    )
    remedy = "Maak een tijdvenster ruimer of voeg er een toe. Schrijf 'feestdagen: ja' bij wat ook dan geldt."
    good = (
        Example.alone(
            "Kantooruren, en een venster voor de avond, de nacht, het weekend en feestdagen",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                gemeenten:
                  - id: berkenrade
                    code: GM9951
                    naam: Berkenrade
                    sinds: 2015-01-01
                tijdvensters:
                  - id: kantooruren
                    naam: Kantooruren
                    dagen:
                      - maandag
                      - dinsdag
                      - woensdag
                      - donderdag
                      - vrijdag
                    van: 08:30
                    tot: 17:00
                  - id: avond-en-nacht
                    naam: Avond en nacht
                    dagen:
                      - maandag
                      - dinsdag
                      - woensdag
                      - donderdag
                      - vrijdag
                      - zondag
                    van: 17:00
                    tot: 08:30
                    feestdagen: ja
                  - id: weekend
                    naam: Weekend en feestdagen
                    dagen:
                      - zaterdag
                      - zondag
                    feestdagen: ja
                """,
        ),
    )
    bad = (
        Example.alone(
            "Maandagochtend valt tussen het weekend en de kantooruren",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                gemeenten:
                  - id: berkenrade
                    code: GM9951
                    naam: Berkenrade
                    sinds: 2015-01-01
                tijdvensters: # hier
                  - id: werkweek
                    naam: Werkweek
                    dagen:
                      - maandag
                      - dinsdag
                      - woensdag
                      - donderdag
                      - vrijdag
                    van: 08:00
                    tot: 08:00
                    feestdagen: ja
                  - id: weekend
                    naam: Weekend
                    dagen:
                      - zaterdag
                      - zondag
                """,
        ),
        Example.alone(
            "De week is rond, maar op feestdagen geldt geen enkel venster",
            regio="""
                id: tweebeken
                naam: Tweebeken
                fictief: ja
                gemeenten:
                  - id: berkenrade
                    code: GM9951
                    naam: Berkenrade
                    sinds: 2015-01-01
                tijdvensters: # hier
                  - id: elke-dag
                    naam: Elke dag
                    dagen:
                      - maandag
                      - dinsdag
                      - woensdag
                      - donderdag
                      - vrijdag
                      - zaterdag
                      - zondag
                """,
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Look for pieces without a window; a region that names no windows has none to cover."""
        region = chain.region
        if region is None or not region.windows:
            return
        gaps = _gaps(region.windows)
        if gaps:
            said = f"Deze tijden vallen in geen enkel tijdvenster: {_in_words(gaps)}."
            message = f"{said} Maak een venster ruimer of voeg er een toe."
            yield Problem(region.place.at("tijdvensters").key_span, message)


def _gaps(windows: tuple[Window, ...]) -> dict[str, list[Piece]]:
    """The uncovered pieces of each kind of day, in the order of the week."""
    found = {today: _uncovered(windows, before, today) for before, today in pairwise((WEEK[-1], *WEEK))}
    ordinary = {piece for pieces in found.values() for piece in pieces}
    found[HOLIDAY] = _joined(
        piece for before in (*WEEK, HOLIDAY) for piece in _uncovered(windows, before, HOLIDAY)
    )
    after = _joined(piece for today in WEEK for piece in _uncovered(windows, HOLIDAY, today))
    found[AFTER_HOLIDAY] = [piece for piece in after if piece not in ordinary]
    return {day: pieces for day, pieces in found.items() if pieces}


def _uncovered(windows: tuple[Window, ...], before: str, today: str) -> list[Piece]:
    """The pieces of a day that no window covers, when the day before is of the kind `before`."""
    covered = [piece for window in windows for piece in _pieces(window, before, today)]
    borders = sorted({0, WHOLE_DAY, *(border for piece in covered for border in piece)})
    atoms = (Piece(*border) for border in pairwise(borders))
    return _joined(
        atom for atom in atoms if not any(p.start <= atom.start and atom.end <= p.end for p in covered)
    )


def _pieces(window: Window, before: str, today: str) -> Iterator[Piece]:
    """What a window covers of today, also when it began yesterday."""
    start = _minutes(window.start or "00:00")
    end = _minutes(window.end or "24:00")
    if _falls_on(window, today):
        yield Piece(start, end if end > start else WHOLE_DAY)
    if _falls_on(window, before) and end <= start:
        yield Piece(0, end)


def _falls_on(window: Window, day: str) -> bool:
    return window.holidays if day == HOLIDAY else day in window.days


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The same minutes in as few pieces as possible."""
    joined: list[Piece] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Piece(joined[-1].start, max(piece.end, joined[-1].end))
        else:
            joined.append(piece)
    return joined


def _in_words(gaps: dict[str, list[Piece]]) -> str:
    """`maandag en dinsdag van 00:00 tot 08:00`, the first few; pieces at the same hours together."""
    days: dict[Piece, list[str]] = {}
    for day, pieces in gaps.items():
        for piece in pieces:
            days.setdefault(piece, []).append(day)
    said = [f"{listed(names)} {piece}" for piece, names in days.items()]
    more = len(said) - _SHOWN
    return listed([*said[:_SHOWN], f"nog {more} andere tijden"] if more > 1 else said)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
