"""What was drawn from `reports/ucdp.txt`: another count of the dead of the same 27 days, by UCDP and over the town."""

from __future__ import annotations

from typing import Any

from seeds.actors import OBSERVATORY, UCDP
from seeds.report import DRAWN_AT, Report
from store.model import Figure, Place, Record, Retrieved, Speaker, Verification, When
from store.vocabulary import PersonStatus

REPORT = Report(
    "ucdp.txt",
    title="UCDP's count for Aleppo town",
    publisher="sayso sample",
    credit=(
        "UCDP Georeferenced Event Dataset (GED), Uppsala Conflict Data Program, Uppsala University; CC BY 4.0; "
        "the events were added up by us"
    ),
    url="https://ucdp.uu.se/downloads/",
    retrieved=Retrieved(at=DRAWN_AT, by="sayso", how="written for the sample"),
    language="en",
    gloss="Written by us for the sample; the url is where UCDP publishes the data, not where this text stands.",
    note="Bears no date of publication: the edition of the dataset is not known to us.",
)

PERIOD = When(words="from 17 November to 13 December 2016", edtf="2016-11-17/2016-12-13")
TOWN = Place("Aleppo town")
ONE_SOURCE = Verification(
    state="single-source",
    by="sayso",
    at=DRAWN_AT,
    why="All 85 events rest on the Syrian Observatory for Human Rights.",
)
ADDED_UP = "Added up by us from UCDP's events; UCDP publishes the events, not this sum."


def _count(words: str, number: int, **fields: Any) -> Figure:
    """What UCDP's 85 events come to: `number` low, best and high, killed, unless `fields` say otherwise."""
    common: dict[str, Any] = {
        "bound": "exact",
        "low": number,
        "best": number,
        "high": number,
        "unit": "person",
        "outcome": "killed",
        "source": (REPORT.at("Uppsala Conflict Data Program (UCDP)"),),
        "claimants": (Speaker(UCDP.id),),
        "based_on": (OBSERVATORY.id,),
        "counting": "during",
        "method": "computed",
        "place": TOWN,
        "period": PERIOD,
        "verification": ONE_SOURCE,
        "gloss": ADDED_UP,
    }
    return REPORT.figure(words, **(common | fields))


EVENTS = _count("85 events", 85, unit="event", counted="events", outcome="events", gloss="Counted by us.")
KILLED = _count("676 to 678 people", 676, bound="range", high=678, counted="people", status="mixed")


def _part(words: str, number: int, counted: str, status: PersonStatus, gloss: str = ADDED_UP) -> Figure:
    return _count(words, number, counted=counted, status=status, gloss=gloss, part_of=KILLED.id)


CIVILIANS = _part(
    "379 civilians",
    379,
    "civilians",
    "civilian",
    ADDED_UP + ' Not like for like with the local sources\' "some 990 civilians": this is the whole town, killed by any'
    " side, with 189 more people of unknown status; theirs is eastern Aleppo, killed by one side.",
)
GOVERNMENT_SIDE = _part("34 people of the government side", 34, "people of the government side", "combatant")
INSURGENT_SIDE = _part("74 people of the insurgent side", 74, "people of the insurgent side", "combatant")
UNKNOWN = _part("189 people of unknown status", 189, "people of unknown status", "unstated")

RECORDS: tuple[Record, ...] = (
    REPORT.document,
    EVENTS,
    KILLED,
    CIVILIANS,
    GOVERNMENT_SIDE,
    INSURGENT_SIDE,
    UNKNOWN,
)
