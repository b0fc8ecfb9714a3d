"""The archive's actors stand in for drafted ones wherever these are named, and nowhere else."""

from __future__ import annotations

from msgspec.structs import replace

from store.editing.corrections import named
from store.model import Hop, Speaker
from store.records import Records
from store.reviewing.linking import drafted, linked
from tests.store.reviewing.drafted import DEPUTY, KNOWN, MINISTRY, PETROVIC, archive_records, drafts, report

FIGURE, QUOTATION, DENIAL, BLAME = drafts(report())
RECORDS = Records.of(*archive_records())


def test_a_statement_names_the_known_actor_in_every_field() -> None:
    statement = replace(
        QUOTATION, about=(PETROVIC.id, DEPUTY.id), accuses=(PETROVIC.id,), via=(Hop(PETROVIC.id, "tweet"),)
    )
    after = linked(statement, {PETROVIC.id: KNOWN.id})
    assert named(after) == [KNOWN.id, DEPUTY.id]
    assert (after.speakers[0].basis, after.via[0].channel) == ("resolved", "tweet")  # type: ignore[union-attr]


def test_a_figure_names_the_known_actor_in_every_field() -> None:
    figure = replace(FIGURE, based_on=(PETROVIC.id,), attributed_to=(PETROVIC.id, MINISTRY.id))
    assert named(linked(figure, {PETROVIC.id: KNOWN.id})) == [KNOWN.id, MINISTRY.id]


def test_two_who_are_one_by_now_speak_once_with_the_office_that_was_printed_first() -> None:
    both = replace(DENIAL, speakers=(Speaker(PETROVIC.id, "mayor"), Speaker(KNOWN.id)))
    assert linked(both, {PETROVIC.id: KNOWN.id}).speakers == (Speaker(KNOWN.id, "mayor"),)  # type: ignore[union-attr]


def test_a_draft_that_names_none_of_them_stays_the_same() -> None:
    assert linked(DENIAL, {PETROVIC.id: KNOWN.id}) is DENIAL


def test_drafted_are_those_whom_drafts_alone_name() -> None:
    assert [actor.name for actor in drafted(RECORDS, BLAME)] == ["traders", "the ministry"]
    confirmed = Records.of(*(replace(r, drafted=False) if r.id == MINISTRY.id else r for r in archive_records()))
    assert [actor.name for actor in drafted(confirmed, BLAME)] == ["traders"]
