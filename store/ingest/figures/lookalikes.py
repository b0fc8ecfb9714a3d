"""Numbers that are no figures: dates and times, ages, ordinals, scores, telephone numbers, addresses, names, lists.

Each is told by what stands at a numeral, right behind it or right before it; no more than a few words are looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from store.ingest.attribution import Span
from store.ingest.figures.numerals import Numeral
from store.ingest.whens import Timed

_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|local\s+time|hours))"
_TIME = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade)s?|centur(?:y|ies)"
_LASTING = (
    "siege|war|battle|conflict|bombardment|blockade|offensive|truce|ceasefire|cease-fire|curfew|strike|detention"
    "|sentence|prison|term|jail|ban|standoff|occupation|lockdown|hunger"
)
_NOUNS = (
    "people|civilians|persons|men|women|children|soldiers|troops|refugees|migrants|homes|houses|dead|killed|wounded"
    "|injured|cases|deaths|km|miles|dollars|euros|units|million|m2|sq|mAh|tons|tonnes|hectares|jobs|workers|rpm|kilomet"
)

_AT = {
    "clock": rf"[0-9]{{1,2}}:[0-9]{{2}}(?:[:.][0-9]+)*(?:\s?[ap]\.?m\b)?{_ZONE}?",  # 10:30, 3:16
    "hour": rf"[0-9]{{1,2}}(?:\.[0-9]{{2}})?\s?(?:[ap]\.?\s?m\b|o['’]clock)|[0-2][0-9][0-5][0-9]{_ZONE}\b",  # 10.45pm
    "ordinal": r"[0-9][0-9,]*(?:st|nd|rd|th|['’]?s)(?!\w)",  # 1st, 22nd, 1990s, 20s
    "slash": r"[0-9]{1,4}(?:/[0-9]{1,4}){1,2}(?!\s+(?:of|inch|mile|cup|pint)\b)",  # 9/11, 24/7, 12/5/2016
    "dotted": r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w,])|[0-9]{1,4}(?:\.[0-9]{1,4}){2,3}(?![0-9,])",  # 13.12.2016, 5.1.2
    "telephone": r"[0-9]{3}\)\s?[0-9]{3}-[0-9]{4}|[0-9]{3}[-.\s][0-9]{3}[-.\s][0-9]{4}|[0-9]{3}-[0-9]{4}(?!\s+[a-z]|[0-9])"
    r"|(?<=\+)[0-9]{1,3}[\s(-][0-9][0-9\s().-]{5,16}[0-9]|0[0-9]{2,4}[\s-][0-9]{3,4}(?:[\s-]?[0-9]{3,4})?",
    "code": r"0[0-9]+(?!\.)|[0-9]+(?:G|D|i|x|X)(?!\w)|(?:480|720|1080|1440|2160)p|[48]K(?!\w)|[0-9]+-[A-Z]{1,3}(?!\w)",  # 5G
    "street": r"[0-9]{1,5}(?:-[0-9]{1,5})?\s+(?:[A-Z0-9][\w.'’]*\s+){1,4}?(?:Streets?|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive"
    r"|Dr|Lane|Ln|Way|Place|Pl|Square|Court|Terrace|Highway|Parkway)\b",  # 9 Elm Street
    "position": r"[0-9]{1,3}(?:\.[0-9]+)?°\s?[0-9NSEW][0-9'’.\"″\sNSEW]{0,12}",  # 36°12'N
    "year": rf"(?:1[5-9]|20)[0-9]{{2}}(?:[-–/](?:[0-9]{{4}}|[0-9]{{2}}))?(?![\w,%°]|\.[0-9]|\s+(?:{_NOUNS}))",  # the 2016 vote
    "name": r"[0-9]{1,3}(?=\s+(?:Max|Pro|Plus|Ultra|Mini|Series|Dreamliner|Squadron|Commando)\b)",  # iPhone 11 Pro
}
_BEHIND = {
    "age": rf"(?:[\s-]+(?:to|or)?[\s-]*[0-9][0-9,]*)?[\s-]+(?:{_TIME})[\s-]+olds?\b|[\s-]years?\s+of\s+age",  # three months old
    "ago": rf"(?:\s+(?:and\s+a\s+half|or\s+so))?\s+(?:{_TIME})\s+(?:ago|later|earlier|before|after|from\s+now|hence|since)\b",
    "lasting": rf"-(?:{_TIME})\b(?!-old)(?!\s+(?:\w+\s+)?(?:{_LASTING}))",  # a five-year plan
    "score": r"[-–][0-9]{1,3}(?:[-–][0-9]{1,3})*(?=\s+(?:win|victory|defeat|loss|draw|lead|vote|down|up|record|thrashing|home)\b)",
    "hour": r"\s+o['’]clock",
    "percentile": r"(?:st|nd|rd|th)\b",
    "possessive": r"['’]s\b",  # one's
}
_BEFORE = {
    "age": r"\b(?:aged|ages|(?<!old )age(?:\s+of)?|(?:turn(?:ed|s|ing)?))\s+(?:between\s+)?(?:[0-9]+\s?(?:-|–|to|and)\s?)?",
    "label": r"\b(?:No\.?|Nos\.?|Number|number|Section|Sect\.|Article|Art\.|Chapter|Resolution|Room|room|Flight|flight|Channel|Version|version"
    r"|Phase|phase|Level|level|Category|category|Group|Type|Unit|Area|Zone|zone|Block|Building|Gate|gate|Apartment|Day|Week|Round|round"
    r"|Game|Page|page|pp?\.|Vol\.|Volume|Line|Grade|grade|Part|Title|Rule|Act|Bill|Directive|Case|Model|Exit|exit|Route|Highway"
    r"|Interstate|Box|Suite|Flat|Platform|Terminal|Runway|Pier|Stage|Step|Tier|Class|Figure|Fig\.|Table|Item|Point|Paragraph|para|Lot"
    r"|Season|Episode|Ward|District|Camp|Battalion|Brigade|Division|Group\s+of|channel|chapter|verse|Verse|Psalm|age\s+of|[Tt]op|Big)\s+",
    "named": r"(?<![.!?:;\"“”‘]\s)(?<!^)(?<!\n)\b(?:[A-Z][a-z]*[A-Z]?[\w&]*|[A-Z]{2,}|i[A-Z]\w+)\s+",  # Boeing 737, Fortune 100
    "ordinal": r"\b(?:the\s+(?:year|class|summer|spring|winter|autumn|fall)(?:\s+of)?)\s+",
    "in his": r"\bin\s+(?:his|her|their|my|your)\s+(?:early\s+|mid-?|late\s+)?",
}
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|this|that|each|which|another|only|last|next|first|number|day|the|as|big)[\s-]+$", re.I
)
_ONE_ALONE = re.compile(r"\s*(?:[,.;:!?)\"”’—–]|$)|\s+(?:of|another|who|that|in|on|to|is|was|can|has)\b", re.IGNORECASE)
_ONE_AFTER = re.compile(
    r"\s*(?:[,.;:!?)\"”’—–]|$)|-|\s+(?:of|another|day|time|thing|way|point|side|step|reason|who|which|that|can|could|may|might|should"
    r"|would|must|will|has|had|have|is|was|are|were|in|on|at|to|for|from|with|and|by|as|but|when|where|if|the|a|an|after|before|such|it|he"
    r"|she|they|we|I|does|did|do|final|last|more\s+time|month|year|week|morning|night|evening|big|good|great|single\s+thing|hell|side|place"
    r"|hand|man['’]s|might|than|being|so|not|or|there|here|moment|instance|example|example|possible|study|option|area|kind|sort|type)\b",
    re.IGNORECASE,
)
_DEFINITE_TIME = re.compile(
    r"(?:the\s+)?(?:(?:last|past|previous|next|first|coming|final)\s+)(?:\w+[\s-]*){1,4}", re.IGNORECASE
)
_AT_FORMS, _BEHIND_FORMS = (re.compile("|".join(forms.values())) for forms in (_AT, _BEHIND))
_BEFORE_FORMS = {name: re.compile(form + "$") for name, form in _BEFORE.items()}
_LIST = re.compile(r"[.)](?=\s+\D)|\s*$", re.MULTILINE)
_NEAR = 32


def covered(text: str, times: Sequence[Timed]) -> list[Span]:
    """The dates among `times`; not "the last 27 days", which counts days."""
    return [timed.span for timed in times if not _DEFINITE_TIME.fullmatch(timed.when.words or text[slice(*timed.span)])]


def end_of(text: str, numeral: Numeral, dates: Sequence[Span], *, measured: bool) -> int | None:
    """Where what the numeral stands in ends, if that is no figure: a date, an age, a name. None if it may be one.

    `measured`: a unit or currency stands at it, so that it is no name's number.
    """
    place = bisect_right(dates, numeral.start, key=lambda span: span[1])
    if place < len(dates) and dates[place][0] < numeral.end:
        return dates[place][1]
    if numeral.kind == "digits" and not numeral.money:
        at = _AT_FORMS.match(text, numeral.number)
        if at and not (measured and at.end() <= numeral.end):
            return at.end()
        if _listed(text, numeral):
            return numeral.end
    if behind := _BEHIND_FORMS.match(text, numeral.end):
        return behind.end()
    if numeral.bare == 1 and numeral.kind == "words" and numeral.factor == 1 and _pronoun(text, numeral):
        return numeral.end
    return numeral.end if _introduced(text, numeral, measured=measured) else None


def _introduced(text: str, numeral: Numeral, *, measured: bool) -> bool:
    """Whether the words before it make it an age, a label, a year."""
    if numeral.money or numeral.kind in ("vague", "fraction"):
        return False
    near = text[max(0, numeral.start - _NEAR) : numeral.start]
    names = (
        ["age", "in his", "ordinal"] if measured or numeral.kind == "words" else ["age", "in his", "ordinal", "label"]
    )
    return any(_BEFORE_FORMS[name].search(near) for name in names)


def is_named(text: str, numeral: Numeral) -> bool:
    """Whether a name goes before digits that count nothing: "Boeing 737", "Fortune 100"."""
    near = text[max(0, numeral.start - _NEAR) : numeral.start]
    return numeral.kind == "digits" and _BEFORE_FORMS["named"].search(near) is not None


def _pronoun(text: str, numeral: Numeral) -> bool:
    """ "One of the best", "no one", "one another", "one day"; not "one person"."""
    near = text[max(0, numeral.start - _NEAR) : numeral.start]
    if re.search(r"\b(?:just|only|at least|least)\s+$", near):
        return bool(_ONE_ALONE.match(text, numeral.end))
    return bool(_ONE_AFTER.match(text, numeral.end) or _ONE_BEFORE.search(near))


def _listed(text: str, numeral: Numeral) -> bool:
    """The number of an item at the head of a line, or alone on its line; of a note or year in brackets."""
    before, after = text[max(0, numeral.number - 2) : numeral.number], text[numeral.end : numeral.end + 1]
    if before[-1:] in "[(" and after in ("]", ")") and before:
        return before[-1] == "[" or len(text[numeral.number : numeral.end]) <= 2
    return (not before or before[-1] == "\n" or before == "\n(") and bool(_LIST.match(text, numeral.end))
