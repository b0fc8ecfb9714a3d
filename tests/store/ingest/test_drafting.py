"""A report becomes drafts: records that hold together, whatever the text is."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.actors import EGELAND
from seeds.build import records
from store.check import check
from store.identity import actor_id, statement_id
from store.ingest import draft
from store.model import Document, Statement
from store.records import Records
from tests.store.ingest.drafted import Told, document

REPORT = (
    "Danish Foreign Minister Lena Holt said on Monday that the Syrian regime was responsible for the raids.\n"
    '"Some 40 houses were destroyed in two days," she added. "We saw it."\n'
    "Local sources told Reuters that at least 12 people had been killed in attacks by allied militias.\n"
    "The Harbour Watch Institute (HWI) denied that. HWI said its 300 members were at home.\n"
)


def test_a_statement_has_its_speaker_office_day_and_origin() -> None:
    told = Told(REPORT)
    first = told.statements[0]
    assert told.speakers()[0] == ["Lena Holt"]
    assert first.speakers[0].capacity == "Danish Foreign Minister"
    assert first.uttered is not None
    assert first.uttered.edtf == "2016-12-12"
    assert first.review.state == "drafted"
    assert first.origin is not None
    assert first.origin.by == "rules"
    assert first.origin.rule
    assert 0 < (first.origin.confidence or 0) <= 1


def test_drafted_actors_say_so_and_are_those_whom_the_records_name() -> None:
    drafts = Told(REPORT).drafts
    named = {speaker.actor for statement in drafts.statements for speaker in statement.speakers}
    named |= {actor for statement in drafts.statements for actor in (*statement.about, *statement.accuses)}
    named |= {hop.actor for statement in drafts.statements for hop in statement.via if hop.actor}
    named |= {speaker.actor for figure in drafts.figures for speaker in figure.claimants}
    named |= {actor for figure in drafts.figures for actor in figure.attributed_to}
    named |= {hop.actor for figure in drafts.figures for hop in figure.via if hop.actor}
    assert {actor.id for actor in drafts.actors} == named
    assert all(actor.drafted for actor in drafts.actors)


def test_a_number_in_somebodys_words_is_that_speakers() -> None:
    told = Told(REPORT)
    [houses] = [figure for figure in told.figures if "40" in figure.anchor.exact]
    assert [told.names[speaker.actor] for speaker in houses.claimants] == ["Lena Holt"]
    assert houses.statement in {statement.id for statement in told.statements}


def test_a_number_outside_of_anybodys_words_is_the_reports_own() -> None:
    told = Told("Some 40 houses were destroyed in the storm.")
    assert [figure.claimants for figure in told.figures] == [()]


def test_who_denies_a_number_does_not_claim_it() -> None:
    told = Told("The army denied that 40 people were killed in the raid.")
    [killed] = told.figures
    assert (killed.claimants, killed.statement, killed.flags) == ((), told.statements[0].id, ("denied",))


def test_a_part_is_drafted_as_a_part_of_its_whole() -> None:
    told = Told("The raid killed 9 people. It hurt 40 others, including three boys and 12 girls.")
    killed, hurt, boys, girls = told.figures
    assert [figure.part_of for figure in (killed, hurt, boys, girls)] == [None, None, hurt.id, hurt.id]


def test_an_agency_that_was_told_is_on_the_way() -> None:
    told = Told(REPORT)
    ways = [[told.names.get(hop.actor or "") for hop in statement.via] for statement in told.statements]
    assert ["Reuters"] in ways


def test_a_source_that_is_not_clear_gives_nobody_and_little_confidence() -> None:
    clear, unclear = Told('"It rains," Anna Kovac said.').statements[0], Told('"It rains," he said.').statements[0]
    assert unclear.speakers == ()
    assert unclear.source[0].exact == "he"
    assert clear.origin is not None
    assert unclear.origin is not None
    assert (unclear.origin.confidence or 0) < (clear.origin.confidence or 0) / 2


def test_ids_are_those_that_anyone_would_give_and_actors_of_one_report_have_their_own() -> None:
    told = Told(REPORT)
    first = told.statements[0]
    assert first.id == statement_id(first.document, first.content)
    [sources] = [actor for actor in told.drafts.actors if actor.kind == "anonymous-source"]
    assert sources.id == actor_id("anonymous-source", "local sources", first.document)


def test_an_actor_whom_the_sample_has_gets_the_same_id() -> None:
    told = Told("UN humanitarian adviser on Syria, Jan Egeland, said it rained.")
    assert EGELAND.id in told.names


def test_the_drafts_of_the_samples_report_stand_in_its_archive_without_a_finding() -> None:
    for report in (record for record in records() if isinstance(record, Document)):
        drafts = draft(report)
        assert check(Records.of(report, *drafts.actors, *drafts.statements, *drafts.figures)) == []


def test_no_two_statements_are_told_in_each_other() -> None:
    told = Told("The premier told his colleague Ana Diaz on Friday that trade had grown, state media reported.")
    outer = {statement.id: statement.nested_in for statement in told.statements}
    assert all(outer.get(around or "") != statement for statement, around in outer.items())


def test_the_samples_report_is_drafted_as_it_was_drawn_by_hand() -> None:
    sample = list(records())
    report = next(record for record in sample if isinstance(record, Document) and "Aleppo under siege" in record.title)
    drawn = [record for record in sample if isinstance(record, Statement) and record.document == report.id]
    drafted = draft(report).statements
    assert len(drafted) == len(drawn) == 10
    for mine, theirs in zip(drafted, sorted(drawn, key=lambda statement: statement.content[0].start), strict=True):
        assert [speaker.actor for speaker in mine.speakers] == [speaker.actor for speaker in theirs.speakers]
        assert mine.type == theirs.type
        assert (mine.uttered and mine.uttered.edtf) == (theirs.uttered and theirs.uttered.edtf)


_PIECES = st.sampled_from(
    [
        *REPORT.splitlines(keepends=True),
        '"',
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        " said ",
        "he ",
        "the regime ",
        "according to ",
        "\n",
        "\n\n",
        "\x00",
        "\u202e",
        "�",
        "amp;",
        "Mr. ",
        "and ",
        "the minister ",
        "on Monday ",
        ", ",
        ". ",
        "(",
        ")",
    ]
)
TEXTS = st.text() | st.lists(_PIECES, max_size=40).map("".join)


@given(TEXTS, st.sampled_from([None, "2016-12-13", "2016", "nonsense"]))
def test_whatever_the_text_every_anchor_holds_and_every_name_is_among_the_actors(
    text: str, published: str | None
) -> None:
    told = Told(text, published)
    ids = [record.id for record in (*told.drafts.actors, *told.statements, *told.figures)]
    assert len(ids) == len(set(ids))
    for statement in told.statements:
        for anchor in (*statement.content, *statement.source, *statement.cue):
            assert text[anchor.start : anchor.end] == anchor.exact != ""
        assert {*statement.about, *statement.accuses, *(s.actor for s in statement.speakers)} <= told.names.keys()
        assert statement.nested_in is None or statement.nested_in in ids
    for figure in told.figures:
        assert text[figure.anchor.start : figure.anchor.end] == figure.anchor.exact != ""
        assert {*figure.attributed_to, *(speaker.actor for speaker in figure.claimants)} <= told.names.keys()
        assert figure.statement is None or figure.statement in ids


@given(TEXTS)
def test_the_same_document_gives_the_same_drafts(text: str) -> None:
    assert draft(document(text)) == draft(document(text))


def _steps(text: str) -> int:
    """Python functions called while it is drafted."""
    count = 0

    def step(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    given_before = sys.getprofile()
    sys.setprofile(step)
    try:
        draft(document(text))
    finally:
        sys.setprofile(given_before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        REPORT,
        "Ivo Berg and Lena Berg met. Berg said so. ",
        "The minister said so. A resident said that. He agreed. ",
        "“So,” said Minister Anna Kovac, the head of the Harbour Watch Institute. The institute denied it. ",
        "on Monday ",
        "Anna ",
        "the Syrian regime and ",
    ],
)
def test_twice_the_text_takes_twice_the_steps(piece: str) -> None:
    draft(document(piece))  # what is made once is made
    once, twice = _steps(piece * 200), _steps(piece * 400)
    assert twice < 2.3 * once
