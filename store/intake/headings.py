"""What a plain text says of itself where it begins: a title, a date; in Markdown also what stands between `---`."""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from store.model import When

LONGEST_TITLE = 160
"""Characters; a line that is longer is a paragraph."""
LOOKED_AT = 6
"""Lines from the beginning among which a date may stand by itself."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_BEFORE = r"(?:(?:published|posted|date|updated)\s*(?:on|:)?\s*)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_AFTER = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
_DATES = tuple(
    re.compile(_BEFORE + form + _AFTER, re.I)
    for form in (
        rf"(?P<words>{_DAY}\s+{_MONTH},?\s+{_YEAR})",
        rf"(?P<words>{_MONTH}\s+{_DAY},?\s+{_YEAR})",
        r"(?P<words>(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d))",
    )
)
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?: [^\W\d_a-zß-öø-ÿ][\w.'’-]*){1,4}"
_BY_LINE = re.compile(rf"By (?P<names>{_NAME}(?:(?:, | and |, and ){_NAME}){{0,4}})")
"""Words with a capital, two or more to a name."""
_HEADING = re.compile(r"#{1,2}\s+(?P<title>\S.*?)\s*#*")
_MEMBER = re.compile(r"(?P<key>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*")


class Heading(NamedTuple):
    """A title, and what it was taken from: "the first line", "its heading", "what stands before it"; None for none."""

    title: str
    taken_from: str


def plain_title(text: str) -> Heading | None:
    """The first line, where it looks like a title: short, no sentence, and what follows is set off or longer."""
    lines = text.strip().splitlines()
    first = lines[0].strip() if lines else ""
    if len(lines) < 2 or len(first) > LONGEST_TITLE or first[:1].islower() or not re.search(r"[^\W\d_]", first):
        return None
    if re.search(r"[.:;,]$|^[\"“«].*[\"”»]$|[.,][\"”’»]$", first) or said_date(first):
        return None
    second = lines[1].strip()
    set_off = not second or len(second) > len(first) or said_date(second) or _BY_LINE.fullmatch(second)
    return Heading(first, "the first line") if set_off else None


def by_line(text: str) -> str | None:
    """Who "By Mira Lind" names, where that is a line of its own among the first few."""
    lines = [line.strip() for line in text.strip().splitlines()[: LOOKED_AT * 2] if line.strip()]
    found = next(filter(None, (_BY_LINE.fullmatch(line[:LONGEST_TITLE]) for line in lines[:LOOKED_AT])), None)
    return found["names"] if found else None


def markdown_title(text: str) -> Heading | None:
    """The first heading of the first or second order, with its number signs or a line drawn below it."""
    lines = text.splitlines()
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        if found := _HEADING.fullmatch(line.strip()):
            return Heading(found["title"], "its heading")
        if line.strip() and re.fullmatch(r"(=+|-{3,})\s*", below) and not re.fullmatch(r"[-=\s]+", line):
            return Heading(line.strip(), "its heading")
    return None


def front_matter(text: str) -> dict[str, str]:
    """`key: value` lines between two lines `---` at the very beginning; keys in small letters, no quotation marks."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return {}
    found: dict[str, str] = {}
    for line in lines[1:]:
        if line.rstrip() in ("---", "..."):
            return found
        if member := _MEMBER.fullmatch(line):
            found[member["key"].lower()] = member["value"].strip("\"'")
    return {}


def printed_date(text: str) -> When | None:
    """The date that is a line of its own among the first few, as in "13 December 2016" or "Published: 2016-12-13"."""
    lines = [line.strip() for line in text.strip().splitlines()[: LOOKED_AT * 2] if line.strip()]
    return next(filter(None, map(said_date, lines[:LOOKED_AT])), None)


def said_date(line: str) -> When | None:
    """The day that the whole line tells, with the words it is told in; None where it is no date or no such day is."""
    for form in _DATES if len(line) <= LONGEST_TITLE else ():
        if found := form.fullmatch(line.strip()):
            month = found["month"].lower()
            number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
            try:
                day = date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                return None
            return When(words=found["words"], edtf=day.isoformat())
    return None
