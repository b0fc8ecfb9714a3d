"""A record about to be made, drawn: its questions, the row it will be, what is wrong with it."""

from __future__ import annotations

import pytest

from store.editing.making import Selected
from store.errors import EditError, SaysoError
from store.records import Records
from tests.store.conftest import TEXT, records
from tui.ink import Row
from tui.render.proposal import answered, offered, preview, problem, title
from tui.view.proposal import KIND, Proposal

RECORDS = Records.of(*records())


def proposal(words: str = '"We counted 12 dead."') -> Proposal:
    start = TEXT.index(words)
    return Proposal(RECORDS, "do-1111111111", Selected(((start, start + len(words)),)))


def text(row: Row) -> str:
    return "".join(ink.text for ink in row)


def test_the_title_says_what_is_made_of_which_words() -> None:
    assert text(title(proposal(), 80)) == ' Make a statement  "We counted 12 dead."'
    actor = proposal("The mayor")
    actor.put(KIND, "actor")
    assert text(title(actor, 80)).startswith(" Make an actor  The mayor")


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("kind", ["statement", "figure", "actor"])
def test_every_line_keeps_to_the_width(kind: str, width: int) -> None:
    made = proposal("12 dead")
    made.put(KIND, kind)
    rows = [answered(made, question, width, here=False, spoken=False) for question in made.questions]
    rows += [title(made, width), offered("a name " * 30, width, here=True, spoken=False)]
    rows += preview(made, width, 10, spoken=False)
    assert all(sum(ink.cell_length for ink in row) <= width for row in rows)


def test_the_preview_is_the_row_of_the_list_and_what_is_known() -> None:
    made = proposal()
    made.put("speakers", "The army")
    rows = [text(row) for row in preview(made, 100, 6, spoken=False)]
    assert "The army" in rows[0]
    assert '"We counted 12 dead."' in rows[0]
    assert rows[1].startswith("The army (inferred) · direct speech")
    assert len(preview(made, 100, 1, spoken=False)) == 1


def test_a_relation_is_shown_as_a_sentence() -> None:
    related = Proposal(RECORDS, pair=("st-1111111111", "st-2222222222"))
    assert "restates" in text(preview(related, 100, 3, spoken=False)[0])


def test_what_is_wrong_is_named_by_its_line() -> None:
    made = proposal()
    made.put("uttered", "monday")
    assert text(preview(made, 100, 6, spoken=False)[0]).startswith("Said on: ")
    with pytest.raises(EditError) as caught:
        made.made()
    assert "For example: 2016" in problem(made, caught.value, whole=True)
    assert "example" not in problem(made, caught.value)
    assert problem(made, SaysoError("The disk is full.")) == "The disk is full."
