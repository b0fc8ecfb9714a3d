"""Whatever the archive and the filter: the index finds what reading record by record finds."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from store.index import OWN_VOICE, Index
from store.model import TABLES
from store.query import FIELDS, All, And, Condition, Node, Not, Or, Query, Word, parse
from store.records import Records
from tests.store.archives import ACTORS, DANGLING, DOCUMENTS, EDTF, NAMES, TEXTS, archives
from tests.store.filters import DATES, NUMBERS
from tests.store.oracle import Oracle

MARKED = frozenset({"st-0", "fi-1", "ac-0", "gone"})
WORDS = st.sampled_from(["safe", "SAFE PASSAGE", "jan", "a", "“of”", "cote d", "urgent", "regime", "zz", "assage"])
PHRASES = st.sampled_from(
    ["e passage an", "siege “of” A", "cote d'o", " ", "  ", "t ", " of", "way\vout", "out\u3000 of", "f\x85i", "o w"]
)
PEOPLE = st.sampled_from([*NAMES, "jan", "marc", "land", "reg", "ac-", "ac-1", "ac-g", *ACTORS, DANGLING, "?"])
PAPERS = st.sampled_from([*filter(None, TEXTS), "safe", "do-", "do-0", "do-g", "do-gone", *DOCUMENTS])


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    field = FIELDS[draw(st.sampled_from(sorted(FIELDS)))]
    if draw(st.integers(0, 9)) == 0:
        return Condition(field.name, "none")
    match field.kind:
        case "actor" | "document":
            value = draw(PEOPLE if field.kind == "actor" else PAPERS)
            return Condition(field.name, value, value == "none" or draw(st.booleans()))
        case "choice":
            return Condition(field.name, draw(st.sampled_from(field.values)))
        case "date":
            return Condition(
                field.name, draw(DATES | st.sampled_from([e for e in EDTF if e and e[0] == "2"] + ["2026"]))
            )
        case "number":
            return Condition(field.name, draw(NUMBERS))
        case "id":
            return Condition(field.name, draw(st.sampled_from(["st-0", "st-0,fi-1,gone", "st-", "fi", "re-1,st-2"])))
        case _:
            return Condition(field.name, draw(st.sampled_from(["safe", "SIEGE", "cote", "en", "en-gb", "urgent"])))


def _joined(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(nodes, min_size=2, max_size=3).map(tuple)
    return st.builds(And, several) | st.builds(Or, several) | st.builds(Not, nodes)


TREES: st.SearchStrategy[Node] = st.recursive(
    st.builds(Word, WORDS | PHRASES) | conditions() | st.just(All()), _joined, max_leaves=5
)


@settings(max_examples=60, deadline=None)
@given(archives(), st.lists(TREES, min_size=1, max_size=6))
def test_the_index_finds_what_reading_each_record_finds(records: Records, trees: list[Node]):
    """Several filters over one index, so that what it remembers of one is put to use in the next."""
    index, oracle = Index(records), Oracle(records, MARKED)
    for tree in trees:
        result = index.search(_query(tree), MARKED)
        for table in TABLES:
            expected = oracle.matching(table, tree)
            assert set(result.ids(table)) == expected
            assert result.count(table) == len(expected)
            assert result.ids(table) == [found for found in index.ids(table) if found in expected]
            assert all(result.has(table, found) == (found in expected) for found in index.ids(table))


def _query(tree: Node) -> Query:
    """The tree as a query, without the way over its text, in which an empty filter can't be a part."""
    return Query(tree, (), "")


@settings(max_examples=60, deadline=None)
@given(archives(), conditions())
def test_each_field_finds_what_reading_each_record_finds(records: Records, condition: Condition):
    result, oracle = Index(records).search(_query(condition), MARKED), Oracle(records, MARKED)
    assert {table: set(result.ids(table)) for table in TABLES} == {
        table: oracle.matching(table, condition) for table in TABLES
    }


@settings(max_examples=30, deadline=None)
@given(archives(), st.sampled_from(["", "actor:jan", "safe", "-actor:none doc:safe", "doc:do-0 (actor:un OR safe)"]))
def test_counts_are_those_of_the_filter_without_its_own_terms(records: Records, text: str):
    query, oracle = parse(text), Oracle(records)
    result = Index(records).search(query)
    people: dict[str, Counter[str]] = {}
    papers: dict[str, Counter[str]] = {}
    for table in ("statements", "figures"):
        matching = oracle.matching(table, query.without("actor").tree)
        found = [record for record in records.table(table).values() if record.id in matching]
        people[table] = Counter(key for record in found for key in set(oracle.people(record, "actor")) or {OWN_VOICE})
        del people[table]["?"]
        matching = oracle.matching(table, query.without("doc").tree)
        papers[table] = Counter(r.document for r in records.table(table).values() if r.id in matching)
    for counts, counted in ((result.actor_counts, people), (result.document_counts, papers)):
        keys = {*counted["statements"], *counted["figures"]}
        assert counts == {key: (counted["statements"][key], counted["figures"][key]) for key in keys}


@settings(max_examples=30, deadline=None)
@given(archives(), DATES, st.booleans(), WORDS)
def test_undated_are_those_that_miss_only_a_date(records: Records, dates: str, excluded: bool, word: str):
    """A record is left out for want of a date if it has none, and some date would have let it in."""
    asked = Condition("said", dates)
    tree = And((Word(word), Not(asked) if excluded else asked))
    result, oracle = Index(records).search(_query(tree)), Oracle(records)
    for table in ("statements", "figures"):
        lacking = oracle.matching(table, And((Word(word), Condition("said", "none"))))
        assert result.undated(table) == (0 if excluded else len(lacking))
