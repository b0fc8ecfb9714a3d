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
from store.ingest.wordlists import alternatives, table, words

_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|EST|EDT|PST|PDT|local\s+time|hours))"
_TIME = r"(?:second|minute|hour|day|night|week|weekend|month|year|decade)s?|centur(?:y|ies)"
_PART_OF = r"(?!\s+(?:of|inch|mile|cup|pint)\b)"
_COUNTED = rf"(?:[a-z-]+\s+)?{alternatives(words('people'))}\b|(?:homes|houses|cases|jobs|million)\b"
_AT = {
    # 10:30, 3:16, 10.45pm, 0600 GMT
    "clock": rf"[0-9]{{1,2}}:[0-9]{{2}}(?:[:.][0-9]+)*(?:\s?[ap]\.?m\b)?{_ZONE}?",
    "hour": rf"[0-9]{{1,2}}(?:\.[0-9]{{2}})?\s?(?:[ap]\.?\s?m\b|o['’]clock)|[0-2][0-9][0-5][0-9]{_ZONE}\b",
    # 1st, 22nd, 1990s, the 20s
    "ordinal": r"[0-9][0-9,]*(?:st|nd|rd|th|['’]?s)(?!\w)",
    # 9/11, 24/7, 12/5/2016; 13.12.2016, 5.1.2
    "slashed": rf"[0-9]{{1,4}}(?:/[0-9]{{1,4}}){{1,2}}{_PART_OF}",
    "dotted": r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w,])|[0-9]{1,4}(?:\.[0-9]{1,4}){2,3}(?![0-9,])",
    "telephone": r"[0-9]{3}\)\s?[0-9]{3}-[0-9]{4}|[0-9]{3}[-.\s][0-9]{3}[-.\s][0-9]{4}"
    r"|[0-9]{3}-[0-9]{4}(?!\s+[a-z]|[0-9])|(?<=\+)[0-9]{1,3}[\s(-][0-9][0-9\s().-]{5,16}[0-9]"
    r"|0[0-9]{2,4}[\s-][0-9]{3,4}(?:[\s-]?[0-9]{3,4})?",
    # 007, 5G, 3D, 1080p, 4K, 7-UP
    "code": r"0[0-9]+(?!\.)|[0-9]+(?:G|D|i|x|X)(?!\w)|(?:480|720|1080|1440|2160)p|[48]K(?!\w)|[0-9]+-[A-Z]{1,3}(?!\w)",
    # 9 Elm Street
    "street": rf"[0-9]{{1,5}}(?:-[0-9]{{1,5}})?\s+(?:[A-Z0-9][\w.'’]*\s+){{1,4}}?{alternatives(words('streets'))}\b",
    # 36°12'N
    "position": r"[0-9]{1,3}(?:\.[0-9]+)?°\s?[0-9NSEW][0-9'’.\"″\sNSEW]{0,12}",
    # the 2016 vote; not 2016 people
    "year": rf"(?:1[5-9]|20)[0-9]{{2}}(?:[-–/](?:[0-9]{{4}}|[0-9]{{2}}))?(?![\w,%°]|\.[0-9]|\s+(?:{_COUNTED}))",
    # iPhone 11 Pro
    "name": rf"[0-9]{{1,5}}(?=\s+{alternatives(words('model-names'))}\b)",
}
_BEHIND = {
    # three months old, 200 to 260 year-old, 12 years of age
    "age": rf"(?:[\s-]+(?:to|or)?[\s-]*[0-9][0-9,]*)?[\s-]+(?:{_TIME})[\s-]+olds?\b|[\s-]years?\s+of\s+age",
    # two years later
    "ago": rf"(?:\s+(?:and\s+a\s+half|or\s+so))?\s+(?:{_TIME})\s+"
    r"(?:ago|later|earlier|before|after|from\s+now|hence|since)\b",
    # a five-year plan
    "lasting": rf"-(?:{_TIME})\b(?!-old)(?!\s+(?:\w+\s+)?{alternatives(words('lasting'))}\b)",
    # a 2-1 win
    "score": r"[-–][0-9]{1,3}(?:[-–][0-9]{1,3}){0,3}(?=\s+(?:win|victory|defeat|loss|draw|lead|vote|down|up|record)\b)",
    "hour": r"\s+o['’]clock",
    "nth": r"(?:st|nd|rd|th)\b",
    # one's
    "owner": r"['’]s\b",
}
_AGED = re.compile(
    r"\b(?:(?:aged|ages|age(?:\s+of)?|turn(?:ed|s|ing)?)\s+(?:between\s+)?(?:[0-9]+\s?(?:-|–|to|and)\s?)?"
    r"|in\s+(?:his|her|their|my|your)\s+(?:early\s+|mid-?|late\s+)?"
    r"|the\s+(?:year|class|summer|spring|winter|autumn|fall)(?:\s+of)?\s+)$"
)
_NAME_BEFORE, _COMMA_BEHIND = re.compile(r"[A-Z][\w’'.-]*,\s+$"), re.compile(r"\s?(?:[,.;)]|$)")
_LABEL = re.compile(rf"(?<!\w){alternatives(words('number-labels'))}\s+$")
_ONE_BEFORE = re.compile(rf"\b{alternatives(table('one')['before'])}[\s-]+$", re.IGNORECASE)
_ONE_BEHIND = re.compile(rf"\s*(?:[,.;:!?)\"”’—–]|$)|-|\s+{alternatives(table('one')['behind'])}(?!\w)", re.IGNORECASE)
_NOT_ONE = re.compile(r"\bnot\s+(?:even\s+)?$", re.IGNORECASE)
_NO_MORE_THAN_ONE = re.compile(r"\b(?:just|only|least)\s+$")
_ONE_ALONE = re.compile(r"\s*(?:[,.;:!?)\"”’—–]|$)|\s+(?:of|another|who|that|in|on|to|is|was|can|has)\b", re.IGNORECASE)
_SPEECH = alternatives((*words("speech-past"), *table("one")["speech"]))
_ANYONE = rf"(?:\s+[a-z-]+){{0,2}}?\s+{alternatives((*words('people'), 'source'))}"
_SPEAKS = re.compile(rf"{_ANYONE}(?:,\s[^,.\n]{{2,80}},)?\s+{_SPEECH}\b(?!\s+to\s+have\b)")
_IS_QUOTED, _ENDS = re.compile(rf"[,.!?\"”’]\s+{_SPEECH}\s+$"), re.compile(rf"{_ANYONE}\s?[,.;:]")
_IDIOM = re.compile(r"an?\s+(?:dozen|hundred|thousand|million|billion)\s+times\b", re.IGNORECASE)
_COUNTS_TIME = re.compile(
    r"(?:the\s+)?(?:last|past|previous|next|first|coming|final)\s+(?:\w+[\s-]*){1,4}", re.IGNORECASE
)
_AT_FORMS, _BEHIND_FORMS = (re.compile("|".join(forms.values())) for forms in (_AT, _BEHIND))
_LIST = re.compile(r"[.)](?=\s+\D)|\s*$", re.MULTILINE)
_NEAR = 32


