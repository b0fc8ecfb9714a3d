"""A noun phrase read: whom it names and in which office, joint speakers one by one, sources without a name."""

from __future__ import annotations

import re

from store.ingest import lexicon, nouns
from store.ingest.attribution import Span
from store.ingest.mention import Mention
from store.ingest.naming import in_letters, known, named, squeezed
from store.ingest.proper_names import runs
from store.ingest.wordlists import table

_DETERMINER = re.compile(
    r"(?:(?P<definite>the|this|that|these|those|his|her|their|its|our|my|both(?:\s+the)?|all(?:\s+the)?)"
    r"|(?P<indefinite>an?|another|an?other|some|several|many|most|few|two|three|four|five|six|no|any|each|every|one"
    r"|(?:a\s+(?:number|group|couple|handful)|dozens|hundreds|thousands|one|some|many|most|several|two|three)\s+of"
    r"(?:\s+(?:the|his|her|their|its|our|these|those))?|multiple|other|various|numerous|certain))\s+(?:other\s+|own\s+)?",
    re.I,
)
_RELATIVE = re.compile(r",?\s+(?:who|whom|whose|which|that|where|when|all)\b")
_CUT = re.compile(
    r"\s+(?:of|for|from|in|at|with|on|to|by|near|inside|outside|as|among|about|against|behind|within|under|over|during"
    r"|speaking|briefed|identified|based|citing|interviewed|reached|involved|living|working|quoted|posted|issued|released"
    r"|published|sent|seen|obtained|signed|dated|made|given|today|yesterday|last|(?:close|familiar|aware|present)(?=\s+"
    r"(?:to|with|of|at|in|on)\b)|(?:late|early|earlier)(?=\s+(?:on|in|this|that|last|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b))\b"
)
# "a statement put out by the court": where the words up to here are no noun, those before this may be.
_DONE = re.compile(r"\s+(?:put|written|drawn|shown|taken|led|held|\w{3,}ed)\b")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\s+")
_AND = re.compile(
    r",?\s+and\s+|\s*;\s+|\s+(?:&amp;|amp;|&)\s+(?!(?:Co|Company|Sons|Partners|Bros|Associates)\b)|,\s+(?=(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.’'-]*,?\s+and\s)"
)
# "ministers of France and Germany": one "of" for both.
_SHARED = re.compile(r"(?:\w+\s+)*[a-z]+s\s+(?:of|from|for|in)\s+(?:the\s+)?[A-Z][\w.]*$")
_AGE = re.compile(r"(?:aged\s+)?\d{1,3}")
_NO_OFFICE = re.compile(
    r"(?:at|in|on|of|for|from|to|with|by|after|before|during|speaking|asked|when|while|as|who)\b|\W*$"
)
_NO_PART = ("a", "an", "the", "his", "her", "its", "their")
_LAST_WORD = re.compile(r"[\w’'-]+$")
_EDGE = " \t\n\r\"“”‘’'«»,;:–—-"
_LONGEST = 400


def read(text: str, span: Span) -> list[Mention]:
    """The actors that the phrase names, in its order; none where it holds nothing but small words."""
    start, end = _trimmed(text, *span)
    end = min(end, start + _LONGEST)
    if start >= end:
        return []
    if pronoun := _pronoun(text, start, end):
        return [pronoun]
    if (cut := _RELATIVE.search(text, start + 1, end)) and cut.start() > start:
        end = cut.start()
    joint = _joint(text, start, end)
    return joint or [mention for mention in (_one(text, start, end),) if mention]


def _pronoun(text: str, start: int, end: int) -> Mention | None:
    word = text[start:end]
    small = word if word == "I" else word.lower()
    if small not in table("pronouns") or (len(word) > 1 and word.isupper()):
        return None
    told = table("pronouns")[small]
    return Mention((start, end), "person", small, "pronoun", head=small, gender=told[0] if told else None)


def _joint(text: str, start: int, end: int) -> list[Mention]:
    """Each side names somebody in "Merkel and Hollande", "the ministry and the rebels", none in "wife and rival"."""
    parts: list[Span] = []
    at = start
    # "the Ministry of Food and Fisheries" is one.
    bodies = (named(text, run, end) for run in runs(text, start, end))
    whole = [mention.span for mention in bodies if mention and mention.kind == "organisation"]
    for found in _AND.finditer(text, start, end):
        if any(first < found.start() < last for first, last in whole):
            continue
        parts.append((at, found.start()))
        at = found.end()
    if not parts or _SHARED.match(text, *parts[0]):
        return []
    mentions = [_one(text, *_trimmed(text, *part)) for part in (*parts, (at, end))]
    if any(mention is None or not _stands_alone(text, mention) for mention in mentions):
        return []
    kept = [mention for mention in mentions if mention]
    return kept if kept[0].head != lexicon.ADJECTIVE or kept[-1].reach == "named" else []


