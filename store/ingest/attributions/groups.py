"""Verb groups: a verb of speech with its auxiliaries, adverbs and negation ("has repeatedly denied", "didn't say")."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.grammar import AUXILIARY, HEARSAY, MODAL, NEGATION, PERSONAL, adverb
from store.ingest.attributions.lexicon import BASE, Form, Verb, forms
from store.ingest.attributions.tokens import WORD, Sentence
from store.ingest.attributions.usage import used_as
from store.ingest.wordlists import row
from store.vocabulary import Act

_RAISING, _REFUSING = row("grammar", "raising"), row("grammar", "refusing")
_MAY_BE_CLITIC = PERSONAL | {"who", "that", "there"}


class Group(NamedTuple):
    """Places of tokens in the sentence, half-open; `verb` is the place of the verb itself.

    `form` is BASE, THIRD, PAST, PARTICIPLE or ING as it is used here: a PARTICIPLE is passive, an ING without
    auxiliary stands apart ("…, adding that"). `refused` for "declined to say", `infinitive` for a "to say" that
    tells of nothing said. `words` are the auxiliaries and adverbs.
    """

    first: int
    verb: int
    after: int
    verbs: tuple[Verb, ...]
    form: str
    words: frozenset[str] = frozenset()
    refused: bool = False
    infinitive: bool = False

    @property
    def negated(self) -> bool:
        """didn't say, has never said."""
        return bool(self.words & NEGATION)

    @property
    def modal(self) -> bool:
        """would say, may say, will say: not said yet. Of "he'd said" the 'd is a "had"."""
        return bool(self.words & (MODAL if self.form == BASE else MODAL - {"'d"}))

    @property
    def hearsay(self) -> bool:
        """reportedly said."""
        return bool(self.words & HEARSAY)

    @property
    def act(self) -> Act:
        """What it does; a negated verb says nothing."""
        return "declines" if self.refused or self.negated else self.verbs[0].act

    def frames(self) -> frozenset[str]:
        """All that may follow."""
        return frozenset().union(*(verb.frames for verb in self.verbs))


def groups(sentence: Sentence) -> list[Group]:
    """The sentence's verb groups in order, outside of its quotations. A capital makes a name, but in a headline."""
    known = forms()
    found = []
    for place, low in enumerate(sentence.lows):
        form = known.get(low)
        if not form or (sentence.tokens[place].capital and place and not sentence.headline):
            continue
        if group := _group(sentence, place, form):
            found.append(group)
    return found


def _group(sentence: Sentence, place: int, form: Form) -> Group | None:
    verbs, after = _longest(sentence, place, form)
    if not verbs:
        return None
    first, auxiliaries = _auxiliaries(sentence, place)
    used = used_as(sentence, place, first, form, verbs, auxiliaries)
    if not used:
        return None
    to = next((at for at in range(place - 1, first - 1, -1) if sentence[at].low == "to"), None)
    if used != BASE or to is None:
        return Group(first, place, after, verbs, used, frozenset(auxiliaries))
    return _infinitive(sentence, to, Group(first, place, after, verbs, used))


def _infinitive(sentence: Sentence, to: int, group: Group) -> Group:
    """What is before the "to": "went on to say" says it, "declined to say" doesn't, "plans to say" is nothing said."""
    before = sentence[to - 1].low
    if before not in _REFUSING and before not in _RAISING:
        return group._replace(first=to, infinitive=True)
    first, auxiliaries = _auxiliaries(sentence, to - (2 if before == "on" else 1))
    return group._replace(first=first, words=frozenset(auxiliaries), refused=before in _REFUSING)


def _longest(sentence: Sentence, place: int, form: Form) -> tuple[tuple[Verb, ...], int]:
    """The verbs that stand there: of "called for", those with their other words, else those of one word."""
    for verb in form.verbs:
        if verb.tail and tuple(sentence.lows[place + 1 : place + 1 + len(verb.tail)]) == verb.tail:
            return (verb,), place + 1 + len(verb.tail)
    return tuple(verb for verb in form.verbs if not verb.tail), place + 1


def _auxiliaries(sentence: Sentence, place: int) -> tuple[int, set[str]]:
    """Where the group begins, and its auxiliaries and adverbs."""
    first, seen = place, set[str]()
    while sentence[first - 1].kind == WORD and _belongs(sentence, first - 1, place, seen):
        first -= 1
        seen.add(sentence[first].low)
    return first, seen


def _belongs(sentence: Sentence, at: int, place: int, seen: set[str]) -> bool:
    low = sentence[at].low
    if low in ("'s", "'d") and sentence[at - 1].low not in _MAY_BE_CLITIC:
        return "be" in seen or (at + 1 == place and sentence[place].low.endswith("ing"))
    if low == "to":
        return at + 1 == place
    if low in ("going", "forced"):
        return sentence[at + 1].low == "to"
    return (low in AUXILIARY and (not sentence[at].capital or at == 0)) or adverb(low)
