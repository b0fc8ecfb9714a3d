"""English is known by its commonest words."""

from __future__ import annotations

import pytest

from store.intake.language import is_english
from tests.store.intake.articles import ARTICLE, PARAGRAPHS


@pytest.mark.parametrize("text", [ARTICLE, *PARAGRAPHS])
def test_an_article_and_each_of_its_paragraphs_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose 3% in May",
        "Flood toll nears 1,500",
        "Do or die",
        "José García won 3 medals",
        "Café owners in São Paulo",
    ],
)
def test_a_line_is_english_where_nothing_speaks_for_another_language(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Drei Tote bei dem Unfall auf der A9",
        "Trois morts dans un accident",
        "Er zijn drie doden gevallen in het centrum",
        "Der Bürgermeister sagte am Montag, dass in der Stadt zwölf Menschen getötet worden seien, und bat um Hilfe.",
        "De burgemeester zei maandag dat er in de stad twaalf mensen om het leven waren gekomen, en vroeg om hulp.",
        "Borgmesteren sagde mandag, at tolv mennesker var blevet dræbt i byen, og bad om hjælp til dem, der var der.",
        "Le maire a déclaré lundi que douze personnes avaient été tuées dans la ville, et a demandé de l'aide.",
        "El alcalde dijo el lunes que doce personas habían muerto en la ciudad, y pidió ayuda a los vecinos.",
        "قال رئيس البلدية يوم الاثنين إن اثني عشر شخصا قتلوا في المدينة",
        "Мэр заявил в понедельник, что в городе погибли двенадцать человек",
        "12 3 456",
        "",
    ],
)
def test_other_languages_are_not(text: str) -> None:
    assert not is_english(text)
