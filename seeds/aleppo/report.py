"""The report `reports/aleppo.txt`, and the actors who belong to it alone."""

from __future__ import annotations

from seeds.report import DRAWN_AT, Report
from store.model import Retrieved, When

REPORT = Report(
    "aleppo.txt",
    title="Aleppo under siege",
    publisher="sayso sample",
    published=When(edtf="2016-12-13", basis="assumed"),
    retrieved=Retrieved(at=DRAWN_AT, by="sayso", how="written for the sample"),
    language="en",
    gloss=(
        "Written by us for the sample after a news report of which our copy had no headline, publisher, date or url; "
        "the quotations are as printed there."
    ),
    note="The date is assumed, and the weekdays are reckoned from it: Tuesday is 13 December 2016.",
)

LOCAL_SOURCES = REPORT.actor("anonymous-source", "local sources")
INTERNATIONAL_COMMUNITY = REPORT.actor("collective", "international community")
ALLIES = REPORT.actor(
    "collective", "allies of the regime", description="Said to besiege Aleppo with it; none is named."
)

ACTORS = (LOCAL_SOURCES, INTERNATIONAL_COMMUNITY, ALLIES)
