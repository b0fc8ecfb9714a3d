"""Values that need no other record to be read: lines, numbers, words of a closed list, dates, places, tags, names.

Each reader takes what was typed and returns the value, None or () for nothing; it raises MisreadError.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import cast, get_args

from store import dates
from store.editing.notation import MisreadError, Piece, in_quotes, joined, pieces, unquoted, words
from store.errors import DateError
from store.model import Anchor, Name, Origin, Place, When
from store.vocabulary import DateBasis, NameKind

BASES: tuple[str, ...] = get_args(DateBasis)
_NAME_KINDS: tuple[str, ...] = get_args(NameKind)
_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_ZONE = re.compile(r"Z|[+-]\d\d(?::?\d\d)?|[A-Za-z][A-Za-z_]*(?:[/+-]\w+)*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NO_TAG = re.compile(r'[\s,;"]|^[+\-\[]')


def read_line(text: str) -> str | None:
    """One line, without the spaces around it."""
    line = text.strip()
    if len(line.splitlines()) > 1:
        raise MisreadError("has more than one line, and must be one.")
    return line or None


def read_text(text: str) -> str | None:
    """Lines, without empty ones at the ends."""
    return text.replace("\r\n", "\n").strip("\n") or None


def read_number(text: str) -> float | int | None:
    """Digits, with commas between thousands and a point before decimals; at most 18 digits."""
    digits = text.strip().replace("−", "-")
    if not digits:
        return None
    if not digits.isascii() or not _NUMBER.fullmatch(digits):
        raise MisreadError(f"{text.strip()!r} is no number.")
    plain = digits.replace(",", "")
    if len(plain) > 18:
        raise MisreadError(f"{text.strip()[:18]}… has too many digits.")
    return float(plain) if "." in plain else int(plain)


def write_number(value: float | int | None) -> str:
    if value is None:
        return ""
    return f"{value:.0f}" if isinstance(value, float) and math.isfinite(value) and value.is_integer() else str(value)


def read_yes(text: str) -> bool:
    """Yes and no, also true and false; nothing is no."""
    word = text.strip().lower()
    if word not in ("yes", "true", "no", "false", ""):
        raise MisreadError(f"{text.strip()!r} is neither yes nor no.")
    return word in ("yes", "true")


def write_yes(value: bool) -> str:
    return "yes" if value else "no"


def read_choice(text: str, choices: Iterable[str]) -> str | None:
    """A word of the closed list, in letters of any case."""
    word = text.strip().lower().replace(" ", "-")
    if word and word not in choices:
        raise MisreadError(f"{text.strip()!r} is none of those known.")
    return word or None


def read_when(text: str) -> When | None:
    """`2016-12-12 "late Monday" [resolved] Z`: the date, the words printed, how we know it, the zone; each may lack.

    The date stands first, in EDTF; the brackets may be left out.
    """
    found: dict[str, str] = {}
    for place, word in enumerate(words(text)):
        part, value = _part_of_date(word, first=place == 0)
        if part in found:
            raise MisreadError(f"{word!r} is one word too many. Words as printed stand in double quotation marks.")
        found[part] = value
    if not found:
        return None
    return When(found.get("words"), found.get("edtf"), found.get("zone"), read_basis(found.get("basis")))


def _part_of_date(word: str, *, first: bool) -> tuple[str, str]:
    bare = word[1:-1].strip() if word.startswith("[") else word
    if word.startswith('"'):
        return "words", unquoted(word)
    if word.startswith("[") or bare.lower() in BASES:
        return "basis", bare
    if first:
        return "edtf", _edtf(word)
    if not _ZONE.fullmatch(word):
        raise MisreadError(f"{word!r} is no zone, as in Z, +02:00 or Asia/Damascus.")
    return "zone", word


def _edtf(word: str) -> str:
    try:
        dates.interval(word)
    except DateError as error:
        try:
            dates.interval(word.upper())
        except DateError:
            raise MisreadError(f"{error}") from None
        return word.upper()
    return word


def write_when(when: When | None) -> str:
    if when is None:
        return ""
    basis = f"[{when.basis}]" if when.basis != "stated" else None
    return " ".join(filter(None, (when.edtf, in_quotes(when.words) if when.words else None, basis, when.zone)))


def read_place(text: str) -> Place | None:
    """`eastern Aleppo [inferred]`."""
    found = pieces(text)
    if not found:
        return None
    if len(found) > 1 or found[0].round or found[0].angle or not found[0].head:
        raise MisreadError("is one place: a name, and in square brackets how we know it.")
    return Place(found[0].head, read_basis(found[0].square))


def write_place(place: Place | None) -> str:
    return str(Piece(place.name, square=basis_written(place.basis))) if place else ""


def read_basis(word: str | None) -> DateBasis:
    """How we know it; "stated" where nothing is said."""
    basis = (word or "stated").lower()
    if basis not in BASES:
        raise MisreadError(f"[{word}] is none of {', '.join(BASES)}.")
    return cast(DateBasis, basis)


def basis_written(basis: DateBasis) -> str:
    return "" if basis == "stated" else basis


def read_tags(text: str) -> tuple[str, ...]:
    """Words between spaces or commas, each once; a tag of several words in double quotation marks."""
    return tuple(dict.fromkeys(filter(None, map(unquoted, words(text)))))


def write_tags(tags: Iterable[str]) -> str:
    return " ".join(in_quotes(tag) if _NO_TAG.search(tag) else tag for tag in tags)


def read_names(text: str) -> tuple[Name, ...]:
    """`Egeland [weak]; UN; Nations unies [fr]; the victors [description, en]`."""
    return tuple(_name(piece) for piece in pieces(text))


def _name(piece: Piece) -> Name:
    if not piece.head or piece.round or piece.angle:
        raise MisreadError(f"{piece} is no name with, in square brackets, its kind and language.")
    kind, language = "alias", None
    for word in words(piece.square):
        if word in _NAME_KINDS:
            kind = word
        elif _LANGUAGE.fullmatch(word):
            language = word
        else:
            raise MisreadError(f"[{word}] is neither of {', '.join(_NAME_KINDS)} nor a language, as in [fr].")
    return Name(piece.head, cast(NameKind, kind), language)


def write_names(names: Iterable[Name]) -> str:
    return joined(
        Piece(name.text, square=", ".join(filter(None, (name.kind if name.kind != "alias" else "", name.language))))
        for name in names
    )


def write_anchors(anchors: Anchor | Iterable[Anchor]) -> str:
    """`120-145 "words as printed"`: to be shown, not to be read."""
    several = [anchors] if isinstance(anchors, Anchor) else anchors
    return "; ".join(f"{anchor.start}-{anchor.end} {in_quotes(anchor.exact)}" for anchor in several)


def write_line(value: str | None) -> str:
    return value or ""


def write_fixed(value: object) -> str:
    """To be shown, not to be read."""
    if isinstance(value, Origin):
        return " ".join(filter(None, (value.by, value.rule and f"by the rule {value.rule}")))
    return "" if value is None else str(value)
