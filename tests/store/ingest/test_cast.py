"""Who is meant in a report: names grouped, pronouns and offices resolved, or left alone where it isn't clear."""

from __future__ import annotations

from tests.store.ingest.castings import casting, names


def test_a_surname_is_the_person_named_in_full() -> None:
    text = "⟦Foreign Minister Anna Kovac⟧ said so. ⟦Kovac⟧ added that. ⟦Ms. Kovac⟧ went."
    assert names(text) == [["Anna Kovac"]] * 3
    _cast, [[first], [second], _] = casting(text)
    assert (first.capacity, second.capacity) == ("Foreign Minister", None)
    assert first.role.actor().names[0].text == "Kovac"
    assert first.role.actor().names[0].kind == "weak"
    assert first.role.actor().drafted


def test_a_surname_that_two_share_stands_as_printed() -> None:
    text = "⟦Ivo Berg⟧ met his sister ⟦Lena Berg⟧ in Oslo. ⟦Berg⟧ said nothing."
    assert names(text)[2] == ["Berg"]


def test_mrs_tells_which_of_two() -> None:
    text = "⟦Mrs. Lena Berg⟧ spoke. ⟦Mr. Ivo Berg⟧ listened. ⟦Mrs. Berg⟧ added that it rained."
    assert names(text)[2] == ["Lena Berg"]


def test_he_is_the_last_speaker() -> None:
    text = "“It rains,” ⟦Ivo Berg⟧ said. “It pours,” ⟦he⟧ continued."
    assert names(text)[1] == ["Ivo Berg"]
    assert casting(text)[1][1][0].basis == "resolved"


def test_she_is_whom_the_sentence_before_is_about() -> None:
    assert names(
        "“It rains,” ⟦Mr. Ivo Berg⟧ said. Ms. Lena Holt, the mayor, opened the window. “It pours,” ⟦she⟧ said."
    )[1] == ["Lena Holt"]


def test_a_person_named_only_in_somebodys_words_is_no_antecedent() -> None:
    assert names("⟦Ivo Berg⟧ said: “I met Mr. Karl Holt.” ⟦He⟧ left.")[1] == ["Ivo Berg"]


def test_where_two_may_be_meant_it_is_nobody() -> None:
    text = "⟦Ivo Berg⟧ spoke and ⟦Karl Holt⟧ replied. “It pours,” ⟦he⟧ said."
    assert names(text)[2] == []


def test_he_does_not_reach_over_an_office_that_nobody_is_named_for() -> None:
    text = "⟦Ivo Berg⟧ spoke. The president listened to him for an hour. “It pours,” ⟦he⟧ said."
    assert names(text)[1] == []


def test_one_who_is_named_with_another_on_the_way_is_inferred() -> None:
    text = "⟦Mr. Ivo Berg⟧ met Mr. Karl Holt on the stairs. “It pours,” ⟦he⟧ said."
    [_, [he]] = casting(text)[1]
    assert (he.role.name, he.basis) == ("Ivo Berg", "inferred")


def test_they_are_those_who_spoke_together() -> None:
    assert names("⟦Ivo Berg and Karl Holt⟧ agreed. “It pours,” ⟦they⟧ said.")[1] == ["Ivo Berg", "Karl Holt"]


def test_the_minister_is_who_holds_the_office_in_the_text() -> None:
    text = "⟦Danish Foreign Minister Lena Holt⟧ spoke. It rained. “It pours,” ⟦the minister⟧ said."
    [_, [minister]] = casting(text)[1]
    assert (minister.role.name, minister.basis, minister.capacity) == ("Lena Holt", "resolved", "minister")


def test_the_minister_of_another_state_is_not_she() -> None:
    text = "⟦Danish Foreign Minister Lena Holt⟧ spoke. “It pours,” ⟦the Swedish minister⟧ said."
    assert names(text)[1] == ["Swedish minister"]


def test_an_apposition_tells_the_office() -> None:
    text = "⟦Lena Holt⟧, the mayor of Skagen, spoke. “It pours,” ⟦the mayor⟧ said."
    assert names(text)[1] == ["Lena Holt"]


def test_the_secretary_general_is_the_one_told_of_in_full() -> None:
    text = "⟦The United Nations Secretary-General⟧ is alarmed. “It pours,” ⟦the Secretary-General⟧ said."
    _cast, [[full], [short]] = casting(text)
    assert full.role is short.role
    assert (full.role.kind, full.role.name) == ("office", "UN Secretary-General")


