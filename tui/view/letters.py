"""Letters as one sees them: where in a text a character ends, with its marks and with what is joined to it."""

from __future__ import annotations

import unicodedata

from store.characters import IGNORED

JOINERS = "\u200c\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_FLAG = range(0x1F1E6, 0x1F200)
_FLAGS = "".join(map(chr, _FLAG))
# Hangul, as single sounds (first, vowel, last) and as whole syllables, of which each 28th has no last sound.
_FIRST, _VOWEL, _LAST = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_SYLLABLE = range(0xAC00, 0xD7A4)
_LASTS = 28


class _Hangs(dict[str, bool]):
    """Character -> whether it is part of the character before it: a mark, or what can't be seen."""

    def __missing__(self, character: str) -> bool:
        self[character] = hangs = unicodedata.category(character) in ("Mn", "Me", "Mc") or bool(
            IGNORED.match(character)
        )
        return hangs


HANGS = _Hangs()


def hangs(text: str, at: int) -> bool:
    """Whether a character goes on at this offset, below len(text), with a mark or with what a joiner joins to it."""
    return HANGS[text[at]] or (text[at - 1] in JOINERS and not text[at].isascii())


def within(text: str, at: int) -> bool:
    """Whether the offset parts what is one letter to the eye; neither end of the text does.

    A line end of two characters, an emoji and its skin, the two halves of a flag and a syllable of Hangul are one too.
    """
    if not 0 < at < len(text):
        return False
    return hangs(text, at) or text[at - 1 : at + 1] == "\r\n" or (text[at] > "\u10ff" and _joined(text, at))


def _joined(text: str, at: int) -> bool:
    one, two = ord(text[at - 1]), ord(text[at])
    if two in _FLAG and one in _FLAG:
        return bool((at - len(text[:at].rstrip(_FLAGS))) % 2)
    return (two in _SKIN and one > 0xFF) or _of_one_syllable(one, two)


def _of_one_syllable(one: int, two: int) -> bool:
    open_ended = one in _VOWEL or (one in _SYLLABLE and (one - _SYLLABLE.start) % _LASTS == 0)
    if two in _FIRST or two in _SYLLABLE:
        return one in _FIRST
    if two in _VOWEL:
        return one in _FIRST or open_ended
    return two in _LAST and (open_ended or one in _LAST or one in _SYLLABLE)


def after(text: str, at: int) -> int:
    """The offset behind the letter that stands at `at`; at the end of the text that end."""
    at = min(at + 1, len(text))
    while within(text, at):
        at += 1
    return at


def before(text: str, at: int) -> int:
    """The offset of the letter that ends at `at`; at the beginning of the text 0."""
    at = max(at - 1, 0)
    while within(text, at):
        at -= 1
    return at


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The run, widened to whole letters and kept within the text."""
    start, end = max(min(start, len(text)), 0), max(min(end, len(text)), 0)
    first = before(text, start) if within(text, start) else start
    return first, after(text, end) if within(text, end) else end
