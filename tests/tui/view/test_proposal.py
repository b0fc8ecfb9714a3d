"""A record about to be made: of the words selected, to the letter, and of what was answered."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from store.editing.making import Selected
from store.errors import EditError
from store.identity import text_sha256
from store.model import Actor, Document, Figure, Relation, Statement
from store.records import Records
from store.references import anchors
from tests.store.conftest import TEXT, records
from tests.tui.view.test_letters import TEXTS
from tests.tui.view.test_selection import MOVES
from tui.view.proposal import ACTOR_KIND, KIND, ORDERS, Proposal
from tui.view.selection import Selection

RECORDS = Records.of(*records())


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def proposed(*content: str, source: str = "", cue: str = "") -> Proposal:
    others = [(span(words),) if words else () for words in (source, cue)]
    return Proposal(RECORDS, "do-1111111111", Selected(tuple(map(span, content)), *others))


def test_a_quotation_is_direct_speech_of_the_actor_whose_name_was_kept() -> None:
    proposal = proposed('"We counted 12 dead."', source="The army")
    assert (proposal.kind, proposal.answer("type"), proposal.answer("speakers")) == ("statement", "direct", "The army")
    (made,) = proposal.made()
    assert isinstance(made, Statement)
    assert [anchor.exact for anchor in made.content] == ['"We counted 12 dead."']
    assert [anchor.exact for anchor in made.source] == ["The army"]
    assert made.speakers[0].actor == "ac-army000000"
    assert (made.review.state, made.origin.by if made.origin else "") == ("accepted", "hand")


def test_what_is_answered_is_what_the_record_says() -> None:
    proposal = proposed("that its guns had fired", cue="denied")
    for name, text in (("speakers", "The army"), ("act", "denies"), ("uttered", '2020-03-02 "Monday" resolved')):
        proposal.put(name, text)
    (made,) = proposal.made()
    assert isinstance(made, Statement)
    assert (made.type, made.act, made.speakers[0].actor) == ("indirect", "denies", "ac-army000000")
    assert made.uttered is not None
    assert (made.uttered.edtf, made.uttered.words, made.uttered.basis) == ("2020-03-02", "Monday", "resolved")


def test_reported_speech_cannot_be_called_direct() -> None:
    proposal = proposed("its guns had fired")
    proposal.put("type", "direct")
    with pytest.raises(EditError, match="quotation marks"):
        proposal.made()


def test_a_new_actor_is_made_with_the_statement_that_names_it() -> None:
    proposal = proposed('"We counted 12 dead."')
    proposal.put("speakers", "Iva")
    question = next(question for question in proposal.questions if question.names)
    proposal.take("speakers", proposal.offers(question)[-1])
    assert ACTOR_KIND in [question.name for question in proposal.questions]
    proposal.put(ACTOR_KIND, "office")
    proposal.put("act", "denies")
    actor, statement = proposal.made()
    assert isinstance(actor, Actor)
    assert isinstance(statement, Statement)
    assert (actor.name, actor.kind, statement.speakers[0].actor) == ("Iva", "office", actor.id)
    proposal.put("speakers", "The army")
    assert proposal.new is None
    assert len(proposal.made()) == 1


def test_a_figure_has_the_number_that_its_words_say() -> None:
    proposal = proposed("Some 40 people were")
    assert proposal.kind == "figure"
    assert {name: proposal.answer(name) for name in ("number", "bound", "counted", "outcome")} == {
        **{"number": "40", "bound": "approximate", "counted": "people", "outcome": "injured"}
    }
    (made,) = proposal.made()
    assert isinstance(made, Figure)
    assert (made.low, made.best, made.high, made.unit, made.anchor.exact) == (
        None,
        40,
        None,
        "person",
        "Some 40 people were",
    )


def test_of_words_that_stand_apart_no_figure_can_be_made() -> None:
    proposal = proposed("We counted", "12 dead")
    proposal.put(KIND, "figure")
    with pytest.raises(EditError, match="one run"):
        proposal.made()


def test_an_actor_has_the_name_that_was_selected_and_a_second_one_is_refused() -> None:
    proposal = proposed("The mayor")
    proposal.put(KIND, "actor")
    (made,) = proposal.made()
    assert isinstance(made, Actor)
    assert (made.name, made.kind) == ("The mayor", "person")
    proposal.put("name", "Ana Petrović")
    with pytest.raises(EditError, match="ac-mayor00000"):
        proposal.made()


@pytest.mark.parametrize("order", ORDERS)
def test_a_relation_goes_from_one_to_the_other_and_is_said_once(order: str) -> None:
    proposal = Proposal(RECORDS, pair=("st-1111111111", "st-2222222222"))
    proposal.put("kind", "contradicts")
    proposal.put("order", order)
    if order == ORDERS[1]:
        with pytest.raises(EditError, match="already"):
            proposal.made()
        return
    (made,) = proposal.made()
    assert isinstance(made, Relation)
    assert (made.subject, made.object) == ("st-1111111111", "st-2222222222")


@given(TEXTS, st.integers(0, 40), st.lists(st.sampled_from(sorted(MOVES)), max_size=12))
def test_whatever_is_selected_every_anchor_is_what_stands_in_the_text(text: str, at: int, moves: list[str]) -> None:
    selection = Selection.begin(text, min(at, len(text)))
    assume(selection is not None)
    for move in moves:
        assert selection is not None
        selection = MOVES[move](selection)
    assert selection is not None
    document = Document(id="do-1", title="A report", text=text, sha256=text_sha256(text))
    selected = Selected(selection.content, selection.part("source"), selection.part("cue"))
    proposal = Proposal(Records.of(document), "do-1", selected)
    proposal.put(KIND, "statement")
    proposal.put("speakers", "")
    found = [anchor for _, anchor in anchors(proposal.made()[0])]  # type: ignore[arg-type]
    assert found
    assert all(anchor.exact == text[anchor.start : anchor.end] for anchor in found)


HE = "The army left. He said it was over. Ana Petrović said so too."
BY_PRONOUN = Records.of(
    Document(id="do-2222222222", title="Over", text=HE, sha256=text_sha256(HE)),
    Actor(id="ac-mayor00000", name="Ana Petrović", kind="person"),
    Actor(id="ac-army000000", name="The army", kind="armed-group"),
)


def by_words(source: str) -> Proposal:
    spans = [(HE.index(words), HE.index(words) + len(words)) for words in ("it was over", source)]
    return Proposal(BY_PRONOUN, "do-2222222222", Selected((spans[0],), (spans[1],)))


def test_a_pronoun_means_nobody_by_itself_and_has_to_be_told() -> None:
    proposal = by_words("He")
    assert proposal.answer("speakers") == ""
    with pytest.raises(EditError, match=r"“He” is printed"):
        proposal.made()
    proposal.put("speakers", "Ana Petrović")
    (made,) = proposal.made()
    assert isinstance(made, Statement)
    assert [(who.actor, who.basis) for who in made.speakers] == [("ac-mayor00000", "resolved")]


def test_the_words_kept_for_who_state_it_where_they_are_the_name_and_brackets_count() -> None:
    proposal = by_words("Ana Petrović")
    (made,) = proposal.made()
    assert isinstance(made, Statement)
    assert [(who.actor, who.basis) for who in made.speakers] == [("ac-mayor00000", "stated")]
    proposal.put("speakers", "Ana Petrović [inferred]")
    (made,) = proposal.made()
    assert isinstance(made, Statement)
    assert made.speakers[0].basis == "inferred"


def test_a_new_actor_is_stated_where_the_words_kept_for_who_are_the_name() -> None:
    text = "Lena Roth said it was over."
    records_now = Records.of(Document(id="do-3333333333", title="Over", text=text, sha256=text_sha256(text)))
    proposal = Proposal(records_now, "do-3333333333", Selected(((15, 26),), ((0, 9),)))
    proposal.take("speakers", proposal.offers(proposal.questions[1])[-1])
    actor, made = proposal.made()
    assert isinstance(made, Statement)
    assert (actor.id, made.speakers[0].basis) == (made.speakers[0].actor, "stated")