def test_letters_and_the_last_word_mean_the_organisation() -> None:
    text = "⟦The Harbour Watch Institute (HWI)⟧ wrote. ⟦HWI⟧ added that. ⟦The Institute⟧ agreed, ⟦the institute⟧ said."
    assert names(text) == [["Harbour Watch Institute"]] * 4


def test_a_states_capital_its_regime_and_its_name_are_one() -> None:
    text = (
        "⟦The Syrian regime⟧ said so. ⟦Damascus⟧ denied it. ⟦Syria⟧ agreed. ⟦The regime⟧ and ⟦the Assad regime⟧ left."
    )
    assert names(text) == [["Syrian government"]] * 5
    kinds = {name.text: name.kind for name in casting(text)[1][0][0].role.actor().names}
    assert kinds["the regime"] == "weak"
    assert kinds["Assad regime"] == "alias"


def test_the_regime_is_nobody_where_it_may_be_two() -> None:
    text = "The Syrian regime and the Iranian regime met. ⟦The regime⟧ said so."
    assert names(text) == [[]]


def test_a_country_whose_government_is_not_told_of_is_itself() -> None:
    assert names("⟦Russia⟧ and ⟦the Kremlin⟧ said so.") == [["Russia"], ["Russia"]]


def test_sources_without_a_name_belong_to_the_document() -> None:
    _cast, [[sources], [again]] = casting("⟦Local sources⟧ said so. ⟦local sources⟧ said that.")
    assert sources.role is again.role
    assert sources.role.actor().document == "do-0000000000"
    other = casting("⟦local sources⟧ said so.")[1][0][0].role
    assert other.kind == "anonymous-source"


def test_a_resident_and_a_resident_are_two_and_the_resident_is_the_last() -> None:
    text = "⟦A resident⟧ said so. ⟦A resident⟧ denied it. ⟦The resident⟧ left."
    assert names(text) == [["resident"], ["resident 2"], ["resident 2"]]


def test_its_allies_are_somebodys() -> None:
    assert names("The town was shelled by ⟦the army and its allies⟧.") == [["army", "allies of the army"]]


def test_who_is_the_person_before() -> None:
    assert names("It was Lena Holt, the mayor, ⟦who⟧ said so.") == [["Lena Holt"]]


def test_she_does_not_reach_over_a_name_that_may_be_hers() -> None:
    text = "⟦Anna Kovac⟧ spoke. Robin Moss at the Herald listened to her. “It pours,” ⟦she⟧ said."
    assert names(text)[1] == []


def test_the_people_of_a_place_are_no_person() -> None:
    text = "⟦Ivo Berg⟧ spoke. The Lapps listened. “It pours,” ⟦he⟧ said."
    assert names(text)[1] == ["Ivo Berg"]


def test_the_army_is_the_one_told_of() -> None:
    text = "⟦Sudan's army⟧ said so. ⟦The army⟧ denied it."
    assert names(text) == [["Sudanese army"]] * 2


def test_a_body_that_any_state_may_have_belongs_to_the_report() -> None:
    assert casting("⟦The Foreign Ministry⟧ said so.")[1][0][0].role.document == "do-0000000000"
    assert casting("⟦The Egyptian Foreign Ministry⟧ said so.")[1][0][0].role.document is None
    assert casting("⟦The White House⟧ said so.")[1][0][0].role.document is None


def test_one_of_whom_it_is_told_who_is_a_person() -> None:
    text = "Robin Moss, who leads the clinic, opened the window. “It pours,” ⟦she⟧ said."
    assert names(text) == [["Robin Moss"]]


def test_his_office_is_that_of_whom_he_means() -> None:
    text = "⟦President Jo Berg⟧ ordered an inquiry, ⟦his office⟧ said."
    [_, [office]] = casting(text)[1]
    assert (office.role.name, office.role.kind, office.basis) == ("office of Jo Berg", "organisation", "resolved")


def test_its_spokesman_is_none_of_another_body() -> None:
    text = "⟦The bank⟧ is closed. ⟦Its spokesman⟧ said so. ⟦The army⟧ denied it. ⟦Its spokesman⟧ said so."
    assert names(text)[1::2] == [["spokesman of bank"], ["spokesman of army"]]


