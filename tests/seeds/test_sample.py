"""What stands in the sample: who said what, whose numbers, and that each anchor holds."""

from __future__ import annotations

import re
from datetime import date

import pytest

from store.archive import Archive
from store.check import anchors, check
from store.model import Document, Figure, Statement, When

TWEET = (
    "\"The Gov'ts of Syria amp; Russia are accountable for any and all atrocities that the victorious militias in "
    'Aleppo are now committing!"'
)
MARKED = re.compile(r'["“][^"“”]*["”]')


def said(sample: Archive, beginning: str) -> Statement:
    """The one statement whose content begins so."""
    (found,) = (s for s in sample.records.statements.values() if s.content[0].exact.startswith(beginning))
    return found


def figure(sample: Archive, words: str) -> Figure:
    """The one figure claimed in these words."""
    (found,) = (f for f in sample.records.figures.values() if f.anchor.exact == words)
    return found


def names(sample: Archive, ids: tuple[str, ...]) -> set[str]:
    return {sample.records.actor_name(actor) for actor in ids}


def report(sample: Archive, title: str) -> Document:
    (found,) = (d for d in sample.records.documents.values() if d.title == title)
    return found


def test_nothing_is_wrong_with_the_sample(sample):
    assert check(sample.records) == []


def test_every_anchor_is_what_stands_there_and_quotes_whole_words(sample):
    for record in (*sample.records.statements.values(), *sample.records.figures.values()):
        text = sample.records.documents[record.document].text
        for _, anchor in anchors(record):
            assert text[anchor.start : anchor.end] == anchor.exact
            around = text[anchor.start - 1 : anchor.start] + text[anchor.end : anchor.end + 1]
            assert not any(character.isalnum() for character in around), anchor.exact


def test_egelands_tweet_is_kept_to_the_letter_and_its_debris_flagged(sample):
    tweet = said(sample, "\"The Gov'ts")
    assert [anchor.exact for anchor in tweet.content] == [TWEET]
    assert (tweet.type, tweet.channel, tweet.flags) == ("direct", "tweet", ("debris",))
    assert names(sample, tweet.accuses) == {"Syrian government", "Russia", "pro-government militias"}


@pytest.mark.parametrize(
    ("beginning", "speaker", "kind", "channel", "uttered", "source", "cue", "basis"),
    [
        (
            "the United Nations Secretary-General is", "UN Secretary-General", "mixed", "statement",
            When("late Monday", "2016-12-12", None, "resolved"),
            "a statement put out late Monday", "According to", "stated",
        ),
        (
            '"While stressing', "UN Secretary-General", "direct", "statement",
            When("late Monday", "2016-12-12", None, "resolved"), "the statement", "reads", "inferred",
        ),
        (
            "responsibility for atrocities", "Jan Egeland", "indirect", None,
            When("earlier in the day", "2016-12-12", None, "resolved"),
            "Jan Egeland, UN humanitarian adviser on Syria", "said", "stated",
        ),
        (
            "\"The Gov'ts", "Jan Egeland", "direct", "tweet",
            When(None, "2016-12-12", None, "inferred"), "Egeland", "tweeted", "stated",
        ),
        (
            "the Syrian regime would stop", "Russia", "indirect", None,
            When("Last week", "2016-12-05/2016-12-11", None, "resolved"), "Russia", "asserted", "stated",
        ),
        (
            "Iran-affiliated Shia militias", "local sources", "indirect", None,
            None, "local sources", "according to", "stated",
        ),
        (
            "reports had reached him", "Jean-Marc Ayrault", "mixed", None,
            When(None, "2016-12-13", None, "inferred"),
            "Jean-Marc Ayrault, the French Foreign Minister", "said", "stated",
        ),
        (
            "“Such atrocities", "Jean-Marc Ayrault", "direct", "statement",
            When("Tuesday", "2016-12-13", None, "resolved"), "Ayrault", "said in a statement", "stated",
        ),
        (
            '"The supporters', "Jean-Marc Ayrault", "direct", "statement",
            When("Tuesday", "2016-12-13", None, "inferred"), "he", "went on", "resolved",
        ),
        (
            "attacks of the Syrian regime", "local sources", "indirect", None,
            None, "Local sources", "report", "stated",
        ),
    ],
)  # fmt: skip
def test_who_said_it_how_where_and_when(sample, beginning, speaker, kind, channel, uttered, source, cue, basis):
    statement = said(sample, beginning)
    (who,) = statement.speakers
    assert sample.records.actor_name(who.actor) == speaker
    assert who.basis == basis
    assert (statement.type, statement.channel, statement.uttered) == (kind, channel, uttered)
    assert [anchor.exact for anchor in statement.source] == [source]
    assert [anchor.exact for anchor in statement.cue] == [cue]


