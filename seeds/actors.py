"""The actors of the sample who are the same in whatever report: persons, offices, states, organisations, groups."""

from __future__ import annotations

from typing import Any

from store.identity import actor_id
from store.model import Actor, Name
from store.vocabulary import ActorKind


def actor(kind: ActorKind, name: str, *names: Name, **fields: Any) -> Actor:
    """An actor with its id; `names` are the other names that the reports have for it."""
    return Actor(id=actor_id(kind, name), name=name, kind=kind, names=names, **fields)


UNITED_NATIONS = actor("organisation", "United Nations", Name("UN"))
SECRETARY_GENERAL = actor(
    "office",
    "UN Secretary-General",
    Name("United Nations Secretary-General"),
    Name("the Secretary-General", "weak"),
    parent=UNITED_NATIONS.id,
    description="The office; no report of the sample names the person.",
)
EGELAND = actor(
    "person",
    "Jan Egeland",
    Name("Egeland", "weak"),
    parent=UNITED_NATIONS.id,
    description="UN humanitarian adviser on Syria.",
)
SYRIAN_GOVERNMENT = actor(
    "state",
    "Syrian government",
    Name("Syrian regime"),
    Name("Assad regime"),
    Name("Bashar al-Assad regime"),
    Name("the regime", "weak"),
    # As tweeted, of Syria and of Russia: not a name of Syria's alone.
    Name("The Gov'ts of Syria", "weak"),
)
ASSAD = actor(
    "person",
    "Bashar al-Assad",
    Name("Assad", "weak"),
    parent=SYRIAN_GOVERNMENT.id,
    description="Named for the regime that is called by his name; nothing he said is reported.",
)
RUSSIA = actor("state", "Russia")
PRO_GOVERNMENT_MILITIAS = actor(
    "armed-group",
    "pro-government militias",
    Name("allied militias", "description"),
    Name("the victorious militias in Aleppo", "description"),
    Name("militias", "weak"),
    description="Militias allied with the Syrian government; none is named.",
)
SHIA_MILITIAS = actor("armed-group", "Iran-affiliated Shia militias", description="None is named.")
AYRAULT = actor("person", "Jean-Marc Ayrault", Name("Ayrault", "weak"), description="French Foreign Minister.")
OPPOSITION = actor("armed-group", "armed opposition groups", description="None is named.")
UCDP = actor(
    "organisation",
    "UCDP",
    Name("Uppsala Conflict Data Program"),
    description="Uppsala University's programme of data on organised violence; publishes the dataset GED.",
)
OBSERVATORY = actor("organisation", "Syrian Observatory for Human Rights")

ACTORS = (
    UNITED_NATIONS,
    SECRETARY_GENERAL,
    EGELAND,
    SYRIAN_GOVERNMENT,
    ASSAD,
    RUSSIA,
    PRO_GOVERNMENT_MILITIAS,
    SHIA_MILITIAS,
    AYRAULT,
    OPPOSITION,
    UCDP,
    OBSERVATORY,
)
