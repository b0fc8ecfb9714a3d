"""The verbs of speech in all their forms, from the word lists."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from store.ingest.wordlists import entries, table
from store.vocabulary import Act, Channel

BASE, THIRD, PAST, PARTICIPLE, ING = "base", "third", "past", "participle", "ing"


class Verb(NamedTuple):
    """An entry of `speech-verbs`: what may follow it, by the names in that list; `tail` are its other words."""

    lemma: str
    frames: frozenset[str]
    act: Act
    tail: tuple[str, ...] = ()


class Form(NamedTuple):
    """A word as a form of verbs: "said" is past and participle of one; "call" begins several (call for, call on)."""

    forms: frozenset[str]
    verbs: tuple[Verb, ...]


@cache
def forms() -> dict[str, Form]:
    """Each form of each verb's first word -> which forms it is, and the verbs, those of more words first."""
    found: dict[str, tuple[set[str], list[Verb]]] = {}
    for entry in entries("speech-verbs"):
        head, _, rest = entry.partition(":")
        head, _, irregular = head.partition("[")
        frames, _, act = rest.partition(">")
        first, *tail = head.split()
        verb = Verb(
            " ".join([first, *tail]),
            frozenset(frame.strip() for frame in frames.split(",")),
            cast("Act", act.strip() or "says"),
            tuple(tail),
        )
        for form, word in _inflected(first, irregular.rstrip("] ").split()):
            kinds, verbs = found.setdefault(word, (set(), []))
            kinds.add(form)
            if verb not in verbs:
                verbs.append(verb)
    return {
        word: Form(frozenset(kinds), tuple(sorted(verbs, key=lambda verb: -len(verb.tail))))
        for word, (kinds, verbs) in found.items()
    }


def _inflected(lemma: str, irregular: list[str]) -> list[tuple[str, str]]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    vowels = "aeou"
    base = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2:-1] not in vowels else stem
    past, participle = irregular or [base + "ed"] * 2
    # A doubled consonant (quipped) is doubled before -ing too.
    doubled = past[:-2] if past.endswith("ed") and len(past) == len(lemma) + 3 and not lemma.endswith("y") else None
    ing = (doubled or (lemma if lemma.endswith("ee") else stem)) + "ing"
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s"
    if base != stem:
        third = lemma[:-1] + "ies"
    return [(BASE, lemma), (THIRD, third), (PAST, past), (PARTICIPLE, participle), (ING, ing)]


@cache
def nouns() -> dict[str, Act]:
    """Nouns of speech that a clause with "that" may follow -> the act."""
    return {noun: cast("Act", acts[0]) for noun, acts in table("speech-nouns").items()}


@cache
def documents() -> dict[str, Channel]:
    """What is written or broadcast -> its channel."""
    return {noun: cast("Channel", channels[0]) for noun, channels in table("document-nouns").items()}