def test_there_are_ten_statements_and_each_is_of_one_of_these_speakers(sample):
    speakers = [sample.records.actor_name(s.speakers[0].actor) for s in sample.records.statements.values()]
    assert sorted(speakers) == [
        "Jan Egeland", "Jan Egeland", "Jean-Marc Ayrault", "Jean-Marc Ayrault", "Jean-Marc Ayrault", "Russia",
        "UN Secretary-General", "UN Secretary-General", "local sources", "local sources",
    ]  # fmt: skip


def test_ayraults_call_is_one_statement_of_two_parts_as_printed(sample):
    call = said(sample, '"The supporters')
    assert [anchor.exact for anchor in call.content] == [
        '"The supporters of the regime, beginning with Russia, cannot allow this logic of vengeance and systematic '
        'terror to be committed [...] without taking the risk of being accomplices,"',
        '"I call on the United Nations to use all the mechanisms without delay to establish the truth about what is '
        "happening in Aleppo and the international community to ensure that these crimes do not go unpunished.\"",
    ]  # fmt: skip
    assert call.act == "asks"
    assert call.accuses == ()


def test_the_odd_marks_of_the_print_stand_and_are_flagged(sample):
    revolt = said(sample, "“Such atrocities")
    assert revolt.content[0].exact == (
        '“Such atrocities revolt consciences. More than ever, there is an urgent need to stop hostilities in Aleppo,"'
    )
    assert revolt.flags == ("mismatched-marks",)
    relayed = said(sample, "reports had reached him")
    assert relayed.content[0].exact == (
        'reports had reached him of "cold-blooded assassinations of entire families [...] executions, particularly of '
        'women and children; People burned alive in their homes; continued targeting of hospitals..."'
    )
    assert set(relayed.flags) == {"source-ellipsis", "relayed"}
    assert said(sample, '"The supporters').flags == ("source-ellipsis",)


def test_nothing_between_quotation_marks_is_left_outside_a_statement(sample):
    document = report(sample, "Aleppo under siege")
    contents = " ".join(a.exact for s in sample.records.statements.values() for a in s.content)
    left = [quoted for quoted in MARKED.findall(document.text) if quoted not in contents]
    assert left == ['"Arab Spring"']


def test_direct_speech_stands_between_marks_and_reported_speech_has_none(sample):
    for statement in sample.records.statements.values():
        for anchor in statement.content:
            if statement.type == "direct":
                assert MARKED.fullmatch(anchor.exact)
            else:
                assert bool(MARKED.search(anchor.exact)) == (statement.type == "mixed")


def test_the_offices_are_those_printed(sample):
    capacities = {s.speakers[0].capacity for s in sample.records.statements.values()}
    assert capacities == {None, "UN humanitarian adviser on Syria", "French Foreign Minister"}
    for statement in sample.records.statements.values():
        if statement.speakers[0].capacity:
            assert statement.speakers[0].capacity in statement.source[0].exact


@pytest.mark.parametrize(
    ("beginning", "blamed"),
    [
        ("responsibility for atrocities", {"Syrian government", "Russia", "pro-government militias"}),
        ("Iran-affiliated", {"Iran-affiliated Shia militias"}),
        ("attacks of the", {"Syrian government", "pro-government militias"}),
        ("the Syrian regime would stop", set()),
        ("reports had reached him", set()),
    ],
)
def test_whom_a_statement_accuses(sample, beginning, blamed):
    assert names(sample, said(sample, beginning).accuses) == blamed


