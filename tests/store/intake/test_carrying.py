"""What was read in a report is proposed for its next version, where the very words stand once; never more than that."""

from __future__ import annotations

from msgspec.structs import replace

from store.identity import actor_id, text_sha256
from store.ingest import Drafts
from store.intake.carrying import PARTS, RULE, WHOLE, beside, carried
from store.model import Actor, Anchor, Document, Figure, Relation, Review, Speaker, Statement, Verification
from store.records import Records
from tests.store.conftest import ACCEPTED, TEXT, anchor, records

OLD = "do-1111111111"


def version(text: str) -> Document:
    return Document(id="do-2222222222", title="A town under fire", text=text, sha256=text_sha256(text), supersedes=OLD)


def proposed(text: str, *more: Statement | Figure | Actor | Relation) -> Drafts:
    by_id = {record.id: record for record in (*records(), *more)}
    return carried(Records.of(*by_id.values()), by_id[OLD], version(text))  # type: ignore[arg-type]


def test_where_the_words_stand_once_a_draft_is_anchored_anew() -> None:
    text = f"Corrected on Tuesday.\n{TEXT}"
    found = proposed(text)
    assert [draft.content[0].exact for draft in found.statements] == ['"We counted 12 dead."', "its guns had fired"]
    assert [draft.anchor.exact for draft in found.figures] == ["12 dead", "Some 40 people"]
    for draft in found.statements:
        part = draft.content[0]
        assert text[part.start : part.end] == part.exact
        assert draft.document == "do-2222222222"


def test_it_is_a_draft_that_says_whose_copy_it_is_whoever_accepted_the_other() -> None:
    quoted = records()[3]
    assert isinstance(quoted, Statement)
    found = proposed(TEXT + "\n", replace(quoted, verification=Verification("confirmed"), note="ask", tags=("x",)))
    first = found.statements[0]
    assert (first.review, first.verification, first.note) == (Review(), Verification(), None)
    assert first.tags == ("x",)
    assert first.origin is not None
    assert (first.origin.rule, first.origin.confidence) == (RULE, WHOLE)
    assert first.origin.drafted == {"from": "st-1111111111"}
    assert first.id != "st-1111111111"
    assert (first.revision, first.added) == (1, None)


def test_words_that_were_changed_by_a_letter_or_stand_twice_are_not_proposed() -> None:
    changed = TEXT.replace("12 dead", "14 dead")
    assert [draft.content[0].exact for draft in proposed(changed).statements] == ["its guns had fired"]
    assert proposed(f"{TEXT}\n{TEXT}") == Drafts()


def test_where_what_stood_between_was_changed_it_is_less_sure_and_leaves_out_what_it_can_not_place() -> None:
    found = proposed(TEXT.replace("denied that its", "denied to a reporter that its")).statements[1]
    assert found.content[0].exact == "its guns had fired"
    assert found.cue == ()
    assert found.origin is not None
    assert found.origin.confidence == PARTS


def test_nothing_is_proposed_of_drafts_and_of_what_was_rejected_or_is_broken() -> None:
    statement = records()[3]
    assert isinstance(statement, Statement)
    for other in (
        replace(statement, review=Review()),
        replace(statement, review=Review("rejected")),
        replace(statement, content=(Anchor(0, 5, "wrong"),)),
    ):
        assert [draft.origin and draft.origin.drafted for draft in proposed(TEXT, other).statements] == [
            {"from": "st-2222222222"}
        ]


def test_what_hangs_together_hangs_together_again() -> None:
    inner = Statement(id="st-3333333333", document=OLD, type="indirect", content=(anchor("We counted"),),
                      nested_in="st-1111111111", review=ACCEPTED)  # fmt: skip
    found = proposed(TEXT, inner)
    by_origin = {
        draft.origin.drafted["from"]: draft for draft in found.statements if draft.origin and draft.origin.drafted
    }
    assert by_origin["st-3333333333"].nested_in == by_origin["st-1111111111"].id
    assert found.figures[0].statement == by_origin["st-1111111111"].id


def test_a_source_of_the_old_version_alone_has_a_namesake_in_the_new_one() -> None:
    nurse = Actor(id="ac-nurse00000", name="a nurse", kind="anonymous-source", document=OLD, confidential=True)
    statement = records()[3]
    assert isinstance(statement, Statement)
    found = proposed(TEXT, nurse, replace(statement, speakers=(Speaker(nurse.id),)))
    again = actor_id("anonymous-source", "a nurse", "do-2222222222")
    assert [(actor.id, actor.drafted, actor.confidential) for actor in found.actors] == [(again, True, True)]
    assert found.statements[0].speakers == (Speaker(again),)


def test_a_draft_of_the_same_words_gives_way_and_its_actor_with_it() -> None:
    carried_over = proposed(TEXT)
    drafted = Drafts(
        tuple(Actor(id=f"ac-{name}", name=name, kind="person", drafted=True) for name in "xy"),
        (
            Statement(id="st-x", document="do-2222222222", type="direct", content=(anchor("We counted 12"),),
                      speakers=(Speaker("ac-x"),)),
            Statement(id="st-y", document="do-2222222222", type="indirect", content=(anchor("the hospital said"),),
                      speakers=(Speaker("ac-y"),), nested_in="st-x"),
        ),
        (Figure(id="fi-y", document="do-2222222222", anchor=anchor("Monday"), bound="exact", statement="st-x"),),
    )  # fmt: skip
    both = beside(carried_over, drafted)
    assert [draft.id for draft in both.statements] == [*(draft.id for draft in carried_over.statements), "st-y"]
    assert both.statements[-1].nested_in is None
    assert both.figures[-1].statement is None
    assert [actor.id for actor in both.actors] == ["ac-y"]


def test_without_proposals_the_drafts_stay_as_they_are() -> None:
    drafted = Drafts((Actor(id="ac-x", name="X", kind="person", drafted=True),),
                     (Statement(id="st-x", document="do-2", type="direct", content=(anchor("We counted"),),
                                speakers=(Speaker("ac-x"),)),))  # fmt: skip
    assert beside(Drafts(), drafted) == drafted
