"""A case for programs: everything, under English keys that stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ketenhandboek.chain.cases.verdicts import place_of
from ketenhandboek.chain.clock import local
from ketenhandboek.story.expecting import expected
from ketenhandboek.story.telling import expectations, steps

if TYPE_CHECKING:
    from ketenhandboek.chain.cases.played import Played
    from ketenhandboek.chain.cases.values import Time
    from ketenhandboek.findings import Span
    from ketenhandboek.story.telling import Judged, Told


def render(played: Played, *, colour: bool = False) -> str:  # noqa: ARG001 - every format has the same form
    """`{"case": …, "title": …, "hurdles": […], "steps": […], "expectations": […]}`; moments are local."""
    content = {
        "case": played.case.id,
        "title": played.case.title,
        "hurdles": [{**_place(hurdle.span), "message": hurdle.message} for hurdle in played.hurdles],
        "steps": [_step(told) for told in steps(played)],
        "expectations": [_expectation(item, played) for item in expectations(played)] if played.runs else [],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _step(told: Told) -> dict[str, Any]:
    step = told.step
    return {
        "task": step.task,
        "partners": list(step.partners),
        "for": told.whom,
        "begin": _moment(step.begin),
        "end": _moment(step.end),
        "outcome": step.outcome,
        "agreement": step.line.agreement.id,
        "agreement_line": step.line.own.id,
        **_place(step.line.own.place.span),
        "facts": [{"label": label, "text": text} for label, text in told.facts],
        "endings": list(told.endings),
    }


def _expectation(item: Judged, played: Played) -> dict[str, Any]:
    return {
        "text": expected(item.expectation, played.chain.names),
        "result": item.result.name.lower(),
        "messages": list(item.said),
        **_place(place_of(item.expectation).span),
    }


def _moment(time: Time) -> str | None:
    return local(time.at).isoformat(timespec="minutes") if time.at else None


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column}
