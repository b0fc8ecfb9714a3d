"""Numerals of a text, in digits and in words, with what multiplies them: "2,400", "twenty-seven", "1.2 million".

What can be read in two ways ("10 500", "1,5") is left out: a number left to the reviewer is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from store.ingest.figures import magnitudes, vague
from store.ingest.figures.claim import Value
from store.ingest.figures.magnitudes import SCALES, scaled
from store.ingest.figures.money import sign_before
from store.ingest.wordlists import table, words

Kind: TypeAlias = Literal["digits", "words", "vague", "fraction", "none"]

_WORDS: dict[str, int] = {word: int(value[0]) for word, value in table("numerals").items()}
_BLANKS = "[\u00a0\u202f\u2009]"
_DIGITS = (
    rf"[0-9]{{1,3}}(?:,[0-9]{{2,3}}){{0,6}},[0-9]{{3}}(?:\.[0-9]+)?|[0-9]{{1,3}}(?:\.[0-9]{{3}}){{2,7}}"
    rf"|[0-9]{{1,3}}(?:{_BLANKS}[0-9]{{3}}){{1,7}}(?:\.[0-9]+)?|[0-9]{{1,3}}(?:\ [0-9]{{3}}){{1,7}}(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
)
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_NTHS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_NTHS |= {"eighth": 8, "ninth": 9, "tenth": 10}
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_FRACTION = (
    rf"(?P<top>a|one|two|three|four|five|six|seven|nine)[\s-](?P<nth>third|quarter|fourth|fifth|sixth|eighth|tenth)s?"
    rf"(?=\s+(?:of|as)\b)|(?P<half>half)(?=\s+(?:of|the|its|their|all)\b(?!\s+(?:size|length|time|price|cost|rate|level|number|speed|distance|way|battle|story)\b))"
    rf"|(?P<one>{_SMALL})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<each>{_SMALL}|ten|[0-9]{{1,4}})(?![\w,.-]\w)"
)
_START = rf"half\s+an?|an?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_PEOPLE = sorted(word for word in words("people") if word.endswith(("s", "people", "men", "ren")))
_NONE = (
    r"(?:no\s+one|nobody|none)(?=\s+(?:else\s+)?(?:was|were|is|are|has|have|had)\b)"
    rf"|no(?=\s+(?!(?:more|less|fewer|longer|one|such)\b)(?:[a-z]+\s+)?(?:{'|'.join(_PEOPLE)})\b)"
)
# What a number in words begins with: few words of a text do, and the rest is passed over at once.
_BEGINS = "|".join(
    sorted({r"an?[\s-]", "half", "no", *(word[:3] for word in _WORDS), *(word[:3] for word in vague.BEGIN)})
)
_FIND = re.compile(
    rf"(?<!\w)(?=[abcdefhlmnostz])(?={_BEGINS})(?:"
    rf"(?<!-)(?:(?P<fraction>(?:{_FRACTION})(?!\w))|(?P<vague>(?:{vague.VAGUE})(?![\w-]))|(?P<none>{_NONE}))"
    rf"|(?P<words>(?P<first>(?:half\s+an?|an?)(?=\s+(?:{'|'.join(SCALES)})\b)|(?:{'|'.join(_WORDS)}))(?!\w)))"
    rf"|(?P<share>[0-9]{{1,4}}[/⁄][0-9]{{1,4}})(?=\s+(?:of|inch|mile|cup|pint)\b)"
    rf"|(?P<digits>{_DIGITS})(?P<part>[{''.join(_PARTS)}])?",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:[\s-]+(?:(?P<and>and)\s+)?)(?P<word>{'|'.join((*_WORDS, *SCALES))})(?!\w)", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_OF_ONE = re.compile(
    rf"\s+of\s+(?:(?:an?|one)\s+(?P<scale>{'|'.join(SCALES)})\b|(?:an?|one|1)(?=\s?(?:per\s?cent|%)))", re.IGNORECASE
)
_TWO_WAYS = re.compile(r"[0-9]{1,3} [1-9][0-9]{2}")
_POWER = re.compile(r"\s?[×x]\s?10(?:\^|\*\*)?([-−–]?[0-9]{1,2})(?![0-9])")
_PREFIXED = re.compile(r"\b(?:minus|sub|plus)[-–]$", re.IGNORECASE)
_NEGATIVE = re.compile(r"(?:(?<![\w)])[-−–]|\b(?:minus|negative)[\s-])$", re.IGNORECASE)
_LONGEST = 24
"""Characters of a numeral in digits; what is longer is a code."""


class Numeral(NamedTuple):
    """A number as printed, with its sign and magnitude. low = high but for vague ones, whose high may be unknown.

    `bare` is the number without its magnitude `factor`: of "33-35 billion" the first takes the second's. `money` is
    the currency whose sign stands before it; `start` is the sign's.
    """

    start: int
    number: int
    end: int
    low: Value
    high: Value | None
    kind: Kind
    bare: Value
    factor: int = 1
    money: str | None = None


def numerals(text: str) -> Iterator[Numeral]:
    """In order of the text, none overlapping another; in time linear in its length. "No civilians" is a zero."""
    at = 0
    for found in _FIND.finditer(text):
        if found.start() < at:
            continue
        numeral = _read(text, found)
        at = found.end() if numeral is None else max(numeral.end, found.end())
        if numeral is not None:
            yield numeral


def _read(text: str, found: re.Match[str]) -> Numeral | None:
    if found["digits"]:
        return _digits(text, found)
    start, end = found.span()
    if found["vague"]:
        low, high = vague.bounds(found)
        return Numeral(start, start, end, low, high, "vague", low)
    if found["none"]:
        return Numeral(start, start, end, 0, 0, "none", 0)
    if found["fraction"] or found["share"]:
        return _part(text, found)
    value, end = _words(text, found)
    factor, after = magnitudes.magnitude(text, end, money=False)
    if _names(text, found, end):
        return None
    product = scaled(value, factor)
    if product >= magnitudes.LARGEST:
        return None
    whole = magnitudes.last_of(text[start:after])
    bare = product // whole if product % whole == 0 else product
    return Numeral(start, start, after, product, product, "words", bare, whole if bare != product else 1)


def _digits(text: str, found: re.Match[str]) -> Numeral | None:
    """ "2,400", "$1.2 million", "minus 5", "1.99×10-30"; None where a letter, a point or a code goes before or on."""
    start, end = found.span()
    digits = found["digits"]
    money, sign = sign_before(text, start)
    if len(digits) > _LONGEST or _glued(text, sign, end) or _TWO_WAYS.fullmatch(digits):
        return None
    number = "".join(filter(lambda c: c not in ", \u00a0\u202f\u2009", digits))
    number = number.replace(".", "") if number.count(".") > 1 else number
    value: Value = float(number) if "." in number else int(number)
    value += _PARTS[found["part"]] if found["part"] else 0
    if power := _POWER.match(text, end):
        value, end = value * 10.0 ** int(power[1].replace("−", "-").replace("–", "-")), power.end()
    if negative := _NEGATIVE.search(text, max(0, sign - 10), sign):
        value, sign = -value, negative.start()
    elif money and text[start - 1 : start] in "-−":
        value = -value
    factor, end = magnitudes.magnitude(text, end, money=money is not None)
    product = scaled(value, factor)
    if abs(product) >= magnitudes.LARGEST:
        return None
    return Numeral(sign, start, end, product, product, "digits", value, factor, money)


def _glued(text: str, start: int, end: int) -> bool:
    """Whether the digits belong to something longer: F-16, 24/7, 10:30, 1,5 and 5.1.2, MH370, #12."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    last = before[-1:]
    if last.isalnum() or (last and last in "#_@&№§/:^="):
        return True
    if last in "-–" and before[:1].isalpha() and not _PREFIXED.search(text, max(0, start - 6), start):
        return True
    if last in ".," and before[:1].isdigit():
        return True
    return after[:1] in (",", ".", ":", "/", "⁄") and after[1:2].isdigit()


