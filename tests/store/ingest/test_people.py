"""The people of a text: grouped by surname, with what it tells of them."""

from __future__ import annotations

from store.ingest.mention import Mention
from store.ingest.mentions import Named
from store.ingest.people import People, Person


def people(text: str) -> People:
    return People(text, Named(text).mentions, ())


def who(text: str, name: str, gender: str | None = None) -> list[Person]:
    return people(text).of(Mention((0, 1), "person", name, gender=gender))


def test_first_and_last_name_and_the_name_without_article_are_one_person() -> None:
    text = "Bashar al-Assad spoke. Assad left. Bashar slept."
    assert {person.name for name in ("Assad", "al-Assad", "Bashar") for person in who(text, name)} == {
        "Bashar al-Assad"
    }


def test_names_of_several_words_are_told_by_their_last_ones_or_the_first() -> None:
    text = "Maria Luz Prado Vega met Wen Haoyu and Aung Nu Nu Lay."
    for short, whole in (("Prado Vega", "Maria Luz Prado Vega"), ("Wen", "Wen Haoyu"), ("Nu Lay", "Aung Nu Nu Lay")):
        assert [person.name for person in who(text, short)] == [whole]


def test_a_word_before_a_known_name_is_no_part_of_it() -> None:
    text = "Lena Holt spoke. Challenger Lena Holt left."
    assert [person.name for person in who(text, "Challenger Lena Holt")] == ["Lena Holt"]


def test_two_of_one_surname_are_told_apart_by_their_titles_alone() -> None:
    text = "Mr. Ivo Berg and Mrs. Lena Berg spoke."
    assert len(who(text, "Berg")) == 2
    assert [person.name for person in who(text, "Berg", "f")] == ["Lena Berg"]


def test_he_or_she_after_a_name_tells_and_so_does_the_office() -> None:
    told = people("Robin Berg rose, and she spoke. Kim Holt left. A spokesman, Pat Moss, sat down.")
    genders = {name: person.gender for name in ("Robin Berg", "Kim Holt", "Pat Moss") if (person := told.named(name))}
    assert genders == {"Robin Berg": "f", "Kim Holt": None, "Pat Moss": "m"}


def test_an_office_before_or_after_the_name_is_held() -> None:
    told = people("Mayor Ivo Berg met Lena Holt, the chairwoman of the board, and minister Kim Moss.")
    assert [person.name for person in told.holding("mayor")] == ["Ivo Berg"]
    assert [person.name for person in told.holding("chairwoman")] == ["Lena Holt"]
    assert [person.name for person in told.holding("minister")] == ["Kim Moss"]
    assert told.holding("chairwoman")[0].gender == "f"


def test_the_one_named_in_full_far_oftener_is_the_likeliest() -> None:
    text = "Ivo Berg rose. " * 4 + "Lena Berg sat. " + "It rained. " * 100
    told = people(text)
    those = told.of(Mention((0, 1), "person", "Berg"))
    assert (likely := told.likeliest(those, len(text))) is not None
    assert likely.name == "Ivo Berg"
