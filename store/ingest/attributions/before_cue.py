"""Content before its cue, or on both sides: "…," she said. "…", he added, "…"."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.grammar import AUXILIARY, PREPOSITIONS
from store.ingest.attributions.lexicon import documents, forms
from store.ingest.attributions.names import titled
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import DASH, END, QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import has_verb
from store.ingest.wordlists import row

_ADDS, _GOES_ON, _TELLS_WHEN = row("grammar", "adds"), row("grammar", "goes-on"), row("grammar", "tells-when")
_PASSED_ON = row("grammar", "made") | row("grammar", "seen-by") | row("grammar", "leaked-to")
_JOINS = frozenset(["and", "but", "that", "so"])
_ASKED = frozenset(("asked", "pressed"))
_FAR, _FEW = 14, 5


class Around(NamedTuple):
    """Runs of tokens on the left and, if what is said goes on behind the cue, on the right."""

    left: Run
    right: Run | None
    rule: str

    def runs(self) -> tuple[Run, ...]:
        """Both, in order."""
        return (self.left, self.right) if self.right else (self.left,)


def content_before(sentence: Sentence, first: int, place: int, floor: int, limit: int) -> Around | None:
    """What is said before `first`, the first token of speaker and cue, and goes on at `place`, behind them.

    said-after: "He left, she said". said-amid: "He left, she said, because …". quoted-after, quoted-amid: the same,
    where a quotation ends before the speaker.
    """
    if first <= floor or not _parted(sentence, first - 1, floor):
        return None
    last = first - 1 - (sentence[first - 1].kind == ",")
    quoted = sentence[last].kind == QUOTE and (last == first - 1 or not titled(sentence, last))
    left = (floor, clause_end(sentence, floor, first))
    if left[0] >= left[1]:
        return None
    right = _right(sentence, place, limit, quoted)
    if quoted:
        return Around(left, right, "quoted-amid" if right else "quoted-after")
    if right:
        answers = sentence[right[0]].kind == QUOTE and _only_tells_when(sentence, *left)
        return None if answers else Around(left, right, "said-amid")
    if sentence[place].kind == ":" and _only_tells_when(sentence, *left):
        return None
    if sentence[floor].low in _ASKED or (place < limit and not _ends(sentence, place)) or not _said(sentence, *left):
        return None
    return Around(left, None, "said-after")


def _parted(sentence: Sentence, place: int, floor: int) -> bool:
    """Whether what stands before ends there: a comma, or a quotation that isn't the name of something."""
    token = sentence[place]
    if token.kind in (",", "?", "!"):
        return True
    if token.kind != QUOTE:
        return False
    named = titled(sentence, place)
    if place > floor and named:
        return False
    last = sentence.text[token.start : token.end].rstrip("\"'”’»")[-1:]
    return last in ",?!.—-…" or (place == floor and not named)


def _ends(sentence: Sentence, place: int) -> bool:
    token = sentence[place]
    return token.kind in (END, DASH, ";", ",", ":") or token.low in _ADDS


def _said(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a clause stands there, rather than "In a statement" or "On Friday"."""
    if _in_document(sentence, first, after):
        return False
    if after - first > _FEW and sentence[first].low not in PREPOSITIONS:
        return True
    if any(token.kind == QUOTE for token in sentence.tokens[first:after]) and sentence[first].low not in PREPOSITIONS:
        return True
    return after - first > 1 and has_verb(sentence, first, after)


def _in_document(sentence: Sentence, first: int, after: int) -> bool:
    """Whether it tells in what it was said: "In files obtained by a paper, …", "In a letter sent on Monday, …"."""
    if sentence[first].low not in PREPOSITIONS:
        return False
    passed = next((at for at in range(first + 2, after) if sentence[at].low in _PASSED_ON), after)
    if passed == after or not any(low in documents() for low in sentence.lows[first:passed]):
        return False
    return not has_verb(sentence, first, passed) and not has_verb(sentence, passed + 1, after)


def _only_tells_when(sentence: Sentence, first: int, after: int) -> bool:
    """Whether what stands before the speaker isn't said, but tells when: "Asked about it, he said, “…”"."""
    low = sentence[first].low
    if low in ("and", "but"):
        low = sentence[first + 1].low
    quoted = any(token.kind == QUOTE for token in sentence.tokens[first:after])
    return not quoted and (low in PREPOSITIONS or low in _TELLS_WHEN or low.endswith(("ing", "ed")))


def _right(sentence: Sentence, place: int, limit: int, quoted: bool) -> Run | None:
    """What is said behind the cue: after a comma a quotation, or a clause that isn't the report's addition."""
    if quoted and sentence[place].kind == ",":
        place = _before_quotation(sentence, place, limit)
    token, following = sentence[place], sentence[place + 1]
    if quoted and token.kind == QUOTE:
        return (place, clause_end(sentence, place, limit))
    if token.kind not in (",", DASH) or place + 1 >= limit:
        return None
    joined = following.low in _JOINS and sentence[place + 2].kind == QUOTE
    if following.kind == QUOTE or joined or (not quoted and token.kind == "," and _clause(sentence, place + 1)):
        end = clause_end(sentence, place + 1, limit)
        return (place + 1, end) if end > place + 1 else None
    return None


def _before_quotation(sentence: Sentence, comma: int, limit: int) -> int:
    """The second comma of "…, she said, laughing, “…”"; the first where no quotation comes soon."""
    if sentence[comma + 1].low in forms():
        return comma
    for at in range(comma + 1, min(limit, comma + _FAR)):
        if sentence[at].kind == "," and sentence[at + 1].kind == QUOTE and not has_verb(sentence, comma, at):
            return at
    return comma


def _clause(sentence: Sentence, place: int) -> bool:
    """Whether more of what is said may begin there."""
    low = sentence[place].low
    if sentence[place].kind != WORD:
        return False
    if low.endswith("ing"):
        return low not in forms() and any(after in AUXILIARY for after in sentence.lows[place + 1 : place + _FEW])
    return low not in _ADDS or low in _GOES_ON
