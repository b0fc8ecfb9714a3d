"""All that is known of a record, in the order that matters, and nothing that isn't known."""

from __future__ import annotations

import msgspec
import pytest

from seeds.actors import EGELAND, UNITED_NATIONS
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.report import LOCAL_SOURCES, REPORT
from seeds.aleppo.statements import ALARM, BLAME, KILLINGS, RELATIONS, TWEET, UNVERIFIED
from seeds.build import records as seeded
from seeds.ucdp import CIVILIANS
from seeds.ucdp import KILLED as SIX_HUNDRED
from store.model import Anchor, Document, Hop, OriginCheck, Record, Retrieved, Review, Verification
from store.records import Records
from tui.render.facts import facts

RECORDS = Records.of(*seeded())


def known(record: Record, records: Records = RECORDS) -> dict[str, str]:
    return dict(facts(records, record))


def replaced(record: Record, **fields: object) -> tuple[Record, Records]:
    """The record with other fields, and the sample with it in place."""
    fresh = msgspec.structs.replace(record, **fields)
    return fresh, Records.of(*(fresh if found.id == fresh.id else found for found in seeded()))


def test_a_statement_is_headed_by_who_said_it_how_and_when() -> None:
    assert facts(RECORDS, BLAME)[0] == (
        "",
        "Jan Egeland, UN humanitarian adviser on Syria · reported speech · "
        "said 12 Dec 2016 (“earlier in the day”, resolved)",
    )


def test_a_figure_is_headed_by_number_what_where_when_and_who_claims_it() -> None:
    first = facts(RECORDS, NINE_HUNDRED)[0][1]
    for words in ("about 990", "civilians", "killed", "eastern Aleppo", "during", "17 Nov", "claimed by local sources"):
        assert words in first


def test_an_actor_is_headed_by_name_and_kind_and_says_whom_it_is_under() -> None:
    assert facts(RECORDS, EGELAND)[0][1].startswith("Jan Egeland · person")
    assert known(EGELAND)["under"] == UNITED_NATIONS.name
    assert "Aleppo under siege" in known(LOCAL_SOURCES)["of"]


def test_a_document_is_headed_by_title_and_publisher_and_gives_its_hash_whole() -> None:
    document = RECORDS.documents[REPORT.document.id]
    assert facts(RECORDS, document)[0][1].startswith("Aleppo under siege · sayso sample")
    assert known(document)["sha256"] == document.sha256


def test_a_retracted_report_says_so_in_capitals_and_where_it_was_had_from() -> None:
    document, records = replaced(
        RECORDS.documents[REPORT.document.id],
        status="retracted",
        url="https://example.org/1",
        archived_url="https://web.example.org/1",
        retrieved=Retrieved(at="2026-01-02T03:04:05Z", by="Ann", how="by hand"),
    )
    assert known(document, records)["status"] == "RETRACTED"
    assert known(document, records)["url"] == "https://example.org/1"
    assert known(document, records)["archived"] == "https://web.example.org/1"
    assert "by Ann" in known(document, records)["retrieved"]


def test_what_restates_and_what_qualifies_stands_with_both_ends_and_says_why() -> None:
    assert TWEET.id in known(BLAME)["restates"]
    assert BLAME.id in known(TWEET)["restated by"]
    assert ALARM.id in known(UNVERIFIED)["qualifies"]
    assert UNVERIFIED.id in known(ALARM)["qualified by"]
    assert RELATIONS[0].why is not None
    assert RELATIONS[0].why in known(BLAME)["restates"]


def test_a_relation_can_be_read_itself() -> None:
    assert " restates " in facts(RECORDS, RELATIONS[0])[0][1]


def test_a_figure_names_its_rivals_and_they_name_it() -> None:
    assert "379 civilians" in known(NINE_HUNDRED)["rivals"]
    assert "UCDP" in known(NINE_HUNDRED)["rivals"]
    assert "some 990 civilians" in known(CIVILIANS)["rivals"]


