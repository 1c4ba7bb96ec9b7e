"""The national layer as a region gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ketenhandboek.chain.load import Gathered, combine

if TYPE_CHECKING:
    from ketenhandboek.chain.records import Records


@pytest.fixture(scope="session")
def layer() -> Records:
    return combine(Gathered())
