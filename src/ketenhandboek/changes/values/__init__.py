"""The values of a comparison: one class for each way in which the meaning of a chain can change.

They hold names beside ids, so that who shows them needs no chain.
"""

from __future__ import annotations

from ketenhandboek.changes.values.agreements import (
    AgreementAdded,
    AgreementRemoved,
    AgreementWithdrawn,
    PartyChanged,
    SignAgain,
    Signed,
    Span,
    StageChanged,
    ValidityChanged,
)
from ketenhandboek.changes.values.basics import Change, Comparison, Extent, Named, Names, Topic
from ketenhandboek.changes.values.lines import (
    DeciderChanged,
    FlowChanged,
    GroundChanged,
    LadderChanged,
    LevelChanged,
    MandateChanged,
    PerformersChanged,
    StepChanged,
)
from ketenhandboek.changes.values.others import (
    ChairChanged,
    ExceptionChanged,
    FindingChanged,
    MeetingChanged,
    MeetingEnded,
    MeetingRenamed,
    MemberChanged,
    MemberEnded,
    RecordChanged,
    Renamed,
    RhythmChanged,
    TermChanged,
    WeightChanged,
)
from ketenhandboek.changes.values.situations import (
    AccountableChanged,
    CaseChanged,
    CoverageChanged,
    DeadlineChanged,
    FollowUpChanged,
    Term,
)

__all__ = [
    "AccountableChanged",
    "AgreementAdded",
    "AgreementRemoved",
    "AgreementWithdrawn",
    "CaseChanged",
    "ChairChanged",
    "Change",
    "Comparison",
    "CoverageChanged",
    "DeadlineChanged",
    "DeciderChanged",
    "ExceptionChanged",
    "Extent",
    "FindingChanged",
    "FlowChanged",
    "FollowUpChanged",
    "GroundChanged",
    "LadderChanged",
    "LevelChanged",
    "MandateChanged",
    "MeetingChanged",
    "MeetingEnded",
    "MeetingRenamed",
    "MemberChanged",
    "MemberEnded",
    "Named",
    "Names",
    "PartyChanged",
    "PerformersChanged",
    "RecordChanged",
    "Renamed",
    "RhythmChanged",
    "SignAgain",
    "Signed",
    "Span",
    "StageChanged",
    "StepChanged",
    "Term",
    "TermChanged",
    "Topic",
    "ValidityChanged",
    "WeightChanged",
]
