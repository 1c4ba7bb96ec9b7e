"""Time windows: together they cover the whole week and every holiday."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ketenhandboek.chain.week import HOLIDAY, WEEK, WHOLE_DAY, Piece, pieces, successions
from ketenhandboek.findings import Problem, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.region import Window

_HOLIDAY = "een feestdag"
_AFTER_HOLIDAY = "de dag na een feestdag"
_SHOWN = 3


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
                vereist_landelijk: nee
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
                vereist_landelijk: nee
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
                    tot: 20:00
                    feestdagen: ja
                  - id: nacht
                    naam: Nacht
                    dagen:
                      - maandag
                      - dinsdag
                      - woensdag
                      - donderdag
                      - vrijdag
                    van: 20:00
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
                vereist_landelijk: nee
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
    found: dict[str, list[Piece]] = {}
    for before, today in successions():
        found.setdefault(_called(before, today), []).extend(_uncovered(windows, before, today))
    gaps = {day: _joined(uncovered) for day, uncovered in found.items()}
    ordinary = {piece for day in WEEK for piece in gaps[day]}
    gaps[_AFTER_HOLIDAY] = [piece for piece in gaps[_AFTER_HOLIDAY] if piece not in ordinary]
    return {day: uncovered for day, uncovered in gaps.items() if uncovered}


def _called(before: str, today: str) -> str:
    if today == HOLIDAY:
        return _HOLIDAY
    return _AFTER_HOLIDAY if before == HOLIDAY else today


def _uncovered(windows: tuple[Window, ...], before: str, today: str) -> list[Piece]:
    """The pieces of a day that no window covers, when the day before is of the kind `before`."""
    covered = [piece for window in windows for piece in pieces(window, before, today)]
    borders = sorted({0, WHOLE_DAY, *(border for piece in covered for border in piece)})
    return [
        Piece(start, end)
        for start, end in pairwise(borders)
        if not any(piece.start <= start and end <= piece.end for piece in covered)
    ]


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
    for day, uncovered in gaps.items():
        for piece in uncovered:
            days.setdefault(piece, []).append(day)
    said = [
        f"{listed(names)} van {_clock(piece.start)} tot {_clock(piece.end)}" for piece, names in days.items()
    ]
    more = len(said) - _SHOWN
    return listed([*said[:_SHOWN], f"nog {more} andere tijden"] if more > 1 else said)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
