"""What another sayso imports: the chosen records and all they name, and nothing else."""

from __future__ import annotations

import json as stdlib
import random
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from store.characters import ACTIVE
from store.errors import ExportError
from store.export.json import json
from store.export.selection import Selection
from store.identity import text_sha256
from store.model import Actor, Anchor, Review
from store.records import Records
from tests.store.export.nasty import TEXTS
from tests.store.export.reported import (
    DENIAL,
    DENIED,
    DOCUMENT,
    ENVOY,
    EVERYTHING,
    KILLED,
    MADE,
    MOSCOW,
    PARAPHRASE,
    QUALIFIES,
    RESTATES,
    TEXT,
    TWEETED,
    UN,
    UNVERIFIED,
    archive,
    chosen,
)
from tests.store.reviewing.drafted import archive_records


def exported(selection: Selection) -> dict[str, Any]:
    read: dict[str, Any] = stdlib.loads(json(selection))
    return read


def ids(selection: Selection) -> set[str]:
    return {record["id"] for table in list(exported(selection).values()) if isinstance(table, list) for record in table}


def test_the_form_is_one_object_with_five_tables_and_a_line_for_each_record() -> None:
    text = json(chosen(archive()))
    assert list(stdlib.loads(text)) == ["sayso", "documents", "actors", "statements", "figures", "relations"]
    assert stdlib.loads(text)["sayso"] == 1
    for record in EVERYTHING:
        assert len([line for line in text.split("\n") if f'"id":"{record.id}"' in line]) == 1


def test_a_statement_brings_its_report_its_speakers_and_what_restates_or_qualifies_it() -> None:
    named = {DOCUMENT.id, ENVOY.id, UN.id, PARAPHRASE.id, UNVERIFIED.id, RESTATES.id, QUALIFIES.id}
    assert ids(chosen(archive(), TWEETED)) == named | {TWEETED.id}


def test_a_figure_brings_the_statement_that_carries_it() -> None:
    assert ids(chosen(archive(), DENIED)) == {DENIED.id, DENIAL.id, MOSCOW.id, DOCUMENT.id}


def test_an_actor_brings_its_parent_and_what_it_was_merged_into() -> None:
    parent = Actor(id="ac-parent0000", name="Kremlin", kind="organisation")
    merged = Actor(id="ac-target0000", name="Russian Federation", kind="state", parent=parent.id)
    records = archive(parent, merged, replace(MOSCOW, merged_into=merged.id))
    assert {parent.id, merged.id, MOSCOW.id} <= ids(chosen(records, DENIAL))


def test_the_reports_text_goes_with_it_to_the_letter() -> None:
    assert exported(chosen(archive(), TWEETED))["documents"][0]["text"] == TEXT


def test_a_figure_loses_the_names_of_records_that_are_withheld() -> None:
    records = archive(replace(DENIAL, act="says", review=Review()), replace(DENIED, part_of=KILLED.id))
    [figure] = [f for f in exported(chosen(records, DENIED))["figures"] if f["id"] == DENIED.id]
    assert (figure.get("statement"), figure["part_of"]) == (None, KILLED.id)


def test_a_report_loses_the_name_of_a_confidential_one_that_it_supersedes() -> None:
    secret = replace(DOCUMENT, id="do-secret0000", confidential=True)
    records = archive(secret, replace(DOCUMENT, supersedes=secret.id))
    assert secret.id not in json(chosen(records, TWEETED))
    assert secret.id in json(chosen(records, TWEETED, including=frozenset({"confidential"})))


def test_the_sample_says_so_in_the_second_key() -> None:
    assert list(exported(chosen(archive(demonstration=True))).items())[1] == (
        "demonstration",
        "sample data, not for publication",
    )


def test_nothing_chosen_gives_five_empty_tables() -> None:
    empty: dict[str, Any] = {"documents": [], "actors": [], "statements": [], "figures": [], "relations": []}
    assert exported(Selection(archive(), (), (), 6, 2, MADE)) == {"sayso": 1, **empty}


def test_the_same_choice_gives_the_same_bytes() -> None:
    records = list(archive())
    wanted = [record.id for record in records if record.id.startswith(("st-", "fi-"))]
    first = json(Selection.of(Records.of(*records), wanted, MADE))
    for seed in range(5):
        shuffled = random.Random(seed)
        again = Records.of(*shuffled.sample(records, len(records)))
        assert json(Selection.of(again, shuffled.sample(wanted, len(wanted)), MADE)) == first


@settings(max_examples=80, deadline=None)
@given(
    text=TEXTS.filter(lambda text: text and "\ud800" not in text and not any("\ud800" <= c < "\ue000" for c in text))
)
def test_any_text_is_read_back_to_the_letter_and_acts_on_no_terminal(text: str) -> None:
    document = replace(DOCUMENT, text=text, sha256=text_sha256(text), title=text)
    said = replace(TWEETED, content=(Anchor(0, len(text), text),))
    written = json(chosen(archive(document, said), said))
    assert not ACTIVE.search(written)
    read = stdlib.loads(written)
    assert read["documents"][0]["text"] == text
    assert {statement["id"]: statement for statement in read["statements"]}[said.id]["content"][0]["exact"] == text


def test_half_of_a_surrogate_pair_is_an_error_that_names_the_record() -> None:
    odd = replace(TWEETED, gloss="\ud800")
    with pytest.raises(ExportError, match=r"st-tweet00000 has half of a surrogate pair"):
        json(chosen(archive(odd), odd))


def test_a_drafted_actor_goes_out_only_with_drafts_that_were_asked_for_and_says_so() -> None:
    records = Records.of(*archive_records())
    drafts = [*records.statements, *records.figures]
    assert exported(Selection.of(records, drafts, MADE))["actors"] == []
    asked = exported(Selection.of(records, drafts, MADE, frozenset({"drafted"})))
    assert {actor["name"] for actor in asked["actors"]} == {"Petrović", "the deputy", "the ministry", "traders"}
    assert all(actor["drafted"] for actor in asked["actors"])