def _stands_alone(text: str, mention: Mention) -> bool:
    if mention.kind == "person" and mention.reach == "named" and mention.capacity is None:
        return text[mention.span[0] : mention.span[0] + 4].lower() != "the "  # "the Armed Conflict" is no person
    if mention.reach == "named":
        return mention.kind != "office" or text[mention.span[0]].isupper() or " " in mention.name
    kinds = ("collective", "armed-group", "document", "state", "organisation")
    return mention.reach == "pronoun" or mention.kind in kinds


def _one(text: str, start: int, end: int) -> Mention | None:
    """One actor, of a phrase that commas part into a name and what is said of it."""
    blank = _PARENTHESIS.sub(lambda found: " " * len(found[0]), text[start:end])
    found: list[Mention] = []
    told: list[str] = []
    at = start
    for piece in blank.split(","):
        first, last = _trimmed(text, at, at + len(piece.rstrip()))
        at += len(piece) + 1
        if first >= last or _AGE.fullmatch(text, first, last):
            continue
        mention = _part(text, first, last)
        if mention and (
            not found or (found[0].kind != "person" and mention.kind == "person" and mention.reach == "named")
        ):
            told += [text[slice(*found[0].span)]] if found else []
            found = [mention]
        else:
            told.append(text[first:last])
    if not found:
        return None
    mention = found[0]._replace(span=(start, _trimmed(text, start, end)[1]))
    if mention.reach != "named" or mention.kind != "person":
        return mention
    apposition = next(filter(None, map(_office, told)), None)
    if mention.capacity and apposition and all(word in lexicon.titles() for word in mention.capacity.split()):
        return mention._replace(capacity=f"{mention.capacity}, {apposition}")
    return mention._replace(capacity=mention.capacity or apposition)


def _office(told: str) -> str | None:
    """What an apposition says of a person, without its article; None for what is none: "at a rally"."""
    if _NO_OFFICE.match(told):
        return None
    lead = _DETERMINER.match(told)
    return squeezed(told[lead.end() :] if lead and lead[0].strip().lower() in _NO_PART else told)


def _part(text: str, start: int, end: int) -> Mention | None:
    """A phrase without commas."""
    if pronoun := _pronoun(text, start, end):
        return pronoun
    if whole := known(text, (start, end)):
        return whole
    lead = _DETERMINER.match(text, start, end)
    first = lead.end() if lead else start
    if first >= end:
        return None
    if whole := known(text, (first, end)):
        return whole
    owned = first
    for found in _POSSESSIVE.finditer(text, first, end):
        owned = found.end()
    stop = cut.start() if (cut := _CUT.search(text, owned, end)) else end
    # "Secretary of State John Kerry" has an "of" within the name and its office.
    stop = next((last for start_, last in runs(text, owned, end) if start_ < stop < last), stop)
    if mention := _by_name(text, first, owned, stop, end) or _by_noun(text, lead, (start, first), stop, end):
        return mention
    done = _DONE.search(text, first, stop)
    return _by_noun(text, lead, (start, first), done.start(), end) if done else None


def _by_name(text: str, first: int, owned: int, stop: int, end: int) -> Mention | None:
    """A proper name that ends the noun phrase; what stands before it is told of its bearer."""
    found = runs(text, owned, stop)
    if not found or found[-1][1] != stop or nouns.is_common(text[slice(*found[-1])]):
        return None
    if found[-1][0] == first and nouns.is_lowered(text, found[-1]):
        return None
    mention = named(text, found[-1], end)
    if mention is None or mention.kind not in ("person", "office"):
        return mention
    before = squeezed(text[first : found[-1][0]])
    if mention.kind == "office":
        printed = squeezed(text[first:end])
        return mention._replace(span=(first, end), name=in_letters(printed), capacity=printed)
    told = mention.head or (before.split()[-1].lower() if before else "")
    capacity = squeezed(f"{before} {mention.capacity or ''}") or None
    gender = mention.gender or nouns.gender(told)
    return mention._replace(span=(first, stop), capacity=capacity, head=told, gender=gender)


def _by_noun(text: str, lead: re.Match[str] | None, span: Span, stop: int, end: int) -> Mention | None:
    """What a common noun tells: an office, a source without a name, a document, a group under arms."""
    start, first = span
    if not _LAST_WORD.search(text[first:stop]):
        return None
    article = "" if lead is None else "definite" if lead["definite"] else "indefinite"
    return nouns.read(nouns.Noun(text, start, first, stop, end, article))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
