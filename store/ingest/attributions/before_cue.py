"""Content before its cue, or on both sides: "…," she said. "…", he added, "…"."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.lexicon import AUXILIARY, PREPOSITIONS, forms
from store.ingest.attributions.phrases import has_verb, titled
from store.ingest.attributions.tokens import DASH, END, QUOTE, WORD, Sentence

_WHEN = frozenset(["as", "when", "after", "while", "before", "asked", "pressed"])
_FAR = 14
_ADDS = frozenset(
    [
        "as",
        "after",
        "when",
        "while",
        "before",
        "because",
        "who",
        "which",
        "where",
        "since",
        "although",
        "though",
        "during",
        "amid",
        "despite",
        "following",
        "referring",
        "citing",
        "according",
        "noting",
        "speaking",
        "adding",
        "describing",
        "pointing",
        "and",
        "but",
        "in",
        "on",
        "at",
        "with",
        "without",
        "to",
        "for",
        "of",
        "about",
        "from",
        "by",
        "―",
        "per",
    ]
)


class Around(NamedTuple):
    """Runs of tokens on the left and, if what is said goes on behind the cue, on the right."""

    left: tuple[int, int]
    right: tuple[int, int] | None
    rule: str

    def runs(self) -> tuple[tuple[int, int], ...]:
        """Both, in order."""
        return (self.left, self.right) if self.right else (self.left,)


def content_before(
    sentence: Sentence, first: int, place: int, floor: int, limit: int, inverted: bool = False
) -> Around | None:
    """What is said before `first`, the first token of speaker and cue, and goes on at `place`, behind them.

    said-after: "“I left,” she said", "He left, she said". said-amid: "He left, she said, because …".
    """
    before, behind = sentence[first - 1], sentence[place]
    if first <= floor or not _parted(sentence, first - 1, floor):
        return None
    quoted = before.kind == QUOTE
    left = (floor, first if quoted else first - 1)
    while left[1] > left[0] and sentence[left[1] - 1].kind == ",":
        left = (left[0], left[1] - 1)
    if left[0] >= left[1]:
        return None
    right = _goes_on(sentence, place, limit, quoted)
    if right and not quoted and sentence[right[0]].kind == QUOTE and _only_tells_when(sentence, *left):
        return None
    if quoted and sum(token.kind == QUOTE for token in sentence.tokens[left[0] : left[1]]) == left[1] - left[0]:
        return Around(left, right, "quoted-amid" if right else "quoted-after")
    if right:
        return Around(left, right, "said-amid")
    if place < limit and not quoted and not _ends(sentence, place):
        return None
    if not quoted and not _said(sentence, *left):
        return None
    return Around(left, None, "quoted-after" if quoted else "said-after")


def _parted(sentence: Sentence, place: int, floor: int) -> bool:
    """Whether what stands before ends there: a comma, a dash, or a quotation that isn't the name of something."""
    token = sentence[place]
    if token.kind in (",", "?", "!"):
        return True
    if token.kind != QUOTE:
        return False
    if place > floor and titled(sentence, place) and sentence[place - 1].low != ":":
        return False
    last = sentence.text[token.start : token.end].rstrip("\"'”’»")[-1:]
    return last in ",?!.—-…" or (place == floor and not titled(sentence, place))


def _ends(sentence: Sentence, place: int) -> bool:
    token = sentence[place]
    return token.kind in (END, DASH, ";", ",", ":") or token.low in _ADDS


def _said(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a clause stands there, rather than "In a statement" or "On Friday"."""
    if any(token.kind == QUOTE for token in sentence.tokens[first:after]):
        return sentence[first].low not in PREPOSITIONS or has_verb(sentence, first, after)
    if after - first > 5 and sentence[first].low not in PREPOSITIONS:
        return True
    return after - first > 2 and has_verb(sentence, first, after)


def _only_tells_when(sentence: Sentence, first: int, after: int) -> bool:
    """ "Asked about it, he said, “…”": what stands before the speaker isn't said, it tells when."""
    low = sentence[first].low
    if low in ("and", "but"):
        low = sentence[first + 1].low
    quoted = any(token.kind == QUOTE for token in sentence.tokens[first:after])
    return not quoted and (low in PREPOSITIONS | _WHEN or low.endswith(("ing", "ed")))


def _goes_on(sentence: Sentence, place: int, limit: int, quoted: bool) -> tuple[int, int] | None:
    """What is said behind the cue: after a comma a quotation, or a clause that isn't the report's addition."""
    if quoted and sentence[place].kind == "," and sentence[place + 1].low not in forms():
        for at in range(place + 1, min(limit, place + _FAR)):
            if sentence[at].kind == "," and sentence[at + 1].kind == QUOTE and not has_verb(sentence, place, at):
                place = at
                break
    if sentence[place].kind == QUOTE and quoted:
        return (place, clause_end(sentence, place, limit))
    if sentence[place].kind not in (",", DASH) or place + 1 >= limit:
        return None
    following = sentence[place + 1]
    if following.kind == QUOTE or (
        following.kind == WORD and sentence[place + 2].kind == QUOTE and following.low in ("and", "but", "that", "so")
    ):
        return (place + 1, clause_end(sentence, place + 1, limit))
    if quoted or following.kind != WORD or sentence[place].kind == DASH:
        return None
    if following.low.endswith("ing") and not any(sentence[at].low in AUXILIARY for at in range(place + 2, place + 6)):
        return None
    if following.low in _ADDS and following.low not in (
        "and",
        "but",
        "because",
        "since",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "though",
        "although",
    ):
        return None
    end = clause_end(sentence, place + 1, limit)
    return (place + 1, end) if end > place + 1 else None
