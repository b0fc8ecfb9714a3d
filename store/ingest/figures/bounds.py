"""What the words around a number make of it: "at least", "some", "up to", "or more"."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.ingest.figures.units import TIME
from store.ingest.wordlists import alternatives, table
from store.vocabulary import Bound

_ROWS = table("bounds")
_BEFORE: dict[str, Bound] = {
    cue: bound for bound in ("at-least", "at-most", "approximate", "exact") for cue in _ROWS[bound]
}
_AFTER: dict[str, Bound] = {
    cue: bound for bound in ("at-least", "at-most", "approximate") for cue in _ROWS[f"{bound}-after"]
}
_BEHIND = re.compile(rf"[\s-]?(?P<cue>(?i:{alternatives(_AFTER)}))(?!\w)")
_ANYWHERE = re.compile(
    rf"(?<!\w)(?i:{alternatives(cue for cue, bound in _BEFORE.items() if bound != 'exact' and cue[0].isalpha())})(?!\w)"
)
_TOKEN = re.compile(r"[^\s]+")
_LONGEST = max(len(cue.split()) for cue in _BEFORE)
_ARTICLE = frozenset(("a", "an", "the"))
_METHOD = frozenset(("an estimated", "estimated", "estimates of"))
_MOVES = re.compile(r"\b(?:back|go|goes|went|move[sd]?|moving|inch(?:ed|ing)|all the way)\s+$", re.IGNORECASE)
_NEAR = 48


class Bounded(NamedTuple):
    """The bound and where its words begin and end, those behind the number among them; `cues` is how many say so."""

    bound: Bound
    start: int
    end: int
    cues: int = 0
    is_estimate: bool = False


def cues(text: str) -> list[str]:
    """The words for a bound anywhere in the text, but for those that leave a number as it is ("a total of")."""
    return [found[0] for found in _ANYWHERE.finditer(text)]


def bounded(text: str, start: int, end: int, floor: int, unit: str | None) -> Bounded:
    """What stands before `start` and behind `end`; nothing before `floor` is looked at.

    "Over two weeks" is no bound: it may as well be the time that something took. Of several cues the first says whether
    there is more or less, and an "about" behind it changes nothing: "at least some 40" are at least 40.
    """
    found: list[Bound] = []
    estimate = False
    while cue := _cue_before(text, start, floor):
        words, at = cue
        if words == "over" and unit in TIME:
            break
        found.append(_BEFORE[words])
        estimate = estimate or words in _METHOD
        start = at
    if behind := _BEHIND.match(text, end):
        found.append(_AFTER[" ".join(behind["cue"].lower().split())])
        end = behind.end()
    told = [bound for bound in found if bound != "exact"]
    sharp = [bound for bound in told if bound != "approximate"]
    bound: Bound = sharp[-1] if sharp else told[0] if told else "exact"
    return Bounded(bound, start, end, len(told), estimate)


def _cue_before(text: str, start: int, floor: int) -> tuple[str, int] | None:
    """The longest cue that ends right before `start`, and where it begins."""
    floor = max(floor, start - _NEAR)
    near = text[floor:start]
    if near and near[-1] in "~≈∼±><≥≤":
        return near[-1], start - 1
    if near and not near[-1].isspace() and near[-4:].lower() != "sub-":
        return None
    tokens = list(_TOKEN.finditer(near.replace("sub-", "sub ")))[-_LONGEST - 1 :]
    if tokens and tokens[-1][0].lower() in _ARTICLE and len(tokens) > 1 and tokens[-1][0] == tokens[-1][0].lower():
        tokens = tokens[:-1]
    for length in range(min(len(tokens), _LONGEST), 0, -1):
        words = " ".join(token[0].lower() for token in tokens[-length:]).lstrip("(\"“'‘—–")
        if words in _BEFORE and not (words == "up to" and _MOVES.search(near, 0, tokens[-length].start())):
            opening = len(tokens[-length][0]) - len(tokens[-length][0].lstrip("(\"“'‘—–"))
            return words, floor + tokens[-length].start() + opening
    return None
