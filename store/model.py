"""The records of an archive: documents, actors, statements, figures and the relations between them.

Names are the field's own: source, cue and content of PARC and PolNeAR; low, best and high of UCDP; dates in EDTF.
All records are frozen; plural fields are tuples; what isn't known is left at its default and not written.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from store.parts import Anchor, Hop, Name, Origin, OriginCheck, Place, Retrieved, Review, Speaker, Verification, When
from store.vocabulary import (
    Act,
    ActorKind,
    Bound,
    Channel,
    Counting,
    DocumentStatus,
    Method,
    Outcome,
    PersonStatus,
    RelationKind,
    StatementType,
    Translated,
)

__all__ = [
    "TABLES",
    "Actor",
    "Anchor",
    "Claimed",
    "Document",
    "Figure",
    "Hop",
    "Kept",
    "Name",
    "Origin",
    "OriginCheck",
    "Place",
    "Record",
    "Relation",
    "Retrieved",
    "Review",
    "Speaker",
    "Statement",
    "Verification",
    "When",
]


class Kept(Struct, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """What every record carries. `note` is never exported; `gloss` is one line of our own, and is."""

    revision: int = 1
    added: str | None = None
    changed: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    gloss: str | None = None
    confidential: bool = False


class Claimed(Kept, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """What a statement or figure carries besides: three flags, never one, and remarks on the print (`flags`).

    Flags in use: debris (leftovers such as "amp;"), source-ellipsis (a "[...]" of the source's own),
    mismatched-marks (an opening mark closed by another kind), relayed (reports of others passed on), denied (a
    number that whoever speaks denies, and so claimed by nobody here).
    """

    review: Review = Review()
    origin_check: OriginCheck = OriginCheck()
    verification: Verification = Verification()
    origin: Origin | None = None
    flags: tuple[str, ...] = ()


class Document(Kept, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """A report. `text` is evidence: as decoded, never cleaned; `sha256` is of its UTF-8, in lower-case hex."""

    id: str
    title: str
    text: str
    sha256: str
    publisher: str | None = None
    author: str | None = None
    credit: str | None = None
    published: When | None = None
    url: str | None = None
    archived_url: str | None = None
    retrieved: Retrieved | None = None
    language: str | None = None
    status: DocumentStatus = "unknown"
    supersedes: str | None = None
    original_sha256: str | None = None


class Actor(Kept, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """Who can say, claim or be blamed. `document` is set on anonymous and collective ones, who belong to one report.

    `drafted` holds as long as drafts alone name the actor: with the first of them that is confirmed it is an actor.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[Name, ...] = ()
    parent: str | None = None
    description: str | None = None
    merged_into: str | None = None
    document: str | None = None
    drafted: bool = False


class Statement(Claimed, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """Something said. No speaker is the report's own voice; `content` has gaps where the print has them.

    `about` and `accuses` are actors' ids, `nested_in` a statement's.
    """

    id: str
    document: str
    type: StatementType
    content: tuple[Anchor, ...]
    speakers: tuple[Speaker, ...] = ()
    source: tuple[Anchor, ...] = ()
    cue: tuple[Anchor, ...] = ()
    act: Act = "says"
    via: tuple[Hop, ...] = ()
    channel: Channel | None = None
    uttered: When | None = None
    about: tuple[str, ...] = ()
    accuses: tuple[str, ...] = ()
    nested_in: str | None = None
    translated: Translated = "unknown"


class Figure(Claimed, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """A number somebody claims; `anchor` covers the words that claim it.

    exact: low = best = high; approximate: best alone, the point as said; at-least: no high; at-most: no low;
    range: low and high, and best where the claimant gives one; order (vague magnitudes): low and high, no best.
    `claimants` say the number; `attributed_to` (actors' ids) are blamed for it; `based_on` (actors' ids) is whom the
    claimants have it from.
    `part_of` is a figure's id, `statement` the statement's that carries it.
    """

    id: str
    document: str
    anchor: Anchor
    bound: Bound
    low: float | int | None = None
    best: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    counted: str | None = None
    outcome: Outcome | None = None
    cue: tuple[Anchor, ...] = ()
    source: tuple[Anchor, ...] = ()
    claimants: tuple[Speaker, ...] = ()
    via: tuple[Hop, ...] = ()
    based_on: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    status: PersonStatus = "unstated"
    counting: Counting | None = None
    method: Method | None = None
    place: Place | None = None
    period: When | None = None
    part_of: str | None = None
    statement: str | None = None


class Relation(Kept, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """`subject` restates, qualifies, contradicts … `object`: ids of two statements, figures or documents."""

    id: str
    kind: RelationKind
    subject: str
    object: str
    why: str | None = None


Record: TypeAlias = Document | Actor | Statement | Figure | Relation

TABLES: dict[str, type[Record]] = {
    "documents": Document,
    "actors": Actor,
    "statements": Statement,
    "figures": Figure,
    "relations": Relation,
}
"""The tables of the file in the order they are written, and what stands in each."""
