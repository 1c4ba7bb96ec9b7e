"""Templates: what they can say, and that nothing from a record passes unescaped."""

from __future__ import annotations

import json
import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import jinja2

from ketenhandboek.findings import Severity, Span
from ketenhandboek.pages.drawing import picture
from ketenhandboek.pages.links import Links
from ketenhandboek.pages.markup import Markup, plain, prose
from ketenhandboek.values import Day, Duration, Period, Unknown
from ketenhandboek.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ketenhandboek.pages.page import Book

PACKAGE = "ketenhandboek.pages"
_TITLE = re.compile(r"[^\w./ -]")
_SEVERITY_STYLES = {Severity.FOUT: "fout", Severity.WAARSCHUWING: "let-op", Severity.ADVIES: "info"}
_BLANKS = re.compile(r"\n{3,}")


def render(template: str, here: str, book: Book, **view: Any) -> str:
    """Fill a template such as `partner/page.md.jinja` for the page at path `here`."""
    links = Links(book.chain, here)
    text = (
        _environment()
        .get_template(template)
        .render(
            chain=book.chain,
            names=book.chain.names,
            links=links,
            picture=partial(picture, book),
            today=in_words(book.chain.day),
            **view,
        )
    )
    return _BLANKS.sub("\n\n", text).strip() + "\n"


def front_matter(title: str, description: str = "", **more: object) -> Markup:
    """The block at the top of a page; JSON strings are YAML strings, so any text is safe in it."""
    values = {"title": title, "description": description, **more}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items() if value)
    return Markup("\n".join(["---", *lines, "---"]))


def fact(label: str, value: object) -> Markup:
    """A line of a list of facts; nothing when there is nothing to tell."""
    return Markup(f"{label}\n:   {plain(value)}\n") if value else Markup("")


def day(value: Day | Unknown | None) -> str:
    """`1 januari 2025`, `juni 2010`, `2017` or `onbekend`."""
    if value is None or isinstance(value, Unknown):
        return "onbekend" if value else ""
    if value.exact:
        return in_words(value.first)
    return str(value) if len(str(value)) == 4 else in_words(value.first).split(" ", 1)[1]


def period(value: Period) -> str:
    """`van 1 januari 2025 tot en met 31 december 2028`."""
    start = f"van {day(value.start)}" if value.start else ""
    end = f"tot en met {day(value.end)}" if value.end else ""
    return " ".join(part for part in (start, end) if part) or "zonder einddatum"


def duration(value: Duration | Unknown | None) -> str:
    """`5 werkdagen`, `onbekend`, or nothing."""
    return "" if value is None else str(value)


def badge(style: str, text: str) -> Markup:
    """A label with a shape: `goed`, `let-op`, `fout`, `rust`, `info`, `escaleren` or `opschalen`."""
    return Markup(f'<span class="kh-badge kh-badge--{style}">{plain(text)}</span>')


def phone(number: str) -> Markup:
    """A number to call."""
    dialled = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return Markup(f"[{plain(number)}](tel:{dialled}){{ .kh-phone }}")


def dots(items: Iterable[object]) -> Markup:
    """Several short things on one line."""
    return Markup(" · ".join(plain(item) for item in items if item))


def at(span: Span) -> Markup:
    """`data/partners.yaml, regel 12`."""
    return Markup(f"{plain(span.file)}, regel {span.line}")


def severity_badge(severity: Severity) -> Markup:
    """How grave a finding is, as a label."""
    return badge(_SEVERITY_STYLES[severity], str(severity))


def code(text: str, title: str) -> Markup:
    """YAML as it stands in a file, under the file's name."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return Markup(f'{fence}yaml title="{_TITLE.sub("", title)}"\n{text.strip(chr(10))}\n{fence}')


def until(text: str) -> str:
    """A date as in a record, in words."""
    return day(Day.parse(text))


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(PACKAGE, ""),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        finalize=_safe,
    )
    tools = (
        front_matter,
        fact,
        day,
        period,
        duration,
        badge,
        phone,
        dots,
        at,
        prose,
        severity_badge,
        code,
        until,
    )
    environment.globals.update({tool.__name__: tool for tool in tools})
    return environment


def _safe(value: object) -> Markup:
    return Markup("") if value is None else plain(value)
