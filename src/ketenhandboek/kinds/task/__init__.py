"""Taak: what somebody in the chain must do, with the outcomes that it can have."""

from __future__ import annotations

from ketenhandboek.kinds.build import Annotated, item, key, many, maybe
from ketenhandboek.kinds.kind import Kind
from ketenhandboek.kinds.parts import NationalRecord


@item
class Outcome(Annotated):
    """One way in which a task can end."""

    id: str = key("id")
    name: str = key("naam")


@item
class Task(NationalRecord):
    """A task; `division` is `een` (one accountable party) or `ieder` (every organisation its own)."""

    phase: str = key("fase")
    division: str = key("verdeling")
    acute: bool = key("acuut", False)
    entry: bool = key("ingang", False)
    required: bool = key("vereist", False)
    track: str | None = maybe("spoor")
    outcomes: tuple[Outcome, ...] = many("uitkomsten")
    begin_event: str | None = maybe("begin")
    end_event: str | None = maybe("einde")
    target_groups: tuple[str, ...] = many("doelgroepen")
    reserved_for: tuple[str, ...] = many("voorbehouden_aan")
    synonyms: tuple[str, ...] = many("synoniemen")


KIND = Kind("taak", "taken", Task, "taken.yaml", "taken", national=True)
