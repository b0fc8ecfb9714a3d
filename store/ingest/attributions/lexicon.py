"""The verbs of speech in all their forms, from the word lists."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from store.ingest.wordlists import entries, table, words
from store.vocabulary import Act, Channel

BASE, THIRD, PAST, PARTICIPLE, ING = "base", "third", "past", "participle", "ing"


class Verb(NamedTuple):
    """An entry of `speech-verbs`: what may follow it, by the names that the list explains; `tail` are its other words."""

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
    past, participle = irregular or [stem + "ed"] * 2
    # A doubled consonant (quipped) is doubled before -ing too.
    doubled = past[:-2] if past.endswith("ed") and len(past) == len(lemma) + 3 and not lemma.endswith("y") else None
    ing = (doubled or (lemma if lemma.endswith("ee") else stem)) + "ing"
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeou":
        third = lemma[:-1] + "ies"
    return [(BASE, lemma), (THIRD, third), (PAST, past), (PARTICIPLE, participle), (ING, ing)]


@cache
def nouns() -> dict[str, tuple[tuple[str, ...], Act]]:
    """Nouns of speech -> the prepositions that content follows them with, besides "that", and the act."""
    found = {}
    for noun, rest in table("speech-nouns").items():
        prepositions, _, act = ", ".join(rest).partition(">")
        listed = tuple(part.strip() for part in prepositions.split(",") if part.strip())
        found[noun] = (listed, cast("Act", act.strip() or "says"))
    return found


@cache
def documents() -> dict[str, Channel]:
    """What is written or broadcast -> its channel."""
    return {noun: cast("Channel", channels[0]) for noun, channels in table("document-nouns").items()}


PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "you",
        "who",
        "this",
        "that",
        "these",
        "those",
        "both",
        "all",
        "many",
        "some",
        "others",
        "one",
    ]
)
PERSONAL = frozenset(["he", "she", "they", "it", "i", "we", "you"])
HEARERS = frozenset(["me", "us", "him", "her", "them", "you"])
BE = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "'s", "'re", "'m"]
)
HAVE = frozenset(["has", "have", "had", "hasn't", "haven't", "hadn't", "having", "'s", "'ve", "'d"])
DO = frozenset(["do", "does", "did", "don't", "doesn't", "didn't"])
MODAL = frozenset(
    [
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
        "shall",
        "won't",
        "wouldn't",
        "can't",
        "cannot",
        "couldn't",
        "shouldn't",
        "'ll",
        "'d",
    ]
)
AUXILIARY = BE | HAVE | DO | MODAL
NEGATION = frozenset(
    [
        "not",
        "never",
        "no",
        "neither",
        "nor",
        "hardly",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
        "hadn't",
        "don't",
        "doesn't",
        "didn't",
        "won't",
        "wouldn't",
        "can't",
        "cannot",
        "couldn't",
        "shouldn't",
    ]
)
ADVERBS = frozenset(
    [
        "also",
        "now",
        "then",
        "once",
        "later",
        "earlier",
        "still",
        "often",
        "never",
        "recently",
        "previously",
        "even",
        "repeatedly",
        "again",
        "just",
        "first",
        "already",
        "long",
        "ever",
        "soon",
        "only",
        "simply",
        "always",
        "further",
        "then--",
        "essentially",
        "famously",
        "not",
        "since",
        "sometimes",
        "together",
        "consistently",
    ]
)
CONJUNCTIONS = frozenset(
    [
        "but",
        "as",
        "when",
        "while",
        "because",
        "if",
        "although",
        "though",
        "after",
        "before",
        "since",
        "until",
        "whether",
        "which",
        "where",
        "than",
        "so",
        "unless",
        "whereas",
        "whom",
        "whose",
        "why",
        "how",
        "what",
        "once",
        "despite",
        "that",
        "who",
    ]
)
PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "at",
        "in",
        "on",
        "from",
        "with",
        "to",
        "by",
        "about",
        "against",
        "over",
        "under",
        "into",
        "during",
        "near",
        "through",
        "between",
        "among",
        "without",
        "within",
        "across",
        "toward",
        "towards",
        "per",
        "via",
    ]
)
DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "this",
        "these",
        "those",
        "some",
        "many",
        "several",
        "most",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "all",
        "no",
        "any",
        "each",
        "every",
        "another",
        "both",
        "few",
        "more",
        "one",
    ]
)
VERBS = words("plain-verbs")


def adverb(low: str) -> bool:
    """Whether the word may stand between an auxiliary and its verb."""
    return low in ADVERBS or (
        low.endswith("ly")
        and len(low) > 4
        and low not in ("family", "ally", "italy", "july", "assembly", "rally", "reply")
    )


HEARSAY = frozenset(["reportedly", "allegedly", "apparently", "purportedly", "supposedly"])
