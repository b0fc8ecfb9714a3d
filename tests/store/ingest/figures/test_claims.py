"""Whose fate a number tells, where, when and through whom, as its sentence says."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.ingest.attribution import Attribution
from store.ingest.figures import claims
from store.ingest.sentences import sentences
from store.ingest.whens import whens
from tests.store.ingest.figures.reports import TODAY, only, read, words


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("At least 12 people were killed and 40 others wounded in a raid.", ["killed", "injured"]),
        ("The blast killed 12 and injured more than 30.", ["killed", "injured"]),
        ("The death toll rose to 45.", ["killed"]),
        ("Soldiers arrested 27 there.", ["detained"]),
        ("They counted 12 dead.", ["killed"]),
        ("Tens of thousands remain displaced.", ["displaced"]),
        ("Some 900 families have fled.", [None]),
        ("They destroyed 40 houses.", ["destroyed"]),
        ("There were 14 airstrikes.", ["events"]),
        ("Three guards and 11 prisoners died.", ["killed", "killed"]),
        ("About 100 people, half of them children, drowned.", ["killed", "share"]),
        ("They killed 9 men, among them 2 boys and 3 guards.", ["killed", "killed", "killed"]),
        ("They hit 5 posts and destroyed 32 trucks.", [None, "destroyed"]),
        ("They drowned when a boat with 60 migrants sank.", [None]),
        ("A boat with 60 migrants sank and its captain drowned.", [None]),
        ("A bus carrying 40 pilgrims overturned, killing the driver.", [None]),
        ("A bus carrying 40 pilgrims overturned, killing 9 and injuring 12.", [None, "killed", "injured"]),
        ("A bus came with 9 people dead.", ["killed"]),
        ("Some 40 gunmen attacked the camp and killed its owner.", [None]),
        ("Some 40 gunmen killed the mayor.", [None]),
        ("Some 40 people killed the same night were buried.", ["killed"]),
        ("Some 40 people were killed and 9 women rescued.", ["killed", None]),
        ("Nine guards died in custody.", ["killed"]),
        ("They spoke to 9 former prisoners.", [None]),
        ("Some 9 men have been held without charge.", ["detained"]),
        ("Some 9 men were kept in prison.", ["detained"]),
        ("Some 9 men were held responsible.", [None]),
        ("Some 9 men held a feast.", [None]),
        ("The flood drove 900 families and 40 monks out of their homes.", [None, "displaced"]),
        ("Gunmen forced 1.2 million from their homes.", ["displaced"]),
        ("We met 9 men from their village.", [None]),
        ("Boats rescued 9 people.", [None]),
        ("They have freed 9 hostages.", [None]),
        ("The bomber killed himself and six others.", ["killed"]),
        ("Of the 36 dead, 11 were women.", ["killed", "killed"]),
        ("They killed 9 men, including two boys, and hurt 20 others.", ["killed", "killed", "injured"]),
        ("They killed 9 men, including a priest and two boys, and fled.", ["killed", "killed"]),
        ("Some 90 men, among them at least 9 boys, were arrested.", ["detained", "detained"]),
        ("Some 90 men, of whom 9 have died, were arrested.", ["detained", "killed"]),
        ("Some 90 men were arrested, of whom 9 are boys.", ["detained", "detained"]),
        ("Some 90 men were arrested, including 9 wounded.", ["detained", "injured"]),
        ("They burned down 90 houses, including 9 shops.", ["destroyed", "destroyed"]),
        ("No civilians were hurt.", ["injured"]),
        ("They are holding more than 9 soldiers.", ["detained"]),
        ("The hall holds 9 people.", [None]),
        ("They hold 8 km².", ["area"]),
        ("The storm came in, drowning 9 people.", ["killed"]),
        ("They marched 8 km.", ["distance"]),
        ("They paid $8.", ["amount"]),
        ("They bought 8 trucks.", [None]),
    ],
)
def test_what_became_of_those_counted(text: str, outcomes: list[str | None]) -> None:
    assert [claim.outcome for claim in read(text)] == outcomes


def test_a_toll_goes_on_counting_what_it_began_with() -> None:
    found = read("At least 12 people were killed and 40 wounded.")
    assert [(claim.counted, claim.unit) for claim in found] == [("people", "person"), ("people", "person")]


def test_no_toll_counts_bodies_because_the_one_before_did() -> None:
    assert [claim.counted for claim in read("They found 58 bodies and treated 120 wounded.")] == ["bodies", "wounded"]


def test_others_are_not_those_named_before_them() -> None:
    found = read("They killed nine men, including two boys, and wounded between 30 and 40 others.")
    assert [(claim.counted, claim.unit) for claim in found] == [(who, "person") for who in ("men", "boys", "others")]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("They killed 9 men, including two boys.", [None, 0]),
        ("They killed 9 men, among them 2 boys and 3 guards.", [None, 0, 0]),
        ("They killed 9 men in 4 villages, including 2 boys.", [None, None, 0]),
        ("Some 90 men were arrested, of whom 9 are boys.", [None, 0]),
        ("About 100 people, half of them children, drowned.", [None, 0]),
        ("They hold 1,000 men, 200 of them minors.", [None, 0]),
        ("They burned down 90 houses, including 9 shops.", [None, 0]),
        ("They paid $90 million, including $9 million for food.", [None, 0]),
        ("They came. They killed 9 men, including two boys.", [None, 0]),
        ("Of the 36 dead, 11 were women.", [None, 0]),
        ("They hold 3 men. They killed 9 men, including two boys.", [None, None, 1]),
        ("They killed 9 men, including 12 boys.", [None, None]),
        ("They met 90 prisoners, 29 of whom told of beatings.", [None, 0]),
        ("They sent 90 trucks, including 9 drivers.", [None, None]),
        ("They walked 90 km, including 9 men.", [None, None]),
        ("They killed 9 men and 2 boys.", [None, None]),
        ("Including 2 boys, they killed 9 men.", [None, None]),
    ],
)
def test_a_part_knows_its_whole(text: str, wholes: list[int | None]) -> None:
    assert [claim.part_of for claim in read(text)] == wholes


def test_a_rival_number_counts_what_the_first_one_did() -> None:
    found = read("Police said 43 people were arrested; others put the figure at more than 200.")
    assert [(claim.unit, claim.outcome, claim.low) for claim in found] == [
        ("person", "detained", 43),
        ("person", "detained", 200),
    ]


@pytest.mark.parametrize(
    ("text", "unit", "outcome"),
    [
        ("Police said 43 people were arrested. Others put the figure at 200.", "person", "detained"),
        ("Police said 43 people were arrested. They later revised that number to 41.", "person", "detained"),
        ("Police said 43 people were arrested and 9 hurt. They later revised that number to 41.", None, None),
        ("Police said 43 people were arrested.\nThey later revised that number to 41.", None, None),
    ],
)
def test_that_number_is_the_only_one_of_the_sentence_before(text: str, unit: str | None, outcome: str | None) -> None:
    claim = read(text)[-1]
    assert (claim.unit, claim.outcome) == (unit, outcome)


def test_a_rival_number_is_not_pinned_on_whoever_spoke_before() -> None:
    text = "Police said 43 people were arrested; rights groups put the figure at more than 200."
    said = Attribution("indirect", ((12, 81),), ((0, 6),), ((7, 11),), "test", 1.0)
    police, rivals = read(text, [said])
    assert (police.attribution, [text[slice(*span)] for span in police.source]) == (0, ["Police"])
    assert (rivals.attribution, [text[slice(*span)] for span in rivals.source]) == (None, ["rights groups"])


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The Blue Shield puts the number of missing at 900.", "The Blue Shield", "puts"),
        ("The Blue Shield, which has two boats here, put the death toll at 900.", "The Blue Shield", "put"),
        ("They counted 40 huts, while the Blue Shield put it at 900.", "the Blue Shield", "put"),
        ("It rained. But the mayor put the toll at fewer than 900.", "the mayor", "put"),
        ("The Blue Shield later revised that number to 900.", "The Blue Shield", "revised"),
        ("The war has killed 900 people, by the Blue Shield’s own count.", "the Blue Shield", "by"),
        ("The army, by the Blue Shield's count, killed 900 men.", "the Blue Shield", "by"),
        ("By the Blue Shield's latest tally, 900 people have died.", "the Blue Shield", "By"),
    ],
)
def test_who_puts_a_number_so_high_claims_it(text: str, source: str, cue: str) -> None:
    claim = read(text)[-1]
    assert [text[slice(*span)] for span in (*claim.source, *claim.cue)] == [source, cue]


def test_a_count_of_one_thing_is_no_count_of_another() -> None:
    assert read("The raid killed 900 people in the city's best years.")[0].source == ()
    assert read("It was shelled by the army's guns; 9 people died.")[0].source == ()


@pytest.mark.parametrize(
    ("text", "counted", "outcome"),
    [
        ("The camp has 3 tents. They put the number of missing at 900.", "missing", "missing"),
        ("They have 3 tents, and put the number of missing at 900.", "missing", "missing"),
        ("They put the number of wounded soldiers at 900.", "wounded soldiers", "injured"),
        ("They put the number of houses destroyed at 900.", "houses", "destroyed"),
        ("They put the death toll at 900.", None, "killed"),
        ("Some 40 houses were destroyed; others put it at 900.", None, "destroyed"),
    ],
)
def test_a_number_of_something_is_put_at_so_many(text: str, counted: str | None, outcome: str) -> None:
    claim = read(text)[-1]
    assert (text[slice(*claim.span)], claim.counted, claim.outcome) == ("900", counted, outcome)


def test_some_of_them_are_told_by_what_they_are() -> None:
    text = "They hold 1,000 men, 200 of them minors, 9 of them badly."
    assert words(text) == ["1,000 men", "200 of them minors", "9 of them"]


def test_a_verb_with_a_new_object_says_not_who_they_are() -> None:
    assert [claim.counted for claim in read("They killed three men and arrested 27.")] == ["men", None]


def test_a_zero_needs_something_that_became_of_none() -> None:
    assert words("No people like him.") == []
    assert words("No doctors were killed.") == ["No doctors"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 990 people died in eastern Aleppo.", "eastern Aleppo"),
        ("In Goma, 12 people died.", "Goma"),
        ("Some 12 residents of besieged Madaya died.", "Madaya"),
        ("They found 12 people dead in the town of Deir Hassan.", "Deir Hassan"),
        ("Some 12 people died in March.", None),
        ("Some 12 people died.", None),
    ],
)
def test_where(text: str, place: str | None) -> None:
    found = only(text).place
    assert (found.name if found else None, found.basis if found else "stated") == (place, "stated")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells hit a school in Goma, killing 12 and wounding 30.", ["Goma", "Goma"]),
        ("They killed 12 people in Goma and 30 soldiers in Beni.", ["Goma", "Beni"]),
        ("They killed 12 men and wounded 30 boys in Goma.", ["Goma", "Goma"]),
        ("Some 12 houses were destroyed and 30 men taken to a school in Goma.", [None, None]),
        ("They have nine camps in Goma.", ["Goma"]),
        ("Over nine days, some 40 people were killed in Goma.", ["Goma", "Goma"]),
        ("They have nine days to go, and the mayor lives in Goma.", [None]),
        ("Shells fell on a camp in Goma, killing 9 men, including two boys.", ["Goma", "Goma"]),
        ("Nine guards and 11 prisoners died in Goma.", ["Goma", "Goma"]),
        ("Some 9 million mothers with young children live in Mali.", ["Mali"]),
        ("In Goma, they have nine camps.", ["Goma"]),
        ("In Goma they have nine camps, with 40 tents.", ["Goma", None]),
        ("They paid $9 million in Goma taxes.", [None]),
        ("They paid $9 million in Goma district.", ["Goma"]),
        ("At their summit in Goma they sent for 9 trucks.", [None]),
        ("Nine mayors signed a pact to sail in Norway.", [None]),
        ("Only nine countries in NATO agree.", [None]),
        ("The trial of 9 men accused of killing 22 boys began in Goma.", [None, None]),
        ("The trial of guards who killed 22 boys opened in Goma.", [None]),
        ("Some 9 men died in Goma, and two ships brought flour.", ["Goma", None]),
        ("Some 9 men died in Goma and the army sent 30 guards.", ["Goma", None]),
        ("Three gunmen came to a market in Goma on Monday, killing 12 women.", [None, "Goma"]),
        ("Three gunmen came to Goma in Kivu, where 12 women died.", [None, "Kivu"]),
        ("Some 900 men are besieged in 12 camps of eastern Goma.", ["eastern Goma", "eastern Goma"]),
        ("In Goma 12 people died, and in Beni 30 were hurt.", ["Goma", "Beni"]),
        ("In Goma 12 people died and 30 were hurt in Beni.", ["Goma", "Beni"]),
        ("They shelled Goma, killing 12 people, and met 30 others in Beni, in Goma or in Bukavu.", [None, "Beni"]),
        ("Some 12 soldiers from Mali were killed.", [None]),
        ("Some 12 soldiers from Mali were killed near Goma.", ["Goma"]),
        ("Some 900 people fled from eastern Goma.", ["eastern Goma"]),
        ("The king of Jordan sent 12 doctors.", [None]),
        ("Some 12 people, whose homes are in Goma, were killed.", [None]),
    ],
)
def test_a_place_is_that_of_the_numbers_own_clause(text: str, places: list[str | None]) -> None:
    assert [claim.place.name if claim.place else None for claim in read(text)] == places


@pytest.mark.parametrize(
    "text",
    [
        "“Some 12 people were killed,” she told reporters in Goma.",
        "“Some 12 people were killed,” she said by phone from the border town of Goma.",
        "“Some 12 people were killed,” she said at a news conference in Goma.",
        "Speaking in Goma, she counted 12 dead.",
        "GOMA, Congo (Ours) — Gunmen killed 12 people.",
        "In Goma a bomb went off.\nSome 12 people were killed.",
    ],
)
def test_where_somebody_spoke_or_wrote_is_no_numbers_place(text: str) -> None:
    assert [claim.place for claim in read(text)] == [None]


def test_the_place_in_the_words_for_who_speaks_is_none_of_what_is_said() -> None:
    text = "Officials in eastern Goma said 12 people were killed."
    said = Attribution("indirect", ((31, 52),), ((0, 25),), ((26, 30),), "test", 1.0)
    assert [claim.place for claim in read(text, [said])] == [None]


def test_the_place_of_what_another_says_is_not_that_of_the_reports_own_number() -> None:
    text = "“They shot at us in Goma,” said Ana Roe, who lost 3 sons."
    said = Attribution("direct", ((0, 26),), ((32, 39),), ((27, 31),), "test", 1.0)
    assert [claim.place for claim in read(text, [said])] == [None]


@pytest.mark.parametrize(
    ("text", "place", "basis"),
    [
        ("Mali has been at war since 2012. Since then, 900 people have died.", "Mali", "resolved"),
        ("Mali has been at war since 2012.\nSince then, 900 people have died.", "Mali", "resolved"),
        ("They marched to a camp near Kidal. The fighting killed 9 people there.", "Kidal", "resolved"),
        ("A bomb went off at a market in Kidal. Nine people were killed.", "Kidal", "inferred"),
        ("A bomb went off at a market in Kidal. At least 9 others were wounded in the blast.", "Kidal", "inferred"),
    ],
)
def test_a_sentence_that_goes_on_with_the_one_before_is_about_its_place(text: str, place: str, basis: str) -> None:
    found = read(text)[-1].place
    assert found is not None
    assert (found.name, found.basis) == (place, basis)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off at a market in Kidal.\nNine people were killed.",
        "A bomb went off at a market in Kidal. Another killed 9 people.",
        "A bomb went off at a market in Kidal. In 2014, 9 people were killed.",
        "A bomb went off at a market in Kidal. A raid elsewhere killed 9 people.",
        "A bomb went off in Kidal and one in Gao. Nine people were killed.",
        "A bomb went off in Kidal, the mayor told reporters in Gao. The army sent 9 trucks.",
        "The mayor lives in Kidal. Nine people were killed.",
        "The mayor lives in Kidal. There were 9 people killed.",
    ],
)
def test_a_sentence_about_something_else_has_not_the_place_of_the_one_before(text: str) -> None:
    assert read(text)[-1].place is None


@pytest.mark.parametrize("above", ["", "Floods: many missing\n\n", "A town mourned\n"])
def test_a_headline_above_takes_no_place_from_a_number(above: str) -> None:
    text = "At least 23 people have died and 90 are missing after dams burst above the city of Kidal."
    assert [claim.place and claim.place.name for claim in read(above + text)] == ["Kidal", "Kidal"]


@pytest.mark.parametrize(
    ("text", "period", "counting"),
    [
        ("Over the last 27 days, 990 people were killed.", "2016-11-17/2016-12-13", "during"),
        ("Some 990 people have been killed since 2011.", "2011/2016-12-13", "since"),
        ("Some 990 people were killed on Monday.", "2016-12-12", "during"),
        ("As of Monday, 990 people had been killed.", "2016-12-12", "as-of"),
        ("Some 990 people remain under siege.", "2016-12-13", "as-of"),
        ("Some 990 people were under siege.", None, None),
        ("Some 990 people were killed.", None, None),
    ],
)
def test_when(text: str, period: str | None, counting: str | None) -> None:
    claim = read(text)[-1]
    assert (claim.period.edtf if claim.period else None, claim.counting) == (period, counting)


def test_the_day_of_a_state_is_assumed_and_not_known_without_the_reports() -> None:
    text = "Some 990 people remain under siege."
    period = only(text).period
    assert period is not None
    assert period.basis == "assumed"
    assert read(text, today=None)[0].period is None


@pytest.mark.parametrize("line", ["GOMA, Congo, Dec 9 - ", "GOMA, Dec. 9 (Courier) — ", "GOMA, 9 December -- "])
def test_the_day_when_a_report_was_written_is_not_the_day_of_its_numbers(line: str) -> None:
    boat, dead = read(line + "A boat with 60 migrants sank early on Sunday, killing 12 people.")
    assert [claim.period and claim.period.edtf for claim in (boat, dead)] == ["2016-12-11", "2016-12-11"]
    assert read(line + "Some 990 people were killed.")[0].period is None


def test_the_day_when_somebody_said_it_is_not_the_day_of_the_deaths() -> None:
    text = "On Monday the mayor said 12 people were killed."
    said = Attribution("indirect", ((22, 46),), ((10, 19),), ((20, 24),), "test", 1.0, when=(0, 9))
    assert read(text, [said])[0].period is None


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("12 people died in attacks by the Syrian army and allied militias.", ["Syrian army", "allied militias"]),
        ("12 people were killed by gunmen loyal to him.", ["gunmen"]),
        ("12 people were killed by the conflict.", []),
        ("12 people were killed by a bomb.", []),
        ("12 people were killed by noon.", []),
    ],
)
def test_who_is_blamed(text: str, blamed: list[str]) -> None:
    claim = only(text)
    assert [text[slice(*span)] for span in claim.attributed_to] == blamed


def test_a_number_belongs_to_the_innermost_who_says_it() -> None:
    text = "The mayor said that doctors told him 12 people were killed."
    outer = Attribution("indirect", ((15, 59),), ((0, 9),), ((10, 14),), "test", 1.0)
    inner = Attribution("indirect", ((37, 59),), ((20, 27),), ((28, 32),), "test", 1.0, nested_in=0)
    claim = read(text, [outer, inner])[0]
    assert (claim.attribution, claim.source, claim.method) == (1, inner.source, "reported")


def test_the_words_and_the_number_in_them_are_anchored() -> None:
    text = "Officials saw between 300 and 350 trucks."
    claim = only(text)
    assert text[slice(*claim.span)] == "between 300 and 350 trucks"
    assert text[slice(*claim.number_span)] == "300 and 350"


_PIECES = st.sampled_from(
    [
        *("12", " 1,200", " ", ",", ".", " people", " killed", " and", " to ", "-", "$", " million", "%", " km", "\n"),
        *(
            " in Aleppo",
            " hundreds",
            " of",
            " one",
            " some",
            " at least",
            " since 2011",
            " by the army",
            "“",
            "”",
            "\x00",
        ),
        *("٣", "\u200f", "no ", " 5", "1/2", " a", "e-", " two", "Rs ", "minus ", " between ", " from ", " rose ", "°"),
        *(", including ", " of whom ", " of them ", ", among them ", " others", ". A bomb hit ", " said "),
        *("half of ", "\ud800", " 3m", " thousand", " or ", " more", " dead", " the"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_whatever_stands_there_claims_are_in_order_and_hold_together(text: str) -> None:
    found = claims(text, sentences(text), whens(text, TODAY), (), TODAY)
    ends = 0
    for claim in found:
        (start, end), (first, last) = claim.span, claim.number_span
        assert ends <= start <= first < last <= end <= len(text)
        known = [number for number in (claim.low, claim.best, claim.high) if number is not None]
        assert known
        assert known == sorted(known)
        assert all(abs(number) < 10**18 for number in known)
        assert claim.unit != "person" or min(known) >= 0
        assert claim.part_of is None or 0 <= claim.part_of < found.index(claim)
        ends = end
    assert claims(text, sentences(text), whens(text, TODAY), (), TODAY) == found


def _steps(text: str) -> int:
    """Calls made to read it, as work that doesn't depend on the machine."""
    calls = 0

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        claims(text, [(0, len(text))])
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "12 people ",
            "1-",
            "1,",
            ",34",
            "killed 12 by the ",
            "$1 to ",
            "some ",
            "one hundred and ",
            "ten ",
            "half of ",
        ),
        *("9 men, including 2 boys ", "9 of them, of whom 3 in Goma and "),
        *("in Goma, 5 died ", "no one was ", "5\n", "hundreds of "),
    ],
)
def test_twice_the_text_on_one_line_is_twice_the_work(piece: str) -> None:
    assert _steps(piece * 2_000) < 2.2 * _steps(piece * 1_000) + 500


