"""Who says a number: whoever's words it stands in, or whom its sentence names as counting so ("puts the toll at 9")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from store.ingest import lexicon
from store.ingest.attribution import Span
from store.ingest.figures.reading import Read
from store.ingest.figures.sentence import Sentence
from store.ingest.figures.setting import Setting
from store.ingest.wordlists import words

_BEGINS = (
    r"(?:\A|(?<=[\n“\"])|(?<=[,;:.!?]\s)|(?<=\bwhile\s)|(?<=\bbut\s)|(?<=\band\s)|(?<=\bthough\s)|(?<=\balthough\s))"
)
_WHOEVER = (
    r"(?:(?i:but|and|yet|while|though|although|however,)\s+)?(?P<source>[^\s,;:.“”\"\n][^,;:“”\"\n]{1,60}?)"
    r"(?:,\s(?:[^,;:“”\"\n]{2,80}),)?\s+"
)
_PUTS = re.compile(
    rf"{_BEGINS}{_WHOEVER}(?:(?:has|have|had|now|also|later|still)\s+)*(?:(?P<cue>puts?|placed|places|estimate[sd]?)"
    r"\s+(?:it|them|(?:the|its|their|his|her|that|this)\s[^,;:.“”\"\n]{2,60}?)\s+at"
    r"|(?P<revises>revised|raised|lowered|corrected|updated|cut)\s+(?:the|its|their|his|her|that|this)\s+(?:[a-z]+\s+){0,2}"
    r"(?:number|figure|toll|count|estimate|tally|total)\s+(?:(?:up|down|upwards?|downwards?)\s+)?to)\s+$",
)
"""Who puts a number at so many, or corrects it, with what is told of them between commas."""
_GAVE = re.compile(
    rf"{_BEGINS}{_WHOEVER}(?:(?:has|have|had|now|also|later|still|earlier)\s+)*(?P<cue>gave|gives|given|cited|cites|published"
    r"|issued|announced|released)\s+(?:a|the|its|their)\s+(?:[\w-]+\s+){0,3}(?:toll|figure|number|count|tally|estimate)\s+of\s+$"
)
"""Who gives a toll of so many."""
_RECORDS = re.compile(
    rf"{_BEGINS}{_WHOEVER}(?:(?:already|now|also|since|so\s+far)\s+)*(?P<cue>(?:(?:has|have|had)\s+)?(?:[a-z]+ly\s+)?"
    r"(?:recorded|documented|registered|verified|counted|logged|tallied))\s+(?:the\s+(?:deaths|killings?|cases|arrests?)\s+of\s+)?$"
)
"""Who keeps count: "the United Nations has recorded 40 deaths"; the one told of has to be a body, and no place."""
_EXPECTS = re.compile(
    rf"{_BEGINS}{_WHOEVER}(?:(?:had|has|have|now|also|still)\s+)*(?P<cue>expects?|expected|forecasts?|foresees?|foresaw|projects?"
    r"|projected)\s+(?:that\s+)?(?:[\w’'-]+\s+){0,8}?$"
)
"""Who foresees a number: "She expects oil to reach $100", "Economists had expected 96"."""
_COUNT = (
    r"(?P<cue>[Bb]y)\s+(?P<source>(?!(?:some|any|all|most|one)\b)[^\s,;:.“”\"\n][^,;:“”\"\n]{1,50}?)(?:['’]s|(?<=s)['’])\s+"
    r"(?:(?:own|latest|last|official|early|preliminary|most\s+recent)\s+)*"
    r"(?:count|reckoning|estimates?|tally|tallies|figures|calculations?|numbers)\b"
)
"""Whose count it is: "by the army's count"."""
_BY_COUNT, _BY_COUNT_AT_HEAD = re.compile(rf"\b{_COUNT}"), re.compile(_COUNT)
_BY_COUNT_AMID = re.compile(rf"(?<=,\s){_COUNT}(?=,)")
_KEPT = re.compile(r"\b(?:recorded|documented|registered|verified|counted|logged|tallied)\s")
_FORESEEN = re.compile(r"\b(?:expect|forecast|fores|project)")
_FAR = 200


class Source(NamedTuple):
    """`attribution` is the place of the one whose content it is in, None where the sentence alone names them."""

    attribution: int | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    is_denied: bool = False


def source(setting: Setting, sentence: Sentence, read: Read) -> Source:
    """In "the police said 43 died; others put it at 60" the second is not the police's."""
    place = setting.attribution(read.quantity.number)
    said = setting.attributions[place] if place is not None else None
    named = _puts(setting.text, sentence.span, read) or _by_count(setting.text, sentence.span, read)
    named = named or _keeps(setting.text, sentence.span, read)
    if named and not (said and said.content[0][0] > named.start("source")):
        return Source(None, (named.span("source"),), (named.span("cue" if named["cue"] else "revises"),))
    return Source(place, said.source, said.cue, said.act == "denies") if said else Source(None, (), ())


def _puts(text: str, sentence: Span, read: Read) -> re.Match[str] | None:
    if text[read.start - 3 : read.start] not in ("at ", "to "):
        return None
    return _PUTS.search(text, max(sentence[0], read.start - _FAR), read.start)


def _keeps(text: str, sentence: Span, read: Read) -> re.Match[str] | None:
    """Who gives, records or foresees it."""
    start = max(sentence[0], read.start - _FAR)
    lead = text[max(start, read.start - 40) : read.start]
    if lead.endswith(" of ") and (gave := _GAVE.search(text, start, read.start)):
        return gave
    if _KEPT.search(lead) and (records := _RECORDS.search(text, start, read.start)):
        return records if _is_body(records["source"]) else None
    return _EXPECTS.search(text, start, read.start) if _FORESEEN.search(text, start, read.start) else None


def _is_body(name: str) -> bool:
    """Whether the name is a body's, by the lists or by a word in it."""
    plain = lexicon.without_article(name)
    known = lexicon.known().get(plain)
    return bool(known and known.kind != "state") or not _bodies().isdisjoint(plain.split())


@cache
def _bodies() -> frozenset[str]:
    """Words in what a body is called."""
    return lexicon.organisation_words() | words("organisation-heads") | words("collectives")


def _by_count(text: str, sentence: Span, read: Read) -> re.Match[str] | None:
    """Behind the number, or at the head of the sentence: "By the army's count, 9 died"."""
    if head := _BY_COUNT_AT_HEAD.match(text, *sentence) or _BY_COUNT_AMID.search(
        text, max(sentence[0], read.start - _FAR), read.start
    ):
        return head
    return _BY_COUNT.search(text, read.end, min(sentence[1], read.end + _FAR))
