"""Several cues in one sentence."""

from __future__ import annotations

from tests.store.ingest.attributions.spoken import said


def test_a_second_verb_has_the_source_of_the_first() -> None:
    assert said("The mayor said it held and denied that it leaked.") == [
        ("The mayor", "said", "it held"),
        ("The mayor", "denied", "that it leaked"),
    ]


def test_a_participle_has_the_source_of_the_clause_before() -> None:
    assert said("“It held,” the mayor said, adding that it leaked.") == [
        ("the mayor", "said", "“It held,”"),
        ("the mayor", "adding", "that it leaked"),
    ]


def test_a_participle_alone_has_the_subject_of_its_sentence() -> None:
    text = "On Friday, the mayor wrote to the union, promising that it would hold."
    assert said(text) == [("the mayor", "promising", "that it would hold")]


def test_a_participle_before_its_clause_has_the_subject_of_that() -> None:
    assert said("After saying that it held, the mayor left.") == [("the mayor", "saying", "that it held")]
    assert said("“It held,” the mayor said, going on to say that it leaked.")[1][0] == "the mayor"


def test_a_statement_that_calls_for_something_is_a_source() -> None:
    assert said("They issued a statement calling the dam “a grave”.")[0][::2] == ("a statement", "the dam “a grave”")
    assert said("Bakers calling the dam “a grave” left.") == []


def test_two_clauses_with_sources_of_their_own_part() -> None:
    assert said("The mayor said it held, but the union said it leaked.") == [
        ("The mayor", "said", "it held"),
        ("the union", "said", "it leaked"),
    ]


def test_a_cue_in_the_content_is_nested_in_it() -> None:
    assert said("The mayor said the union had claimed that it leaked.") == [
        ("The mayor", "said", "the union had claimed that it leaked"),
        ("the union", "had claimed", "that it leaked"),
    ]


def test_a_clause_that_only_tells_more_of_a_noun_says_nothing() -> None:
    assert said("The mayor said he would spend the money he says he raised.") == [
        ("The mayor", "said", "he would spend the money he says he raised")
    ]
