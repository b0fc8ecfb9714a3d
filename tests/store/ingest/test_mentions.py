"""The names of a text, in their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.ingest.mentions import Named

TEXT = (
    "French Foreign Minister Jean-Marc Ayrault met the head of the Harbour Watch Institute (HWI) in Denmark.\n"
    "The Syrian regime's Army Gen. Karim Saleh and Mr. Bashar al-Assad were told on Tuesday."
)


def test_names_are_found_with_titles_and_without_small_words() -> None:
    named = Named(TEXT)
    assert [(mention.kind, mention.name) for mention in named.mentions] == [
        ("person", "Jean-Marc Ayrault"),
        ("organisation", "Harbour Watch Institute"),
        ("state", "Denmark"),
        ("state", "Syria"),
        ("person", "Karim Saleh"),
        ("person", "Bashar al-Assad"),
    ]


def test_the_text_tells_its_own_letters_and_of_whose_government_it_speaks() -> None:
    named = Named(TEXT)
    assert named.letters == {"HWI": "Harbour Watch Institute"}
    assert named.governed == {"Syria": {"regime"}}


def test_a_body_is_found_by_a_word_of_its_name_once_it_was_named() -> None:
    named = Named(TEXT)
    assert named.bodies("institute") == [("organisation", "Harbour Watch Institute")]
    assert named.bodies("institute", before=10) == []


@given(
    st.text()
    | st.lists(st.sampled_from(["Anna ", "of ", "UN ", "(UN) ", "Al-", "’s ", "Mr. ", "É", "\n"])).map("".join)
)
def test_spans_are_in_order_and_apart(text: str) -> None:
    last = 0
    for mention in Named(text).mentions:
        assert last <= mention.span[0] < mention.span[1] <= len(text)
        last = mention.span[1]


def test_accents_behind_their_letters_part_no_name() -> None:
    text = "The mayor of Leo\u0301n, Jose\u0301 Mun\u0303oz, met Andre\u0301-Marie E\u0301tienne."
    assert [mention.name for mention in Named(text).mentions if mention.kind == "person"][-2:] == [
        "Jose\u0301 Mun\u0303oz",
        "Andre\u0301-Marie E\u0301tienne",
    ]


def test_words_that_tell_where_others_are_from_or_are_said_loud_name_nobody() -> None:
    assert Named("He told Western allies and Muslim leaders: “We need help NOW.”").mentions == []


def test_a_noun_beside_a_name_tells_that_it_is_no_persons() -> None:
    text = "The charity Oxi left. Lib, a campaign group, did so too. Ann Roe, director of Open Rivers, met Lib and Oxi."
    bodies = {mention.name for mention in Named(text).mentions if mention.kind == "organisation"}
    assert bodies == {"Oxi", "Lib", "Open Rivers"}


def test_a_name_with_an_article_is_no_persons() -> None:
    named = Named("He met the Syria Civil Defence, the Daily Lake, the General Staff and the Russian Dmitri Orlov.")
    assert [(mention.kind, mention.name) for mention in named.mentions] == [
        ("organisation", "Syria Civil Defence"),
        ("media", "Daily Lake"),
        ("organisation", "General Staff"),
        ("person", "Dmitri Orlov"),
    ]


def test_what_a_minister_shadows_is_nobody() -> None:
    named = Named("Shadow home secretary Jo Ray left. Search chief Al Lo stayed.")
    assert [mention.name for mention in named.mentions] == ["Jo Ray", "Al Lo"]
