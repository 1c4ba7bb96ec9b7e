"""Meetings as rules compare them: which there are, where, about what, and who comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ketenhandboek.kinds.meeting import Meeting
from ketenhandboek.kinds.meeting_kind import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ketenhandboek.chain.chain import Chain
    from ketenhandboek.kinds.partner import Partner
    from ketenhandboek.values import Ref

_WHOLE_REGION = ("regio",)
_EVERY_THEME = "alle"


def meetings(chain: Chain) -> Iterator[Meeting]:
    """The meetings and bodies that exist on the day."""
    return (meeting for meeting in chain.records.of(Meeting).values() if chain.exists(meeting.exists))


def case_meetings(chain: Chain) -> Iterator[Meeting]:
    """The meetings on the day in which people talk about families."""
    return (meeting for meeting in meetings(chain) if discusses_cases(meeting, chain))


def discusses_cases(meeting: Meeting, chain: Chain) -> bool:
    """Whether people talk about families there."""
    kind = chain.records.of(MeetingKind).get(meeting.kind)
    return kind is not None and kind.discusses_cases


def meeting_area(meeting: Meeting, chain: Chain) -> frozenset[str]:
    """The municipalities of a meeting; all of them when it names none."""
    return chain.areas.of(meeting.areas or _WHOLE_REGION)


def share_a_theme(first: Meeting, second: Meeting) -> bool:
    """Whether two meetings can be about the same theme."""
    themes = [set(meeting.themes or (_EVERY_THEME,)) for meeting in (first, second)]
    return any(_EVERY_THEME in named for named in themes) or bool(themes[0] & themes[1])


def who_comes(participant: Ref, meeting: Meeting, chain: Chain) -> list[Partner]:
    """The partners that one line of a meeting means, within the meeting's area."""
    here = meeting_area(meeting, chain)
    return [
        partner
        for partner in chain.binding.meant(participant.name)
        if partner.id == participant.name or here & chain.binding.municipalities(partner.id)
    ]
