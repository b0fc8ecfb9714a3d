"""Records as rows: what kind of speech or number it is can be seen without colour, and nothing is said that wasn't."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment

from seeds.aleppo.figures import BESIEGED, DISPLACED, FIGURES, WAR_DEAD
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.report import REPORT
from seeds.aleppo.statements import ASSURANCE, BLAME, CALL, REPORTS, REVOLT, TWEET, UNVERIFIED
from seeds.build import records as seeded
from seeds.ucdp import KILLED as SIX_HUNDRED
from store.model import Anchor, Document, Figure, Place, Review, Speaker, Statement, When
from store.records import Records
from tui.render.rows import (
    DROPPED,
    NARROWEST,
    WIDEST,
    Beside,
    Page,
    counted_row,
    document_name,
    figure_columns,
    figure_row,
    figure_widths,
    statement_row,
)

RECORDS = Records.of(*seeded())
OWN_MARKS = set("“”„«»")


def text(row: list[Segment]) -> str:
    return "".join(segment.text for segment in row)


def line(record: Statement | Figure, width: int = 120, words: tuple[str, ...] = ()) -> str:
    page = Page(RECORDS, words, width)
    row = statement_row(page, record) if isinstance(record, Statement) else figure_row(page, record)
    return text(row)


def lit(row: list[Segment]) -> str:
    return " ".join(segment.text for segment in row if segment.style and segment.style.reverse)


def changed(record: Statement | Figure, **fields: object) -> Statement | Figure:
    return msgspec.structs.replace(record, **fields)


def test_direct_reported_and_partly_quoted_speech_are_told_apart_by_a_sign() -> None:
    assert '   "The Gov' in line(TWEET)
    assert "~  responsibility for" in line(BLAME)
    assert '~“ reports had reached him of "cold-blooded' in line(REPORTS)


@pytest.mark.parametrize("width", range(20, 200, 9))
def test_reported_speech_never_gets_quotation_marks(width: int) -> None:
    for statement in (BLAME, ASSURANCE):
        assert not (OWN_MARKS | {'"'}) & set(line(statement, width))


def test_direct_speech_stands_there_to_the_letter() -> None:
    assert TWEET.content[0].exact in line(TWEET, 240)


def test_what_was_printed_apart_is_shown_apart() -> None:
    assert "⟨…⟩" in line(CALL, 500)


def test_when_and_who_stand_before_what_is_said() -> None:
    assert line(BLAME).split()[:5] == ["12", "Dec", "16", "Jan", "Egeland"]
    assert line(TWEET).split()[:5] == ["12", "Dec", "16?", "Jan", "Egeland"]


def test_an_inferred_speaker_has_a_question_mark() -> None:
    assert "UN Secretary-General?" in line(UNVERIFIED)


def test_an_act_other_than_saying_is_told_by_its_cue() -> None:
    denied = changed(BLAME, act="denies", cue=(Anchor(0, 11, "denied that"),))
    assert "denied that: responsibility" in line(denied)
    assert "denies: responsibility" in line(changed(BLAME, act="denies", cue=()))


@pytest.mark.parametrize("width", range(34, 160, 7))
def test_no_width_shows_what_was_denied_as_if_it_were_said(width: int) -> None:
    assert "den" in line(changed(BLAME, act="denies", cue=(Anchor(0, 11, "denied that"),)), width)


def test_a_hit_is_lit_and_in_sight() -> None:
    row = statement_row(Page(RECORDS, ("without delay",), 80), CALL)
    assert lit(row) == "without delay"


def test_a_hit_in_a_name_is_lit_there() -> None:
    assert "Egeland" in lit(statement_row(Page(RECORDS, ("egeland",), 100), BLAME))


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({"review": Review()}, "◇ "),
        ({"review": Review(state="rejected")}, "⟨rejected⟩"),
        ({"confidential": True}, "⟨confidential⟩"),
        ({"content": (Anchor(0, 4, "else"),), "anchor": Anchor(0, 4, "else")}, "⟨BROKEN⟩"),
    ],
)
@pytest.mark.parametrize("record", [BLAME, NINE_HUNDRED], ids=["statement", "figure"])
def test_what_is_the_matter_with_a_record_is_said_in_a_word(
    record: Statement | Figure, fields: dict[str, object], sign: str
) -> None:
    known = {field.name for field in msgspec.structs.fields(record)}
    assert sign in line(changed(record, **{name: value for name, value in fields.items() if name in known}))
    assert not set("⟨◇") & set(line(record))


def test_hidden_characters_are_told() -> None:
    assert "⟨hidden⟩" in line(changed(BLAME, content=(Anchor(0, 8, "safe\u202e exit"),)), 160)


def test_hidden_characters_in_a_claimed_number_are_told_too() -> None:
    assert "⟨hidden⟩" in line(changed(NINE_HUNDRED, anchor=Anchor(0, 8, "\u202e099\u202c dead")), 160)


def test_dimmed_rows_say_the_same() -> None:
    page = Page(RECORDS, (), 120)
    dimmed = statement_row(page, TWEET, dimmed=True)
    assert text(dimmed) == line(TWEET)
    assert all(segment.style and segment.style.dim for segment in dimmed if segment.text.strip())


@pytest.mark.parametrize(
    ("figure", "sign"),
    [
        (BESIEGED, "≈ "),
        (NINE_HUNDRED, "≈ "),
        (SIX_HUNDRED, "↔ "),
        (WAR_DEAD, "≋ "),
        (DISPLACED, "≋ "),
        (changed(NINE_HUNDRED, bound="at-least"), "≥ "),
        (changed(NINE_HUNDRED, bound="at-most"), "≤ "),
        (changed(NINE_HUNDRED, bound="exact"), "= "),
    ],
)
def test_how_a_number_is_bounded_is_seen_before_it(figure: Figure, sign: str) -> None:
    assert line(figure, 160).startswith(sign + figure.anchor.exact)


def test_a_figure_says_what_where_when_who_claims_it_and_who_is_blamed() -> None:
    shown = line(NINE_HUNDRED, 160)
    for words in ("some 990 civilians", "killed", "eastern Aleppo", "local sources", "blames Syrian government"):
        assert words in shown
    assert "Nov" in shown


def test_what_is_counted_is_added_where_the_claimed_words_lack_it() -> None:
    assert "An estimated 100,000 (city residents)" in line(BESIEGED, 160)
    assert line(NINE_HUNDRED, 160).count("civilians") == 1


def test_columns_go_in_a_fixed_order_before_number_and_claimant() -> None:
    gone: list[str] = []
    for width in range(200, 20, -1):
        kept = figure_columns(width, WIDEST)
        gone += [name for name in WIDEST if name not in kept and name not in gone]
    assert gone == list(DROPPED)
    assert {"claimed", "claimant"} <= set(figure_columns(21, WIDEST))


def test_a_column_in_which_no_row_has_anything_takes_no_room() -> None:
    unblamed = [figure for figure in FIGURES if not figure.attributed_to]
    assert "blamed" not in figure_columns(160, figure_widths(RECORDS, [figure.id for figure in unblamed]))
    assert "blamed" in figure_columns(160, figure_widths(RECORDS, [figure.id for figure in FIGURES]))


def test_columns_stand_one_below_the_other_in_all_rows_of_a_page() -> None:
    page = Page(RECORDS, (), 118, figure_widths(RECORDS, [figure.id for figure in FIGURES]))
    killed = [text(figure_row(page, figure)) for figure in FIGURES if figure.outcome == "killed"]
    assert len({row.index("killed") for row in killed}) == 1


WIDTHS = st.fixed_dictionaries({name: st.integers(0, cells) for name, cells in WIDEST.items()})


@given(st.integers(12, 300), WIDTHS)
def test_the_columns_of_a_figure_fit_its_row(width: int, wanted: dict[str, int]) -> None:
    columns = figure_columns(width, wanted)
    assert sum(columns.values()) + len(columns) <= max(width, 12)
    assert all(columns[name] <= max(wanted[name], width) for name in columns)


@given(st.integers(60, 300), WIDTHS)
def test_no_column_is_narrower_than_says_anything(width: int, wanted: dict[str, int]) -> None:
    for name, cells in figure_columns(width, wanted).items():
        assert cells >= min(wanted[name], NARROWEST[name])


@pytest.mark.parametrize("width", [*range(0, 40), 58, 78, 160])
def test_rows_can_be_drawn_at_any_width(width: int) -> None:
    for record in (TWEET, BLAME, CALL, REVOLT, NINE_HUNDRED, WAR_DEAD):
        assert isinstance(line(record, width, ("aleppo",)), str)
    assert isinstance(text(counted_row(Page(RECORDS, (), width), "Jan Egeland", Beside((2, 0)))), str)


@pytest.mark.parametrize("width", [40, 60, 78, 118])
def test_rows_keep_to_their_width(width: int) -> None:
    for record in (TWEET, BLAME, CALL, REVOLT, NINE_HUNDRED, WAR_DEAD):
        assert cell_len(line(record, width).rstrip()) <= width


def test_counts_stand_beside_a_name_and_none_is_a_dash() -> None:
    assert text(counted_row(Page(RECORDS, (), 30), "Jan Egeland", Beside((2, 0)))).split() == [
        "Jan",
        "Egeland",
        "2",
        "–",
    ]


def test_counts_go_where_there_is_no_room_for_them() -> None:
    assert text(counted_row(Page(RECORDS, (), 16), "Jan Egeland", Beside((2, 0)))).strip() == "Jan Egeland"


def test_a_document_is_named_with_its_date_and_with_what_became_of_it() -> None:
    document = RECORDS.documents[REPORT.document.id]
    assert document_name(document) == "Aleppo under siege · 13 Dec 16?"
    for status in ("corrected", "retracted", "deleted"):
        assert document_name(msgspec.structs.replace(document, status=status)).startswith(status.upper())
    assert document_name(msgspec.structs.replace(document, status="live")) == document_name(document)


@pytest.mark.parametrize("status", ["corrected", "retracted", "deleted"])
def test_what_became_of_a_report_is_told_where_it_has_no_date_too(status: str) -> None:
    document = Document(id="do-1", title="Undated", text="x", sha256="", status=status)  # type: ignore[arg-type]
    assert document_name(document) == f"{status.upper()} Undated"


AWKWARD = [
    "[red]alarm[/red] [/x]",
    "[@click=app.quit]here[/]",
    "a\x1b]52;c;x\x07b",
    "\u202enuclear\u202c",
    "阿勒颇" * 40,
    "",
    " ",
]


@pytest.mark.parametrize("words", [*AWKWARD, "x" * 10_000, "many words " * 2_000])
def test_awkward_words_are_shown_letter_for_letter_or_as_signs(words: str) -> None:
    said = changed(BLAME, content=(Anchor(0, len(words), words),))
    counted = changed(NINE_HUNDRED, anchor=Anchor(0, len(words), words), place=Place(words), period=When(words=words))
    for shown in (line(said, 400), line(counted, 400)):
        assert not {"\x1b", "\x07", "\u202e", "\u202c", "\n"} & set(shown)
        if words.startswith("["):
            assert words in shown


def test_a_name_of_many_words_is_cut_with_an_ellipsis() -> None:
    many = changed(BLAME, speakers=tuple(Speaker(actor.id) for actor in RECORDS.actors.values()))
    assert "…" in line(many)
    assert cell_len(line(many)) <= 120


def test_columns_beside_a_name_go_one_after_the_other_and_its_signs_stay() -> None:
    beside = Beside((2, 0), "○ =1", (("left", "7"), ("cov", "80%")))
    shown = {width: text(counted_row(Page(RECORDS, (), width), "Jan", beside)).split() for width in (34, 26, 22, 20)}
    assert shown[34] == ["○", "=1", "Jan", "2", "–", "7", "80%"]
    assert shown[26] == ["○", "=1", "Jan", "2", "–", "7"]
    assert shown[22] == ["○", "=1", "Jan", "2", "–"]
    assert shown[20] == ["○", "=1", "Jan"]
