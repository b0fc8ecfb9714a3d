"""Words, sentences and quotations of a text, as half-open `str` offsets: what a selection is made of.

Nothing looks further than NEAR characters around where one is, however long the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store import sentence as around
from store.sentence import NEAR, Span
from tui.view import letters

LONGEST_WORD = 400
DEEPEST = 8
"""Quotations within one another."""
# Scripts that part no words by spaces: each sign is a word.
_IDEOGRAPH = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BETWEEN_LETTERS, _BETWEEN_DIGITS = "'’ʼ-‐‑", ".,:/٫٬"
SPACE, WORD, IDEOGRAPH, MARK = range(4)

CLOSING = {"“": '”"', "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‘": "’", '"': '"”', "”": "”"}
"""What closes a quotation that this mark opened, in several countries' ways; of the wrong kind too, as printers err."""
_QUOTES = re.compile('[“”„«»‹›「」『』‘’"]')


def kind(text: str, at: int) -> int:
    """SPACE, WORD, IDEOGRAPH (a word alone) or MARK (punctuation); what hangs on a letter is of its kind."""
    while letters.within(text, at):
        at -= 1
    character = text[at]
    if character.isspace():
        return SPACE
    if _IDEOGRAPH.match(character):
        return IDEOGRAPH
    if character.isalnum() or (letters.HANGS[character] and character.isprintable()):
        return WORD
    return WORD if _inside_a_word(text, at) else MARK


def _inside_a_word(text: str, at: int) -> bool:
    """Whether the sign at `at` belongs to the word around it: Gov'ts, al-Assad, 14,000."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    if len(around) < 2:
        return False
    if text[at] in _BETWEEN_DIGITS:
        return around.isdecimal()
    return text[at] in _BETWEEN_LETTERS and all(c.isalnum() or letters.HANGS[c] for c in around)


def word_from(text: str, at: int) -> Span | None:
    """The first word, or run of punctuation, that begins at `at` or after it; None where only spaces follow."""
    start = at + len(text[at : at + NEAR]) - len(text[at : at + NEAR].lstrip())
    start = letters.whole(text, start, start)[1]
    if start >= len(text):
        return None
    if kind(text, start) == SPACE:
        return word_from(text, letters.after(text, start))
    return start, _word_end(text, start)


def word_to(text: str, at: int) -> Span | None:
    """The last word that ends at `at` or before it; None where only spaces stand before."""
    end = at
    while end and kind(text, end - 1) == SPACE:
        near = text[max(end - NEAR, 0) : end]
        end = min(end - len(near) + len(near.rstrip()), letters.before(text, end))
    return (_word_start(text, end), end) if end else None


def word_at(text: str, at: int) -> Span | None:
    """The word on which the offset stands; between words the next one, behind the last one that."""
    if 0 <= at < len(text) and kind(text, at) != SPACE:
        start = _word_start(text, letters.after(text, at))
        return start, _word_end(text, start)
    return word_from(text, at) or word_to(text, min(at, len(text)))


def _word_end(text: str, start: int) -> int:
    wanted, end = kind(text, start), letters.after(text, start)
    while end < len(text) and end - start < LONGEST_WORD and wanted != IDEOGRAPH and kind(text, end) == wanted:
        end = letters.after(text, end)
    return end


def _word_start(text: str, end: int) -> int:
    start = letters.before(text, end)
    wanted = kind(text, start)
    while start and end - start < LONGEST_WORD and wanted != IDEOGRAPH:
        earlier = letters.before(text, start)
        if kind(text, earlier) != wanted:
            break
        start = earlier
    return start


def paragraph(text: str, at: int) -> Span:
    """The paragraph of the offset, as `store.sentence` has it."""
    return letters.whole(text, *around.paragraph(text, at))


def sentence(text: str, at: int) -> Span | None:
    """The sentence in which the offset stands, without the spaces around it; None on an empty line."""
    found = around.sentence_within(text, *paragraph(text, at), at)
    return letters.whole(text, *found) if found else None


def next_sentence(text: str, at: int) -> Span | None:
    """The first sentence that begins behind the offset; None where there is none."""
    here = sentence(text, at)
    following = word_from(text, max(here[1], at + 1) if here else at)
    return sentence(text, following[0]) if following else None


def previous_sentence(text: str, at: int) -> Span | None:
    """The last sentence that begins before the offset: its own where it stands inside one; None where there is none."""
    here = sentence(text, at)
    if here and here[0] < at:
        return here
    earlier = word_to(text, at)
    return sentence(text, earlier[0]) if earlier else None


def quotations(text: str, at: int) -> list[Span]:
    """The quotations of the offset's paragraph, marks included, in the order of their ends.

    One that is opened and not closed there goes to the paragraph's end, as printers do who open it anew in the next.
    """
    first, last = paragraph(text, at)
    return sorted(_quoted(text, first, last), key=lambda span: (span[1], -span[0]))


def _quoted(text: str, first: int, last: int) -> Iterator[Span]:
    opened: list[tuple[int, str]] = []
    for mark in _QUOTES.finditer(text, first, last):
        if _apostrophe(text, mark.start()):
            continue
        closes = next((n for n, (_, sign) in enumerate(opened) if mark[0] in CLOSING[sign]), None)
        if closes is not None:
            yield opened[closes][0], mark.end()
            del opened[closes:]
        elif mark[0] in CLOSING:
            opened = [*opened[-DEEPEST:], (mark.start(), mark[0])]
    if opened and opened[0][1] != "‘" and (rest := around.trimmed(text, opened[0][0], last)):
        yield letters.whole(text, *rest)


def _apostrophe(text: str, at: int) -> bool:
    """Whether the mark is one of a word, "don’t", and not of speech."""
    return text[at] in "’'" and text[max(at - 1, 0) : at].isalnum() and text[at + 1 : at + 2].isalnum()


def quotation_around(text: str, start: int, end: int) -> Span | None:
    """The smallest quotation that holds the run and is more than it; else the next one of the paragraph, which the run
    may reach into; or None."""
    found = quotations(text, start)
    around = [span for span in found if span[0] <= start and end <= span[1] and span != (start, end)]
    ahead = [span for span in found if span[0] >= start and span[1] > end]
    return min(around, key=lambda span: span[1] - span[0]) if around else min(ahead, default=None)
