"""Who is meant is asked of each drafted actor with somebody like it in the archive, and an answer holds."""

from __future__ import annotations

from msgspec.structs import replace

from store.model import Actor
from store.records import Records
from tests.store.reviewing.drafted import KNOWN, PETROVIC, archive_records, drafts, report
from tui.view.meant import Meant

FIGURE, QUOTATION, DENIAL, BLAME = drafts(report())
OTHER = Actor(id="ac-other00000", name="Ivan Petrović", kind="person")


def looking(*more: Actor) -> tuple[Meant, Records]:
    records, meant = Records.of(*archive_records(), *more), Meant()
    meant.look(records, FIGURE)
    return meant, records


def test_nobody_is_linked_before_it_is_said() -> None:
    meant, records = looking()
    assert (meant.unanswered, dict(meant.links)) == ([PETROVIC.id], {})
    assert meant.told(records)[0][:2] == ("Petrović", "Ana Petrović")


def test_an_answer_holds_for_the_drafts_that_follow_and_can_be_given_anew() -> None:
    meant, records = looking()
    meant.answer(same=True)
    meant.look(records, QUOTATION)
    assert (meant.unanswered, meant.links) == ([], {PETROVIC.id: KNOWN.id})
    meant.answer(same=False)
    assert (meant.links, meant.told(records)[0].answer) == ({}, "new")


def test_another_one_is_proposed_where_there_are_several_and_an_answer_follows_it() -> None:
    meant, records = looking(OTHER)
    first = meant.told(records)[0].proposed
    assert meant.turn()
    assert {first, meant.told(records)[0].proposed} == {"Ana Petrović", "Ivan Petrović"}
    meant.answer(same=True)
    linked = dict(meant.links)
    assert meant.turn()
    assert meant.links != linked


def test_there_is_no_other_where_one_is_proposed_and_nothing_to_ask_where_none_is() -> None:
    meant, records = looking()
    assert not meant.turn()
    meant.look(records, DENIAL)
    assert (meant.asked, meant.told(records)) == ("", ())
    meant.look(records, None)
    assert meant.asked == ""


def test_who_is_no_draft_any_more_is_not_asked_about() -> None:
    known = [replace(r, drafted=False) if isinstance(r, Actor) else r for r in archive_records()]
    meant = Meant()
    meant.look(Records.of(*known), FIGURE)
    assert meant.unanswered == []
