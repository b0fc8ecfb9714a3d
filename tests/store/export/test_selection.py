"""What may go out: nothing drafted, rejected or confidential unless asked for, and nothing that would tell of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.errors import UnknownRecordError
from store.export.citation import cited
from store.export.csv import figures_csv, statements_csv
from store.export.json import json
from store.export.markdown import markdown
from store.export.selection import Selection
from store.export.withholding import Reason
from store.model import Actor, Record, Review, Speaker
from tests.store.export.reported import (
    DENIAL,
    DENIED,
    DOCUMENT,
    ENVOY,
    KILLED,
    MADE,
    MOSCOW,
    OWN_VOICE,
    PARAPHRASE,
    QUALIFIES,
    RESTATES,
    TWEETED,
    UNVERIFIED,
    archive,
    chosen,
)

DRAFTED, REJECTED = Review(), Review("rejected")
FORMATS = [markdown, cited, statements_csv, figures_csv, json]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (replace(TWEETED, review=DRAFTED), "drafted"),
        (replace(TWEETED, review=REJECTED), "rejected"),
        (replace(TWEETED, confidential=True), "confidential"),
        (replace(TWEETED, review=DRAFTED, confidential=True), "confidential"),
        (replace(DOCUMENT, confidential=True), "confidential"),
        (replace(ENVOY, confidential=True), "confidential"),
    ],
)
def test_a_record_is_left_out_and_counted_under_its_gravest_reason(record: Record, reason: Reason) -> None:
    selection = chosen(archive(record), TWEETED)
    assert selection.kept_statements == ()
    assert selection.left_out == {reason: 1}


@pytest.mark.parametrize("review", [DRAFTED, REJECTED])
def test_what_is_asked_for_goes_out_and_is_marked(review: Review) -> None:
    including: frozenset[Reason] = frozenset({"drafted", "rejected"})
    record = replace(TWEETED, review=review)
    assert f"**{review.state.upper()}** · Jan Egeland · 12 Dec 2016" in markdown(
        chosen(archive(record), record, including=including)
    )


def test_asking_for_drafts_does_not_bring_what_is_confidential_besides() -> None:
    record = replace(TWEETED, review=DRAFTED, confidential=True)
    assert chosen(archive(record), record, including=frozenset({"drafted"})).kept_statements == ()


def test_actors_under_a_confidential_one_or_merged_into_it_are_confidential_too() -> None:
    parent = Actor(id="ac-parent0000", name="A secret office", kind="organisation", confidential=True)
    records = archive(parent, replace(ENVOY, parent=parent.id), replace(MOSCOW, merged_into=ENVOY.id))
    assert chosen(records, TWEETED, DENIAL, UNVERIFIED).kept_statements == (UNVERIFIED,)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_tells_of_what_is_withheld_or_of_a_note(form: object) -> None:
    assert callable(form)
    secret = Actor(id="ac-secret0000", name="Witness W", kind="person", confidential=True)
    records = archive(
        secret,
        replace(PARAPHRASE, about=(secret.id,), note="Do not tell."),
        replace(UNVERIFIED, review=DRAFTED),
        replace(OWN_VOICE, review=REJECTED),
        replace(TWEETED, note="Do not tell."),
        replace(KILLED, note="Do not tell.", part_of=DENIED.id),
        replace(DENIED, confidential=True),
        replace(ENVOY, note="Do not tell."),
        replace(DOCUMENT, note="Do not tell."),
        replace(RESTATES, note="Do not tell."),
    )
    text = form(chosen(records))
    withheld = (secret.id, PARAPHRASE.id, UNVERIFIED.id, OWN_VOICE.id, DENIED.id, RESTATES.id, QUALIFIES.id)
    for word in ("Witness W", "Do not tell", *withheld):
        assert word not in text


@pytest.mark.parametrize("relation", [replace(RESTATES, confidential=True)])
def test_a_confidential_relation_carries_nothing_along(relation: Record) -> None:
    assert PARAPHRASE.id not in markdown(chosen(archive(relation), TWEETED))


def test_a_figure_outlives_the_draft_of_its_statement_but_not_of_its_denial() -> None:
    plain = replace(DENIAL, act="says", review=DRAFTED)
    assert chosen(archive(plain), DENIED).kept_figures == (DENIED,)
    assert chosen(archive(replace(DENIAL, review=DRAFTED)), DENIED).left_out == {"drafted": 1}
    assert chosen(archive(replace(plain, confidential=True)), DENIED).left_out == {"confidential": 1}


def test_what_is_told_within_a_withheld_statement_is_withheld_with_it() -> None:
    inner = replace(TWEETED, nested_in=DENIAL.id)
    assert chosen(archive(inner, replace(DENIAL, review=REJECTED)), inner).left_out == {"rejected": 1}
    assert chosen(archive(inner), inner).kept_statements == (inner,)
    assert "Told within what is said by Russia [^st-denial0000]" in markdown(chosen(archive(inner), inner))


def test_statements_nested_in_each_other_come_to_an_end() -> None:
    circle = [replace(TWEETED, nested_in=DENIAL.id), replace(DENIAL, nested_in=TWEETED.id, confidential=True)]
    assert chosen(archive(*circle), TWEETED).left_out == {"confidential": 1}


def test_only_statements_and_figures_can_be_chosen() -> None:
    with pytest.raises(UnknownRecordError, match="No statement or figure has the id 'ac-envoy00000'"):
        Selection.of(archive(), [ENVOY.id], MADE)


def test_an_id_that_no_record_has_is_an_error() -> None:
    with pytest.raises(UnknownRecordError, match="'st-gone'"):
        markdown(Selection(archive(), ("st-gone",), (), 6, 2, MADE))


def test_naming_a_record_twice_changes_nothing() -> None:
    assert Selection.of(archive(), [TWEETED.id, TWEETED.id], MADE).kept_statements == (TWEETED,)


def test_a_dangling_actor_hides_nothing() -> None:
    dangling = replace(TWEETED, speakers=(Speaker("ac-gone"),))
    assert "\n## ⟨ac-gone⟩\n" in markdown(chosen(archive(dangling), dangling))
