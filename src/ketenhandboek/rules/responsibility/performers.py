"""VER003 and VER004: every task has somebody who carries it out, and who promised to act has a task."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.chain.situations import accountable
from ketenhandboek.findings import Problem, Question, Severity
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import keeper
from ketenhandboek.rules.shared.signatures import signatories
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import UNKNOWN, Ref
from ketenhandboek.wording import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.kinds.agreement.lines import Responsibility

_PERFORMERS = "    uitvoerders:\n      - lokaal-team/medewerker\n"


class VER003(Rule):
    """Looks at every line in force that names who is accountable, where no other line elaborates it."""

    severity = Severity.FOUT
    statement = "Bij elke taak met een eindverantwoordelijke staat ook wie haar uitvoert."
    why = (
        "Wie eindverantwoordelijk is, doet het werk vaak niet zelf. "
        "Staat er geen uitvoerder, dan denkt ieder dat een ander naar het gezin gaat."
    )
    remedy = "Noem bij 'uitvoerders' welke organisatie of welke functie de taak uitvoert."
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep")
    good = (
        Example.of(
            "Het lokale team is eindverantwoordelijk en voert de taak ook uit",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(),
        ),
    )
    bad = (
        Example.of(
            "Er staat alleen wie eindverantwoordelijk is",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                LINE.replace(_PERFORMERS, "").replace("k: lokaal-team\n", "k: lokaal-team # hier\n")
            ),
        ),
        Example.of(
            "De regio laat aan gemeenten over wie het uitvoert, maar zij vullen dat niet in",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                LINE.replace(_PERFORMERS, "    lokaal_in_te_vullen: # hier\n      - uitvoerders\n")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """One problem for each line as written, with everywhere it leaves this open."""
        cells: dict[int, int] = defaultdict(int)
        lines: dict[int, Line] = {}
        for holding in chain.situations.lines:
            performers = holding.line.line.performers
            if any(ref.name == UNKNOWN.value for ref in performers):
                yield _who_performs(chain, holding.line)
            elif not performers:
                open_here = holding.cells & chain.situations.bound(accountable(holding.line))
                if open_here:
                    cells[id(holding.line.own)] |= open_here
                    lines[id(holding.line.own)] = holding.line
        for own, line in lines.items():
            yield _nobody(chain, line, cells[own])


class VER004(Rule):
    """Looks at who signed as the one that does the work."""

    severity = Severity.WAARSCHUWING
    statement = "Wie als uitvoerder tekent, heeft ook een taak."
    why = (
        "Een partij zonder taak weet niet wat men van haar verwacht. "
        "Anderen rekenen toch op haar, want zij heeft getekend."
    )
    remedy = "Geef de partij een taak in een afspraak. Doet zij niet mee? Kies dan bij 'rol' wat wel klopt."
    needs = ("afspraak", "partner", "regio", "soort")
    good = (
        Example.of(
            "De gemeente tekent, en haar lokale team heeft de taak",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(),
        ),
    )
    bad = (
        Example.of(
            "Het Openbaar Ministerie tekent als uitvoerder, maar nergens staat wat het doet",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement().replace(
                "partijen:\n",
                "partijen:\n  - partner: openbaar-ministerie # hier\n    rol: uitvoerend\n"
                "    getekend: 2024-12-10\n    functie: hoofdofficier\n",
            ),
        ),
        Example.of(
            "De Raad staat met naam bij de partijen. In de afspraken hoort de Raad alleen wat anderen doen",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement().replace(
                "partijen:\n",
                "partijen:\n  - partner: raad-tweebeken # hier\n    rol: uitvoerend\n"
                "    getekend: 2024-12-10\n    functie: directeur\n",
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each party that signed as performer against every line and flow in force."""
        active = _active(chain)
        for agreement in chain.lifecycle.in_force.values():
            for party in agreement.parties:
                if party.role != "uitvoerend":
                    continue
                meant = {partner.id for partner in chain.binding.meant(party.partner)}
                if meant and not meant & active:
                    name = chain.names.party(party.partner)
                    message = (
                        f"{name} tekende '{agreement.title}' als uitvoerder, maar heeft in geen enkele "
                        f"afspraak een taak. Geef {name} een taak, of kies bij 'rol' wat wel klopt."
                    )
                    yield Problem(party.place.at("partner").span, message)


def _who_performs(chain: Chain, line: Line) -> Question:
    task = lower_first(chain.names.of("taak", line.own.task))
    question = f"Wie voert {task} uit volgens '{line.agreement.title}'?"
    return Question(line.own.place.at("uitvoerders").span, question, keeper(chain, line.agreement))


def _nobody(chain: Chain, line: Line, cells: int) -> Problem:
    own = line.own
    task = lower_first(chain.names.of("taak", own.task))
    where = chain.telling.where(chain.space.cover(cells)[0])
    here = frozenset(chain.space.municipalities_of(cells))
    if "uitvoerders" in own.left_to_local:
        said = f"'{line.agreement.title}' laat aan gemeenten over wie {task} uitvoert."
        message = f"{said} {upper_first(where)} staat dat nergens. Vul het in een lokale afspraak in."
        return Problem(own.place.at("lokaal_in_te_vullen").span, message, municipalities=here)
    name = chain.names.party(accountable(line))
    said = f"{name} is {where} eindverantwoordelijk voor {task}, maar er staat niet wie het uitvoert."
    message = f"{said} Noem bij 'uitvoerders' wie dat is."
    return Problem(own.place.at("eindverantwoordelijk").span, message, municipalities=here)


def _active(chain: Chain) -> set[str]:
    """Everybody with a task, with something to pass on for one or on a ladder, and who signs for them."""
    names = {ref.name for line in chain.elaboration.lines for ref in _refs(line.line)}
    for agreement in chain.lifecycle.in_force.values():
        names |= {flow.sender.name for flow in agreement.flows if flow.task}
        names |= {name for route in agreement.escalation_routes for name in route.between}
    partners = (partner.id for name in names for partner in chain.binding.meant(name))
    return {above for id_ in partners for above in signatories(chain, id_)}


def _refs(line: Responsibility) -> Iterator[Ref]:
    for named in (line.accountable, line.decides):
        if isinstance(named, Ref):
            yield named
    yield from line.performers
