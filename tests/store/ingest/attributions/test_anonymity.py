"""Sources that keep their name back."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import said


@pytest.mark.parametrize(
    "condition",
    [
        "who asked not to be named",
        "who asked to remain anonymous",
        "who asked for anonymity",
        "who requested anonymity",
        "who asked that her name be withheld",
        "who declined to be identified",
        "who insisted on anonymity",
    ],
)
def test_on_what_condition_one_speaks_is_nothing_one_says(condition: str) -> None:
    text = f"One guard, {condition}, said that the stove had leaked."
    assert [(found[1], found[2]) for found in said(text)] == [("said", "that the stove had leaked")]
    text = f"One guard {condition} said that the stove had leaked."
    assert said(text) == [("One guard", "said", "that the stove had leaked")]


def test_a_participle_tells_it_too() -> None:
    text = "“It leaked,” said one guard, asking not to be named."
    assert [found[2] for found in said(text)] == ["“It leaked,”"]


def test_who_asks_that_others_stay_unnamed_asks() -> None:
    assert [found[2] for found in said("The court asked that the child stay anonymous.")] == [
        "that the child stay anonymous"
    ]
