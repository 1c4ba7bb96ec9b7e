"""VER005 and VER006: whoever has a task signed for it, and may have it."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Severity
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.phrases import as_sure_as
from ketenhandboek.rules.shared.signatures import signatories
from ketenhandboek.rules.texts.bed import LINE, bed_agreement, bed_task
from ketenhandboek.values import Ref
from ketenhandboek.wording import listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.agreement import Agreement
    from ketenhandboek.kinds.agreement.lines import Responsibility
    from ketenhandboek.source.document import Place

_NEEDS = ("afspraak", "partner", "regio", "soort", "taak")


class VER005(Rule):
    """Looks at the parties that a line itself names, in the agreement in which it stands."""

    severity = Severity.FOUT
    statement = "Wie in een afspraak een taak krijgt, heeft die afspraak getekend, zelf of door een ander."
    why = (
        "Een partij die niet tekende, hoeft zich niet aan de afspraak te houden. "
        "Misschien weet zij er niet eens van."
    )
    remedy = (
        "Zet de partij bij 'partijen'. Tekent een ander namens haar? "
        "Schrijf dat bij 'tekent_via' of 'onderdeel_van' in partners.yaml."
    )
    needs = _NEEDS
    good = (
        Example.of(
            "De gemeente tekent voor haar lokale team",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(),
        ),
    )
    bad = (
        Example.of(
            "De taak is voor de politie, maar de politie tekende niet",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(
                LINE.replace("      - lokaal-team/medewerker\n", "      - politie/agent # hier\n")
            ),
        ),
        Example.of(
            "Alleen de gemeente Berkenrade tekende. Het lokale team van Elsbroek krijgt ook een taak",
            eigen__taken=bed_task(),
            afspraken__bed=bed_agreement(LINE.replace("k: lokaal-team\n", "k: lokaal-team # hier\n")).replace(
                "partner: gemeente\n", "partner: gemeente-berkenrade\n"
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """One problem for each name in an agreement, where it is first named."""
        bound_by = cache(partial(_bound_by, chain))
        for agreement in chain.lifecycle.in_force.values():
            first: dict[str, Named] = {}
            for named in _named(agreement):
                first.setdefault(named.name, named)
            for named in first.values():
                unsigned = _absent(chain, agreement, named.name, bound_by)
                if unsigned:
                    yield _unsigned(agreement, named.place, unsigned)


class VER006(Rule):
    """Looks at who is accountable for a task that the law, on that day, gives to one kind of organisation."""

    severity = Severity.FOUT
    statement = "Een taak die de wet aan één soort organisatie geeft, heeft ook die soort organisatie."
    why = "Doet een ander zo'n taak, dan is het besluit niet geldig, of mag die ander de gegevens niet zien."
    remedy = "Noem bij 'eindverantwoordelijk' een organisatie die dit van de wet mag."
    needs = _NEEDS
    good = (
        Example.of(
            "De regio geeft haar eigen taak aan lokale teams, en het lokale team heeft haar",
            eigen__taken=bed_task("voorbehouden_aan:", "  - lokaal-team"),
            afspraken__bed=bed_agreement(),
        ),
    )
    bad = (
        Example.of(
            "De taak is voor de gemeente, maar het lokale team is eindverantwoordelijk",
            eigen__taken=bed_task("voorbehouden_aan:", "  - gemeente"),
            afspraken__bed=bed_agreement(LINE.replace("k: lokaal-team\n", "k: lokaal-team # hier\n")),
        ),
        Example.of(
            "Er staat een naam, en die organisatie is van een andere soort",
            eigen__taken=bed_task("voorbehouden_aan:", "  - veilig-thuis", "  - gemeente"),
            afspraken__bed=bed_agreement(
                LINE.replace("k: lokaal-team\n", "k: lokaal-team-elsbroek # hier\n")
            ),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each line in force that itself names who is accountable."""
        tasks = chain.records.of(Task)
        for agreement in chain.lifecycle.in_force.values():
            for own in agreement.responsibilities:
                task = tasks.get(own.task)
                reserved = task and task.reserved_for and chain.exists(task.valid)
                if task and reserved and isinstance(own.accountable, Ref):
                    kinds = {partner.kind for partner in chain.binding.meant(own.accountable.name)}
                    if kinds - set(task.reserved_for):
                        yield _reserved(chain, own, own.accountable, task)


class Named(NamedTuple):
    """A name that gets a task in a line, and the keys that lead to it there."""

    name: str
    line: Responsibility
    path: tuple[str | int, ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.line.place.at(*self.path)


def _named(agreement: Agreement) -> Iterator[Named]:
    """Every name that gets a task in the agreement's own words."""
    for own in agreement.responsibilities:
        if isinstance(own.accountable, Ref):
            yield Named(own.accountable.name, own, ("eindverantwoordelijk",))
        for position, ref in enumerate(own.performers):
            yield Named(ref.name, own, ("uitvoerders", position))


def _absent(chain: Chain, agreement: Agreement, name: str, bound_by: Callable[[str], set[str]]) -> list[str]:
    """The names of the partners meant where the agreement applies for whom nobody signed."""
    signed = {party.partner for party in agreement.parties}
    meant = {
        partner.id: partner.name
        for municipality in chain.areas.sorted(chain.areas.of(agreement.areas))
        for partner in chain.binding.in_municipality(name, municipality.id)
    }
    absent = (called for id_, called in meant.items() if signed.isdisjoint(bound_by(id_)))
    return list(dict.fromkeys(absent))


def _bound_by(chain: Chain, id_: str) -> set[str]:
    """Whose signature binds a partner: partners and their kinds."""
    by = signatories(chain, id_)
    return by | {chain.records.of(Partner)[signatory].kind for signatory in by}


def _unsigned(agreement: Agreement, place: Place, names: list[str]) -> Problem:
    several = len(names) > 1
    message = (
        f"{listed(names)} {'krijgen' if several else 'krijgt'} hier een taak, maar "
        f"{'tekenden' if several else 'tekende'} '{agreement.title}' niet. "
        f"Zet {'hen' if several else 'deze partij'} bij 'partijen', of geef de taak aan een ander."
    )
    return Problem(place.span, message)


def _reserved(chain: Chain, own: Responsibility, named: Ref, task: Task) -> Problem:
    allowed = listed((chain.names.of("soort", kind) for kind in task.reserved_for), "of")
    source = f" Bron: {task.citation.text}." if task.citation else ""
    message = (
        f"{upper_first(task.name)} is een taak voor {allowed}. Hier staat {chain.names.party(named.name)}. "
        f"Noem een organisatie die deze taak mag hebben.{source}"
    )
    return as_sure_as(Problem(own.place.at("eindverantwoordelijk").span, message), task)
