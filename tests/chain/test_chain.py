"""What a chain keeps of its own answers, and lets go of."""

from __future__ import annotations

import weakref
from datetime import timedelta

from ketenhandboek.chain.chain import Chain
from ketenhandboek.rules.check import check
from ketenhandboek.rules.example import clean_chain


def test_for_one_day_it_is_always_the_same_chain() -> None:
    chain = clean_chain()
    tomorrow = chain.day + timedelta(days=1)
    assert chain.at(chain.day) is chain
    assert chain.at(tomorrow) is chain.at(tomorrow)


def test_work_is_done_once() -> None:
    chain, done = clean_chain(), list[Chain]()
    for _ in range(2):
        chain.once(done.append)
    assert done == [chain]


def test_a_chain_that_forgot_leaves_nothing_behind_and_answers_again() -> None:
    chain = clean_chain()
    before = check(chain)
    chain.forget()
    assert check(chain) == before
    chain.forget()
    gone = weakref.ref(chain)
    del chain
    assert gone() is None
