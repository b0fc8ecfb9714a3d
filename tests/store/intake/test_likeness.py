"""The same copy in two outlets is found, and two reports of one event are not taken for it."""

from __future__ import annotations

import random

from store.intake.likeness import Alike, Likeness
from tests.store.intake.articles import ARTICLE, PARAGRAPHS

OTHER = (
    "Twelve people died when shells struck the market of Aldmoor, its mayor said, and the army would have none of it.\n"
    "“We counted 12 dead, and we are still counting,” she said in front of the town hall late in the evening.\n"
    "Doctors at the hospital spoke of forty wounded, while diplomats went on with their talks in the town of Brae.\n"
)


def alike(text: str, *others: str) -> Alike | None:
    found = Likeness(lambda document: others[int(document)])
    for number, other in enumerate(others):
        found.add(str(number), other)
    return found.alike(text)


def test_the_same_text_is_the_same_copy() -> None:
    assert alike(ARTICLE, OTHER, ARTICLE) == Alike("1", 6, 6)


def test_copy_that_was_cut_reset_and_given_another_head_is_found() -> None:
    cut = "By our own staff\n" + "\n".join(PARAGRAPHS[:3]).replace("“", '"').replace("”", '"').replace(
        "at least 12", "12"
    )
    assert alike(cut, OTHER, ARTICLE) == Alike("1", 3, 3)


def test_a_report_around_the_same_copy_is_found_too() -> None:
    more = "\n".join(f"Then the reporter went to place number {n}, where nobody knew of it at all." for n in range(20))
    assert alike(f"{ARTICLE}{more}", ARTICLE) == Alike("0", 6, 6)


def test_another_report_of_the_same_event_with_the_same_quotation_is_not_the_same_copy() -> None:
    assert alike(OTHER, ARTICLE) is None


def test_a_sentence_or_two_in_common_are_no_copy() -> None:
    assert alike(PARAGRAPHS[0], ARTICLE) is None


def test_what_is_named_does_not_count() -> None:
    found = Likeness(lambda _: ARTICLE)
    found.add("a", ARTICLE)
    assert found.alike(ARTICLE, but=["a"]) is None


def test_of_equals_the_first_counts_so_that_copies_gather_around_one() -> None:
    assert alike(ARTICLE, ARTICLE, ARTICLE) == Alike("0", 6, 6)


def test_words_at_random_are_alike_to_nothing() -> None:
    rnd = random.Random(5)
    texts = [" ".join(rnd.choices(ARTICLE.split(), k=200)) for _ in range(30)]
    assert [alike(text, *texts[:number]) for number, text in enumerate(texts)] == [None] * 30


def test_a_text_without_words_is_alike_to_nothing() -> None:
    assert alike("", ARTICLE) is None
    assert alike("…\n…", "…\n…") is None
