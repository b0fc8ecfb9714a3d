"""Small archives drawn at random, in which names, words and dates come up again and again."""

from __future__ import annotations

from hypothesis import strategies as st

from store import model
from store.model import Actor, Anchor, Document, Figure, Hop, Name, Place, Record, Relation, Review, Speaker, Statement
from store.records import Records

TEXTS = ["Safe passage", "siege “of” Aleppo", "Jan", "not safe", "Côte\nd'Or", "no\u2003way\x0bout  of\x85it", ""]
NAMES = ["Jan Egeland", "Egeland", "Jean-Marc Ayrault", "UN", "the regime", "none"]
EDTF = ["2016", "2016-12", "2016-12-13", "2016-12-12/2016-12-14", "2015/..", "../2016-12-01", "no date", None]
ACTORS = [f"ac-{n}" for n in range(5)]
DOCUMENTS = ["do-0", "do-1"]
DANGLING = "ac-gone"

_maybe = st.none() | st.sampled_from(TEXTS)
_whens = st.none() | st.builds(model.When, edtf=st.sampled_from(EDTF), basis=st.sampled_from(["stated", "inferred"]))
_anyone = st.sampled_from([*ACTORS, DANGLING])
_some = st.lists(_anyone, max_size=2).map(tuple)
_speakers = st.lists(
    st.builds(Speaker, _anyone, capacity=_maybe, basis=st.sampled_from(["stated", "inferred", "assumed"])), max_size=2
).map(tuple)
_hops = st.lists(st.builds(Hop, st.none() | _anyone, st.sampled_from([None, "tweet", "letter"])), max_size=2).map(tuple)
_anchors = st.sampled_from([Anchor(0, 4, "Safe"), Anchor(5, 12, "passage"), Anchor(0, 3, "not"), Anchor(0, 99, "Jan")])
_several = st.lists(_anchors, max_size=2).map(tuple)
_numbers = st.sampled_from([None, None, 0, 8.6, 500, 990])
_stamps = st.sampled_from([None, "2026-01-02T03:04:05Z", "2025-06-01T00:00:00Z", "soon"])
_kept = {
    "tags": st.sampled_from([(), ("urgent",), ("Urgent", "Côte")]),
    "note": _maybe,
    "gloss": _maybe,
    "confidential": st.booleans(),
    "added": _stamps,
    "changed": _stamps,
}
_claimed = {**_kept, "review": st.builds(Review, st.sampled_from(["drafted", "accepted"]))}


def _documents(document_id: str) -> st.SearchStrategy[Document]:
    return st.builds(
        Document,
        id=st.just(document_id),
        title=st.sampled_from(TEXTS),
        text=st.sampled_from(["Safe passage and so on", "not safe"]),
        sha256=st.just(""),
        publisher=_maybe,
        author=_maybe,
        language=st.sampled_from([None, "en", "en-GB", "ar"]),
        published=_whens,
        **_kept,
    )


def _actors(actor_id: str) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=st.just(actor_id),
        name=st.sampled_from(NAMES),
        kind=st.sampled_from(["person", "state"]),
        names=st.lists(
            st.builds(Name, st.sampled_from(NAMES), st.sampled_from(["alias", "weak", "description"])), max_size=2
        ).map(tuple),
        parent=st.none() | _anyone,
        merged_into=st.sampled_from([None, None, *ACTORS]),
        description=_maybe,
        drafted=st.booleans(),
        **_kept,
    )


def _statements(record_id: str) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        id=st.just(record_id),
        document=st.sampled_from([*DOCUMENTS, "do-gone"]),
        type=st.sampled_from(["direct", "indirect"]),
        content=_several,
        cue=_several,
        source=_several,
        speakers=_speakers,
        about=_some,
        accuses=_some,
        via=_hops,
        channel=st.sampled_from([None, "tweet"]),
        uttered=_whens,
        **_claimed,
    )


def _figures(record_id: str) -> st.SearchStrategy[Figure]:
    return st.builds(
        Figure,
        id=st.just(record_id),
        document=st.sampled_from([*DOCUMENTS, "do-gone"]),
        anchor=_anchors,
        bound=st.sampled_from(["exact", "at-least", "at-most", "order"]),
        low=_numbers,
        best=_numbers,
        high=_numbers,
        counted=_maybe,
        unit=_maybe,
        outcome=st.sampled_from([None, "killed"]),
        claimants=_speakers,
        based_on=_some,
        attributed_to=_some,
        via=_hops,
        place=st.none() | st.builds(Place, st.sampled_from(TEXTS), st.sampled_from(["stated", "inferred"])),
        period=_whens,
        statement=st.sampled_from([None, "st-0", "st-gone"]),
        part_of=st.sampled_from([None, None, "fi-0", "fi-gone"]),
        **_claimed,
    )


def _relations(record_id: str) -> st.SearchStrategy[Relation]:
    ends = st.sampled_from(["st-0", "fi-0", "do-0"])
    kinds = st.sampled_from(["restates", "qualifies"])
    return st.builds(Relation, id=st.just(record_id), kind=kinds, subject=ends, object=ends, why=_maybe, **_kept)


def record(record_id: str) -> st.SearchStrategy[Record]:
    """Any record with this id: it tells the kind."""
    kinds = {"do": _documents, "ac": _actors, "st": _statements, "fi": _figures, "re": _relations}
    return kinds[record_id[:2]](record_id)


@st.composite
def archives(draw: st.DrawFn) -> Records:
    """An archive of up to five actors, two documents, six statements and figures, and two relations."""
    records: list[Record] = [draw(_actors(i)) for i in ACTORS[: draw(st.integers(0, 5))]]
    records += [draw(_documents(i)) for i in DOCUMENTS[: draw(st.integers(0, 2))]]
    records += [draw(_statements(f"st-{n}")) for n in range(draw(st.integers(0, 6)))]
    records += [draw(_figures(f"fi-{n}")) for n in range(draw(st.integers(0, 6)))]
    records += [draw(_relations(f"re-{n}")) for n in range(draw(st.integers(0, 2)))]
    return Records.of(*records)
