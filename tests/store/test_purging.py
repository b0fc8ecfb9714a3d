"""What goes with a record that must not be kept, and what stays."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.errors import UnknownRecordError
from store.model import Actor, Speaker
from store.purging import REMOVED, plan, still_telling
from store.records import Records
from tests.store.conftest import records


def test_with_a_report_go_its_claims_its_own_sources_and_their_relations() -> None:
    source = Actor(id="ac-nurse00000", name="a nurse", kind="anonymous-source", document="do-1111111111")
    found = plan(Records.of(*records(), source), ["do-1"])
    assert {record.id[:4] for record in found.gone} == {"do-1", "st-1", "st-2", "fi-1", "fi-2", "re-1", "ac-n"}
    assert (found.blank, found.naming) == ((), ())


def test_with_a_statement_go_the_figures_that_it_carries_and_its_relations() -> None:
    assert set(plan(Records.of(*records()), ["st-1"]).tables) == {"st-1111111111", "fi-1111111111", "re-1111111111"}


def test_an_actor_whom_nobody_names_goes_and_one_whom_others_name_stays_without_content() -> None:
    alone = Actor(id="ac-alone00000", name="Nobody's", kind="person", note="x")
    found = plan(Records.of(*records(), alone), ["ac-alone", "ac-mayor"])
    assert list(found.tables) == ["ac-alone00000"]
    (blank,) = found.blank
    assert blank == Actor(id="ac-mayor00000", name=REMOVED, kind="person", revision=2)


def test_what_stays_and_names_what_goes_is_told() -> None:
    rest = [replace(r, speakers=(Speaker("ac-mayor00000"),)) if r.id == "st-2222222222" else r for r in records()]
    follow_up = replace(rest[0], id="do-2222222222", supersedes="do-1111111111")
    found = plan(Records.of(*rest, follow_up), ["do-1"])
    assert found.naming == ("do-2222222222",)


def test_what_was_purged_goes_once_more_with_all_that_went_with_it_and_whom_others_name_stays() -> None:
    first = plan(Records.of(*records()), ["fi-2", "ac-mayor"])
    tomb = first.tables | dict.fromkeys([actor.id for actor in first.blank], "actors")
    left = [record for record in records() if record.id not in tomb]
    again = plan(Records.of(*left, *first.blank), ["fi-2"], (), [tomb])
    assert again.tables == {"fi-2222222222": "figures"}
    assert [actor.id for actor in again.blank] == ["ac-mayor00000"]


def test_what_was_purged_and_what_is_there_go_together() -> None:
    left = [record for record in records() if record.id != "re-1111111111"]
    found = plan(Records.of(*left), ["re-1", "fi-2"], (), [{"re-1111111111": "relations"}])
    assert found.tables == {"re-1111111111": "relations", "fi-2222222222": "figures"}


def test_what_was_purged_and_came_again_is_not_taken_out_with_what_went_with_it() -> None:
    tomb = {"fi-2222222222": "figures", "re-1111111111": "relations"}
    left = [record for record in records() if record.id != "re-1111111111"]
    assert plan(Records.of(*left), ["re-1"], (), [tomb]).tables == {"re-1111111111": "relations"}


def test_an_id_that_is_none_is_told() -> None:
    with pytest.raises(UnknownRecordError):
        plan(Records.of(*records()), ["st-9"])


def test_what_stays_and_still_has_the_words_or_a_name_is_known() -> None:
    known = Records.of(*records())
    assert still_telling(known, plan(known, ["st-1"])) == {"do-1111111111": "has the words in its text"}
    named = Records.of(*(replace(r, note="ana petrović was here") if r.id[:4] == "fi-2" else r for r in records()))
    assert still_telling(named, plan(named, ["ac-mayor"])) == {"fi-2222222222": "has the name “Ana Petrović”"}
    assert still_telling(known, plan(known, ["do-1"])) == {}
    assert still_telling(known, plan(known, ["re-1"])) == {}


def test_an_actor_who_stays_without_a_name_still_belongs_to_its_report() -> None:
    source = Actor(id="ac-nurse00000", name="a nurse", kind="anonymous-source", document="do-1111111111", added="x")
    told = [replace(r, speakers=(Speaker(source.id),)) if r.id == "st-2222222222" else r for r in records()]
    (blank,) = plan(Records.of(*told, source), [source.id]).blank
    assert (blank.name, blank.document, blank.added) == (REMOVED, "do-1111111111", "x")


def test_the_file_of_a_report_goes_with_it_unless_another_one_was_made_of_it() -> None:
    rest = [replace(r, original_sha256="aa") if r.id == "do-1111111111" else r for r in records()]
    assert plan(Records.of(*rest), ["do-1"]).originals == {"aa"}
    assert plan(Records.of(*rest), ["st-1"]).originals == frozenset()
    other = replace(rest[0], id="do-2222222222")
    assert plan(Records.of(*rest, other), ["do-1"]).originals == frozenset()
    assert plan(Records.of(*rest, other), ["do-1", "do-2"]).originals == {"aa"}
