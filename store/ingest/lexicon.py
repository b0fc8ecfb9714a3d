"""Who is known by name alone: states with their adjectives and seats, organisations, media, armed groups."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from store.ingest.wordlists import table, words
from store.vocabulary import ActorKind

FORMS = ADJECTIVE, NAME, SEAT = "adjective", "name", "seat"


class Known(NamedTuple):
    """An actor of the lists by one of its names; `form` is adjective ("Russian"), name, or seat ("the Kremlin")."""

    kind: ActorKind
    name: str
    form: str


@cache
def known() -> dict[str, Known]:
    """By name, exactly as printed but for a leading article: "Syria", "Syrian", "Kremlin", "UN", "Hezbollah"."""
    found: dict[str, Known] = {}
    for name, adjectives in states().items():
        found[name] = Known("state", name, NAME)
        found |= {adjective: Known("state", name, ADJECTIVE) for adjective in adjectives}
    for list_, form in (("state-names", NAME), ("seats", SEAT)):
        for name, others in table(list_).items():
            found |= {without_article(other): Known("state", name, form) for other in others}
    kinds: tuple[tuple[str, ActorKind], ...] = (
        ("organisations", "organisation"),
        ("outlets", "media"),
        ("armed-groups", "armed-group"),
    )
    for list_, kind in kinds:
        for name, others in table(list_).items():
            found |= {without_article(each): Known(kind, name, NAME) for each in (name, *others)}
    return found


def states() -> dict[str, tuple[str, ...]]:
    """State -> its adjectives and the names of its people, the usual adjective first."""
    return table("states")


def adjective(state: str) -> str:
    """The usual one, or the name where there is none: "Egyptian"."""
    return (states().get(state) or (state,))[0]


@cache
def is_general(name: str) -> bool:
    """Whether a body's name may be many bodies': "Foreign Ministry", "Supreme Court"."""
    small = {word.lower() for word in organisation_words()} | offices() | words("general-words")
    return name not in known() and all(word.lower() in small for word in name.split())


@cache
def letters() -> dict[str, str]:
    """Organisation -> the letters it is called by in titles: "UN" in "UN Secretary-General"."""
    return {name: others[0] for name, others in table("organisations").items() if others and others[0].isupper()}


def without_article(name: str) -> str:
    """Without "the" before it, in any case."""
    return name[4:] if name[:4].lower() == "the " else name


@cache
def genders() -> dict[str, str]:
    """By honorific ("Mrs."): m or f."""
    return {word: told[0] for word, told in table("honorifics").items() if told}


@cache
def titles() -> frozenset[str]:
    """Words, as printed, that may stand before a name and are no part of it: honorifics, ranks."""
    return frozenset({*table("honorifics"), *words("ranks")})


@cache
def offices() -> frozenset[str]:
    """Offices and occupations in small letters."""
    return words("offices")


@cache
def organisation_words() -> frozenset[str]:
    return words("organisation-words")


@cache
def media_words() -> frozenset[str]:
    return words("media-words")


@cache
def dotted() -> tuple[str, ...]:
    """Titles whose full stop doesn't end a sentence."""
    return tuple(
        entry for list_ in ("honorifics", "ranks") for entry in table(list_) if entry.endswith(".") and " " not in entry
    )


@cache
def verbs() -> frozenset[str]:
    """Common verbs as they stand behind a subject."""
    return words("plain-verbs")
