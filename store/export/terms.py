"""The words of ours that an export uses, explained at its end: only those that occur, in the same words each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.export import wording
from store.export.carried import carried
from store.export.selection import Selection
from store.model import Document, Figure, Place, Speaker, Statement, When

_FLAGS = "text, origin, verification"
TERMS = {
    "own voice": "the report says it itself and names nobody who does",
    wording.UNCLEAR: "before the report's words for somebody; whom they mean isn't clear from it",
    "direct speech": "printed between quotation marks, and here to the letter as printed, with all that is odd in it",
    "partly quoted": "the report's words, and only what stands in quotation marks is printed as said",
    "reported speech": "the report's words for what was said, not the speaker's own",
    "cue": "the report's words that tell that it was said, and how",
    wording.GAP: "ours, for words of the report between two parts of what was said; an ellipsis is the source's own",
    "inferred": "not stated there; concluded from the report",
    "assumed": "neither stated nor to be concluded from the report; taken for likely by us",
    "counted from": "the report gives no date there but these words, such as a weekday, and the date follows from them",
    wording.CONTEXT: "the report has another word there, such as a pronoun; who or what is meant follows from its text",
    "approximate": "the number as said, under Best; how far it may be off isn't said",
    "order of magnitude": "a number in vague words; Low and High are the least and the most that these can mean",
    "estimated": "called an estimate by the report",
    "computed": "worked out, by adding up for example, and not published as this number",
    "as of": "how many there were on that day",
    "during": "how many it came to within that time",
    "since": "how many it has come to from that time on",
    _FLAGS: "three things that are told apart: whether our record matches the report (text), whether it was looked up "
    "where it was first said (origin), and whether it is true (verification)",
}
"""In the order in which they are explained."""


def explanations(selection: Selection, documents: Iterable[Document]) -> Iterator[str]:
    """A heading and a paragraph, a line for each word; nothing for an export in which nothing is told."""
    told: list[Statement | Figure] = [*selection.kept_statements, *selection.kept_figures]
    along = [step.record for record in told for step in carried(selection, record)]
    used = {_FLAGS} if told else set()
    for record in (*told, *along, *documents):
        used.update(_terms(record))
    if used:
        yield "## Words used here"
        yield "\\\n".join(f"{term}: {meaning}" for term, meaning in TERMS.items() if term in used)


def _terms(record: Statement | Figure | Document) -> Iterator[str]:
    match record:
        case Statement():
            yield wording.spoken(record)
            yield "" if record.speakers else _nobody(record)
            yield "cue" if record.cue or record.act != "says" else ""
            yield wording.GAP if len(record.content) > 1 else ""
            yield from _bases(*record.speakers, record.uttered)
        case Figure():
            yield "" if record.claimants else _nobody(record)
            yield from (record.method or "", (record.counting or "").replace("-", " "))
            yield "order of magnitude" if record.bound == "order" else record.bound
            yield from _bases(*record.claimants, record.place, record.period)
        case Document():
            yield from _bases(record.published)


def _nobody(record: Statement | Figure) -> str:
    return wording.UNCLEAR if record.source else wording.OWN_VOICE


def _bases(*known: Speaker | Place | When | None) -> Iterator[str]:
    for one in known:
        if one is not None and one.basis == "resolved":
            yield "counted from" if isinstance(one, When) else wording.CONTEXT
        elif one is not None:
            yield one.basis
