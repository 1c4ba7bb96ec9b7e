"""What one rule says of records that are laid over the example region."""

from __future__ import annotations

from ketenhandboek.findings import Finding
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import judged
from ketenhandboek.rules.example import example_chain
from ketenhandboek.rules.rule import Example


def said(code: str, day: str = "", /, **texts: str) -> list[str]:
    """The messages of the findings, and `? …` for the questions of the rule; texts as for `Example.of`."""
    chain = example_chain(Example.of("", day, **texts))
    assert (chain.records.misfits, chain.records.unreadable) == ((), ()), "the records fit their schemas"
    items = judged(catalogue()[code], chain)
    return [item.message if isinstance(item, Finding) else f"? {item.question}" for item in items]


def says_only(messages: list[str], beginning: str) -> bool:
    """Whether there is one message, and it begins so; or none, when nothing should be said."""
    return [message[: len(beginning)] for message in messages] == [beginning] * bool(beginning)