def dates(text: str, times: Sequence[Timed]) -> list[Span]:
    """The runs of `times` whose numbers are dates; not "the last 27 days", which counts days."""
    return [timed.span for timed in times if not _COUNTS_TIME.fullmatch(text, *timed.span)]


def end_of(text: str, numeral: Numeral, dated: Sequence[Span], *, measured: bool) -> int | None:
    """Where what the numeral stands in ends, if that is no figure: a date, an age, a name. None if it may be one.

    `dated` are the runs of dates, in order; `measured`: a unit or currency stands at it, so that it is no name's.
    """
    place = bisect_right(dated, numeral.start, key=lambda span: span[1])
    if place < len(dated) and dated[place][0] < numeral.end:
        return dated[place][1]
    if numeral.kind == "digits" and not numeral.money:
        at = _AT_FORMS.match(text, numeral.number)
        if at and not (measured and at.end() <= numeral.end):
            return at.end()
        if _is_listed(text, numeral):
            return numeral.end
    if behind := _BEHIND_FORMS.match(text, numeral.end):
        return behind.end()
    if _is_pronoun(text, numeral) or _is_speaker(text, numeral) or _IDIOM.match(text, numeral.start):
        return numeral.end
    if _is_introduced(text, numeral, measured=measured):
        return numeral.end
    return None


def _is_introduced(text: str, numeral: Numeral, *, measured: bool) -> bool:
    """Whether the words before it make it an age, a year, or a label's number."""
    if numeral.money or numeral.kind not in ("digits", "words"):
        return False
    near = text[max(0, numeral.start - _NEAR) : numeral.start]
    if _AGED.search(near):
        return True
    if numeral.kind == "words" or measured:
        return False
    after_a_name = numeral.low < 120 and _NAME_BEFORE.search(near) and _COMMA_BEHIND.match(text, numeral.end)
    return bool(after_a_name or _LABEL.search(near))


def _is_pronoun(text: str, numeral: Numeral) -> bool:
    """ "One of the best", "no one", "one another", "one day"; not "one person", or "just one area"."""
    if numeral.kind != "words" or numeral.bare != 1 or numeral.factor > 1:
        return False
    near = text[max(0, numeral.start - _NEAR) : numeral.start]
    if _NOT_ONE.search(near):
        return True
    if _NO_MORE_THAN_ONE.search(near):
        return bool(_ONE_ALONE.match(text, numeral.end))
    return bool(_ONE_BEHIND.match(text, numeral.end) or _ONE_BEFORE.search(near))


def _is_speaker(text: str, numeral: Numeral) -> bool:
    """ "One resident said", "…,” recalled one driver": somebody who speaks, and not how many do."""
    if numeral.kind != "words" or numeral.bare != 1 or numeral.factor > 1:
        return False
    before = text[max(0, numeral.start - _NEAR) : numeral.start]
    return bool(_SPEAKS.match(text, numeral.end) or (_IS_QUOTED.search(before) and _ENDS.match(text, numeral.end)))


def _is_listed(text: str, numeral: Numeral) -> bool:
    """The number of an item at the head of a line, or alone on its line; of a note in brackets."""
    before, after = text[max(0, numeral.number - 2) : numeral.number], text[numeral.end : numeral.end + 1]
    if before[-1:] in ("[", "(") and after in ("]", ")"):
        return before[-1] == "[" or numeral.end - numeral.number <= 2
    return (not before or before[-1] == "\n" or before == "\n(") and bool(_LIST.match(text, numeral.end))
