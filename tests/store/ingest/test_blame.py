"""Whom a statement is about and whom it accuses, where its words say so."""

from __future__ import annotations

import pytest

from tests.store.ingest.drafted import Told


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        (
            "Anna Kovac said the Syrian regime and Russia were responsible for the raids.",
            ["Syrian government", "Russia"],
        ),
        ("“Hezbollah is to blame for this,” Anna Kovac said.", ["Hezbollah"]),
        (
            "Anna Kovac said responsibility for raids by rebels in Skagen lay with Iran and Russia.",
            ["rebels", "Iran", "Russia"],
        ),
        ("Anna Kovac accused Turkey of closing the border.", ["Turkey"]),
        ("Anna Kovac blamed Iran for the failure of the talks.", ["Iran"]),
        ("Anna Kovac said that five people had died in attacks by the Syrian army.", ["Syrian army"]),
    ],
)
def test_plain_words_accuse(text: str, accused: list[str]) -> None:
    assert Told(text).accused() == accused


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kovac denied that Russia was responsible for the raids.",
        "Anna Kovac said Russia was not responsible for the raids.",
        "Anna Kovac said the council is responsible to the voters.",
        "Anna Kovac said that Russia would stop.",
    ],
)
def test_who_is_defended_or_merely_named_is_not_accused(text: str) -> None:
    assert Told(text).accused() == []


def test_a_statement_is_about_whom_it_names_as_acting_not_where_it_happened() -> None:
    told = Told("Anna Kovac said that Turkey and the Harbour Watch Institute had sent food to people in Syria.")
    assert told.about() == ["Turkey", "Harbour Watch Institute"]


def test_a_word_at_the_head_of_a_sentence_is_no_newspaper_of_that_name() -> None:
    assert Told('Anna Kovac tweeted: "Aid came late. Independent access was needed."').about() == []
    assert Told("Anna Kovac said that the Independent had the letter.").about() == ["The Independent"]


def test_nobody_speaks_about_himself() -> None:
    told = Told("The mayor, Anna Kovac, was at home. Kovac said that Anna Kovac and Ms. Lena Holt had left.")
    assert "Anna Kovac" not in told.about()


def test_a_state_that_tells_whence_somebody_is_is_not_spoken_about() -> None:
    told = Told("Ivo Berg and his French counterpart met. Ivo Berg said that the French minister had left.")
    assert "France" not in told.names.values()
