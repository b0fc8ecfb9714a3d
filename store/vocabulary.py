"""The closed lists: what a record's fields of choice may hold, and what the filter knows of them."""

from __future__ import annotations

from typing import Literal, TypeAlias

DateBasis: TypeAlias = Literal["stated", "resolved", "inferred", "assumed"]
DocumentStatus: TypeAlias = Literal["live", "corrected", "retracted", "deleted", "unknown"]
ActorKind: TypeAlias = Literal[
    "person", "office", "state", "organisation", "armed-group", "media", "collective", "anonymous-source", "document"
]
NameKind: TypeAlias = Literal["alias", "weak", "description"]
StatementType: TypeAlias = Literal["direct", "indirect", "mixed"]
Act: TypeAlias = Literal["says", "denies", "declines", "doubts", "asks", "demands", "warns", "promises", "retracts"]
Channel: TypeAlias = Literal[
    "statement",
    "tweet",
    "post",
    "interview",
    "speech",
    "press-conference",
    "broadcast",
    "report",
    "letter",
    "testimony",
    "dataset",
    "other",
]
Translated: TypeAlias = Literal["yes", "no", "unknown"]
Bound: TypeAlias = Literal["exact", "approximate", "at-least", "at-most", "range", "order"]
Outcome: TypeAlias = Literal[
    "killed",
    "injured",
    "casualties",
    "missing",
    "displaced",
    "besieged",
    "detained",
    "evacuated",
    "abducted",
    "tortured",
    "destroyed",
    "events",
    "area",
    "distance",
    "duration",
    "amount",
    "share",
    "other",
]
Counting: TypeAlias = Literal["as-of", "during", "since"]
PersonStatus: TypeAlias = Literal["civilian", "combatant", "mixed", "unstated"]
Method: TypeAlias = Literal["reported", "estimated", "computed"]
RelationKind: TypeAlias = Literal[
    "restates", "responds-to", "same-origin", "corroborates", "contradicts", "qualifies", "supersedes"
]
ReviewState: TypeAlias = Literal["drafted", "accepted", "corrected", "rejected"]
OriginState: TypeAlias = Literal["not-checked", "found", "changed", "deleted", "not-found"]
VerificationState: TypeAlias = Literal[
    "unverified", "single-source", "corroborated", "contested", "disproved", "confirmed"
]
REASONS = (
    "nobody said it",
    "no claim of a number",
    "the wrong words",
    "the wrong source",
    "said by another record already",
    "of no use here",
)
"""Why a draft is discarded: it stands in the record (`review.why`), in the log, and in the counts by rule."""
