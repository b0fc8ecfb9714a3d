"""Who speaks where a paper does: whoever issued it, if the text tells; else the paper itself."""

from __future__ import annotations

from tests.store.ingest.drafted import Told


def test_a_statement_is_the_words_of_the_one_who_feels_so() -> None:
    told = Told('The Danish Prime Minister is "appalled by the raids", according to a statement issued late Monday.')
    assert told.speakers() == [["Danish Prime Minister"]]
    assert told.statements[0].speakers[0].basis == "inferred"


def test_the_statement_told_of_again_is_the_same_ones() -> None:
    told = Told(
        'The Danish Prime Minister is "appalled by the raids", according to a statement issued late Monday.\n'
        '"We can not stand by," the statement said.'
    )
    assert told.speakers() == [["Danish Prime Minister"]] * 2
    assert told.said() == ["2016-12-12", "2016-12-12"]


def test_the_statement_after_one_spoke_in_a_statement_is_that_ones() -> None:
    told = Told('"It rains," Anna Kovac said in a statement. "It pours," the statement added.')
    assert told.speakers() == [["Anna Kovac"]] * 2


def test_who_issued_it_is_named_with_it() -> None:
    told = Told("According to a report by the Harbour Watch Institute, ten boats sank.")
    assert told.speakers() == [["Harbour Watch Institute"]]


def test_a_paper_that_nobody_is_told_of_speaks_for_itself() -> None:
    told = Told("According to court documents, ten boats sank.")
    assert told.speakers() == [["court documents"]]
    [actor] = told.drafts.actors
    assert (actor.kind, actor.document) == ("document", told.statements[0].document)


def test_the_letters_of_questions_and_answers_are_nobody() -> None:
    told = Told("Jo Ray is a baker.\n\nQ: Did it rain?\n\nA: It poured. I saw it.")
    assert told.speakers() == [[], []]
    assert told.drafts.actors == ()
