"""Lines of agreements with what they inherit, and which line holds where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from written_regions import agreement, written

from ketenhandboek.values import Duration, Ref, Unit

if TYPE_CHECKING:
    from ketenhandboek.chain.elaboration import Line

REGIONAL = agreement("""
geldig:
  van: 2025-01-01
verantwoordelijkheden:
  - id: plan
    taak: veiligheidsplan
    eindverantwoordelijk: lokaal-team
    uitvoerders:
      - lokaal-team
    termijn:
      binnen: 10 werkdagen
  - id: triage
    taak: triage
    eindverantwoordelijk: veilig-thuis
""")


def local(more: str = "", base: str = "regionaal", area: str = "abelen") -> str:
    text = agreement(f"""
geldig:
  van: 2025-01-01
werkt_uit:
  - {base}
verantwoordelijkheden:
  - id: plan-hier
    taak: veiligheidsplan
{more}""")
    return text.replace("gebied:\n  - regio", f"gebied:\n  - {area}", 1)


def found(lines: tuple[Line, ...]) -> set[str]:
    return {line.own.id for line in lines}


def test_a_line_inherits_what_it_leaves_out() -> None:
    more = "    termijn:\n      binnen: 5 werkdagen\n"
    chain = written("2025-06-01", afspraken__regionaal=REGIONAL, afspraken__lokaal=local(more))
    line = next(line for line in chain.elaboration.lines if line.own.id == "plan-hier")
    assert line.base is not None
    assert line.base.own.id == "plan"
    assert line.line.accountable == Ref("lokaal-team")
    assert line.line.performers == (Ref("lokaal-team"),)
    assert line.line.deadline is not None
    assert line.line.deadline.within == Duration(5, Unit.WORKING_DAY)
    assert (line.line.id, line.line.place) == (line.own.id, line.own.place)


def test_an_elaborated_line_makes_way_only_where_the_other_holds() -> None:
    chain = written("2025-06-01", afspraken__regionaal=REGIONAL, afspraken__lokaal=local())
    assert found(chain.elaboration.in_municipality("abelen")) == {"plan-hier", "triage"}
    assert found(chain.elaboration.in_municipality("berken")) == {"plan", "triage"}


def test_a_line_for_some_groups_leaves_the_other_groups_to_its_base() -> None:
    more = "    geldt_voor:\n      doelgroepen:\n        - kind\n"
    chain = written("2025-06-01", afspraken__regionaal=REGIONAL, afspraken__lokaal=local(more))
    assert found(chain.elaboration.in_municipality("abelen")) == {"plan-hier", "plan", "triage"}


def test_elaboration_goes_on_over_more_than_one_step() -> None:
    chain = written(
        "2025-06-01",
        afspraken__regionaal=REGIONAL,
        afspraken__midden=local(area="streek"),
        afspraken__lokaal=local(base="midden").replace("plan-hier", "plan-heel-dichtbij"),
    )
    line = next(line for line in chain.elaboration.lines if line.own.id == "plan-heel-dichtbij")
    assert line.line.accountable == Ref("lokaal-team")
    assert found(chain.elaboration.in_municipality("abelen")) == {"plan-heel-dichtbij", "triage"}


def test_what_elaborates_an_agreement_not_in_force_stands_alone() -> None:
    expired = REGIONAL.replace("  van: 2025-01-01", "  tot_en_met: 2024-12-31")
    chain = written("2025-06-01", afspraken__regionaal=expired, afspraken__lokaal=local())
    assert [line.base for line in chain.elaboration.lines] == [None]


def test_agreements_that_elaborate_each_other_keep_their_lines() -> None:
    chain = written(
        "2025-06-01",
        afspraken__een=local(base="twee"),
        afspraken__twee=local(base="een").replace("plan-hier", "plan-daar"),
        afspraken__zelf=local(base="zelf").replace("plan-hier", "plan-zelf"),
    )
    assert found(chain.elaboration.in_municipality("abelen")) == {"plan-hier", "plan-daar", "plan-zelf"}
    assert all(line.base is None for line in chain.elaboration.lines)
