"""The dates ahead as a calendar, read back by a program that reads calendars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from ketenhandboek.chain.ahead import dates_ahead
from ketenhandboek.chain.chain import Chain
from ketenhandboek.export.icalendar import icalendar
from ketenhandboek.rules.example import clean_chain, example_chain
from ketenhandboek.rules.rule import Example

NAME = r"Één; twee, drie\vier – zoals in: 'Afspraken over de nachtopvang', ñandú en 東京 samen genoemd"
AGREEMENT = f"""
    titel: "{NAME.replace(chr(92), chr(92) * 2)}"
    soort: werkinstructie
    stand: vastgesteld
    geldig:
      van: 2025-01-01
      tot_en_met: {{}}
    gebied:
      - regio
    themas:
      - alle
"""


def chain_until(end: str) -> Chain:
    return example_chain(Example.of("", afspraken__nachtopvang=AGREEMENT.format(end)))


def events_of(chain: Chain) -> list[Any]:
    return list(Calendar.from_ical(icalendar(chain)).walk("VEVENT"))


def test_every_date_is_an_event_of_whole_days_under_its_own_name() -> None:
    chain = chain_until("2026-12-31")
    events = events_of(chain)
    assert [str(event["SUMMARY"]) for event in events] == [
        f"{item.what}: {item.name}" for item in dates_ahead(chain)
    ]
    last = next(event for event in events if NAME in event["SUMMARY"])
    assert (last.decoded("DTSTART"), last.decoded("DTEND")) == (date(2026, 12, 31), date(2027, 1, 1))
    assert not any(event.errors for event in events)


def test_a_date_known_to_the_month_fills_the_month() -> None:
    last = next(event for event in events_of(chain_until("2026-12")) if NAME in event["SUMMARY"])
    assert last.decoded("DTEND") - last.decoded("DTSTART") == timedelta(days=31)


def test_lines_end_as_they_should_and_none_is_too_long() -> None:
    lines = icalendar(chain_until("2026-12-31")).encode("utf-8").split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") for line in lines), "no letter is cut in two"
    assert not [line for line in lines if b"\n" in line or b"\r" in line]


def test_names_of_events_are_unique_and_stay_when_a_date_moves() -> None:
    def names(end: str) -> set[str]:
        events = events_of(chain_until(end))
        found = {str(event["UID"]) for event in events}
        assert len(found) == len(events)
        return found

    assert names("2026-12-31") == names("2027-06-30")


def test_the_stamp_is_the_reference_date_so_that_bytes_stay_the_same() -> None:
    assert icalendar(clean_chain()) == icalendar(clean_chain())
    for event in events_of(chain_until("2026-12-31")):
        assert event.decoded("DTSTAMP").date() == clean_chain().day


def test_without_dates_there_is_no_calendar() -> None:
    chain = Chain(clean_chain().records, date(2090, 1, 1))
    assert dates_ahead(chain) == ()
    assert icalendar(chain) == ""
