"""Cues in the passive: "he was quoted as saying …", "the plan was announced by …", "it was reported that …"."""

from __future__ import annotations

from store.ingest.attributions.adverbials import adverbials
from store.ingest.attributions.contents import begins_phrase, clause_end, phrase_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrase_after, phrases_after
from store.ingest.attributions.grammar import DETERMINERS
from store.ingest.attributions.groups import Group
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.subjects import subject
from store.ingest.attributions.tokens import QUOTE, WORD, Sentence, Token

_HEARSAY = frozenset(["say", "report", "allege", "claim", "estimate"])
_SAID_BY = frozenset(["np", "clause", "as", "that"])
_TO_SOMEBODY = frozenset(["tell", "threaten", "warn", "urge", "caution", "assure", "advise"])
"""Of these the subject is who hears it, and nothing said."""
_FAR = 14


def passive(sentence: Sentence, group: Group, floor: int, limit: int) -> Find | None:
    """What the group says in the passive; None for one that says nothing ("was told", "was called up").

    quoted-as-saying: "He was quoted as saying he left". it-is-said: "It was reported that he left".
    is-said-to: "He is said to have left". said-by: "The plan was announced by the mayor".
    is-accused-of: "He was accused of theft", "He was accused by the mayor of theft".
    """
    run = subject(sentence, group.first, floor)
    if run is None:
        return None
    lemmas = {verb.lemma for verb in group.verbs}
    following = sentence[group.after].low
    if "quote" in lemmas and following == "as" and sentence[group.after + 1].low == "saying":
        start = group.after + 2 + (sentence[group.after + 2].kind in (",", ":"))
        content = (start, clause_end(sentence, start, limit))
        return Find((content,), run, (group.first, group.after + 2), "quoted-as-saying", flags=("relayed",))
    extra = adverbials(sentence, group.after, limit, frozenset())
    if sentence[run[0]].low == "it" and sentence[extra.after].low == "that":
        content = (extra.after, clause_end(sentence, extra.after, limit))
        return _hearsay(group, content, "it-is-said")._replace(when=extra.when)
    if following == "to" and lemmas & _HEARSAY:
        return _hearsay(group, (run[0], clause_end(sentence, group.after, limit)), "is-said-to")
    if "of" in group.frames() and "io" not in group.frames():
        return _accused(sentence, group, run, limit)
    if group.frames() & _SAID_BY and not lemmas & _TO_SOMEBODY:
        return _said_by(sentence, group, run, limit)
    return None


def _hearsay(group: Group, content: Run, rule: str) -> Find:
    return Find((content,), None, (group.first, group.after), rule, group.act, flags=("relayed",))


def _accused(sentence: Sentence, group: Group, accused: Run, limit: int) -> Find | None:
    """The one accused and the deed are the content; without a "by" nobody is told who accuses."""
    source, of = None, group.after
    if sentence[of].low == "by":
        of = next((at for at in range(of + 2, phrases_after(sentence, of + 1, limit)) if _deed(sentence, at)), of)
        source = (group.after + 1, of)
    if sentence[of].low != "of" or not begins_phrase(sentence, of + 1):
        return None
    deed = (of + 1, phrase_end(sentence, of + 1, limit))
    short = phrase_after(sentence, of + 1, limit)
    if source is None and sentence[short].low == "by":
        deed, source = (of + 1, short), (short + 1, phrases_after(sentence, short + 1, limit))
    flags = () if source else ("relayed",)
    return Find((accused, deed), source, (group.first, group.after), "is-accused-of", group.act, flags=flags)


def _deed(sentence: Sentence, of: int) -> bool:
    """Whether a deed is named behind the "of" there: "by the head | of the union | of lying"."""
    behind = sentence[of + 1]
    return sentence[of].low == "of" and (behind.kind == QUOTE or behind.low.endswith("ing") or not _names(behind))


def _names(token: Token) -> bool:
    return token.capital or token.low in DETERMINERS


def _said_by(sentence: Sentence, group: Group, content: Run, limit: int) -> Find | None:
    for at in range(group.after, min(limit, group.after + _FAR)):
        following = sentence[at + 1]
        if sentence[at].low == "by" and following.kind == WORD and not following.low.endswith("ing"):
            end = phrases_after(sentence, at + 1, limit)
            source = (at + 1, end)
            return Find((content,), source, (group.first, at + 1), "said-by", group.act) if end > at + 1 else None
    return None
