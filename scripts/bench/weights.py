"""How the time of a check is divided over the rules: `python scripts/bench/weights.py FOLDER`.

Prints the share of each rule, heaviest first. What rules share is worked out before, under a name of its own.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from datetime import date
from pathlib import Path

from ketenhandboek.chain.load import load_chain
from ketenhandboek.rules.catalogue import catalogue
from ketenhandboek.rules.check import judged

ROUNDS = 7
SHARED = "gezamenlijk"
TODAY = date(2026, 3, 1)


def shares(folder: Path) -> dict[str, float]:
    """Each rule's part of the time of all rules, between 0 and 1, heaviest first."""
    gc.disable()
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name, seconds in one_round(folder).items():
            spent[name].append(seconds)
    least = {name: min(several) for name, several in spent.items()}
    total = sum(least.values())
    return {name: least[name] / total for name in sorted(least, key=least.__getitem__, reverse=True)}


def one_round(folder: Path) -> dict[str, float]:
    """Seconds by rule on a chain that knows nothing yet."""
    chain = load_chain(folder, TODAY)
    spent: dict[str, float] = {}
    start = time.process_time()
    _ = chain.index.backlinks, chain.names, chain.coverage.gaps, chain.handed_over, chain.telling
    spent[SHARED] = time.process_time() - start
    for code, rule in catalogue().items():
        start = time.process_time()
        list(judged(rule, chain))
        spent[code] = time.process_time() - start
    return spent


if __name__ == "__main__":
    for name, share in shares(Path(sys.argv[1])).items():
        print(f"{name} {share:.1%}")
