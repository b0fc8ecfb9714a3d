"""The report in lines, with every anchor of the record lit where it stands and nowhere else."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment

from seeds.aleppo.figures import FIGURES
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.report import REPORT
from seeds.aleppo.statements import CALL, STATEMENTS, TWEET
from seeds.build import records as seeded
from store.model import Anchor, Figure, Statement
from store.records import Records
from store.references import anchors
from tui.render.source import BAR, Layout, head, layout, place_in, whole_facts

RECORDS = Records.of(*seeded())
DOCUMENT = RECORDS.documents[REPORT.document.id]
OURS = [*STATEMENTS, *FIGURES]


def drawn(found: Layout) -> list[list[Segment]]:
    return [found.draw(line) for line in range(len(found.lines))]


def text_of(line: list[Segment]) -> str:
    return "".join(segment.text for segment in line)


def with_look(found: Layout, look: str) -> str:
    """The text that looks so ("bold", "reverse", "underline"), without line ends and bars."""
    return "".join(s.text for line in drawn(found) for s in line[1:] if s.style and getattr(s.style, look))


def spaceless(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [20, 78, 118, 400])
@pytest.mark.parametrize("record", OURS, ids=lambda record: record.id)
def test_every_word_of_the_record_is_lit_and_no_other(record: Statement | Figure, width: int) -> None:
    own = [anchor for name, anchor in anchors(record) if name in ("content", "anchor")]
    wanted = "".join(anchor.exact for anchor in sorted(own, key=lambda anchor: anchor.start))
    assert spaceless(with_look(layout(DOCUMENT, record, width, ()), "bold")) == spaceless(wanted)


def test_who_says_it_and_the_cue_look_otherwise() -> None:
    found = layout(DOCUMENT, TWEET, 100, ())
    others = [anchor.exact for name, anchor in anchors(TWEET) if name in ("source", "cue")]
    assert others
    assert all(spaceless(words) in spaceless(with_look(found, "underline")) for words in others)


def test_a_bar_stands_before_each_line_with_the_records_words_and_before_no_other() -> None:
    found = layout(DOCUMENT, CALL, 60, ())
    for number, (start, end) in enumerate(found.lines):
        own = any(anchor.start < end and start < anchor.end for anchor in CALL.content)
        assert (found.draw(number)[0].text == BAR) == own


def test_the_first_line_is_that_of_the_records_first_word() -> None:
    found = layout(DOCUMENT, NINE_HUNDRED, 78, ())
    start, end = found.lines[found.first]
    assert start <= NINE_HUNDRED.anchor.start < end


def test_words_searched_for_are_lit_wherever_they_stand() -> None:
    found = layout(DOCUMENT, None, 78, ("aleppo",))
    assert len(found.found) == DOCUMENT.text.count("Aleppo")
    assert with_look(found, "reverse") == "Aleppo" * len(found.found)


def test_the_report_is_shown_to_the_letter() -> None:
    for width in (10, 33, 78):
        text = "".join(s.text for line in drawn(layout(DOCUMENT, TWEET, width, ("siege",))) for s in line[1:])
        assert spaceless(text) == spaceless(DOCUMENT.text)


@given(st.integers(2, 120))
def test_lines_keep_to_their_width(width: int) -> None:
    for line in drawn(layout(DOCUMENT, CALL, width, ("regime",))):
        assert sum(segment.cell_length for segment in line) <= width


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_no_width_is_too_small(width: int) -> None:
    assert drawn(layout(DOCUMENT, TWEET, width, ()))
    assert head(RECORDS, TWEET, max(width, 1), ())


def test_a_broken_anchor_lights_nothing() -> None:
    broken = msgspec.structs.replace(TWEET, content=(Anchor(3, 9, "accuse"),), source=(), cue=())
    assert with_look(layout(DOCUMENT, broken, 78, ()), "bold") == ""


@pytest.mark.parametrize(
    "anchor", [Anchor(-5, 3, "x"), Anchor(0, 10**9, "x"), Anchor(10**8, 10**9, "x"), Anchor(9, 3, "x")]
)
def test_an_anchor_outside_the_text_does_not_end_the_browser(anchor: Anchor) -> None:
    broken = msgspec.structs.replace(NINE_HUNDRED, anchor=anchor)
    found = layout(DOCUMENT, broken, 78, ())
    assert 0 <= found.first < len(found.lines)
    assert spaceless("".join(s.text for line in drawn(found) for s in line[1:])) == spaceless(DOCUMENT.text)
    assert isinstance(place_in(DOCUMENT, broken), str)


def test_the_head_begins_with_the_first_fact_in_bold_and_fits_its_width() -> None:
    first, *others = head(RECORDS, NINE_HUNDRED, 60, ())
    assert all(segment.style and segment.style.bold for line in first for segment in line)
    lines = [text_of(line) for fact in (first, *others) for line in fact]
    assert all(cell_len(line) <= 60 for line in lines)
    assert any(line.startswith("rivals:") for line in lines)


def test_no_fact_is_cut_but_the_first_and_those_left_over_are_counted() -> None:
    facts = head(RECORDS, NINE_HUNDRED, 60, ())
    whole = [text_of(line) for fact in facts for line in fact]
    for height in range(len(whole) + 2):
        lines, left_over = whole_facts(facts, height)
        assert len(lines) <= height
        assert [text_of(line) for line in lines] == whole[: len(lines)]
        if height >= len(facts[0]):
            assert sum(map(len, facts[: len(facts) - left_over])) == len(lines)
    assert whole_facts(facts, len(whole)) == ([line for fact in facts for line in fact], 0)
    assert whole_facts([], 5) == ([], 0)


def test_a_hit_in_the_head_is_lit() -> None:
    facts = head(RECORDS, NINE_HUNDRED, 60, ("local sources",))
    assert "local sources" in [s.text for fact in facts for line in fact for s in line if s.style and s.style.reverse]


def test_the_place_of_a_record_is_its_paragraph_and_its_characters() -> None:
    paragraphs = DOCUMENT.text.split("\n")
    for record in (TWEET, NINE_HUNDRED):
        own = record.anchor if isinstance(record, Figure) else record.content[0]
        number = next(n for n, paragraph in enumerate(paragraphs, 1) if own.exact in paragraph)
        assert place_in(DOCUMENT, record) == f"¶ {number}, characters {own.start}–{own.end}"


def test_blank_lines_are_no_paragraphs() -> None:
    text = "One.\n\n\nTwo 12 dead."
    document = msgspec.structs.replace(DOCUMENT, text=text)
    figure = msgspec.structs.replace(NINE_HUNDRED, anchor=Anchor(text.index("12"), text.index("12") + 2, "12"))
    assert place_in(document, figure).startswith("¶ 2,")


def test_an_actor_a_document_and_a_statement_without_words_have_no_place() -> None:
    assert place_in(DOCUMENT, DOCUMENT) == place_in(DOCUMENT, None) == ""
    assert place_in(DOCUMENT, msgspec.structs.replace(TWEET, content=())) == ""


def test_hostile_text_is_shown_as_signs_and_keeps_its_anchors() -> None:
    text = "a\x1b[31mb\u202e said: [red]12 dead[/red]\x07 阿勒颇 " + "x" * 5_000
    document = msgspec.structs.replace(DOCUMENT, text=text)
    start = text.index("[red]")
    figure = msgspec.structs.replace(NINE_HUNDRED, anchor=Anchor(start, start + 18, "[red]12 dead[/red]"))
    found = layout(document, figure, 40, ())
    shown = "".join(segment.text for line in drawn(found) for segment in line)
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)
    assert spaceless(with_look(found, "bold")) == "[red]12dead[/red]"


def test_what_is_selected_is_lit_and_the_words_searched_for_are_not() -> None:
    found = layout(DOCUMENT, TWEET, 78, ("aleppo",)).selecting((10, 40), ())
    assert spaceless(with_look(found, "reverse")) == spaceless(DOCUMENT.text[10:40])
    assert spaceless(with_look(found, "bold")) == spaceless(TWEET.content[0].exact)


def test_parts_kept_look_as_those_of_a_record_in_place_of_its_own() -> None:
    found = layout(DOCUMENT, TWEET, 78, ()).selecting((10, 40), (("content", (50, 90)), ("source", (100, 120))))
    assert spaceless(with_look(found, "bold")) == spaceless(DOCUMENT.text[50:90])
    assert spaceless(with_look(found, "underline")) == spaceless(DOCUMENT.text[100:120])
