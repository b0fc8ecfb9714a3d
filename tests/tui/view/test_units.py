"""Words, sentences and quotations as they stand in reports of several scripts."""

from __future__ import annotations

from time import monotonic

import pytest

from seeds.aleppo.report import REPORT
from tui.view.units import (
    next_sentence,
    previous_sentence,
    quotation_around,
    sentence,
    word_at,
    word_from,
    word_to,
)

ARABIC = "قال يان إيغلاند: «الحُكُومَتَانِ السورية والروسية مسؤولتان عن ٩٬٩٠٠ قتيل». وأضاف أنّ المدينة تحت الحصار؟ نعم."


def words(text: str) -> list[str]:
    found, at = [], 0
    while span := word_from(text, at):
        found.append(text[slice(*span)])
        at = span[1]
    return found


def back(text: str) -> list[str]:
    found, at = [], len(text)
    while span := word_to(text, at):
        found.append(text[slice(*span)])
        at = span[0]
    return found[::-1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Gov'ts of Syria amp; Russia", ["The", "Gov'ts", "of", "Syria", "amp", ";", "Russia"]),
        ("al-Assad’s 14,000 men, he said.", ["al-Assad’s", "14,000", "men", ",", "he", "said", "."]),
        ('“We counted 12." [...] he went', ["“", "We", "counted", "12", '."', "[...]", "he", "went"]),
        ("阿勒颇被围困。他说", ["阿", "勒", "颇", "被", "围", "困", "。", "他", "说"]),
        ("مدينةَ حلب «تحت الحصار»", ["مدينةَ", "حلب", "«", "تحت", "الحصار", "»"]),
        ("می‌خواهم بروم", ["می‌خواهم", "بروم"]),
        ("e\u0301te\u0301 1️⃣", ["e\u0301te\u0301", "1️⃣"]),
        ("  \n\n ", []),
        ("", []),
    ],
)
def test_a_text_is_its_words_forwards_and_backwards(text: str, wanted: list[str]) -> None:
    assert words(text) == back(text) == wanted


def test_the_word_at_an_offset_is_the_one_it_stands_in_or_else_the_next_and_at_the_end_the_last() -> None:
    text = "two words  "
    assert [text[slice(*(word_at(text, at) or (0, 0)))] for at in (0, 2, 3, 5, 10, 11)] == [
        *("two", "two", "words", "words", "words", "words")
    ]
    assert word_at(" \n", 0) is None


def sentences(text: str) -> list[str]:
    found, span = [], sentence(text, 0)
    while span:
        found.append(text[slice(*span)])
        span = next_sentence(text, span[0])
    return found


@pytest.mark.parametrize(
    "wanted",
    [
        ["He said so.", "She didn’t!", "Did they?"],
        ["Mr. Smith of the U.S. spoke to Gen. Dvornikov.", "Nobody answered."],
        ['"It is over."', "“It is not (yet).”", "It went on... for days."],
        ["他说了。", "她没说！"],
        ["قال نعم.", "هل قال؟", "لا."],
    ],
)
def test_a_text_is_its_sentences(wanted: list[str]) -> None:
    assert sentences(" ".join(wanted)) == wanted


def test_a_sentence_ends_with_its_paragraph() -> None:
    text = "Headline without a stop\n\nFirst. Second"
    assert sentences(text) == ["Headline without a stop", "First.", "Second"]
    assert previous_sentence(text, len(text)) == (text.index("Second"), len(text))
    assert previous_sentence(text, text.index("Second")) == (text.index("First"), text.index(" Second"))
    assert previous_sentence(text, 0) is None
    assert sentence(text, text.index("\n\n") + 1) is None


WRAPPED = (
    "The mayor of the town said on Monday that it was over: “We have\n"
    "counted twelve dead, and there may be more. We don’t know\n"
    "anything yet,” she went on. The army denied it.\n"
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_sentence_and_a_quotation_go_on_where_the_sender_wrapped_the_lines(line_end: str) -> None:
    text = WRAPPED.replace("\n", line_end)
    start, end = text.index("“"), text.index("”") + 1
    for words in ("We have", "twelve", "anything"):
        at = text.index(words)
        assert quotation_around(text, at, at + 1) == (start, end)
    assert sentence(text, text.index("know")) == (text.index("We don’t"), text.index(" The army"))


def test_a_headline_does_not_go_on_in_the_report() -> None:
    headline = "Twelve people killed in the siege of the town, says its mayor"
    text = f"{headline}\n{'The mayor of the town said on Monday that it was over. ' * 3}\n"
    assert sentence(text, 3) == (0, len(headline))


def quoted(text: str, at: int) -> str:
    return text[slice(*(quotation_around(text, at, at + 1) or (0, 0)))]


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ('He said: "We counted 12 dead." It rained.', "counted", '"We counted 12 dead."'),
        ("He said: “We don’t ‘negotiate’ at all.” So", "don", "“We don’t ‘negotiate’ at all.”"),
        ("He said: “We don’t ‘negotiate’ at all.” So", "negotiate", "‘negotiate’"),
        ('“Such atrocities revolt," Ayrault said. "The supporters" went', "revolt", '“Such atrocities revolt,"'),
        ('“Such atrocities revolt," Ayrault said. "The supporters" went', "Ayrault", '"The supporters"'),
        ("„Wir haben gezählt“, sagte er", "haben", "„Wir haben gezählt“"),
        ("Er sagte: »Wir haben gezählt.«", "haben", "»Wir haben gezählt.«"),
        ("他说：「停火『无效』。」完", "停", "「停火『无效』。」"),
        (ARABIC, "السورية", ARABIC[ARABIC.index("«") : ARABIC.index("»") + 1]),
        ("“It goes on in the next paragraph.\n“Here.”", "goes", "“It goes on in the next paragraph."),
        ("No quotation here.", "quotation", ""),
        ("It’s the people’s own", "the", ""),
    ],
)
def test_the_quotation_is_found_in_its_own_marks(text: str, at: str, wanted: str) -> None:
    assert quoted(text, text.index(at)) == wanted


def test_a_run_that_reaches_into_a_quotation_selects_it() -> None:
    text = 'She added: "We counted all." Then: "Go."'
    start, end = text.index(": "), text.index("We")
    assert text[slice(*(quotation_around(text, start, end) or (0, 0)))] == '"We counted all."'


def test_every_quotation_of_the_sample_that_is_closed_is_found() -> None:
    text = REPORT.document.text
    start = text.index('"The Gov')
    found = quotation_around(text, start + 5, start + 6)
    assert found is not None
    assert text[slice(*found)] == text[start : text.index('"', start + 1) + 1]


@pytest.mark.parametrize("unit", ["x", " ", '"', "砲", "a. ", "\n", "“a ‘b "])
def test_in_a_million_letters_of_anything_nothing_takes_long(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    at, began = len(text) // 2, monotonic()
    for find in (word_at, word_from, word_to, sentence, next_sentence, previous_sentence):
        find(text, at)
    quotation_around(text, at, at + 1)
    assert monotonic() - began < 5
