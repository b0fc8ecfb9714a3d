"""Documents that somebody passes on: "a letter seen by Reuters" is the letter's word, by way of Reuters."""

from __future__ import annotations

from store.ingest.attributions.following import phrase_after
from store.ingest.attributions.grammar import BE, HAVE, RELATIVE
from store.ingest.attributions.lexicon import documents
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import row

_SEEN, _LEAKED = row("grammar", "seen-by"), row("grammar", "leaked-to")
_WHICH_WAS = RELATIVE | BE | HAVE


def seen_by(sentence: Sentence, source: Run) -> tuple[Run, Run] | None:
    """The document and who passes it on: "a letter | seen by | Reuters"; None where the source is none such."""
    for at in range(source[0] + 1, source[1] - 2):
        low, behind = sentence[at].low, sentence[at + 1].low
        if (low in _SEEN and behind == "by") or (low in _LEAKED and behind == "to"):
            after = at
            while after > source[0] and (sentence[after - 1].low in _WHICH_WAS or sentence[after - 1].kind == ","):
                after -= 1
            document = any(low in documents() for low in sentence.lows[source[0] : after])
            passes = (at + 2, phrase_after(sentence, at + 2, source[1]))
            return ((source[0], after), passes) if document and passes[1] > passes[0] else None
    return None
