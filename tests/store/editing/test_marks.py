"""Whether words stand between quotation marks, in whatever marks they are printed."""

from __future__ import annotations

import pytest

from seeds.build import records
from store.editing.marks import quoted_as
from store.records import Records


@pytest.mark.parametrize(
    ("text", "words", "type"),
    [
        ("He said: “We left.” She stayed.", "We left.", "direct"),
        ("He said: “We left.” She stayed.", "“We left.”", "direct"),
        ("He said: “We left.” She stayed.", "She stayed.", "indirect"),
        ("He said: “We left.” She stayed.", "“We left.” She", "mixed"),
        ("„Wir gingen“, sagte er.", "Wir gingen", "direct"),
        ("« Nous partons », dit-il.", "Nous partons", "direct"),
        ("It’s said ‘we left the Gov’ts alone’ at noon", "we left the Gov’ts alone", "direct"),
        ("It’s said ‘we left the Gov’ts alone’ at noon", "at noon", "indirect"),
        ('Mixed marks: “We left." he said', "We left.", "direct"),
        ('Mixed marks: “We left." he said', "he said", "indirect"),
        ('"One," he said, "two."', "he said", "indirect"),
        ('"One," he said, "two."', "two", "direct"),
        ("In Sana‘a he said nothing.", "he said nothing", "indirect"),
        ("He ‘left’ them.", "He ‘left’ them.", "mixed"),
        ("“Not closed here.\n\n“And goes on.” he said", "Not closed here.", "direct"),
        ("“Not closed here.\n\n“And goes on.” he said", "And goes on", "direct"),
        ("“Not closed here.\n\n“And goes on.” he said", "he said", "indirect"),
        ("「行った」と言った", "行った", "direct"),
        ('"We left", he said.', '"We left",', "direct"),
    ],
)
def test_words_are_quoted_as_they_are_printed(text: str, words: str, type: str) -> None:
    start = text.index(words)
    assert quoted_as(text, [(start, start + len(words))]) == type


def test_a_quotation_across_two_paragraphs_is_one() -> None:
    text = "“Not closed here.\n\n“And goes on.” he said"
    assert quoted_as(text, [(1, 17), (20, 32)]) == "direct"


def test_no_words_are_not_quoted() -> None:
    assert quoted_as("“We left.”", []) == "indirect"


def test_the_samples_statements_are_of_the_type_that_is_printed() -> None:
    sample = Records.of(*records())
    for statement in sample.statements.values():
        text = sample.documents[statement.document].text
        assert quoted_as(text, [(part.start, part.end) for part in statement.content]) == statement.type
