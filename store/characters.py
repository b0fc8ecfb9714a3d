"""Which characters are dangerous or don't show, and what is shown for them; every sign is one cell wide.

Two strengths. `signs` replaces what acts (on a terminal, or on the order in which a line reads) and keeps all else, one
character for one: for files, where a quotation stays what was printed. `visible` besides leaves out what can't be seen,
bounds what piles up on one letter, and takes tabs and line ends for the controls that they are: for the screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

# A C0 control has its picture at the same place of the Control Pictures block; C1, lone surrogates and the first
# noncharacters have no picture. U+2028, U+2029 and NEL end a line wherever they are shown.
_LAYOUT = {ord(control): chr(0x2400 + ord(control)) for control in "\t\n\r"}
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if code not in _LAYOUT}
_CONTROLS |= {0x7F: "␡"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_LINES = dict.fromkeys((0x85, 0x2028, 0x2029), "␤")
_NONE = dict.fromkeys([*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF], "\ufffd")
# Embeddings, overrides and isolates reorder the line around them (CVE-2021-42574). The marks LRM, RLM and ALM don't.
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "⇄")
_SIGNS = _CONTROLS | _LINES | _NONE | _BIDI

# Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt) less those above, and the interlinear annotations.
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""For a class of a pattern."""
IGNORED = re.compile(f"[{IGNORABLE}]")
# Scripts from Arabic to Georgian, and Khmer and Mongolian, without their own ignorable characters.
_JOINING = "\u0600-\u061b\u061d-\u10ff\u1780-\u17b3\u17b6-\u180a\u1810-\u18af"
# Without the pictures of controls, which stand for what is no emoji.
_EMOJI = "©®‼⁉™ℹ\u2190-\u23ff\u2440-\u2bff〰〽㊗㊙\U0001f000-\U0001faff"

ACTIVE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""One character that `signs` replaces."""
# England, Scotland and Wales: a black flag and tags, the only ones in use (emoji-sequences.txt).
_FLAGS = "|".join("".join(chr(0xE0000 + ord(c)) for c in name) for name in ("gbeng", "gbsct", "gbwls"))
_NEEDED = (
    f"(?<=[{_JOINING}])[\u200c\u200d]",
    f"[\u200c\u200d](?=[{_JOINING}])",
    f"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f))\u200d(?=[{_EMOJI}])",
    f"(?<=[{_EMOJI}#*0-9])[\ufe0e\ufe0f]",
    "(?<=[\u0591-\u05c7])\u034f(?=[\u0591-\u05c7])",
    f"🏴(?:{_FLAGS})\U000e007f",
)
MARKS = 8
"""How many combining marks on one letter are shown; Vietnamese, Hebrew and Tibetan need no more than four."""
# No mark is a word character, so that this finds every pile, and now and then a run of CJK punctuation besides.
_PILE = re.compile(rf"[^\w\x00-\x7f]{{{MARKS + 1},}}")
_SUSPECT = re.compile(f"{ACTIVE.pattern}|[\t\n\r{IGNORABLE}]|{_PILE.pattern}")


def signs(text: str) -> str:
    """The text as a file may hold it: a sign for each dangerous character, one for one, so that offsets stay.

    C0 controls become Control Pictures ("␛") but for tab, newline and carriage return, which stay; DEL is "␡", the line
    ends NEL, U+2028 and U+2029 are "␤", bidi embeddings, overrides and isolates "⇄", and other C1 controls, lone
    surrogates and noncharacters U+FFFD.
    """
    return text.translate(_SIGNS) if ACTIVE.search(text) else text


def visible(text: str) -> str:
    """The text as a screen may show it: for each character of `text` one or none, all on one line.

    As `signs`, and tab, newline and carriage return are "␉", "␊", "␍" (split lines before). Besides, characters that
    can't be seen are left out (zero width spaces, LRM, RLM, ALM, soft hyphen, BOM, tags, variation selectors, fillers)
    save joiners beside a letter of a joining script, joiners, VS15 and VS16 in emoji, CGJ between Hebrew points, and
    the tags of three flags; so are combining marks beyond `MARKS` on one letter. Where
    neighbours decide, a slice of a text and the text may differ at the slice's ends.
    """
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return text
    return _PILE.sub(lambda pile: _bounded(pile[0]), _seen(signs(text).translate(_LAYOUT)))


def unseen(text: str) -> Mapping[str, int]:
    """The characters that `visible` leaves out or shows by a sign, and how often each stands in the text.

    Not tab, newline and carriage return, which break and indent the lines of any report.
    """
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return {}
    return _unseen(text)


@lru_cache(256)
def _unseen(text: str) -> Mapping[str, int]:
    left_out = Counter(found[0] for found in _ignorable().finditer(text) if not found["needed"])
    replaced = Counter(ACTIVE.findall(text))
    piles = _PILE.findall(_seen(text))
    return left_out + replaced + sum((Counter(pile) - Counter(_bounded(pile)) for pile in piles), Counter())


def _seen(text: str) -> str:
    return _ignorable().sub(lambda found: found["needed"] or "", text) if IGNORED.search(text) else text


@cache
def _ignorable() -> re.Pattern[str]:
    """Seldom needed, and long in the making: what can't be seen, and what of it has to stay."""
    return re.compile(f"(?P<needed>{'|'.join(_NEEDED)})|[{IGNORABLE}]")


def _bounded(pile: str) -> str:
    kept, marks = [], 0
    for character in pile:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else marks if category == "Cf" else 0
        if marks <= MARKS:
            kept.append(character)
    return "".join(kept)


def file_name(title: str, suffix: str) -> str:
    """A safe file name: the title's letters and digits, of any script, in lower case, joined by dashes; then suffix.

    At most 60 characters before the suffix (".md"), so at most 240 bytes; "untitled" where nothing is left. Accents on
    Latin letters go. Never begins with a dash or a dot, holds no separator.
    """
    folded = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", unicodedata.normalize("NFKD", title).lower())
    spelled = unicodedata.normalize("NFC", folded)
    words = "".join(c if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc") else " " for c in spelled)
    name = re.sub(r"^[\W_]+", "", "-".join(visible(words).split()))[:60]
    return (name.rstrip("-") or "untitled") + suffix
