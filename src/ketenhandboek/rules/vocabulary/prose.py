"""Words in the texts that an agreement's readers see, with the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

from ketenhandboek.findings import Span

if TYPE_CHECKING:
    from ketenhandboek.kinds.agreement import Agreement

_PROSE = {
    "titel",
    "samenvatting",
    "toelichting",
    "naam",
    "betekenis",
    "voorwaarde",
    "criterium",
    "afwijking",
    "wanneer",
    "wat",
    "besluit",
}
_HISTORY = {"wijzigingen", "bron", "open", "opmerking"}
"""Below these keys stands what once was, what others wrote, or what is not sure yet."""


class Word(NamedTuple):
    """A piece of the text of an agreement's file."""

    agreement: Agreement
    start: int
    end: int

    @property
    def written(self) -> str:
        """The word as it is written."""
        return self._text[self.start : self.end]

    @property
    def is_prose(self) -> bool:
        """Whether it stands in a text for readers, and not in a reference or in history."""
        keys = _keys(self.agreement.place.node, self.start)
        return bool(keys) and keys[-1] in _PROSE and not _HISTORY & set(keys)

    @property
    def is_whole(self) -> bool:
        """Whether no letter, digit or underscore stands right before or after it."""
        around = self._text[max(self.start - 1, 0) : self.start] + self._text[self.end : self.end + 1]
        return not any(sign.isalnum() or sign == "_" for sign in around)

    @property
    def span(self) -> Span:
        """Where it stands."""
        line = self._text.count("\n", 0, self.start) + 1
        before = self._text.rfind("\n", 0, self.start)
        document = self.agreement.place.document
        return Span(document.file, line, self.start - before, line, self.end - before)

    @property
    def _text(self) -> str:
        return self.agreement.place.document.text


def _keys(node: yaml.Node, offset: int) -> list[str]:
    """The keys that lead to the value that stands at an offset; none where no value stands there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if value.start_mark.index <= offset < value.end_mark.index:
                return [key.value, *_keys(value, offset)]
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            if value.start_mark.index <= offset < value.end_mark.index:
                return _keys(value, offset)
    return []