def _part(text: str, found: re.Match[str]) -> Numeral | None:
    """ "A third of them" is a part; "a quarter of a million" is 250,000, and "half of 1 percent" 0.5 percent."""
    (start, end), value = found.span(), _fraction(found)
    if value is None:
        return None
    whole = _OF_ONE.match(text, end)
    if not whole:
        return Numeral(start, start, end, value, value, "fraction", value)
    number = scaled(value, SCALES.get((whole["scale"] or "").lower(), 1))
    return Numeral(start, start, whole.end(), number, number, "words", number)


def _fraction(found: re.Match[str]) -> float | None:
    if found["top"]:
        return (1 if found["top"].lower() == "a" else _WORDS[found["top"].lower()]) / _NTHS[found["nth"].lower()]
    if found["half"]:
        return 0.5
    top, under = (found["one"], found["each"]) if found["one"] else re.split("[/⁄]", found["share"])
    one, each = (_WORDS.get(part.lower()) or (int(part) if part.isdecimal() else 0) for part in (top, under))
    return one / each if each and one < each else None


def _words(text: str, found: re.Match[str]) -> tuple[Value, int]:
    """Of "two hundred and fifty thousand": 250,000 and where it ends. "Five ten" is two numbers."""
    first, end = found["first"].lower(), found.end()
    if first[-1] == "a" or first.endswith(" an") or first == "an":
        return (0.5 if first.startswith("half") else 1), end
    total, current = 0, _WORDS[first]
    while following := _NEXT.match(text, end):
        word = following["word"].lower()
        if word in ("hundred", "dozen") and 0 < current < 100 and not following["and"]:
            current *= SCALES[word]
        elif SCALES.get(word, 0) >= 1000 and current and not following["and"]:
            total, current = total + current * SCALES[word], 0
        elif not _continues(total, current, _WORDS.get(word, 0), joined=bool(following["and"])):
            break
        else:
            current += _WORDS[word]
        end = following.end()
    if half := _AND_A_HALF.match(text, end):
        return total + current + 0.5, half.end()
    return total + current, end


def _continues(total: int, current: int, more: int, *, joined: bool) -> bool:
    """Whether a number so far takes `more`: twenty does "seven", a hundred and a thousand take any below them."""
    if not more:
        return False
    if current >= 100 and current % 100 == 0:
        return more < 100
    if not current:
        return total > 0
    return not joined and current % 100 >= 20 and current % 10 == 0 and more < 10


def _names(text: str, found: re.Match[str], end: int) -> bool:
    """Whether a number in words is a name's ("Ocean's Eleven", "Six Nations"), or goes on as another word."""
    start = found.start()
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        return True
    if text[start].isupper() and start >= 2:
        before = text[start - 2 : start]
        return (before[0].isalnum() and before[1] in " -") or (before[0] in ",'’" and before[1] == " ")
    return text[max(0, start - 1) : start] == "-" and text[start - 2 : start - 1].isalpha()
