"""Changes to a filter's text, term by term: what the keys `a A x r M` do to it."""

from __future__ import annotations

from collections.abc import Iterable

from store.model import Actor, Document, Figure
from store.query import Condition, Query, parse, quote
from store.records import Records

MARKED = "is:marked"


def actor_term(records: Records, actor_id: str) -> str:
    """The term that finds this actor alone: by name, or by id where another has the name too; "none" is own voice."""
    if actor_id == "none":
        return "actor:none"
    actor = records.actor(actor_id)
    if actor is None:
        return f"actor:{quote(actor_id)}"
    by_name = actor.name.strip() and not _shared(records, actor)
    return f"actor:{quote(actor.name if by_name else actor.id)}"


def _shared(records: Records, actor: Actor) -> bool:
    name = actor.name.casefold()
    spellings = (
        (other.id, spelling)
        for other in records.actors.values()
        if not other.merged_into
        for spelling in (other.name, *(n.text for n in other.names if n.kind != "description"))
    )
    return any(spelling.casefold() == name and other != actor.id for other, spelling in spellings)


def document_term(records: Records, document: Document) -> str:
    """The term that finds this document alone: by title, or by id where another has the title too."""
    shared = [d for d in records.documents.values() if d.title.casefold() == document.title.casefold()]
    by_title = document.title.strip() and len(shared) == 1
    return f"doc:{quote(document.title if by_title else document.id)}"


def only(text: str, term: str) -> str:
    """The filter with this term alone of its field, or without it where it was there: the key is its own undo."""
    query, wanted = parse(text), parse(term)
    if _has(query, wanted):
        return _without(query, wanted).text
    return query.without(*(found.field for found in wanted.terms if found.field)).and_also(wanted).text


def toggled(text: str, term: str) -> str:
    """The filter with this term, or without it where it was there."""
    query, wanted = parse(text), parse(term)
    return (_without(query, wanted) if _has(query, wanted) else query.and_also(wanted)).text


def all_but(text: str, term: str) -> str:
    """The filter that leaves this one out; a term for the very same one goes, and again brings it back."""
    return toggled(_without(parse(text), parse(term)).text, f"-{term}")


def without_last(text: str) -> str:
    """The filter without its last term."""
    return parse(text).without_last().text


def asks_for_marked(text: str) -> bool:
    """Whether only what is marked is shown."""
    return with_ids(text, ()) != parse(text).text


def with_ids(text: str, ids: Iterable[str]) -> str:
    """The filter with these ids wherever it says `is:marked`, which only the browser knows."""
    wanted = parse(f"id:{','.join(sorted(ids)) or 'none'}")
    return parse(text).replacing(parse(MARKED).tree, wanted.tree).text


def _has(query: Query, wanted: Query) -> bool:
    return any(found.node == wanted.tree for found in query.terms)


def _without(query: Query, wanted: Query) -> Query:
    return query.keeping(lambda found: found.node != wanted.tree)


def rivals_filter(figure: Figure) -> str:
    """What finds the figures that count the same over the same time; empty where it isn't said what is counted."""
    if not figure.counted or not figure.outcome:
        return ""
    terms = [str(Condition("counted", figure.counted)), f"outcome:{figure.outcome}"]
    if figure.period and figure.period.edtf:
        terms.append(f"period:{_range(figure.period.edtf)}")
    return " ".join(terms)


def _range(edtf: str) -> str:
    """An EDTF interval as people type a range, which is also how they learn to."""
    first, slash, last = edtf.partition("/")
    return f"{first.strip('.')}..{last.strip('.')}" if slash else first
