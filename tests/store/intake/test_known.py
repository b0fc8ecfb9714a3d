"""What an archive has already of a document that comes in."""

from __future__ import annotations

from msgspec.structs import replace

from store.intake.known import Known
from store.records import Records
from tests.store.intake.articles import ARTICLE, taken

HERE = taken(ARTICLE, url="https://x.example/1").document


def test_the_same_text_from_the_same_place_is_the_same() -> None:
    known = Known(Records.of(HERE))
    assert known.same(taken(ARTICLE, url="https://x.example/1", title="Other").document) == HERE
    assert known.same(taken(ARTICLE, url="https://x.example/2").document) is None


def test_what_stood_at_the_same_address_is_the_earlier_version_and_of_several_the_latest() -> None:
    second = replace(taken(f"{ARTICLE}More.", url="https://x.example/1#top").document, supersedes=HERE.id)
    third = taken(f"{ARTICLE}Still more.", url="https://x.example/1").document
    known = Known(Records.of(HERE))
    assert known.earlier(second) == HERE
    known.add(second)
    assert known.earlier(third) == second
    assert Known(Records.of(second, HERE)).earlier(third) == second


def test_what_is_no_address_at_all_is_compared_as_it_is_written() -> None:
    first, later = (taken(text, url="http://[x").document for text in ("one", "two"))
    assert Known(Records.of(first)).earlier(later) == first


def test_without_an_address_there_is_no_earlier_version() -> None:
    assert Known(Records.of(taken("a").document)).earlier(taken("b").document) is None


def test_a_version_is_no_copy_but_what_stands_elsewhere_is() -> None:
    later = taken(f"{ARTICLE}More.", url="https://x.example/1").document
    elsewhere = taken(ARTICLE, url="https://y.example/1").document
    assert Known(Records.of(HERE)).alike(later) is None
    alike = Known(Records.of(HERE)).alike(elsewhere)
    assert alike is not None
    assert alike.document == HERE.id
