"""A document comes into an archive whole: with its drafts, its file and what relates it to others; or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.check import check
from store.errors import UnprovedError, UnsavedError
from store.ingest import Drafts
from store.intake import Door, Entry, Taken
from store.model import Actor, Anchor, Relation, Review, Speaker, Statement
from store.storage.names import originals_of
from tests.store.intake.articles import ARTICLE, taken

HERE = "https://x.example/1"


@pytest.fixture
def empty(path: Path) -> Archive:
    return Archive.create(path)


def enter(door: Door, found: Taken) -> Entry:
    """One by itself."""
    (entry,) = door.bring_in([found])
    return entry


def drafted(found: Taken, words: str = "at least 12 people were killed there", speaker: str = "ac-mayor00000") -> Taken:
    """With a draft of these words, said by a drafted actor."""
    start = found.document.text.index(words)
    statement = Statement(
        id=f"st-{found.document.id[3:]}", document=found.document.id, type="indirect",
        content=(Anchor(start, start + len(words), words),), speakers=(Speaker(speaker),),
    )  # fmt: skip
    actor = Actor(id=speaker, name="The mayor", kind="person", drafted=True)
    return found._replace(drafts=Drafts((actor,), (statement,)))


def test_document_drafts_and_file_go_in_as_one_change(empty: Archive) -> None:
    found = drafted(taken(ARTICLE.encode("utf-16")))
    entry = enter(Door(empty), found)
    assert empty.sequence == 1
    assert not entry.there
    assert {record.id[:2] for record in empty.records} == {"do", "ac", "st"}
    assert empty.records.actors["ac-mayor00000"].drafted
    assert check(empty.records) == []
    (file,) = originals_of(empty.path).iterdir()
    assert (file.name, file.read_bytes()) == (found.document.original_sha256, ARTICLE.encode("utf-16"))


def test_twice_adds_nothing(empty: Archive) -> None:
    door = Door(empty)
    enter(door, drafted(taken(ARTICLE)))
    assert enter(door, drafted(taken(ARTICLE))).there
    assert enter(Door(Archive.open(empty.path)), taken(ARTICLE)).there
    assert empty.sequence == 1


def test_an_actor_who_is_there_is_used_and_stays_as_he_is(empty: Archive) -> None:
    mine = Actor(id="ac-mayor00000", name="Ana Petrović", kind="person", note="met in May")
    empty.apply([Change(mine, 0)])
    enter(Door(empty), drafted(taken(ARTICLE)))
    kept = empty.records.actors["ac-mayor00000"]
    assert (kept.name, kept.note, kept.drafted, kept.revision) == ("Ana Petrović", "met in May", False, 1)


def test_the_same_copy_elsewhere_is_another_document_of_the_same_origin(empty: Archive) -> None:
    door = Door(empty)
    first = enter(door, taken(ARTICLE, publisher="A")).document
    entry = enter(door, taken(ARTICLE, publisher="B"))
    (relation,) = empty.records.relations.values()
    assert isinstance(relation, Relation)
    assert (relation.kind, relation.subject, relation.object) == ("same-origin", entry.document.id, first.id)
    assert relation.why == "6 of 6 paragraphs are the same, or nearly"
    assert len(empty.records.documents) == 2


def test_another_text_from_the_same_address_is_a_new_version_with_what_was_read_proposed(empty: Archive) -> None:
    door = Door(empty)
    first = enter(door, drafted(taken(ARTICLE, url=HERE))).document
    (statement,) = empty.records.statements.values()
    empty.apply([Change(replace(statement, review=Review("accepted")), statement.revision)])
    entry = enter(door, drafted(taken(f"Corrected.\n{ARTICLE}", url=HERE)))
    assert empty.records.documents[entry.document.id].supersedes == first.id
    assert (entry.carried, len(entry.drafts.statements), entry.alike) == (1, 1, None)
    (proposal,) = [found for found in empty.records.statements.values() if found.document == entry.document.id]
    assert proposal.review == Review()
    assert proposal.origin is not None
    assert proposal.origin.rule == "carried-over"
    assert check(empty.records) == []


def test_a_confidential_report_has_confidential_versions(empty: Archive) -> None:
    door = Door(empty)
    first = enter(door, taken(ARTICLE, url=HERE)).document
    found = empty.records.documents[first.id]
    empty.apply([Change(replace(found, confidential=True), found.revision)])
    later = enter(Door(empty), taken(f"{ARTICLE}More.", url=HERE)).document
    assert empty.records.documents[later.id].confidential


def test_where_the_archive_can_not_be_written_no_file_is_left(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise UnsavedError("The disk is full.")

    monkeypatch.setattr("store.storage.log.Log.append", refuse)
    with pytest.raises(UnsavedError):
        enter(Door(empty), taken(ARTICLE))
    assert list(originals_of(empty.path).iterdir()) == []
    assert not empty.records.documents


def test_an_interruption_leaves_no_file_either(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.storage.log.Log.append", interrupt)
    with pytest.raises(KeyboardInterrupt):
        enter(Door(empty), taken(ARTICLE))
    assert list(originals_of(empty.path).iterdir()) == []


def test_what_went_in_but_is_not_proved_safe_keeps_its_file(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    apply = empty.apply

    def unproved(changes: list[Change], what: str) -> int:
        apply(changes, what)
        raise UnprovedError("It may not outlast a power cut.")

    monkeypatch.setattr(empty, "apply", unproved)
    with pytest.raises(UnprovedError):
        enter(Door(empty), taken(ARTICLE))
    assert len(list(originals_of(empty.path).iterdir())) == len(empty.records.documents) == 1


def test_where_the_file_can_not_be_kept_nothing_goes_in(empty: Archive) -> None:
    originals_of(empty.path).write_text("in the way", encoding="utf-8")
    with pytest.raises(UnsavedError, match="nothing of it went in"):
        enter(Door(empty), taken(ARTICLE))
    assert empty.sequence == 0


def test_what_another_brought_in_meanwhile_is_there(empty: Archive) -> None:
    door, other = Door(empty), Door(Archive.open(empty.path))
    enter(door, taken("The first of them."))
    enter(other, taken(ARTICLE))
    assert enter(door, taken(ARTICLE)).there


def test_two_documents_of_one_file_share_it(empty: Archive) -> None:
    door = Door(empty)
    enter(door, taken(ARTICLE, publisher="A"))
    enter(door, taken(ARTICLE, publisher="B"))
    assert len(list(originals_of(empty.path).iterdir())) == 1


def test_an_actor_of_the_same_name_under_another_id_is_not_made_again(empty: Archive) -> None:
    empty.apply([Change(Actor(id="ac-ours", name="the Mayor", kind="person"), 0)])
    door = Door(empty)
    enter(door, drafted(taken(ARTICLE)))
    enter(door, drafted(taken(f"{ARTICLE}More.")))
    assert set(empty.records.actors) == {"ac-ours"}
    assert {speaker.actor for found in empty.records.statements.values() for speaker in found.speakers} == {"ac-ours"}
    assert check(empty.records) == []


def test_several_go_in_at_once_and_know_of_each_other(empty: Archive) -> None:
    door = Door(empty)
    found = [
        drafted(taken(ARTICLE, url=HERE)), drafted(taken(ARTICLE, url=HERE)), drafted(taken(ARTICLE, publisher="B")),
        drafted(taken(f"{ARTICLE}Corrected.", url=HERE)),
    ]  # fmt: skip
    first, again, copy, later = door.bring_in(found)
    assert empty.sequence == 1
    assert again.there
    assert copy.alike is not None
    assert copy.alike.document == first.document.id
    assert later.document.supersedes == first.document.id
    assert len(empty.records.actors) == 1
    assert len(list(originals_of(empty.path).iterdir())) == 2
    assert check(empty.records) == []


def test_of_several_all_go_in_or_none(empty: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise UnsavedError("The disk is full.")

    door = Door(empty)
    found = [taken(ARTICLE), taken("The other one of them.")]
    with monkeypatch.context() as patched:
        patched.setattr("store.storage.log.Log.append", refuse)
        with pytest.raises(UnsavedError):
            door.bring_in(found)
    assert list(originals_of(empty.path).iterdir()) == []
    assert [entry.there for entry in door.bring_in(found)] == [False, False]
