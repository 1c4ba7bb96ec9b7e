"""An expectation of a case in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.names import Names
    from ketenhandboek.kinds.case import Expectation


def expected(item: Expectation, names: Names) -> str:
    """`Triage door Veilig Thuis, binnen 5 werkdagen vanaf ontvangst melding`."""
    return upper_first(", ".join(_parts(item, names)))


def _parts(item: Expectation, names: Names) -> Iterator[str]:
    if item.never:
        by = f" door {names.party(item.partner)}" if item.partner else ""
        yield f"nooit {lower_first(names.of('taak', item.never))}{by}"
    elif item.level:
        who = f", met {names.party(item.partner)}" if item.partner else ""
        yield f"escalatie naar het niveau {lower_first(names.of('niveau', item.level))}{who}"
    else:
        by = f" door {names.party(item.partner)}" if item.partner else ""
        after = "daarna " if item.after_previous else ""
        yield f"{after}{lower_first(names.of('taak', item.task or ''))}{by}"
    if item.decides:
        yield f"{names.party(item.decides)} beslist"
    if item.within:
        since = f" vanaf {names.event(item.since)}" if item.since else ""
        yield f"binnen {item.within}{since}"
    if item.information:
        yield f"met {listed(lower_first(_information(name, names)) for name in item.information)}"
    if item.only_for:
        themes = [lower_first(names.of("thema", theme)) for theme in item.only_for.themes]
        groups = [lower_first(names.of("doelgroep", group)) for group in item.only_for.target_groups]
        yield f"alleen voor {listed([*groups, *themes])}"


def _information(name: str, names: Names) -> str:
    flow = names.of("gegevensstroom", name)
    return flow if flow != name else names.of("gegeven", name)
