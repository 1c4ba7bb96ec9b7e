"""What every template can say: facts, badges, dates, telephone numbers, places in files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ketenhandboek.findings import Severity, Span
from ketenhandboek.pages.markup import Markup, plain, visible
from ketenhandboek.values import Day, Period, Unknown
from ketenhandboek.wording import day_in_words, lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEVERITY_STYLES = {Severity.FOUT: "fout", Severity.WAARSCHUWING: "let-op", Severity.ADVIES: "info"}
_NOT_IN_TITLE = re.compile(r"[^\w./ -]")


def front_matter(title: str, description: str = "", **more: object) -> Markup:
    """The block at the top of a page; JSON strings are YAML strings, so any text is safe in it."""
    values = {"title": title, "description": description, **more}
    shown = {
        name: value if isinstance(value, list | dict) else visible(value) for name, value in values.items()
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in shown.items() if value)
    return Markup("\n".join(["---", *lines, "---"]))


def shown(value: object) -> Markup:
    """Anything as Markdown: nothing for None and False, a label for what nobody knows yet, else its text."""
    if isinstance(value, Unknown):
        return badge("info", "onbekend")
    return Markup("") if value is None or value is False else plain(value)


def fact(label: str, value: object) -> Markup:
    """A line of a list of facts, several values with dots between them; nothing when there is none."""
    told = dots(value) if isinstance(value, list | tuple) else shown(value)
    return Markup(f"{plain(label)}\n:   {told}\n") if told else Markup("")


def facts(*told: Markup) -> Markup:
    """A list of facts in its box; nothing without facts."""
    found = "\n".join(filter(None, told))
    return Markup(f'<div class="kh-facts" markdown>\n\n{found}\n</div>\n' if found else "")


def section(title: str, *told: Markup) -> Markup:
    """A heading with a list of facts; nothing without facts."""
    found = facts(*told)
    return Markup(f"## {title}\n\n{found}" if found else "")


def badge(style: str, text: str) -> Markup:
    """A label with a shape: `goed`, `let-op`, `fout`, `rust`, `info`, `escaleren` or `opschalen`."""
    return Markup(f'<span class="kh-badge kh-badge--{style}">{plain(text)}</span>')


def severity_badge(severity: Severity) -> Markup:
    """How grave a finding is, as a label."""
    return badge(_SEVERITY_STYLES[severity], str(severity))


def day(value: Day | Unknown | None) -> str:
    """`1 januari 2025`, `juni 2010`, `2017`, `onbekend`, or nothing."""
    return day_in_words(value) if isinstance(value, Day) else str(value or "")


def until(text: str) -> str:
    """A date as in a record, in words."""
    return day(Day.parse(text))


def period(value: Period) -> str:
    """`van 1 januari 2025 tot en met 31 december 2028`, or `sinds 1 januari 2025`."""
    if value.start and value.end:
        return f"van {day(value.start)} tot en met {day(value.end)}"
    if value.end:
        return f"tot en met {day(value.end)}"
    return f"sinds {day(value.start)}" if value.start else "zonder begin of einde"


def phone(number: str) -> Markup:
    """A number to call."""
    return Markup(f"[{plain(number)}](tel:{dialled(number)}){{ .kh-phone }}")


def dialled(number: str) -> str:
    """The digits of a number to call."""
    return "".join(sign for sign in number if sign.isdigit())


def dots(items: Iterable[object]) -> Markup:
    """Several short things on one line."""
    return Markup(" · ".join(shown(item) for item in items if item))


def chained(items: Iterable[object]) -> Markup:
    """Several things one after the other."""
    return Markup(" → ".join(shown(item) for item in items if item))


def lines(items: Iterable[object]) -> Markup:
    """Several things under each other in one cell of a table."""
    return Markup("<br> ".join(shown(item) for item in items if item))


def at(span: Span) -> Markup:
    """`data/partners.yaml, regel 12`."""
    return Markup(f"{plain(span.file)}, regel {span.line}")


def code(text: str, title: str, marked: Iterable[int] = ()) -> Markup:
    """YAML as it stands in a file, under the file's name; `marked` lines (from 1) stand out."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    numbers = " ".join(map(str, marked))
    marks = f' hl_lines="{numbers}"' if numbers else ""
    head = f'{fence}yaml title="{_NOT_IN_TITLE.sub("", title)}"{marks}'
    return Markup("\n".join([head, text.strip("\n"), fence]))


def fold(title: str, content: str) -> Markup:
    """Our own Markdown that opens when a reader asks for it; it may hold anything."""
    head = f'<details class="note" markdown>\n<summary>{plain(title)}</summary>'
    return Markup(f"{head}\n\n{content.strip()}\n\n</details>\n")


ALL = (
    front_matter,
    fact,
    facts,
    section,
    badge,
    severity_badge,
    lower_first,
    upper_first,
    day,
    until,
    period,
    phone,
    dots,
    chained,
    lines,
    at,
    code,
    fold,
)
