"""Who said what in `reports/aleppo.txt`, and how the statements bear on one another."""

from __future__ import annotations

from seeds.actors import (
    AYRAULT,
    EGELAND,
    PRO_GOVERNMENT_MILITIAS,
    RUSSIA,
    SECRETARY_GENERAL,
    SHIA_MILITIAS,
    SYRIAN_GOVERNMENT,
    UNITED_NATIONS,
)
from seeds.aleppo.report import INTERNATIONAL_COMMUNITY, LOCAL_SOURCES, REPORT
from seeds.report import DRAWN_AT
from store.identity import relation_id
from store.model import Relation, Speaker, Statement, Verification, When
from store.vocabulary import RelationKind

at = REPORT.at
LATE_MONDAY = When(words="late Monday", edtf="2016-12-12", basis="resolved")

ALARM = REPORT.statement(
    "mixed",
    (
        at(
            'the United Nations Secretary-General is "alarmed over reports of atrocities" in Aleppo, Syria, of which a '
            '"large number of civilians" are said to be the victims'
        ),
    ),
    speakers=(Speaker(SECRETARY_GENERAL.id),),
    source=(at("a statement put out late Monday"),),
    cue=(at("According to"),),
    channel="statement",
    uttered=LATE_MONDAY,
    flags=("relayed",),
    verification=Verification(
        by="sayso", at=DRAWN_AT, why="The same statement says that the United Nations could not verify the reports."
    ),
)
UNVERIFIED = REPORT.statement(
    "direct",
    (
        at(
            '"While stressing that the United Nations is not able to independently verify these reports, the '
            'Secretary-General is conveying his grave concern to the relevant parties,"'
        ),
    ),
    speakers=(Speaker(SECRETARY_GENERAL.id, basis="inferred"),),
    source=(at("the statement", inside="the statement reads"),),
    cue=(at("reads"),),
    channel="statement",
    uttered=LATE_MONDAY,
    about=(UNITED_NATIONS.id,),
)
BLAME = REPORT.statement(
    "indirect",
    (at("responsibility for atrocities by militias in Aleppo lay with the Syrian regime and Russia"),),
    speakers=(Speaker(EGELAND.id, "UN humanitarian adviser on Syria"),),
    source=(at("Jan Egeland, UN humanitarian adviser on Syria"),),
    cue=(at("said", inside="said earlier in the day"),),
    uttered=When(words="earlier in the day", edtf="2016-12-12", basis="resolved"),
    about=(SYRIAN_GOVERNMENT.id, RUSSIA.id, PRO_GOVERNMENT_MILITIAS.id),
    accuses=(SYRIAN_GOVERNMENT.id, RUSSIA.id, PRO_GOVERNMENT_MILITIAS.id),
    gloss='"regime" is the report\'s word; his tweet has "Gov\'ts".',
)
TWEET = REPORT.statement(
    "direct",
    (
        at(
            "\"The Gov'ts of Syria amp; Russia are accountable for any and all atrocities that the victorious militias "
            'in Aleppo are now committing!"'
        ),
    ),
    speakers=(Speaker(EGELAND.id),),
    source=(at("Egeland", inside="Egeland tweeted"),),
    cue=(at("tweeted"),),
    channel="tweet",
    uttered=When(edtf="2016-12-12", basis="inferred"),
    about=(SYRIAN_GOVERNMENT.id, RUSSIA.id, PRO_GOVERNMENT_MILITIAS.id),
    accuses=(SYRIAN_GOVERNMENT.id, RUSSIA.id, PRO_GOVERNMENT_MILITIAS.id),
    flags=("debris",),
    gloss='"amp;" is what is left of the HTML for "&"; it stands as printed.',
)
ASSURANCE = REPORT.statement(
    "indirect",
    (
        at(
            "the Syrian regime would stop its attacks on eastern Aleppo so that civilians could get out of the areas "
            "under siege"
        ),
    ),
    speakers=(Speaker(RUSSIA.id),),
    source=(at("Russia", inside="Last week Russia asserted"),),
    cue=(at("asserted"),),
    uttered=When(words="Last week", edtf="2016-12-05/2016-12-11", basis="resolved"),
    about=(SYRIAN_GOVERNMENT.id,),
)
HINDERED = REPORT.statement(
    "indirect",
    (at("Iran-affiliated Shia militias are keeping the civilians from getting out"),),
    speakers=(Speaker(LOCAL_SOURCES.id),),
    source=(at("local sources"),),
    cue=(at("according to"),),
    about=(SHIA_MILITIAS.id,),
    accuses=(SHIA_MILITIAS.id,),
)
REPORTS = REPORT.statement(
    "mixed",
    (
        at(
            'reports had reached him of "cold-blooded assassinations of entire families [...] executions, particularly '
            'of women and children; People burned alive in their homes; continued targeting of hospitals..."'
        ),
    ),
    speakers=(Speaker(AYRAULT.id, "French Foreign Minister"),),
    source=(at("Jean-Marc Ayrault, the French Foreign Minister"),),
    cue=(at("said", inside="said that reports had reached him"),),
    uttered=When(edtf="2016-12-13", basis="inferred"),
    flags=("source-ellipsis", "relayed"),
    gloss='Passes on what others reported to him; the "[...]" and the "..." at the end are in the print.',
)
REVOLT = REPORT.statement(
    "direct",
    (
        at(
            "“Such atrocities revolt consciences. More than ever, there is an urgent need to stop hostilities in "
            'Aleppo,"'
        ),
    ),
    speakers=(Speaker(AYRAULT.id),),
    source=(at("Ayrault", inside="Ayrault said in a statement"),),
    cue=(at("said in a statement"),),
    channel="statement",
    uttered=When(words="Tuesday", edtf="2016-12-13", basis="resolved"),
    flags=("mismatched-marks",),
)
CALL = REPORT.statement(
    "direct",
    (
        at(
            '"The supporters of the regime, beginning with Russia, cannot allow this logic of vengeance and systematic '
            'terror to be committed [...] without taking the risk of being accomplices,"'
        ),
        at(
            '"I call on the United Nations to use all the mechanisms without delay to establish the truth about what '
            "is happening in Aleppo and the international community to ensure that these crimes do not go "
            'unpunished."'
        ),
    ),
    speakers=(Speaker(AYRAULT.id, basis="resolved"),),
    source=(at("he", inside="he went on"),),
    cue=(at("went on"),),
    act="asks",
    channel="statement",
    uttered=When(words="Tuesday", edtf="2016-12-13", basis="inferred"),
    about=(RUSSIA.id, SYRIAN_GOVERNMENT.id, UNITED_NATIONS.id, INTERNATIONAL_COMMUNITY.id),
    flags=("source-ellipsis",),
    gloss=(
        'Asks in its second part ("I call on…"); the first warns the regime\'s supporters, Russia first, of '
        "complicity, which we do not count as an accusation."
    ),
)
KILLINGS = REPORT.statement(
    "indirect",
    (
        at(
            "attacks of the Syrian regime and allied militias have killed some 990 civilians in eastern Aleppo in the "
            "last 27 days"
        ),
    ),
    speakers=(Speaker(LOCAL_SOURCES.id),),
    source=(at("Local sources"),),
    cue=(at("report", inside="Local sources report"),),
    about=(SYRIAN_GOVERNMENT.id, PRO_GOVERNMENT_MILITIAS.id),
    accuses=(SYRIAN_GOVERNMENT.id, PRO_GOVERNMENT_MILITIAS.id),
)
STATEMENTS = (ALARM, UNVERIFIED, BLAME, TWEET, ASSURANCE, HINDERED, REPORTS, REVOLT, CALL, KILLINGS)


def _relation(kind: RelationKind, subject: Statement, other: Statement, why: str) -> Relation:
    return Relation(id=relation_id(kind, subject.id, other.id), kind=kind, subject=subject.id, object=other.id, why=why)


RELATIONS = (
    # The paraphrase restates the tweet, not the other way round: the tweet is what was said.
    _relation(
        "restates", BLAME, TWEET, "One utterance: in all likelihood the report words here the tweet it then quotes."
    ),
    # Only these: "these reports" are those that alarmed him; nothing ties Egeland's or the local sources' to them.
    _relation("qualifies", UNVERIFIED, ALARM, '"These reports" are the reports of atrocities he is alarmed over.'),
)
