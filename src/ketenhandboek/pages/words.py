"""Parts of records in plain words: terms, hours, levels, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.areas import WHOLE_REGION
from ketenhandboek.kinds.agreement import Agreement
from ketenhandboek.pages.markup import Markup
from ketenhandboek.pages.tools import day, shown, until
from ketenhandboek.values import UNKNOWN, Day, Duration, Ref, Unit, Unknown
from ketenhandboek.wording import listed, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement.escalation import StepDown
    from ketenhandboek.kinds.agreement.governance import Party, Stewardship
    from ketenhandboek.kinds.agreement.lines import Flow
    from ketenhandboek.kinds.parts import AppliesTo

ALL_THEMES = "alle"
AT_ALL_TIMES = "altijd"


class Words:
    """Names instead of ids, as they stand inside a sentence."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain
        self._names = chain.names

    def rhythm(self, every: Duration | Unknown | None) -> str:
        """`elke week`, `elke 3 maanden` or `elk jaar`."""
        if not isinstance(every, Duration):
            return str(every or "")
        if every.number > 1:
            return f"elke {every}"
        return f"{'elk' if every.unit in (Unit.HOUR, Unit.YEAR) else 'elke'} {every.unit}"

    def windows(self, ids: Iterable[str]) -> str:
        """`avond en nacht, weekend`."""
        named = tuple(ids)
        if UNKNOWN.value in named:
            return "niet bekend wanneer"
        return ", ".join(self._within("tijdvenster", named))

    def some(self, kind: str, ids: Iterable[str]) -> str:
        """Records of a kind at the beginning of a line: `Partnergeweld en kindermishandeling`."""
        return upper_first(listed(self._within(kind, ids)))

    def tasks(self, ids: Iterable[str]) -> str:
        """`melden en triage`."""
        return listed(self._within("taak", ids))

    def triggers(self, ids: Iterable[str]) -> str:
        """`de samenwerking stagneert of de route loopt vast`."""
        return listed(self._within("aanleiding", ids), "of")

    def information(self, names: Iterable[str]) -> list[str]:
        """Kinds of data and flows of information, by name."""
        flows = self._chain.records.of(Agreement).values()
        known = {flow.id: self.flow_name(flow) for agreement in flows for flow in agreement.flows}
        return [known.get(name) or self._names.of("gegeven", name) for name in names]

    def flow_name(self, flow: Flow) -> str:
        """What a flow of information is called: by its name, or by its ends."""
        ends = (self._names.party(end) for end in (flow.sender, flow.receiver))
        return flow.name or "van {} naar {}".format(*ends)

    def moment(self, moment: str) -> str:
        """`2026-03-07 03:00` → `7 maart 2026, 03.00 uur`."""
        date, _, clock = moment.partition(" ")
        return f"{until(date)}, {clock.replace(':', '.')} uur"

    def function(self, partner: str, function: str | None) -> str:
        """The name of a function of a partner, if one is named."""
        return self._names.function(Ref(partner, function)) if function else ""

    def signed(self, party: Party) -> str:
        """`getekend op 10 december 2024 (directeur)`."""
        if party.signed is None:
            return "nog niet getekend"
        known = isinstance(party.signed, Day)
        when = f"getekend op {day(party.signed)}" if known else "niet bekend of er is getekend"
        function = self.function(party.partner, party.function)
        return f"{when} ({function})" if function else when

    def reaction(self, within: Duration | Unknown | None) -> str:
        """`Reageert binnen 2 werkdagen.`"""
        if isinstance(within, Unknown):
            return Markup(f"Reactietermijn: {shown(within)}.")
        return f"Reageert binnen {within}." if within else ""

    def solved(self, within: Duration | Unknown | None) -> str:
        """`Samen moet het opgelost zijn binnen 20 werkdagen.`"""
        if isinstance(within, Unknown):
            return Markup(f"Termijn voor alle treden samen: {shown(within)}.")
        return f"Samen moet het opgelost zijn binnen {within}." if within else ""

    def way_back(self, down: StepDown | None) -> str:
        """`U gaat weer terug als de partijen het eens zijn. Daarover besluit: de trede die het oplost.`"""
        if down is None:
            return "In deze route staat nog niet hoe u weer terug gaat."
        if down.when == UNKNOWN.value:
            return Markup(f"Wanneer u weer terug gaat: {shown(UNKNOWN)}.")
        decided = f" Daarover besluit: {lower_first(down.decision)}." if down.decision else ""
        return f"U gaat weer terug als {lower_first(down.when)}.{decided}"

    def evaluation(self, keeping: Stewardship | None) -> str:
        """`1 maart 2026 (dat moet elke 12 maanden)`."""
        if keeping is None or keeping.evaluation is None:
            return ""
        last, every = day(keeping.evaluation.last) or "nog niet", keeping.evaluation.every
        return f"{last} (dat moet {self.rhythm(every)})" if isinstance(every, Duration) else last

    def only(self, part: AppliesTo | None, themes: tuple[str, ...] = ()) -> list[str]:
        """To what something is narrowed, themes apart: `alleen voor: pleger`, `niet bij: stalking`."""
        own = part.themes if part and part.themes else themes
        named = [self._within("doelgroep", part.target_groups), self._windows(part.windows)] if part else []
        named += [[self._names.areas(area for area in part.areas if area != WHOLE_REGION)]] if part else []
        said = ", ".join(filter(None, map(listed, named)))
        return [f"alleen voor: {said}" if said else "", self._themes(own)]

    def _themes(self, themes: tuple[str, ...]) -> str:
        """The themes for which something holds, or those for which it does not when these are fewer."""
        region = self._chain.region
        every = [theme.theme for theme in region.themes] if region else []
        others = [theme for theme in every if theme not in themes]
        if ALL_THEMES in themes or not themes or (every and not others):
            return ""
        if every and len(others) < len(themes):
            return f"niet bij: {listed(self._within('thema', others))}"
        return f"alleen bij: {listed(self._within('thema', themes))}"

    def _windows(self, ids: Iterable[str]) -> list[str]:
        return self._within("tijdvenster", (id_ for id_ in ids if id_ != AT_ALL_TIMES))

    def _within(self, kind: str, ids: Iterable[str]) -> list[str]:
        return [lower_first(self._names.of(kind, id_)) for id_ in ids]
