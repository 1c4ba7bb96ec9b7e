"""A region written out in YAML, small enough to know by heart."""

from __future__ import annotations

from datetime import date
from textwrap import dedent, indent

from ketenhandboek.chain.chain import Chain
from ketenhandboek.chain.load import combine, read_texts

ONE_MUNICIPALITY = """
id: regio-x
naam: Regio X
fictief: ja
gemeenten:
  - id: abelen
    code: GM9901
    naam: Abelen
    sinds: 2015-01-01
"""
REGION = f"""{ONE_MUNICIPALITY}\
  - id: berken
    code: GM9902
    naam: Berken
    sinds: 2015-01-01
    tot_en_met: 2025-12-31
  - id: ceder
    code: GM9903
    naam: Ceder
    sinds: 2026
gebieden:
  - id: streek
    naam: De Streek
    indeling: subregio
    gemeenten:
      - gemeente: abelen
        sinds: 2015-01-01
      - gemeente: berken
        sinds: 2015-01-01
      - gemeente: ceder
        sinds: 2027-01-01
"""
_AGREEMENT = "titel: {}\nsoort: samenwerkingsafspraak\nstand: {}\ngebied:\n  - regio\nthemas:\n  - alle\n"


def written(day: str, /, **texts: str) -> Chain:
    """A chain of these files on a day: `afspraken__x_y=…` is the text of `afspraken/x-y.yaml`."""
    texts = {"regio": REGION} | texts
    files = {
        f"{name.replace('__', '/').replace('_', '-')}.yaml": dedent(text).lstrip("\n")
        for name, text in texts.items()
    }
    records = combine(read_texts(files))
    assert (records.unreadable, records.misfits) == ((), ())
    return Chain(records, date.fromisoformat(day))


def agreement(more: str, stage: str = "vastgesteld", title: str = "Afspraak") -> str:
    """An agreement for the whole region with `more` in it."""
    return _AGREEMENT.format(title, stage) + dedent(more).lstrip("\n")


def partners(*texts: str) -> str:
    """Partners by the lines that follow after their names, such as `team: lokaal-team in regio`."""
    return "partners:\n" + "".join(_partner(text) for text in texts)


def _partner(text: str) -> str:
    name, _, rest = text.partition(": ")
    first, *more = rest.split("; ")
    kind, _, area = first.partition(" in ")
    head = f"- id: {name}\n  naam: {name.title()}\n  soort: {kind}\n  werkgebied:\n    - gebied: {area}\n"
    return indent(head + "".join(f"  {line}\n" for line in more), "  ")
