"""Parts of records in words with links: who is meant, within which time, what follows, what may be shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.pages.markup import Markup, plain
from ketenhandboek.pages.tools import badge, chained, dots, fact, lines, phone, shown
from ketenhandboek.pages.words import Words
from ketenhandboek.values import Ref, Unknown
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.escalation import EscalationRoute
    from ketenhandboek.kinds.agreement.lines import Flow, Handover, Next, Responsibility
    from ketenhandboek.kinds.partner import Reachable
    from ketenhandboek.kinds.parts import Deadline
    from ketenhandboek.pages.links import Links

    Meant = Callable[[Ref], list[Ref]]

END = "einde"
_NO_WAY = "niet bekend hoe"
_MOVES = {"gaat-mee": "De coördinatie gaat mee.", "blijft": "De coördinatie blijft waar zij is."}


class Phrases(Words):
    """Words for one page; where a name has a page, it is a link."""

    def __init__(self, chain: Chain, links: Links) -> None:
        super().__init__(chain)
        self._links = links

    def deadline(self, deadline: Deadline | None) -> Markup:
        """`5 werkdagen, vanaf ontvangst melding`."""
        if deadline is None:
            return Markup("")
        since = f", vanaf {self._names.event(deadline.since)}" if isinstance(deadline.since, Ref) else ""
        return Markup(f"{shown(deadline.within)}{plain(since)}")

    def contact(self, contact: Reachable) -> Markup:
        """`0800-2000 · via de meldkamer`."""
        called = phone(contact.telephone) if contact.telephone else ""
        return dots((called, f"via {contact.via}" if contact.via else "")) or Markup(_NO_WAY)

    def hours(self, contacts: Iterable[Reachable]) -> list[Markup]:
        """Ways to reach a partner, with when and for what: `0800-2000, altijd`."""
        said = []
        for contact in contacts:
            tasks = f" ({self.tasks(contact.tasks)})" if contact.tasks else ""
            said.append(Markup(f"{self.contact(contact)}, {plain(self.windows(contact.windows) + tasks)}"))
        return said or [Markup(_NO_WAY)]

    def reach(self, contacts: Iterable[Reachable]) -> list[Markup]:
        """Ways to reach a partner as facts under the time at which they work."""
        return [
            fact(
                upper_first(self.windows(contact.windows)),
                lines((self.contact(contact), f"voor: {self.tasks(contact.tasks)}" if contact.tasks else "")),
            )
            for contact in contacts
        ]

    def contacts(self, contacts: Iterable[Reachable]) -> list[Markup]:
        """Every way to reach a partner, each once."""
        return list(dict.fromkeys(map(self.contact, contacts)))

    def ladder(self, route: EscalationRoute) -> Markup:
        """What a route is for, as a label."""
        if route.direct:
            return badge("fout", "Direct hulp")
        return badge("opschalen", "Opschalen") if route.ladder == "casus" else badge("escaleren", "Escaleren")

    def climb(self, route: EscalationRoute) -> Markup:
        """The steps of a route with the time to react: `Uitvoerend (1 werkdag) → Teammanager`."""
        within = (f" ({step.responds_within})" if step.responds_within else "" for step in route.steps)
        levels = (self.some("niveau", step.levels) for step in route.steps)
        return chained(map("".join, zip(levels, within, strict=True)))

    def settled(self, line: Line, meant: Meant | None = None) -> list[Markup]:
        """Who does a task, who decides, within which time, for whom; `meant` says who a name means here."""
        return [*self.who(line, meant), *self._terms(line)]

    def who(self, line: Line, meant: Meant | None = None) -> list[Markup]:
        """Who is accountable, and who decides when that is another."""
        accountable, decides = line.line.accountable, line.line.decides
        if accountable is None:
            local = "eindverantwoordelijk" in line.line.left_to_local
            return [Markup("vult de gemeente in" if local else "niet afgesproken")]
        found = self._meant(accountable, meant)
        if isinstance(decides, Ref) and decides != accountable:
            same = isinstance(accountable, Ref) and decides.name == accountable.name
            own = plain(self._names.function(decides)) if same else ""
            deciders = [own] if own else self._meant(decides, meant)
            found += [Markup(f"beslist: {decider}") for decider in deciders]
        return found

    def carried_out(self, line: Line, own: Container[str]) -> list[Markup]:
        """Who carries out a task, within which time, for whom; of the names in `own` only the function."""
        performers = (Markup(f"voert uit: {party}") for party in self.performers(line, own))
        return [*performers, *self._terms(line)]

    def performers(self, line: Line, own: Container[str]) -> list[Markup]:
        """Who carries out a task; of the names in `own` only the function."""
        performers = [
            plain(self._names.function(ref)) if ref.name in own else self._links.party(ref)
            for ref in line.line.performers
        ]
        return [party for party in performers if party]

    def _terms(self, line: Line) -> list[Markup]:
        deadline = self.deadline(line.line.deadline)
        return [Markup(f"binnen {deadline}" if deadline else ""), *self._only(line)]

    def _only(self, line: Line) -> list[Markup]:
        """To what a line is narrowed; the themes of the agreement go without saying on its own page."""
        at_home = self._links.leads_here("afspraak", line.agreement.id)
        return [
            plain(said) for said in self.only(line.line.applies_to, () if at_home else line.agreement.themes)
        ]

    def _meant(self, ref: Ref | Unknown, meant: Meant | None) -> list[Markup]:
        if isinstance(ref, Unknown) or meant is None:
            return [self._links.party(ref)]
        return self._links.parties(meant(ref))

    def outcomes(self, line: Responsibility) -> list[tuple[str, list[Markup]]]:
        """Each outcome of a task by name, with what follows on it; what always follows has no name."""
        found: dict[str, list[Markup]] = {}
        for following in line.next:
            name = self._names.of("uitkomst", following.outcome) if following.outcome else ""
            found.setdefault(name, []).append(self._next(following))
        return list(found.items())

    def _next(self, following: Next) -> Markup:
        if following.task == END:
            return Markup("einde van de route")
        within = f", binnen {shown(following.within)}" if following.within else ""
        taken_over = self._handover(following.handover)
        return Markup(f"{self._links.to('taak', following.task)}{within}. {taken_over}".strip())

    def _handover(self, handover: Handover | None) -> Markup:
        """How the next party takes over, in sentences."""
        if handover is None:
            return Markup("")
        said = [f"De ander bevestigt binnen {shown(handover.confirmed_within)}."]
        if handover.otherwise:
            trigger = lower_first(self._names.of("aanleiding", handover.otherwise))
            stuck = self._links.to_page("handboek/escalatie/index.md", trigger)
            said.append(f"Lukt dat niet: {stuck}.")
        return Markup(" ".join([*said, _MOVES.get(handover.coordination or "", "")]).strip())

    def flow(self, flow: Flow, meant: Meant | None = None) -> list[Markup]:
        """Who gives what to whom, at which task, and why that may be."""
        sender, receiver = (dots(self._meant(end, meant)) for end in (flow.sender, flow.receiver))
        task = f", bij {self._links.to('taak', flow.task)}" if flow.task else ""
        back = " Er komt ook informatie terug." if flow.mutual else ""
        return [
            Markup(f"<strong>{plain(flow.name)}</strong>" if flow.name else ""),
            Markup(f"Van {sender} naar {receiver}{task}.{back}"),
            plain(f"Wat: {self._carried(flow)}"),
            *(plain(upper_first(said)) for said in self.only(flow.applies_to)),
            Markup(f"Mag op grond van: {self._allowed(flow)}"),
        ]

    def _carried(self, flow: Flow) -> str:
        data = ", ".join(lower_first(self._names.of("gegeven", id_)) for id_ in flow.data_kinds)
        if flow.extent != "selectie":
            return data
        return f"{data} (een selectie: {flow.criterion or 'onbekend welke'})"

    def _allowed(self, flow: Flow) -> Markup:
        grounds = self._links.all("grondslag", flow.grounds) or [Markup("geen grond genoemd")]
        return dots([*grounds, f"besluit: {flow.decision}" if flow.decision else ""])

    def told(self, line: Line) -> list[Markup]:
        """Who hears how a task ended, and in which situations: `de melder, binnen 5 werkdagen`."""
        return [self.feedback(line.line), *self._only(line)]

    def changed_by(self, ref: Ref | Unknown) -> Markup:
        """`Mag wijzigen: Regiegroep`."""
        return Markup(f"mag wijzigen: {self._links.party(ref)}")

    def feedback(self, line: Responsibility) -> Markup:
        """`de melder, binnen 5 werkdagen`."""
        if line.feedback is None:
            return Markup("")
        return Markup(f"{self._links.party(line.feedback.to)}, binnen {shown(line.feedback.within)}")
