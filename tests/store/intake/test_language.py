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
