"""MAN005: with suspected child abuse, Veilig Thuis is asked before a home ban."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.norm import Norm
from ketenhandboek.kinds.partner import Partner
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.local_lines import by_task, sets_of_lines, themes_of
from ketenhandboek.rules.shared.phrases import as_sure_as, but_only_in
from ketenhandboek.rules.texts.home_ban import LOCAL
from ketenhandboek.values import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.findings import Question

NORM = "huisverbod-overleg"
BAN, CONSULT = "huisverbod-opleggen", "huisverbod-overleg"
VEILIG_THUIS = "veilig-thuis"
_THEMES = {"alle", "kindermishandeling"}

_CONSULT = LOCAL[: LOCAL.index("  - id: evaluatie-elsbroek")]


class MAN005(Rule):
    """First ask, then impose."""

    severity = Severity.FOUT
    statement = (
        "Is er een vermoeden van kindermishandeling, dan is er overleg met Veilig Thuis "
        "voordat iemand een huisverbod krijgt."
    )
    why = (
        "Veilig Thuis weet soms meer over de kinderen dan de politie aan de deur. "
        "De wet wil dat de burgemeester dat eerst vraagt."
    )
    remedy = (
        "Zet bij het opleggen 'vooraf', met de taak 'huisverbod-overleg'. "
        "Noem bij dat overleg Veilig Thuis bij 'raadpleegt'."
    )
    needs = ("afspraak", "partner", "regio")
    good = (
        Example.of(
            "Elsbroek overlegt met Veilig Thuis en met het eigen team",
            afspraken__huisverbod_elsbroek=_CONSULT
            + """\
  - id: overleg-elsbroek
    taak: huisverbod-overleg
    afwijking: Het team kent het gezin.
    raadpleegt:
      - veilig-thuis
      - lokaal-team
""",
        ),
    )
    bad = (
        Example.of(
            "Elsbroek overlegt alleen met het eigen team",
            afspraken__huisverbod_elsbroek=_CONSULT
            + """\
  - id: overleg-elsbroek
    taak: huisverbod-overleg
    afwijking: Het team kent het gezin.
    raadpleegt: # hier
      - lokaal-team
""",
        ),
        Example.of(
            "Elsbroek beschrijft zelf wat er voor het huisverbod moet gebeuren, en vergeet het overleg",
            afspraken__huisverbod_elsbroek=_CONSULT
            + """\
  - id: opleggen-elsbroek
    taak: huisverbod-opleggen
    afwijking: In Elsbroek is de politie altijd eerst ter plaatse.
    vooraf: # hier
      - taak: noodhulp
""",
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem | Question]:
        """Each line that lets somebody impose a ban, with the consultation that comes before it."""
        norm = chain.records.of(Norm).get(NORM)
        if norm is None or not chain.exists(norm.valid):
            return
        found: dict[Line, set[str]] = defaultdict(set)
        for lines, municipalities in sets_of_lines(chain).items():
            here = by_task(lines)
            for line in filter(_about_children, here.get(BAN, ())):
                for wrong in _wrong(chain, line, here.get(CONSULT, [])):
                    found[wrong].update(municipalities)
        for line, where in found.items():
            yield as_sure_as(_unasked(chain, line, norm, where), norm)


def _about_children(line: Line) -> bool:
    return bool(_THEMES & themes_of(line))


def _wrong(chain: Chain, ban: Line, consultations: list[Line]) -> Iterator[Line]:
    """The line for the ban when nothing is asked first, or each consultation without Veilig Thuis."""
    before = {precondition.task for precondition in ban.line.preconditions}
    if CONSULT not in before or not consultations:
        yield ban
    else:
        yield from (line for line in consultations if not _asks(chain, line))


def _asks(chain: Chain, line: Line) -> bool:
    said = line.line
    named = (said.accountable, said.decides, *said.performers, *said.consults)
    return any(isinstance(who, Ref) and _is_veilig_thuis(chain, who.name) for who in named)


def _is_veilig_thuis(chain: Chain, name: str) -> bool:
    partner = chain.records.of(Partner).get(name)
    return VEILIG_THUIS in (name, partner.kind if partner else "")


def _unasked(chain: Chain, line: Line, norm: Norm, municipalities: set[str]) -> Problem:
    everywhere = chain.elaboration.municipalities(line)
    where, here = but_only_in(chain, municipalities, everywhere), frozenset(municipalities)
    related = Related(norm.place.span, f"de norm: {norm.name}")
    if line.own.task == BAN:
        message = (
            f"Bij een vermoeden van kindermishandeling vraagt hier niemand eerst Veilig Thuis{where}. "
            f"Zet bij 'vooraf' de taak '{CONSULT}', en regel wie die doet."
        )
        return Problem(line.own.place.at("vooraf").span, message, (related,), municipalities=here)
    message = (
        f"Dit overleg voor een huisverbod is zonder Veilig Thuis{where}. "
        f"Noem bij 'raadpleegt' ook '{VEILIG_THUIS}'."
    )
    return Problem(line.own.place.at("raadpleegt").span, message, (related,), municipalities=here)
