"""OPV002: what somebody sees or records comes to the reporting point, all of it or a selection in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.chain.situations import accountable
from ketenhandboek.findings import Problem, Related, Severity
from ketenhandboek.kinds.task import Task
from ketenhandboek.rules.handover.reports import fully_written, helping_tasks
from ketenhandboek.rules.handover.spots import Spot, spots
from ketenhandboek.rules.rule import Example, Rule
from ketenhandboek.rules.shared.given import Given
from ketenhandboek.rules.shared.phrases import but_only_in
from ketenhandboek.rules.shared.standing import standing
from ketenhandboek.rules.texts.lines import example_lines
from ketenhandboek.rules.texts.texts import example_agreement
from ketenhandboek.wording import listed, lower_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.chain.elaboration import Line
    from ketenhandboek.chain.net import Net, Step, Way
    from ketenhandboek.kinds.agreement.lines import Flow, Next
    from ketenhandboek.source.document import Place

    Found = Iterator[tuple[Way, tuple[str, ...]]]

_REPORTING = "melden"
_RECEIVING = "melding-ontvangen"
_ADVICE = "advies-geven"
_SEEING = "signaleren"
_RESCUE = "noodhulp"
_NOTHING_SEEN = ("geen-vermoeden", "geen-onveiligheid")
_SELECTION = "selectie"
_CRITERION = "        criterium: alle meldingen over een gezin met kinderen\n"
_REPORTS = f"""
    gegevensstromen:
      - id: melding-polikliniek
        van: forensische-zorg
        naar: veilig-thuis
        bij: melden
        gegevens:
          - veiligheid-risico
        omvang: selectie
{_CRITERION}        grondslagen:
          - wmo-5-2-6
"""
_UNSAID = _REPORTS.replace(_CRITERION, "").replace("omvang: selectie", "omvang: selectie # hier")
_SIGNALS = """
    - id: signaleren-polikliniek
      taak: signaleren
      eindverantwoordelijk: forensische-zorg
      uitvoerders:
        - forensische-zorg/medewerker
      zicht_op_veiligheid: ja
      coordinatie: ja
      daarna:
        - als: acuut-gevaar
          naar: melden
        - als: vermoeden
          naar: melden
        - als: geen-vermoeden
          naar: einde
