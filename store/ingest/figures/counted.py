"""What a number counts: the noun behind it, as printed, and the unit that it makes ("person", "house")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.figures import money
from store.ingest.figures.units import per, unit_named
from store.ingest.wordlists import table, words
from store.vocabulary import PersonStatus

_STOPS, _NO_PLURALS = words("noun-stops"), words("singulars-in-s")
_PEOPLE = words("people") | {people.lower() + "s" for each in table("states").values() for people in each}
_PARTICIPLES = words("participles")
_SINGULARS = {plural: single[0] for plural, single in table("plurals").items()}
_STATUS = {word: status for status, listed in table("civilians-and-combatants").items() for word in listed}
_OF = re.compile(
    r"(?:\s+more)?\s+of\s+(?:(?:the|its|their|his|her|our|my|these|those|all)\s+)?(?:(?:roughly|about|some)\s+)?"
    r"(?:[0-9][0-9,]*\s+)?"
)
_OF_THEM = re.compile(r"\s+of\s+(?:whom|them|which)\s+(?:(?:were|are|was|is)\s+)?(?:(?:an?|the|all)\s+)?")
_MORE = re.compile(r"[\s-]+(?:more|other|additional|further|extra)(?!\w)")
_OF_WHICH = re.compile(r"\s+of\s+(?:(?:the|all|its|their)\s+)?")
_NEXT = re.compile(r"[\s-]+[\"“‘']?(?P<word>[^\W_][\w’'&/]*(?:-\w+)*)")
_AND_NAME = re.compile(r"\s+(?:and|or)(?=\s+[A-Z])")
_AND_HYPHEN = re.compile(r"-\s+(?:and|or)(?=\s+[a-z]+-)")
_OWNER = re.compile(r"['’]s?$")
_LONGEST = 5
"""Words of a noun with all that stands before it: "armed opposition fighters"."""


class Counted(NamedTuple):
    """The run of the noun, None where only "more" stands there; `end` is where the words of the claim end."""

    span: Span | None
    end: int
    unit: str | None


def counted(text: str, end: int, *, one: bool, in_words: bool = False) -> Counted:
    """The noun behind a number that ends at `end`, its unit in the singular: "city residents" are persons.

    It ends at its first plural, and at a second one that follows ("sports fans"); `one` has a singular or none, and so
    has what a hyphen joins ("a 15-member council"); `in_words` it joins much else ("a two-way race"), so persons alone.
    """
    if text[end : end + 1] == "-":
        joined = _NEXT.match(text, end)
        return (
            Counted(joined.span("word"), joined.end(), unit_of(joined["word"])) if joined else Counted(None, end, None)
        )
    start = end
    if whole := _OF_THEM.match(text, end):
        start, one = whole.end() - 1, True
    elif of := _OF.match(text, end):
        start, one = of.end() - 1, False
    if more := _MORE.match(text, start):
        start = more.end()
    found = _noun(text, start, one=one)
    if whole and found and not is_person(text[slice(*found)]):
        found = None
    if found is None:
        return Counted(None, more.end() if more else end, None)
    phrase = text[slice(*found)]
    if measure := money.named(phrase) or unit_named(phrase):
        return Counted(None, found[1], measure)
    unit = unit_of(phrase)
    by, after = per(text, found[1]) if unit != "person" else (None, 0)
    return Counted(found, after, f"{unit} per {by}") if by else Counted(found, found[1], unit)


def _joined(text: str, end: int) -> Counted:
    found = _NEXT.match(text, end)
    return Counted(found.span("word"), found.end(), unit_of(found["word"])) if found else Counted(None, end, None)


def noun(text: str, end: int) -> Span | None:
    """The noun behind "of": of a share ("60 percent of its revenue") or a measure ("a barrel of oil")."""
    of = _OF_WHICH.match(text, end)
    found = (_noun(text, of.end() - 1) or _noun(text, of.end() - 1, one=True)) if of else None
    if found is None or re.search(r"(?:^|[\s-])[A-Z]", text[found[0] : found[1] + 2]):
        return None
    return found


def _noun(text: str, at: int, *, one: bool = False) -> Span | None:
    """Up to the first plural, and a second one behind it; without one, what `one` counts, else nothing."""
    found = list(_words(text, at))
    forms = [text[start:end] for start, end in found]
    plurals = [place for place, form in enumerate(forms) if is_plural(form)]
    if not found or not (plurals or one):
        return None
    last = _single(forms, plurals) if one else _many(forms, plurals)
    start, end = found[0][0], found[last][1]
    return start, end - len(_owner(text[start:end]))


def _single(forms: list[str], plurals: list[int]) -> int:
    """The place of the last word of one thing's name: a person, or up to what may be a verb ("one proposal asks")."""
    people = [place for place, form in enumerate(forms[:3]) if is_person(form)]
    if people:
        return people[0]
    verbs = (place for place, form in enumerate(forms) if place and (place in plurals or form.endswith("ed")))
    until = next(verbs, len(forms))
    return until - 1 if until <= 3 else 0


