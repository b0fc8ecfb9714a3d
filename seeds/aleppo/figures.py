"""Whose numbers stand in `reports/aleppo.txt`; no claimant is the report's own voice."""

from __future__ import annotations

from seeds.actors import PRO_GOVERNMENT_MILITIAS, SYRIAN_GOVERNMENT
from seeds.aleppo.report import ALLIES, LOCAL_SOURCES, REPORT
from seeds.aleppo.statements import KILLINGS
from store.model import Place, Speaker, When

at = REPORT.at
EASTERN_ALEPPO = Place("eastern Aleppo")
SYRIA = Place("Syria")
ON_THE_DAY = When(edtf="2016-12-13", basis="assumed")
LAST_27_DAYS = When(words="the last 27 days", edtf="2016-11-17/2016-12-13", basis="resolved")
SINCE_2011 = When(words="since early 2011", edtf="2011/2016-12-13", basis="resolved")

BESIEGED = REPORT.figure(
    "An estimated 100,000",
    bound="approximate",
    best=100_000,
    unit="person",
    counted="city residents",
    outcome="besieged",
    attributed_to=(SYRIAN_GOVERNMENT.id, ALLIES.id),
    counting="as-of",
    method="estimated",
    place=EASTERN_ALEPPO,
    period=ON_THE_DAY,
    gloss="The report does not say whose estimate this is.",
)
AREA = REPORT.figure(
    "some 8.6 square kilometers",
    bound="approximate",
    best=8.6,
    unit="square kilometre",
    outcome="area",
    counting="as-of",
    place=EASTERN_ALEPPO,
    period=ON_THE_DAY,
)
DAYS = REPORT.figure(
    "27 days",
    bound="exact",
    low=27,
    best=27,
    high=27,
    unit="day",
    outcome="duration",
    cue=KILLINGS.cue,
    source=KILLINGS.source,
    claimants=(Speaker(LOCAL_SOURCES.id),),
    counting="during",
    method="reported",
    place=EASTERN_ALEPPO,
    period=LAST_27_DAYS,
    statement=KILLINGS.id,
)
KILLED = REPORT.figure(
    "some 990 civilians",
    bound="approximate",
    best=990,
    unit="person",
    counted="civilians",
    outcome="killed",
    cue=KILLINGS.cue,
    source=KILLINGS.source,
    claimants=(Speaker(LOCAL_SOURCES.id),),
    attributed_to=(SYRIAN_GOVERNMENT.id, PRO_GOVERNMENT_MILITIAS.id),
    status="civilian",
    counting="during",
    method="reported",
    place=EASTERN_ALEPPO,
    period=LAST_27_DAYS,
    statement=KILLINGS.id,
    # A gloss and no relation: the two neither contradict nor corroborate each other, and neither speaks of the other.
    gloss=(
        "Not like for like with UCDP's 379 civilians over the same days: this is eastern Aleppo, killed by one side; "
        "UCDP's is the whole town, killed by any side."
    ),
)
WAR_DEAD = REPORT.figure(
    "hundreds of thousands of people",
    bound="order",
    low=200_000,
    high=999_999,
    unit="person",
    counted="people",
    outcome="killed",
    counting="since",
    place=SYRIA,
    period=SINCE_2011,
)
DISPLACED = REPORT.figure(
    "millions more",
    bound="order",
    low=2_000_000,
    unit="person",
    counted="people",
    outcome="displaced",
    counting="since",
    place=SYRIA,
    period=SINCE_2011,
)
FIGURES = (BESIEGED, AREA, DAYS, KILLED, WAR_DEAD, DISPLACED)
