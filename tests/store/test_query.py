"""The filter language: how a filter reads, and what it says of a wrong one."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest
from hypothesis import given, settings

from store import model
from store.errors import FilterError
from store.query import FIELDS, All, And, Condition, Not, Or, Word, parse, quote, words
from tests.store.filters import TREES, WORDS

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", All()),
        ("  ", All()),
        ("a", A),
        ("a b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a OR b c", Or((A, And((B, C))))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("((a))", A),
        ("a or b", And((A, Word("or"), B))),
        ("-a b", And((Not(A), B))),
        ("-(a b)", Not(And((A, B)))),
        ('-"a b"', Not(Word("a b"))),
        ("Jean-Marc", Word("Jean-Marc")),
        ('"a b"c', And((Word("a b"), C))),
        ("“safe passage”", Word("safe passage")),
        ("„safe passage“", Word("safe passage")),
        ('“safe passage"', Word("safe passage")),
        (r'"say \"no\" \\ now"', Word('say "no" \\ now')),
        ('"OR"', Word("OR")),
        ('"actor:x"', Word("actor:x")),
        ("12:30", Word("12:30")),
        ('actor:"Jan Egeland"', Condition("actor", "Jan Egeland", quoted=True)),
        ("actor:Egel", Condition("actor", "Egel")),
        ("Actor:none", Condition("actor", "none")),
        ('actor:"none"', Condition("actor", "none", quoted=True)),
        ('counted:"city residents"', Condition("counted", "city residents")),
        ("type:DIRECT", Condition("type", "direct")),
        ("said:2016-12-13..", Condition("said", "2016-12-13..")),
        ("said:201x", Condition("said", "201X")),
        ("value:>1,000", Condition("value", ">1,000")),
        ("id:ST-1,,fi-2", Condition("id", "st-1,fi-2")),
        ("-actor:Russia", Not(Condition("actor", "Russia"))),
    ],
)
def test_a_filter_reads_so(text, tree):
    assert parse(text).tree == tree


@settings(max_examples=200)
@given(TREES)
def test_a_filter_written_out_reads_the_same(tree):
    query = parse(str(tree))
    assert query.tree == tree
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)


@given(WORDS)
def test_a_value_in_quotes_is_taken_to_the_letter(value):
    assert parse(f"actor:{quote(value)}").tree == Condition("actor", value, quoted=True)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ('a "b', 3),
        ("a “b", 3),
        ('a"b', 2),
        ('actor:"Jan', 7),
        ("a)", 2),
        ("(a", 1),
        ("a (b (c)", 3),
        ("()", 1),
        ("a ( )", 3),
        ("OR", 1),
        ("OR a", 1),
        ("a OR", 3),
        ("a OR OR b", 6),
        ("a OR )", 3),
        ("(OR a)", 2),
        ("-", 1),
        ("a - b", 3),
        ("--a", 1),
        ("-OR", 2),
        ("(-)", 2),
        ('""', 1),
        ("a colour:red", 3),
        ("http://example.org", 1),
        ("type:", 6),
        ("type: direct", 6),
        ("actor:(a OR b)", 7),
        ("type:spoken", 6),
        ("-type:in", 7),
        ('type:"in"', 6),
        ("said:yesterday", 6),
        ("said:13.12.2016", 6),
        ("said:2016-12-13..2016-13", 18),
        ('said:"2016..x"', 13),
        ("said:2017..2016", 6),
        ("said:..", 6),
        ("said:>", 7),
        ("period:2016-02-30", 8),
        ("value:many", 7),
        ("value:>many", 8),
        ("value:1,00", 7),
        ("value:1e999", 7),
        ("value:5..4", 7),
        ("id:,", 4),
        ("(" * 60 + "a" + ")" * 60, 51),
    ],
)
def test_a_wrong_filter_says_where_and_shows_one_that_works(text, column):
    with pytest.raises(FilterError) as caught:
        parse(text)
    error = caught.value
    assert error.column == column
    assert error.problem.endswith(".")
    assert str(column) in str(error)
    assert parse(error.example)
    assert error.text == text


def test_an_unknown_field_names_the_one_that_was_meant():
    with pytest.raises(FilterError, match="actor:"):
        parse("acter:Egeland")
    with pytest.raises(FilterError, match="actor:"):
        parse("speaker:Egeland")


def test_words_with_a_colon_are_told_to_stand_in_quotes():
    with pytest.raises(FilterError, match='example: "http://example\\.org"'):
        parse("http://example.org")


def test_a_closed_list_is_told():
    with pytest.raises(FilterError, match="direct, indirect, mixed or none"):
        parse("type:spoken")


def test_each_field_has_an_example_that_works_and_values_that_are_taken():
    for field in FIELDS.values():
        assert parse(field.example).terms[0].field == field.name
        assert parse(f"{field.name}:none").tree == Condition(field.name, "none")
        for value in field.values:
            assert parse(f"{field.name}:{value}").tree == Condition(field.name, value)


def test_closed_lists_are_those_of_the_records():
    assert FIELDS["outcome"].values == get_args(model.Outcome)
    assert FIELDS["kind"].values == (*get_args(model.ActorKind), *get_args(model.RelationKind))
    assert FIELDS["actor"].values == ()


def test_the_terms_are_those_joined_at_the_top_as_they_were_typed():
    query = parse('-actor:"Jan Egeland"  (a OR b) said:2016 “x y”')
    assert [term.text for term in query.terms] == ['-actor:"Jan Egeland"', "(a OR b)", "said:2016", "“x y”"]
    assert [term.field for term in query.terms] == ["actor", None, "said", None]
    assert [term.excludes for term in query.terms] == [True, False, False, False]


def test_a_filter_joined_by_or_is_one_term():
    assert [term.text for term in parse(" a OR b c ").terms] == ["a OR b c"]
    assert parse("a OR b").without_last() == parse("")


def test_terms_of_a_field_can_be_taken_out():
    query = parse("actor:Russia siege -actor:Syria (actor:UN OR b)")
    assert query.without("actor") == parse("siege (actor:UN OR b)")
    assert query.without("actor").text == "siege (actor:UN OR b)"
    assert query.without("doc") == query
    assert parse("actor:Russia").without("actor") == parse("")


def test_terms_can_be_added_and_dropped():
    query = parse("a OR b").and_also(parse("actor:Russia"))
    assert query == parse("(a OR b) actor:Russia")
    assert query.text == "(a OR b) actor:Russia"
    assert query.without_last() == parse("a OR b")
    assert parse("").and_also(parse("a")) == parse("a")
    assert parse("").without_last() == parse("")


def test_a_condition_can_be_replaced_wherever_it_stands():
    query = parse("siege (is:marked OR a) -is:marked “b c”")
    replaced = query.replacing(Condition("is", "marked"), Condition("id", "st-1"))
    assert replaced.text == "siege (id:st-1 OR a) -id:st-1 “b c”"
    assert parse(replaced.text) == replaced


def test_an_empty_filter_is_false():
    assert not parse(" ")
    assert parse("a")


@settings(max_examples=100)
@given(TREES, TREES)
def test_taking_out_and_putting_together_leaves_text_that_reads_the_same(one, other):
    query = parse(str(one)).and_also(parse(str(other)))
    for made in (query, query.without("actor", "said"), query.without_last()):
        assert parse(made.text) == made


def test_words_to_light_are_those_that_are_asked_for():
    query = parse('siege -war "safe passage" (counted:civilians OR -(x y)) place:none actor:Jan siege')
    assert words(query) == ("siege", "safe passage", "civilians")


def test_a_filter_is_read_without_loading_the_records_and_what_decodes_them():
    code = "import sys, store.query; store.query.parse('actor:x said:2016'); sys.exit('msgspec' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