"""
_KEPT = _SIGNALS.replace("vermoeden\n          naar: melden", "vermoeden\n          naar: einde # hier")


class OPV002(Rule):
    """Judges what follows on a signal or call-out, each report, and each flow to the reporting point.

    A report that leads to no help at all is for OPV001. Of a call-out any flow to the point is word enough.
    """

    severity = Severity.FOUT
    statement = (
        "Wie signalen of meldingen opneemt, geeft ze door aan het meldpunt. "
        "Geeft hij niet alles door, dan schrijft hij op wat wel."
    )
    why = (
        "Het meldpunt ziet pas een patroon als het alle meldingen heeft. Kiest een partner zelf en zegt hij "
        "niet hoe, dan weet niemand welke gezinnen buiten beeld blijven."
    )
    remedy = (
        "Laat het signaal bij 'daarna' uitkomen bij melden of bij hulp. "
        "Schrijf bij 'criterium' welke meldingen u doorgeeft, of geef ze alle door: 'omvang: alle'."
    )
    needs = ("afspraak", "partner", "regio", "soort", "taak", "thema", "doelgroep", "fase")
    good = (
        Example.of(
            "De polikliniek geeft alle meldingen door over gezinnen met kinderen",
            afspraken__melden=example_agreement(_REPORTS),
        ),
        Example.of("De polikliniek meldt wat zij vermoedt", afspraken__signalen=example_lines(_SIGNALS)),
    )
    bad = (
        Example.of(
            "De polikliniek kiest welke meldingen zij doorgeeft, en schrijft niet op hoe",
            afspraken__melden=example_agreement(_UNSAID),
        ),
        Example.of(
            "Er staat niet bij welke taak dit hoort, maar de ontvanger is het meldpunt",
            afspraken__melden=example_agreement(
                _UNSAID.replace("        bij: melden\n", "").replace("veilig-thuis", "veilig-thuis-tweebeken")
            ),
        ),
        Example.of(
            "De polikliniek vermoedt geweld, en doet daar niets mee",
            afspraken__signalen=example_lines(_KEPT),
        ),
    )

    def judge(self, chain: Chain) -> Iterator[Problem]:
        """Each selection for whoever receives reports, and each signal or report that stays behind."""
        receivers = {accountable(holding.line): holding.line for holding in chain.situations.of(_RECEIVING)}
        receivers.pop("", None)
        yield from _unsaid_selections(chain, set(receivers))
        if receivers:
            place = next(iter(receivers.values())).own.place.at("taak")
            yield from _kept(chain, set(receivers), place)


def _unsaid_selections(chain: Chain, receivers: set[str]) -> Iterator[Problem]:
    receiving = {partner.id for name in receivers for partner in chain.binding.meant(name)}
    for agreement, then in standing(chain):
        for flow in agreement.flows:
            if flow.extent == _SELECTION and not flow.criterion:
                takers = {partner.id for partner in then.binding.meant(flow.receiver.name)}
                if takers & receiving:
                    yield _unsaid(then, flow)


def _kept(chain: Chain, receivers: set[str], receiving: Place) -> Iterator[Problem]:
    """What stays behind, once for each place in `daarna`."""
    helping = helping_tasks(chain)
    suspect = spots(chain, lambda net: _staying_behind(net, helping))
    given = {
        task: Given(chain, None if task == _RESCUE else task) for task in {s.line.own.task for s in suspect}
    }
    seen: set[int] = set()
    for spot in suspect:
        following, flows = _after(spot), given[spot.line.own.task]
        places = spot.municipalities(chain)
        silent = {
            giver: {place for place in places if not flows.to_any(giver, receivers, place)}
            for giver in _givers(spot.line)
        }
        if any(silent.values()) and id(following) not in seen:
            seen.add(id(following))
            yield _unheard(chain, spot, following, silent, receiving)


def _givers(line: Line) -> tuple[str, ...]:
    """Who has the task: who is accountable, or else whoever carries it out."""
    name = accountable(line)
    return (name,) if name else tuple(ref.name for ref in line.line.performers)


def _staying_behind(net: Net, helping: frozenset[str]) -> Found:
    heard = {_REPORTING, _RECEIVING, _ADVICE, *helping}
    for way, step in _steps(net, _SEEING, _RESCUE):
        if step.outcome not in _NOTHING_SEEN and _never(net, step, heard):
            yield way, (step.outcome,)
    for way, step in _steps(net, _REPORTING):
        if net.reach(step.next) & helping and _never(net, step, {_RECEIVING}):
            yield way, (step.outcome,)


def _steps(net: Net, *tasks: str) -> Iterator[tuple[Way, Step]]:
    return ((way, step) for task in tasks for way in net.ways.get(task, ()) for step in way.steps)


def _never(net: Net, step: Step, wanted: set[str]) -> bool:
    """Whether nothing wanted ever follows, as far as what follows is written down."""
    ahead = net.reach(step.next)
    return step.written is True and not ahead & wanted and all(fully_written(net, task) for task in ahead)


def _after(spot: Spot) -> Next:
    (outcome,) = spot.about
    return next(item for item in spot.line.line.next if item.outcome in (None, outcome))


def _unsaid(chain: Chain, flow: Flow) -> Problem:
    sender, receiver = (chain.names.party(ref) for ref in (flow.sender, flow.receiver))
    message = (
        f"{sender} geeft een selectie aan {receiver}, maar hier staat niet welke. "
        "Schrijf dat bij 'criterium', of geef alles door: 'omvang: alle'."
    )
    return Problem(flow.place.at("omvang").span, message)


def _unheard(
    chain: Chain, spot: Spot, following: Next, silent: dict[str, set[str]], receiving: Place
) -> Problem:
    task = chain.records.of(Task)[spot.line.own.task]
    givers = listed([chain.names.party(name) for name, places in silent.items() if places])
    here = frozenset().union(*silent.values())
    where = but_only_in(chain, here, chain.space.municipalities_of(spot.within))
    message = (
        f"Na {lower_first(task.name)} hoort het meldpunt{where} niets van {givers}. "
        "Ga hier verder met melden, of beschrijf bij 'gegevensstromen' wat het meldpunt krijgt."
    )
    related = Related(receiving.span, "hier staat wie meldingen ontvangt")
    return Problem(following.place.at("naar").span, message, (related,), municipalities=here)
