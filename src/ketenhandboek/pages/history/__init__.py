"""What changed and when: one page, day by day, the newest first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.pages.happened import PATH, anchor
from ketenhandboek.pages.links import page_of
from ketenhandboek.pages.page import Page
from ketenhandboek.pages.pen import render
from ketenhandboek.wording import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.changes.values import Named
    from ketenhandboek.history.values import Merged
    from ketenhandboek.pages.links import Links
    from ketenhandboek.pages.markup import Markup
    from ketenhandboek.pages.page import Book

_NAMELESS = {"regio": "De regio", "uitzondering": "Uitzonderingen"}
_NAMED = 2
_SHOWN = 5


def pages(book: Book) -> Iterator[Page]:
    """One page."""
    days: dict[str, list[Merged]] = defaultdict(list)
    for change in book.history.changes:
        if not change.silent:
            days[change.day.isoformat()].append(change)
    silent = sum(change.silent for change in book.history.changes)
    view = {"history": book.history, "days": days, "silent": silent, "shown": _SHOWN}
    tools = {"title": title, "anchor": anchor, "records": records}
    yield Page(PATH, render("history/page.md.jinja", PATH, book, **view, **tools))


def title(change: Merged) -> str:
    """What a change is about: `Politie · Afspraken over het huisverbod · nog 3`."""
    if change.first:
        return "Het begin"
    names = list(dict.fromkeys(map(_called, change.told.records)))
    more = [f"nog {len(names) - _NAMED}"] if len(names) > _NAMED else []
    return " · ".join((*names[:_NAMED], *more)) or "Niet te lezen"


def _called(record: Named) -> str:
    """The name of a record, or for one that has none what sort it is."""
    return _NAMELESS.get(record.kind) or upper_first(record.name)


def records(change: Merged, links: Links) -> list[Markup]:
    """Links to the records that differ, as far as they still have a page, under the names of then."""
    found = (record for record in change.told.records if page_of(record.kind, record.id))
    return [links.to(*record) for record in found if links.is_known(record.kind, record.id)]
