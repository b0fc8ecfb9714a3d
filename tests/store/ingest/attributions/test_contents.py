"""How far what was said reaches."""

from __future__ import annotations

import pytest

from store.ingest.attributions.contents import clause_end, phrase_end
from store.ingest.attributions.tokens import Sentence


def thing(text: str) -> str:
    sentence = Sentence(text, (0, len(text)), ())
    return text[slice(*sentence.span(0, phrase_end(sentence, 0, len(sentence))))]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("the charges, which were old", "the charges"),
        ("the charges in a statement on Thursday", "the charges"),
        ("the charges while he was there", "the charges"),
        ("the charges as he left", "the charges"),
        ("the plan as a fraud", "the plan as a fraud"),
        ("a loss of 3, 000 men", "a loss of 3, 000 men"),
        ("a truce starting on Friday", "a truce starting on Friday"),
        ("floods, fires and storms", "floods, fires and storms"),
        ("the raid on Friday that killed two", "the raid on Friday that killed two"),
    ],
)
def test_a_thing_ends_where_the_report_adds_to_it(text: str, end: str) -> None:
    assert thing(text) == end


def test_a_clause_ends_without_what_leads_on() -> None:
    text = "it held, and"
    sentence = Sentence(text, (0, len(text)), ())
    assert clause_end(sentence, 0, len(sentence)) == 2
