"""The words of a source read: who is named in them, and in which office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.phrases import read


def named(phrase: str) -> list[tuple[str, str, str | None]]:
    return [(mention.kind, mention.name, mention.capacity) for mention in read(phrase, (0, len(phrase)))]


@pytest.mark.parametrize(
    ("phrase", "name", "capacity"),
    [
        ("Anna Kovac", "Anna Kovac", None),
        ("French Foreign Minister Jean-Marc Ayrault", "Jean-Marc Ayrault", "French Foreign Minister"),
        ("UN humanitarian adviser on Syria, Jan Egeland,", "Jan Egeland", "UN humanitarian adviser on Syria"),
        ("Jan Egeland, the UN's humanitarian adviser", "Jan Egeland", "UN's humanitarian adviser"),
        ("Mira Sol, 34, a teacher from Porto", "Mira Sol", "teacher from Porto"),
        ("Secretary of State Ruth Adler", "Ruth Adler", "Secretary of State"),
        ("ministry spokeswoman Lena Berg", "Lena Berg", "ministry spokeswoman"),
        ("Syria's Foreign Minister Walid al-Moallem", "Walid al-Moallem", "Syria's Foreign Minister"),
        ("Maj. Gen. Piotr Nowak", "Piotr Nowak", "Maj. Gen."),
        ("Maj. Gen. Piotr Nowak, a spokesman for the army", "Piotr Nowak", "Maj. Gen., spokesman for the army"),
        ("Rep. Ida Moss (D-Ohio)", "Ida Moss", "Rep."),
        ("his Turkish counterpart, Ece Demir", "Ece Demir", "Turkish counterpart"),
        ("Mr. van der Berg", "van der Berg", None),
        ("Kofi Mensah, at a rally in Accra", "Kofi Mensah", None),
    ],
)
def test_a_person_is_told_from_the_office(phrase: str, name: str, capacity: str | None) -> None:
    assert named(phrase) == [("person", name, capacity)]


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("Russia", "state", "Russia"),
        ("the Kremlin", "state", "Russia"),
        ("the Syrian regime", "state", "Syrian government"),
        ("The Gov'ts of Syria", "state", "Syrian government"),
        ("the Syrian Observatory for Human Rights (SOHR)", "organisation", "Syrian Observatory for Human Rights"),
        ("the Britain-based Harbour Watch", "organisation", "Harbour Watch"),
        ("the Danish Ministry of Food and Fisheries", "organisation", "Danish Ministry of Food and Fisheries"),
        ("The Berg campaign", "organisation", "Berg campaign"),
        ("Sudan's army", "organisation", "Sudanese army"),
        ("The Kenya Red Cross", "organisation", "Kenya Red Cross"),
        ("the Red Cross", "organisation", "Red Cross"),
        ("Amnesty International Chile", "organisation", "Amnesty International Chile"),
        ("mediators", "collective", "mediators"),
        ("the Kenya Red Cross", "organisation", "Kenya Red Cross"),
        ("the South Sudan Red Cross", "organisation", "South Sudan Red Cross"),
        ("Egypt's Foreign Ministry", "organisation", "Egyptian Foreign Ministry"),
        ("the Coast and Harbour Data project, a monitor", "organisation", "Coast and Harbour Data project"),
        ("Agence France-Presse", "media", "Agence France-Presse"),
        ("AFP", "media", "Agence France-Presse"),
        ("The Oslo Herald", "media", "Oslo Herald"),
        ("Hezbollah", "armed-group", "Hezbollah"),
        ("Iran-affiliated Shia militias", "armed-group", "Iran-affiliated Shia militias"),
        ("The United Nations Secretary-General", "office", "UN Secretary-General"),
        ("UN humanitarian adviser on Syria", "office", "UN humanitarian adviser on Syria"),
        ("local sources", "anonymous-source", "local sources"),
        ("a senior official who asked not to be named", "anonymous-source", "senior official"),
        ("a spokesman for the ministry", "anonymous-source", "spokesman"),
        ("an aide to the mayor speaking on condition of anonymity", "anonymous-source", "aide"),
        ("Residents", "collective", "residents"),
        ("several witnesses of the blast", "collective", "witnesses"),
        ("the international community", "collective", "international community"),
        ("Danes", "collective", "Danes"),
        ("a statement issued late Monday", "document", "statement"),
        ("a statement put out late Monday", "document", "statement"),
    ],
)
def test_others_are_told_by_lists_and_nouns(phrase: str, kind: str, name: str) -> None:
    assert [each[:2] for each in named(phrase)] in ([(kind, name)], [(kind, name[:1].lower() + name[1:])])


def test_joint_speakers_are_several() -> None:
    assert [name for _, name, _ in named("Ms. Berg and Pavel Orlov")] == ["Berg", "Pavel Orlov"]
    assert [name for _, name, _ in named("Russia, Turkey and Iran")] == ["Russia", "Turkey", "Iran"]
    assert [name for _, name, _ in named("activists and residents")] == ["activists", "residents"]


def test_what_one_name_or_one_office_is_made_of_is_not_several() -> None:
    assert [name for _, name, _ in named("U.S. and Russian officials")] == ["U.S. and Russian officials"]
    assert [name for _, name, _ in named("the ministers of France and Germany")] == ["ministers"]
    assert len(named("the former mayor and present senator Ida Moss")) == 1


def test_a_pronoun_and_an_office_with_the_point_to_somebody() -> None:
    [he], [minister] = read("he", (0, 2)), read("the minister", (0, 12))
    assert (he.reach, he.gender) == ("pronoun", "m")
    assert (minister.reach, minister.head) == ("definite", "minister")


def test_words_that_name_nobody_give_nobody() -> None:
    for phrase in ("", " , ", "turned to the weather", "over", "twelve percent"):
        assert named(phrase) == []


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "the",
                "Anna",
                "'s",
                "and",
                ",",
                "(",
                ")",
                "of",
                "UN",
                "Mr.",
                "he",
                "Syria’s",
                "al-",
                "regime",
                "&",
                "amp;",
                ";",
            ]
        )
    ).map(" ".join)
)
def test_whatever_the_words_are_mentions_lie_within_them(phrase: str) -> None:
    for mention in read(phrase, (0, len(phrase))):
        assert 0 <= mention.span[0] < mention.span[1] <= len(phrase)
        assert mention.name.strip()
