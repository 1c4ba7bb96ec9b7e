"""What `keten explain` prints about a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.rules.rule import Example


def explanation(code: str) -> str:
    """The rule's statement, why it matters, how to mend it, and its examples as plain text."""
    rule = catalogue()[code]
    head = f"{rule.code} ({rule.severity})\n\n{rule.statement}\n\n"
    body = f"Waarom: {rule.why}\n\nWat u doet: {rule.remedy}\n"
    return "\n".join([head + body, *_examples("Goed", rule.good), *_examples("Fout", rule.bad)])


def _examples(title: str, examples: tuple[Example, ...]) -> Iterator[str]:
    for example in examples:
        yield f"{title}: {example.shows}\n"
        for source in example.sources:
            yield f"  {source.file}\n"
            yield "".join(f"    {line}\n" for line in source.text.splitlines())
