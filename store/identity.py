"""Ids: given once, never recomputed; a letter pair, a dash and ten base32 characters, as in `st-7k2m9q4dzh`.

Each is a hash of what makes the record, so that importing the same thing twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.folding import fold
from store.model import Actor, Anchor, Document, Figure, Record, Relation, Statement

PREFIXES: dict[type[Record], str] = {Document: "do", Actor: "ac", Statement: "st", Figure: "fi", Relation: "re"}
DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base32: no i, l, o, u, so that an id read aloud or off a screen is not misread."""


def text_sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8, lower-case hex. Lone surrogates, which a decoder may leave, are hashed as such."""
    from hashlib import sha256  # here and below: who only reads records doesn't wait for OpenSSL

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def new_id(table: type[Record], *parts: str) -> str:
    """The id of a record made of these parts; each part counts, and so does where one ends and the next begins."""
    from hashlib import blake2b

    digest = blake2b("\x1f".join([PREFIXES[table], *parts]).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return f"{PREFIXES[table]}-" + "".join(DIGITS[number >> shift & 31] for shift in range(45, -1, -5))


def document_id(sha256_hex: str, url: str | None, publisher: str | None, published: str | None) -> str:
    """The same text from another place is another document: told apart by url, else by publisher and date (EDTF)."""
    return new_id(Document, sha256_hex, *([url] if url else [publisher or "", published or ""]))


def actor_id(kind: str, name: str, document: str | None = None) -> str:
    """Of kind and folded name; anonymous and collective actors also of their document, for they belong to it alone."""
    return new_id(Actor, kind, fold(name), *([document] if document else []))


def _anchored(table: type[Record], document: str, anchors: Iterable[Anchor], ordinal: int) -> str:
    return new_id(table, document, *(f"{anchor.start}-{anchor.end}" for anchor in anchors), str(ordinal))


def statement_id(document: str, content: Iterable[Anchor], ordinal: int = 0) -> str:
    """`ordinal` tells apart several statements with the very same anchors."""
    return _anchored(Statement, document, content, ordinal)


def figure_id(document: str, anchor: Anchor, ordinal: int = 0) -> str:
    """`ordinal` tells apart several figures claimed by the very same words."""
    return _anchored(Figure, document, [anchor], ordinal)


def relation_id(kind: str, subject: str, object_: str) -> str:
    return new_id(Relation, kind, subject, object_)
