"""What records are made of: runs of a text, dates and places, who speaks, and the three flags."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from store.vocabulary import Channel, DateBasis, NameKind, OriginState, ReviewState, VerificationState


class Anchor(Struct, frozen=True, gc=False):
    """A run of a document's text: `str` indexes, half-open, start < end; `exact` is text[start:end], to the letter.

    An anchor whose `exact` isn't what stands there is broken; it is shown as broken and never moved by likeness.
    """

    start: int
    end: int
    exact: str


class When(Struct, frozen=True, gc=False, omit_defaults=True):
    """A date as printed (`words`) and as meant (`edtf`, level 0 and 1, intervals); `basis` tells how we know it."""

    words: str | None = None
    edtf: str | None = None
    zone: str | None = None
    basis: DateBasis = "stated"


class Place(Struct, frozen=True, gc=False, omit_defaults=True):
    """A place by the name it goes by; `basis` tells whether the report states it."""

    name: str
    basis: DateBasis = "stated"


class Speaker(Struct, frozen=True, gc=False, omit_defaults=True):
    """Who speaks or claims: an actor's id, and the office as printed there (`capacity`)."""

    actor: str
    capacity: str | None = None
    basis: DateBasis = "stated"


class Hop(Struct, frozen=True, gc=False, omit_defaults=True):
    """One station between the speaker and this report, outermost first; `actor` is an id or None where unknown."""

    actor: str | None = None
    channel: Channel | None = None
    url: str | None = None


class Name(Struct, frozen=True, gc=False, omit_defaults=True):
    """Another name of an actor; a weak one ("the regime") may mean others too."""

    text: str
    kind: NameKind = "alias"
    language: str | None = None


class Retrieved(Struct, frozen=True, gc=False, omit_defaults=True):
    """When (UTC, ISO 8601), by whom and how a document came into the archive."""

    at: str | None = None
    by: str | None = None
    how: str | None = None


class Review(Struct, frozen=True, gc=False, omit_defaults=True):
    """Does the record match the text? Nobody said so until somebody did: the default is drafted."""

    state: ReviewState = "drafted"
    by: str | None = None
    at: str | None = None
    why: str | None = None


class OriginCheck(Struct, frozen=True, gc=False, omit_defaults=True):
    """Was it really said, looked up where it was first said?"""

    state: OriginState = "not-checked"
    by: str | None = None
    at: str | None = None
    why: str | None = None


class Verification(Struct, frozen=True, gc=False, omit_defaults=True):
    """Is it true?"""

    state: VerificationState = "unverified"
    by: str | None = None
    at: str | None = None
    why: str | None = None


class Origin(Struct, frozen=True, gc=False, omit_defaults=True):
    """How the record came to be: by hand, or by a rule with its confidence (0 to 1) and what it drafted."""

    by: str | None = None
    rule: str | None = None
    confidence: float | None = None
    drafted: dict[str, Any] | None = None

    @property
    def carried_from(self) -> str | None:
        """The id of the record of an earlier version that this one was proposed from."""
        return (self.drafted or {}).get("from")

    @property
    def corrected(self) -> tuple[str, ...]:
        """The fields that a reviewer changed; what the record was proposed from is none of them."""
        return tuple(field for field in self.drafted or {} if field != "from")
