"""Who passes on what another said."""

from __future__ import annotations

from tests.store.ingest.attributions.spoken import only, runs


def test_an_agency_that_quotes_someone_passes_it_on() -> None:
    text = "The agency quoted the governor as saying that the army had left."
    found = only(text)
    assert (runs(text, found.source), runs(text, found.via)) == ("the governor", "The agency")
    assert found.flags == ("relayed",)


def test_who_is_cited_behind_the_agency_has_said_it() -> None:
    text = "The army had left, Reuters reported, citing two doctors."
    found = only(text)
    assert (runs(text, found.source), runs(text, found.via)) == ("two doctors", "Reuters")


def test_who_is_quoted_behind_a_spokesman_has_said_it() -> None:
    text = "“It is over,” said Jo Ray, a spokesman, quoting one resident."
    found = only(text)
    assert (runs(text, found.source), runs(text, found.via)) == ("one resident", "Jo Ray, a spokesman")


def test_a_broadcaster_that_was_told_is_the_way_it_came() -> None:
    text = "The governor told the BBC that the army had left."
    assert runs(text, only(text).via) == "the BBC"
    text = "The governor told a Danish TV channel in an interview that the army had left."
    assert runs(text, only(text).via) == "a Danish TV channel"
    text = "The governor told AFP news agency that the army had left."
    assert runs(text, only(text).via) == "AFP news agency"
    assert only("The governor told the council that the army had left.").via == ()


def test_what_reportedly_was_said_is_flagged() -> None:
    assert only("The governor reportedly told aides that he would go.").flags == ("relayed",)