def _many(forms: list[str], plurals: list[int]) -> int:
    """The place of the last word of their name; "plain-clothes officers" are officers."""
    last = plurals[0]
    if forms[last] == "times":
        return last
    for place in plurals[1:]:
        joined = place == last + 1 and forms[place][0].islower() and not is_participle(forms[place])
        if joined or ("-" in forms[last] and not is_person(forms[last])):
            last = place
    return last


def _words(text: str, at: int) -> Iterator[Span]:
    """The words that may be a noun's, up to the first that is none: a preposition, a verb, a number, the line's end."""
    for _ in range(_LONGEST):
        found = _NEXT.match(text, at)
        if not found or found["word"][0].isdigit() or "\n" in text[at : found.start("word")]:
            return
        if found["word"].lower() in _STOPS:
            return
        yield found.span("word")
        if _owner(found["word"]) and is_plural(found["word"]):
            return
        at = found.end()
        # "Kia and Hyundai vehicles", "coal- and gas-fired plants"
        joined = _AND_NAME.match(text, at) if found["word"][0].isupper() else _AND_HYPHEN.match(text, at)
        at = joined.end() if joined else at


def _owner(word: str) -> str:
    found = _OWNER.search(word)
    return found[0] if found else ""


def is_plural(word: str) -> bool:
    """Whether the form is a plural's: "houses", "people", "gunmen", and not "news" or "is"."""
    last = _OWNER.sub("", word).lower().rpartition("-")[2]
    if last in _SINGULARS or last.endswith(("men", "people", "children")):
        return last not in _NO_PLURALS
    return len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in _NO_PLURALS


def unit_of(phrase: str) -> str:
    """ "person" for anyone, a measure for "rushing yards"; for a thing its name in the singular: "heart transplant"."""
    *before, last = phrase.split()
    if is_person(phrase):
        return "person"
    if measure := unit_named(last):
        return measure
    return " ".join(word if word[0].isupper() else word.lower() for word in (*before, singular(last)))


def is_person(phrase: str) -> bool:
    """Whether the last word, or what a hyphen leads to, is one for people."""
    last = phrase.split()[-1].lower()
    return last in _PEOPLE or last.rpartition("-")[2] in _PEOPLE


def singular(word: str) -> str:
    """One of them: "bosses" are a boss, "cities" a city."""
    folded = word.lower()
    if folded in _SINGULARS:
        return _SINGULARS[folded]
    if folded.endswith("men"):
        return word[:-3] + "man"
    if folded.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh|o)es$", folded):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def is_participle(phrase: str) -> bool:
    """Whether the noun says no more than what became of them: of "12 dead", or "40 wounded"."""
    return phrase.lower() in _PARTICIPLES


def status(phrase: str | None) -> PersonStatus:
    """Civilian or combatant by the words; mixed where both are said."""
    found = {_STATUS[word] for word in re.findall(r"[\w-]+", (phrase or "").lower()) if word in _STATUS}
    if len(found) == 2:
        return "mixed"
    return "civilian" if "civilian" in found else "combatant" if "combatant" in found else "unstated"