def test_of_whom_counts_those_before_it() -> None:
    text = "They met 90 prisoners, 29 of whom told of beatings."
    prisoners, those = read(text)
    assert (those.counted, those.unit, text[slice(*those.span)]) == (prisoners.counted, "person", "29 of whom")


def test_two_or_three_things_are_drafted_by_a_rule_of_their_own() -> None:
    assert [claim.rule for claim in read("There was one door, and two women and four trucks came.")] == [
        "few-in-words",
        "counted-in-words",
        "counted-in-words",
    ]


def test_two_of_the_six_are_two() -> None:
    text = "Two of the six later died."
    (two,) = read(text)
    assert (two.best, two.outcome, text[slice(*two.span)]) == (2, "killed", "Two of the six")


def test_of_the_dead_so_many_are_of_them() -> None:
    dead, those = read("Of the 43 dead, 29 had been at home.")
    assert (those.part_of, those.counted, those.unit) == (0, dead.counted, "person")


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("State authorities earlier gave a toll of 19.", "State authorities", "gave"),
        ("The United Nations has recorded at least 900 deaths.", "The United Nations", "has recorded"),
        ("The bank expects prices to rise 4 percent.", "The bank", "expects"),
        ("Chembe has recorded 12 deaths.", None, None),
        ("The bank expects rain, and prices rose 4 percent.", None, None),
    ],
)
def test_who_gives_records_or_foresees_a_number_claims_it(text: str, source: str | None, cue: str | None) -> None:
    claim = read(text)[0]
    named = [text[slice(*span)] for span in (*claim.source, *claim.cue)]
    assert named == ([source, cue] if source else [])


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Some 372 mm of rain fell, the most since 1961.", [None]),
        ("Profit rose 12 percent from a year earlier.", [None]),
        ("Trust fell to 94.3 from 97.8 in November.", [None, "2016-11"]),
        ("They set aside 9 million euros and that 400 trucks would come in May.", [None, "2017-05"]),
    ],
)
def test_a_time_is_not_that_of_a_number_held_against_it_or_of_another_clause(
    text: str, periods: list[str | None]
) -> None:
    assert [claim.period.edtf if claim.period else None for claim in read(text)] == periods


def test_some_of_so_many_are_those_some() -> None:
    text = "They grounded 84 of 310 flights."
    (some,) = read(text)
    assert (some.best, some.counted, text[slice(*some.span)]) == (84, "flights", "84 of 310 flights")


def test_who_records_attacks_records_those_who_died_in_them() -> None:
    attacks, dead = read("Harbour Bank recorded 37 attacks, in which at least 612 civilians were killed.")
    assert attacks.source == dead.source != ()
