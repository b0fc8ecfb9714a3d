"""What a number counts: the noun behind it, as printed, and the unit that it makes ("person", "house")."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.wordlists import table, words
from store.vocabulary import PersonStatus


def _flat(name: str) -> frozenset[str]:
    return frozenset(word for line in words(name) for word in line.split())


_STOPS, _PEOPLE, _NO_PLURALS = _flat("noun-stops"), _flat("people"), _flat("singulars-in-s")
_SINGULARS = {plural: single[0] for plural, single in table("plurals").items()}
_STATUS = {word: status for status, listed in table("civilians-and-combatants").items() for word in listed}
_OF = re.compile(r"(?:\s+more)?\s+of\s+(?:(?:the|its|their|his|her|our|my|these|those|all)\s+)?(?:(?:roughly|about|some)\s+)?(?:[0-9][0-9,]*\s+)?")
_MORE = re.compile(r"[\s-]+(?:more|other|additional|further|extra)(?!\w)")
_WORD = re.compile(r"[\s-]*?(?:\s|-|^|(?<=\s))[\"“‘']?(?P<word>[^\W\d_][\w’'&/]*(?:-\w+)*(?:\.(?=\w))?\w*)")
_NEXT = re.compile(r"[\s-]+[\"“‘']?(?P<word>[^\W_][\w’'&/]*(?:-\w+)*)")
_LONGEST = 5
"""Words of a noun with all that stands before it: "armed opposition fighters"."""


class Counted(NamedTuple):
    """The run of the noun, None where only "more" stands there; `end` is where the words of the claim end."""

    span: Span | None
    end: int
    unit: str | None


def counted(text: str, end: int, *, one: bool, vague: bool = False) -> Counted:
    """The noun behind a number that ends at `end`, its unit in the singular: "city residents" are persons.

    It ends at its first plural, and at a second one that follows ("sports fans"); `one` has a singular or none.
    """
    start = end
    if of := _OF.match(text, end):
        start = of.end() - 1
    if more := _MORE.match(text, start):
        start = more.end()
    elif of is None and vague is False and text[end : end + 1] not in (" ", "-", "\u00a0", "\n"):
        return Counted(None, end, None)
    found = _noun(text, start, one=one and of is None)
    if found is None:
        return Counted(None, more.end() if more else end, None)
    return Counted(found, found[1], unit_of(text[slice(*found)]))


def noun(text: str, end: int) -> Span | None:
    """The noun behind "of": of a share ("60 percent of its revenue") or a measure ("a barrel of oil")."""
    of = re.compile(r"\s+of\s+(?:(?:the|all|its|their)\s+)?").match(text, end)
    if not of:
        return None
    found = _noun(text, of.end() - 1, one=True)
    return found if found and text[found[0]].islower() and not re.match(r"\s+[A-Z]", text[found[1] : found[1] + 3]) else None


def _noun(text: str, at: int, *, one: bool) -> Span | None:
    """Up to the first plural; without one, a single word where only one is counted, else nothing."""
    start: int | None = None
    ended: int | None = None
    first_end: int | None = None
    for number in range(_LONGEST):
        found = _NEXT.match(text, at)
        if not found or "\n" in text[at : found.start("word")]:
            break
        word = found["word"]
        if word.lower() in _STOPS or word[0].isdigit():
            break
        plural = is_plural(word)
        if ended is not None and not (plural and word[0].islower()):
            break
        start = found.start("word") if start is None else start
        stem = re.sub(r"['’]s?$", "", word)
        at = found.end()
        first_end = first_end or at
        if plural:
            ended = found.start("word") + len(stem)
            if stem != word:
                break
        elif one and number >= 1:
            break
    if start is None:
        return None
    if one and first_end:
        return start, ended if ended else first_end
    return (start, ended) if ended else None


def is_plural(word: str) -> bool:
    """Whether the form is a plural's: "houses", "people", "gunmen", and not "news" or "is"."""
    folded = re.sub(r"['’]s?$", "", word).lower()
    last = folded.rpartition("-")[2]
    if last in _SINGULARS or last in ("casualties",) or last.endswith(("men", "people", "children")):
        return last not in ("specimen", "regimen", "omen", "abdomen")
    return len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is", "ous")) and last not in _NO_PLURALS


def unit_of(phrase: str) -> str:
    """ "person" for anyone; for a thing its name in the singular, small but for names: "heart transplant"."""
    last = re.split(r"[\s]", phrase)[-1].lower()
    if is_person(phrase):
        return "person"
    head = phrase.split()[:-1]
    return " ".join([*(word if word[0].isupper() else word.lower() for word in head), singular(last if phrase.split()[-1].islower() else phrase.split()[-1])])


def is_person(phrase: str) -> bool:
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


def status(phrase: str | None) -> PersonStatus:
    """Civilian or combatant by the words; mixed where both are said."""
    found = {_STATUS[word] for word in re.findall(r"[\w-]+", (phrase or "").lower()) if word in _STATUS}
    if len(found) == 2:
        return "mixed"
    return "civilian" if "civilian" in found else "combatant" if "combatant" in found else "unstated"
