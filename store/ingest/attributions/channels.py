"""In what something was said: the words that name a statement, a tweet, a speech."""

from __future__ import annotations

from store.ingest.attributions.grammar import PREPOSITIONS, RELATIVE
from store.ingest.attributions.groups import Group
from store.ingest.attributions.lexicon import documents
from store.ingest.attributions.tokens import STOP, WORD, Sentence
from store.ingest.wordlists import row, table
from store.vocabulary import Channel

_ENDS_HEAD = PREPOSITIONS | row("grammar", "made")


def named_channel(sentence: Sentence, first: int, after: int) -> Channel | None:
    """The channel that the last word there names that names one: of "a news conference", the conference."""
    known = documents()
    return next((known[low] for low in reversed(sentence.lows[first:after]) if low in known), None)


def document_channel(sentence: Sentence, first: int, after: int) -> Channel | None:
    """The channel where the source is a document itself: "the statement", "a report by the ministry"; its head tells,
    so that neither "the statistics office" nor "Jo Ray, who saw the site" is one."""
    head = STOP
    for token in sentence.tokens[first:after]:
        if token.kind != WORD or token.low in _ENDS_HEAD or token.low in RELATIVE:
            break
        head = token
    named = head.capital and head is not sentence[first]  # "the World Food Programme" is none
    return None if named else documents().get(head.low)


def verb_channel(group: Group) -> Channel | None:
    """What the verb tells itself: she tweeted."""
    known = table("verb-channels")
    lemma = next((verb.lemma for verb in group.verbs if verb.lemma in known), None)
    return documents()[known[lemma][0]] if lemma else None
