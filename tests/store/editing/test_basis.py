"""How we know who it was: a name printed states it, a pronoun or an office points to it, and where neither stands it
is inferred."""

from __future__ import annotations

import pytest

from store.editing.basis import Ground, ground
from store.editing.fields import changed, edited, written
from store.editing.making import Selected, figure, statement
from store.identity import text_sha256
from store.model import Actor, Anchor, Document, Name, Speaker, Statement
from store.records import Records

ACTORS = (
    Actor(
        id="ac-lind000000",
        name="Mira Lind",
        kind="person",
        names=(Name("the minister", "weak"), Name("Norway’s foreign minister", "description")),
    ),
    Actor(id="ac-holt000000", name="Per Holt", kind="person", merged_into="ac-lind000000"),
    Actor(id="ac-north00000", name="Northland", kind="state", names=(Name("Nordland"), Name("the regime", "weak"))),
    Actor(id="ac-south00000", name="Southland", kind="state"),
)


def recorded(text: str, said: str, source: str = "", speakers: tuple[Speaker, ...] = ()) -> tuple[Records, Statement]:
    """A report of this text, and a statement of some words of it."""

    def anchors(words: str) -> tuple[Anchor, ...]:
        return (Anchor(text.index(words), text.index(words) + len(words), words),) if words else ()

    document = Document(id="do-0000000001", title="A report", text=text, sha256=text_sha256(text))
    made = Statement(
        id="st-0000000001", document=document.id, type="indirect", content=anchors(said), source=anchors(source),
        speakers=speakers,
    )  # fmt: skip
    return Records.of(document, *ACTORS, made), made


def known(text: str, source: str = "", who: str = "ac-lind000000", capacity: str | None = None) -> Ground:
    return ground(*recorded(text, "it would rain", source), Speaker(who, capacity))


@pytest.mark.parametrize(
    ("source", "who", "words"),
    [
        ("Mira Lind, the minister", "ac-lind000000", "Mira Lind"),
        ("MIRA LIND", "ac-lind000000", "MIRA LIND"),
        ("Lind", "ac-lind000000", "Lind"),
        ("Per Holt", "ac-lind000000", "Per Holt"),
        ("Norway's foreign minister", "ac-lind000000", "Norway's foreign minister"),
        ("Nordland", "ac-north00000", "Nordland"),
    ],
)
def test_a_name_an_alias_or_an_office_of_the_actor_that_is_printed_states_it(source: str, who: str, words: str) -> None:
    assert known(f"{source} said it would rain.", source, who) == Ground("stated", words)


def test_an_office_that_is_told_in_round_brackets_states_it_where_it_is_printed_and_more_than_a_word() -> None:
    text = "The chief engineer of the dam said it would rain."
    assert known(text, "The chief engineer of the dam", capacity="chief engineer of the dam").basis == "stated"
    assert known("The engineer said it would rain.", "The engineer", capacity="engineer").basis == "resolved"


@pytest.mark.parametrize("source", ["She", "the minister", "The official", "the regime"])
def test_a_pronoun_or_an_office_that_others_may_have_is_resolved(source: str) -> None:
    assert known(f"{source} said it would rain.", source) == Ground("resolved", source)


def test_a_name_within_another_word_is_none() -> None:
    assert known("Lindström said it would rain.", "Lindström").basis != "stated"


@pytest.mark.parametrize("source", ["Southland", "the statement", "A report of the day"])
def test_somebody_elses_name_or_a_paper_without_one_leaves_it_inferred(source: str) -> None:
    assert known(f"{source} said it would rain.", source, "ac-north00000") == Ground("inferred")


def test_a_paper_is_its_authors_where_the_sentence_names_them() -> None:
    text = "A statement that Northland put out said it would rain."
    assert known(text, "A statement", "ac-north00000") == Ground("stated", "Northland")


@pytest.mark.parametrize(
    ("text", "who", "basis"),
    [
        ("Mira Lind spoke for long: it would rain. Then all left.", "ac-lind000000", "stated"),
        ("Asked again, she thought that it would rain.", "ac-lind000000", "resolved"),
        ("The deputy mayor thought that it would rain.", "ac-lind000000", "resolved"),
        ("The deputy mayor thought that it would rain.", "ac-north00000", "inferred"),
        ("Then it would rain.", "ac-lind000000", "inferred"),
        ("Mira Lind left. Then it would rain.", "ac-lind000000", "inferred"),
    ],
)
def test_without_words_for_who_the_sentence_is_looked_at(text: str, who: str, basis: str) -> None:
    assert known(text, who=who).basis == basis


def test_a_name_among_the_words_said_names_nobody_who_says_them() -> None:
    records, made = recorded("Then came this: Northland shot first.", "Northland shot first")
    assert ground(records, made, Speaker("ac-north00000")) == Ground("inferred")


def test_an_anchor_that_does_not_fit_the_text_tells_nothing() -> None:
    records, made = recorded("Northland said it would rain.", "it would rain")
    broken = Statement(id="st-2", document=made.document, type="indirect", content=(Anchor(3, 9, "nowhere"),))
    assert ground(records, broken, Speaker("ac-north00000")) == Ground("inferred")


def test_what_stands_in_square_brackets_always_counts_and_is_read_back() -> None:
    records, made = recorded("She said it would rain.", "it would rain", "She")
    for typed, basis in (
        ("Mira Lind", "resolved"),
        ("Mira Lind [stated]", "stated"),
        ("Mira Lind [assumed]", "assumed"),
    ):
        after = changed(made, "speakers", typed, records)
        assert after.speakers == (Speaker("ac-lind000000", basis=basis),)
        assert changed(made, "speakers", written(after, "speakers", records), records) == after


def test_a_record_made_by_hand_has_the_basis_that_its_words_give() -> None:
    text = "She said that 40 huts burnt."
    document = Document(id="do-0000000001", title="A report", text=text, sha256=text_sha256(text))
    records = Records.of(document, *ACTORS)
    selected = Selected(((14, 21),), ((0, 3),))
    said = edited(statement(records, document.id, selected), {"speakers": "Mira Lind"}, records)
    claimed = edited(figure(records, document.id, selected), {"claimants": "Mira Lind"}, records)
    assert [who.basis for who in (*said.speakers, *claimed.claimants)] == ["resolved", "resolved"]
