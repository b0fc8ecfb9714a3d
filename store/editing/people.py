"""Values that name other records: actors, speakers with their office, the stations of `via`, ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast, get_args

from msgspec.structs import replace

from store.editing.basis import Said, ground
from store.editing.cast import cast_of
from store.editing.notation import MisreadError, Piece, joined, pieces
from store.editing.values import basis_written, read_basis
from store.errors import UnknownRecordError
from store.identity import PREFIXES
from store.model import Actor, Hop, Speaker
from store.records import Records
from store.vocabulary import Channel, DateBasis

UNKNOWN = "?"
"""Stands for the actor of a station that nobody names."""
_CHANNELS: tuple[str, ...] = get_args(Channel)


class Setting(NamedTuple):
    """Setting a value stands: among which records, without which actors go by their ids alone; in which report.

    `said` is the statement or figure itself: the print around it tells how we know who speaks.
    """

    records: Records | None
    document: str | None
    tables: tuple[str, ...] = ()
    said: Said | None = None

    def basis(self, who: Speaker) -> DateBasis:
        """How we know that it was this one, where nobody says."""
        if self.records is None or self.said is None:
            return "stated"
        return ground(self.records, self.said, who).basis


def read_actor(text: str, setting: Setting) -> str | None:
    found = read_actors(text, setting)
    if len(found) > 1:
        raise MisreadError("is one actor, and several are named.")
    return found[0] if found else None


def read_actors(text: str, setting: Setting) -> tuple[str, ...]:
    """`Russia; Syrian government`."""
    found = pieces(text)
    for piece in found:
        if piece.round or piece.angle or piece.square:
            raise MisreadError(f"{piece} is more than an actor. Put a name with such marks in double quotation marks.")
    return tuple(dict.fromkeys(_actor(piece.head, setting) for piece in found))


def _actor(text: str, setting: Setting) -> str:
    if setting.records is not None:
        return cast_of(setting.records).meant(text, setting.document)
    if not text.startswith(f"{PREFIXES[Actor]}-"):
        raise MisreadError(f"{text!r} is no actor's id, as in ac-7k2m9q4dzh.")
    return text


def write_actors(ids: Iterable[str], setting: Setting) -> str:
    return joined(Piece(_named(actor_id, setting)) for actor_id in ids)


def write_actor(actor_id: str | None, setting: Setting) -> str:
    return write_actors((actor_id,) if actor_id else (), setting)


def _named(actor_id: str, setting: Setting) -> str:
    actor = setting.records.actors.get(actor_id) if setting.records is not None else None
    if actor is None or setting.records is None:
        return actor_id
    return cast_of(setting.records).name(actor_id, actor.name, setting.document)


def read_speakers(text: str, setting: Setting) -> tuple[Speaker, ...]:
    """`Jan Egeland (UN adviser); Russia [inferred]`: the office as printed, and how we know who it was.

    Where nothing stands in square brackets the print tells it: see `basis`.
    """
    return tuple(_speaker(piece, setting) for piece in pieces(text))


def _speaker(piece: Piece, setting: Setting) -> Speaker:
    if not piece.head or piece.angle:
        raise MisreadError(f"{piece} is no name with, in round brackets, an office.")
    who = Speaker(_actor(piece.head, setting), piece.round or None)
    return replace(who, basis=read_basis(piece.square) if piece.square else setting.basis(who))


def write_speakers(speakers: Iterable[Speaker], setting: Setting) -> str:
    """As `read_speakers` takes them; [stated] stands where the print would tell it otherwise."""
    return joined(Piece(_named(who.actor, setting), who.capacity or "", "", _basis(who, setting)) for who in speakers)


def _basis(who: Speaker, setting: Setting) -> str:
    return basis_written(who.basis) or ("stated" if setting.basis(who) != "stated" else "")


def read_via(text: str, setting: Setting) -> tuple[Hop, ...]:
    """`AFP (report); ? (tweet) <https://…>`: outermost first; ? where nobody is named."""
    return tuple(_hop(piece, setting) for piece in pieces(text))


def _hop(piece: Piece, setting: Setting) -> Hop:
    channel = piece.round.lower()
    if not piece.head or piece.square:
        raise MisreadError(f"{piece} is no station: a name, or ? for one that isn't known, a channel and an address.")
    if channel and channel not in _CHANNELS:
        raise MisreadError(f"({piece.round}) is none of the channels {', '.join(_CHANNELS)}.")
    actor = None if piece.head == UNKNOWN else _actor(piece.head, setting)
    return Hop(actor, cast(Channel, channel) if channel else None, piece.angle or None)


def write_via(hops: Iterable[Hop], setting: Setting) -> str:
    return joined(
        Piece(_named(hop.actor, setting) if hop.actor else UNKNOWN, hop.channel or "", hop.url or "") for hop in hops
    )


def read_record(text: str, setting: Setting) -> str | None:
    """The id of another record, or so much of its beginning as no other of its tables has."""
    begun = text.strip()
    if not begun or setting.records is None:
        return begun or None
    try:
        found = setting.records.get(begun).id
    except UnknownRecordError as error:
        raise MisreadError(f"{str(error)[0].lower()}{str(error)[1:]}") from None
    if not any(found in setting.records.table(table) for table in setting.tables):
        raise MisreadError(f"{found} is none of the {' or '.join(setting.tables)}.")
    return found