def test_a_figure_names_who_is_blamed_its_method_its_parts_and_its_whole() -> None:
    assert "Syrian government" in known(NINE_HUNDRED)["blames"]
    assert known(SIX_HUNDRED)["method"] == "computed"
    assert "379 civilians" in known(SIX_HUNDRED)["parts"]
    assert SIX_HUNDRED.id in known(CIVILIANS)["part of"]
    assert "Syrian Observatory" in known(SIX_HUNDRED)["based on"]


def test_a_figure_names_the_statement_that_carries_it_and_the_statement_its_figures() -> None:
    assert KILLINGS.id in known(NINE_HUNDRED)["stands in"]
    assert "some 990 civilians" in known(KILLINGS)["carries"]


def test_an_act_other_than_saying_is_told_with_its_cue() -> None:
    denied, records = replaced(BLAME, act="denies")
    assert known(denied, records)["act"].startswith("denies (“")
    assert "act" not in known(BLAME)


def test_the_three_flags_are_three_with_who_and_why() -> None:
    checked, records = replaced(
        BLAME,
        review=Review(state="rejected", by="Ann", why="wrong speaker"),
        origin_check=OriginCheck(state="deleted", at="2026-01-02"),
        verification=Verification(state="contested"),
    )
    assert known(checked, records)["checked"] == (
        "REJECTED (by Ann, wrong speaker) · origin DELETED since (2026-01-02) · contested"
    )


def test_a_draft_says_that_nobody_has_reviewed_it() -> None:
    draft, records = replaced(BLAME, review=Review())
    assert "not reviewed" in known(draft, records)["checked"]


def test_a_broken_anchor_is_told_with_field_and_place_and_what_it_should_be() -> None:
    broken, records = replaced(TWEET, content=(Anchor(3, 9, "accuse"),))
    assert known(broken, records)["BROKEN"] == "content 3–9 is not “accuse” in the document"


def test_a_record_whose_document_is_gone_is_broken_and_no_crash() -> None:
    records = Records.of(*(found for found in seeded() if not isinstance(found, Document)))
    assert "BROKEN" in known(NINE_HUNDRED, records)
    assert "BROKEN" in known(BLAME, records)


def test_a_sound_record_says_nothing_of_being_broken() -> None:
    assert all("BROKEN" not in known(record) for record in RECORDS)


def test_who_passed_it_on_is_told_from_the_outermost_in() -> None:
    relayed, records = replaced(BLAME, via=(Hop(LOCAL_SOURCES.id, "report"), Hop(None, "tweet", "https://example.org")))
    assert known(relayed, records)["via"] == "local sources report → tweet https://example.org"


def test_our_gloss_is_called_ours_and_a_note_says_that_it_stays_here() -> None:
    told, records = replaced(
        BLAME, gloss="Said in Geneva.", note="Ask again.", tags=("urgent", "un"), confidential=True
    )
    assert known(told, records)["our gloss"] == "Said in Geneva."
    assert "never exported" in known(told, records)["note"]
    assert known(told, records)["tags"] == "urgent, un"
    assert "left out of exports" in known(told, records)["confidential"]


@pytest.mark.parametrize("record", list(RECORDS), ids=lambda record: record.id)
def test_nothing_that_is_unknown_is_told_and_the_id_comes_last(record: Record) -> None:
    found = facts(RECORDS, record)
    assert all(value for _, value in found)
    assert found[0][0] == ""
    assert found[-1] == ("id", f"{record.id} · revision {record.revision}")
    assert len({label for label, _ in found}) == len(found)


def test_two_relations_of_a_kind_are_both_told() -> None:
    again = msgspec.structs.replace(RELATIONS[0], id="re-zzzzzzzzzz", object=ALARM.id)
    found = [value for label, value in facts(Records.of(*seeded(), again), BLAME) if label == "restates"]
    assert len(found) == 2