@pytest.mark.parametrize(
    ("words", "numbers", "bound", "unit", "counted", "outcome", "place", "counting", "period"),
    [
        (
            "An estimated 100,000", (None, 100_000, None), "approximate", "person", "city residents", "besieged",
            "eastern Aleppo", "as-of", When(None, "2016-12-13", None, "assumed"),
        ),
        (
            "some 8.6 square kilometers", (None, 8.6, None), "approximate", "square kilometre", None, "area",
            "eastern Aleppo", "as-of", When(None, "2016-12-13", None, "assumed"),
        ),
        (
            "27 days", (27, 27, 27), "exact", "day", None, "duration",
            "eastern Aleppo", "during", When("the last 27 days", "2016-11-17/2016-12-13", None, "resolved"),
        ),
        (
            "some 990 civilians", (None, 990, None), "approximate", "person", "civilians", "killed",
            "eastern Aleppo", "during", When("the last 27 days", "2016-11-17/2016-12-13", None, "resolved"),
        ),
        (
            "hundreds of thousands of people", (200_000, None, 999_999), "order", "person", "people", "killed",
            "Syria", "since", When("since early 2011", "2011/2016-12-13", None, "resolved"),
        ),
        (
            "millions more", (2_000_000, None, None), "order", "person", "people", "displaced",
            "Syria", "since", When("since early 2011", "2011/2016-12-13", None, "resolved"),
        ),
    ],
)  # fmt: skip
def test_what_the_report_counts(sample, words, numbers, bound, unit, counted, outcome, place, counting, period):
    found = figure(sample, words)
    assert (found.low, found.best, found.high) == numbers
    assert (found.bound, found.unit, found.counted, found.outcome) == (bound, unit, counted, outcome)
    assert found.place is not None
    assert (found.place.name, found.counting, found.period) == (place, counting, period)


def test_the_990_are_the_local_sources_and_blamed_on_one_side(sample):
    killed, days = figure(sample, "some 990 civilians"), figure(sample, "27 days")
    statement = said(sample, "attacks of the Syrian regime")
    assert killed.statement == days.statement == statement.id
    assert [c.actor for c in killed.claimants] == [c.actor for c in days.claimants] == [statement.speakers[0].actor]
    assert names(sample, killed.attributed_to) == {"Syrian government", "pro-government militias"}
    assert killed.status == "civilian"
    assert "like for like" in (killed.gloss or "")


def test_the_reports_own_numbers_have_no_claimant(sample):
    for words in ("An estimated 100,000", "some 8.6 square kilometers", "millions more"):
        assert figure(sample, words).claimants == ()
    assert names(sample, figure(sample, "An estimated 100,000").attributed_to) == {
        "Syrian government",
        "allies of the regime",
    }


def test_ucdps_count_and_its_parts(sample):
    total = figure(sample, "676 to 678 people")
    assert (total.bound, total.low, total.best, total.high) == ("range", 676, 676, 678)
    parts = {f.anchor.exact: f for f in sample.records.figures_of(total.id)}
    assert {words: part.best for words, part in parts.items()} == {
        "379 civilians": 379,
        "34 people of the government side": 34,
        "74 people of the insurgent side": 74,
        "189 people of unknown status": 189,
    }
    assert sum(part.best or 0 for part in parts.values()) == total.best
    assert all(part.low == part.best == part.high and part.bound == "exact" for part in parts.values())
    events = figure(sample, "85 events")
    assert (events.best, events.outcome, events.unit, events.part_of) == (85, "events", "event", None)


