"""Names that two things claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ketenhandboek.findings import Problem, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ketenhandboek.source.document import Place


class Claim(NamedTuple):
    """A name as a record writes it: whose it is, what readers call that owner, and where it stands."""

    shown: str
    owner: str
    called: str
    place: Place

    @property
    def name(self) -> str:
        """The name as comparison sees it: signs and capitals make no difference."""
        return re.sub(r"\W+", " ", self.shown.casefold()).strip()


def claimed_twice(claims: Iterable[Claim], message: str, settled: Iterable[Claim] = ()) -> Iterator[Problem]:
    """A problem at every claim on a name that another owner claimed before, among these or in `settled`.

    `message` has two places to fill: the name, and what its first owner is called.
    """
    first = {claim.name: claim for claim in settled}
    for claim in claims:
        holder = first.setdefault(claim.name, claim)
        if holder.owner != claim.owner:
            related = Related(holder.place.span, f"hier staat '{holder.shown}' voor het eerst")
            yield Problem(claim.place.span, message.format(claim.shown, holder.called), (related,))