def test_where_it_is_not_clear_whose_spokesman_it_is_he_is_nobody_told_of_before() -> None:
    text = "⟦Its spokesman⟧ said so. It rained. ⟦Their spokesman⟧ said so."
    assert names(text) == [["spokesman"], ["spokesman 2"]]


def test_no_ministry_is_the_union_and_no_union_of_states_a_group() -> None:
    assert names("⟦The ministry⟧ said so. ⟦The union⟧ denied it.")[1] == ["union"]
    assert names("⟦The UN⟧ said so. ⟦The group⟧ denied it.")[1] == ["group"]
    assert names("⟦Oxfam⟧ said so. ⟦The charity⟧ repeated it.")[1] == ["Oxfam"]


def test_the_bank_of_a_place_has_its_name() -> None:
    assert names("⟦The central bank of Norway⟧ met. ⟦The central bank of Zambria⟧ met.") == [
        ["Norwegian central bank"],
        ["central bank of Zambria"],
    ]
    assert names("⟦The group of Zambrian teachers⟧ met.") == [["group"]]


def test_he_is_the_chief_at_the_head_of_the_sentence_before() -> None:
    assert names("⟦Search chief Rudi Berg⟧ spoke. “It pours,” ⟦he⟧ said.")[1] == ["Rudi Berg"]
    assert names("The mayor, Rudi Berg, left. “It pours,” ⟦he⟧ said.")[0] == ["Rudi Berg"]


def test_a_ministry_of_something_has_its_whole_name() -> None:
    assert names("⟦The Ministry of Health of Malunda⟧ said so.") == [["Ministry of Health of Malunda"]]


def test_the_who_is_no_pronoun() -> None:
    assert names("⟦WHO⟧ said so.") == [["World Health Organization"]]


def test_a_noun_at_the_head_of_a_headline_is_no_name() -> None:
    assert names("⟦Builder⟧ told court of letter.\n\nA builder told a court so.") == [[]]
    assert names("⟦May⟧ said so. She met Mrs. May and may go.")[0] == ["May"]


def test_in_others_words_nobody_knows_whom_he_means() -> None:
    assert names("⟦Ivo Berg⟧ said: “My boss knew. ⟦He⟧ told me so.”")[1] == []


def test_a_firms_sons_are_no_second_speaker() -> None:
    assert names("⟦Analysts at Hartley & Co⟧ said so.") == [["analysts"]]


def test_an_airline_is_no_union() -> None:
    text = (
        "Fjor, an airline, met them. ⟦Fjor⟧ said so. ⟦The union⟧ denied it. ⟦The airline⟧ left. ⟦The company⟧ did so."
    )
    assert names(text) == [["Fjor"], ["union"], ["Fjor"], ["Fjor"]]


def test_the_interior_minister_is_no_former_prime_minister() -> None:
    text = "Former prime minister Awa Berg spoke. ⟦The interior minister⟧ denied it. “No,” ⟦he⟧ said."
    assert names(text)[0] == ["interior minister"]


def test_he_may_be_one_of_whom_it_is_not_clear_who_it_is() -> None:
    text = "⟦A doctor⟧ said three had died; ⟦that other man⟧ denied it. “No,” ⟦he⟧ said."
    assert names(text)[2] == []


def test_it_reaches_over_no_other_body() -> None:
    assert names("⟦Oxfam⟧ said so. Red Cross doctors left. ⟦It⟧ repeated it.")[1] == []
    assert names("⟦Oxfam⟧ said so. ⟦It⟧ repeated it.")[1] == ["Oxfam"]


def test_passengers_and_aid_agencies_speak_without_a_name() -> None:
    assert names("⟦One passenger⟧ said so. ⟦Aid agencies⟧ denied it. ⟦Both the army⟧ left.") == [
        ["passenger"],
        ["Aid agencies"],
        ["army"],
    ]


def test_it_is_not_the_one_who_spoke_before_another_body_did_something() -> None:
    text = "⟦The General Staff⟧ said so. The defence ministry gave another account. ⟦It⟧ said it rained."
    assert names(text)[1] == []
    assert names("⟦The central bank⟧ met. ⟦It⟧ said so. The central bank left. ⟦It⟧ said so.")[2] == ["central bank"]