def test_ucdp_claims_it_the_observatory_is_its_source_and_we_added_up(sample):
    document = report(sample, "UCDP's count for Aleppo town")
    ours = [f for f in sample.records.figures.values() if f.document == document.id]
    assert len(ours) == 6
    for found in ours:
        assert names(sample, tuple(c.actor for c in found.claimants)) == {"UCDP"}
        assert names(sample, found.based_on) == {"Syrian Observatory for Human Rights"}
        assert (found.method, found.counting, found.attributed_to) == ("computed", "during", ())
        assert found.period is not None
        assert found.period.edtf == "2016-11-17/2016-12-13"
        assert found.place is not None
        assert found.place.name == "Aleppo town"
        assert found.verification.state == "single-source"
    assert "CC BY 4.0" in (document.credit or "")
    assert "CC BY 4.0" in document.text


def test_the_numbers_of_civilians_killed_are_the_990_and_the_379(sample):
    found = sample.search("counted:civilians outcome:killed").ids("figures")
    assert {sample.records.figures[one].anchor.exact for one in found} == {"some 990 civilians", "379 civilians"}
    assert all("like for like" in (sample.records.figures[one].gloss or "") for one in found)


def test_the_days_are_those_of_the_calendar():
    assert date(2016, 12, 13).strftime("%A") == "Tuesday"
    assert (date(2016, 12, 13) - date(2016, 11, 17)).days + 1 == 27


def test_the_date_of_the_first_report_is_assumed_and_the_second_has_none(sample):
    assert report(sample, "Aleppo under siege").published == When(edtf="2016-12-13", basis="assumed")
    assert report(sample, "UCDP's count for Aleppo town").published is None


def test_the_paraphrase_restates_the_tweet_and_the_doubt_qualifies_the_alarm(sample):
    found = {(r.kind, r.subject, r.object) for r in sample.records.relations.values()}
    assert found == {
        ("restates", said(sample, "responsibility for").id, said(sample, "\"The Gov'ts").id),
        ("qualifies", said(sample, '"While stressing').id, said(sample, "the United Nations Secretary").id),
    }


@pytest.mark.parametrize(
    ("name", "kind", "parent", "own"),
    [
        ("United Nations", "organisation", None, False),
        ("UN Secretary-General", "office", "United Nations", False),
        ("Jan Egeland", "person", "United Nations", False),
        ("Syrian government", "state", None, False),
        ("Bashar al-Assad", "person", "Syrian government", False),
        ("Russia", "state", None, False),
        ("pro-government militias", "armed-group", None, False),
        ("Iran-affiliated Shia militias", "armed-group", None, False),
        ("local sources", "anonymous-source", None, True),
        ("Jean-Marc Ayrault", "person", None, False),
        ("armed opposition groups", "armed-group", None, False),
        ("international community", "collective", None, True),
        ("allies of the regime", "collective", None, True),
        ("UCDP", "organisation", None, False),
        ("Syrian Observatory for Human Rights", "organisation", None, False),
    ],
)
def test_who_appears(sample, name, kind, parent, own):
    (actor,) = (a for a in sample.records.actors.values() if a.name == name)
    assert actor.kind == kind
    assert (sample.records.actor_name(actor.parent) if actor.parent else None) == parent
    assert actor.document == (report(sample, "Aleppo under siege").id if own else None)


def test_every_other_name_of_an_actor_is_printed_in_a_report(sample):
    texts = " ".join(document.text for document in sample.records.documents.values())
    for actor in sample.records.actors.values():
        assert all(name.text in texts for name in actor.names), actor.name


def test_the_regime_is_a_weak_name(sample):
    (government,) = (a for a in sample.records.actors.values() if a.name == "Syrian government")
    assert {name.text: name.kind for name in government.names}["the regime"] == "weak"


def test_all_was_read_against_the_text_and_nothing_is_said_to_be_checked_that_was_not(sample):
    for record in (*sample.records.statements.values(), *sample.records.figures.values()):
        assert (record.review.state, record.review.by) == ("accepted", "sayso")
        assert record.review.at
        assert record.origin is not None
        assert record.origin.by == "hand"
        assert record.origin_check.state == "not-checked"
        assert record.verification.state in {"unverified", "single-source"}
