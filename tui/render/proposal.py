"""A record that is about to be made: the questions with their answers, the row it will be, what will be known of it."""

from __future__ import annotations

from rich.cells import cell_len

from store.errors import EditError, SaysoError
from store.model import Actor, Figure, Record, Statement
from store.records import Records
from tui.clean import clean
from tui.ink import Ink, Row
from tui.render import styles
from tui.render.choices import choices
from tui.render.facts import facts
from tui.render.names import GAP
from tui.render.rows import Beside, Page, counted_row, figure_row, statement_row
from tui.render.spoken import counted_line, figure_line, statement_line
from tui.render.text import cut, wrap
from tui.view.proposal import Proposal, Question

LABEL = 13
"""Cells of a question's label, with what is around it."""
PROBLEM_LINES = 4
UNSAID = ("id", "checked", "added")
"""Facts that are the same of every record just made."""


def title(proposal: Proposal, width: int) -> Row:
    """What is made, and of which words."""
    words = " ".join(GAP.join(proposal.words).split())
    if len(proposal.words) > 1:
        words = f"in {len(proposal.words)} parts: {words}"
    name = Ink(clean(f" Make a{'n' if proposal.kind == 'actor' else ''} {proposal.kind} "), styles.HEADING_FOCUSED)
    return [name, Ink(cut(f" {words}" if words else "", width - name.cell_length))]


def label(question: Question, *, here: bool) -> Ink:
    """The question in its own column; the one that the keys mean stands out."""
    text = f" {question.label}"
    return Ink(clean(text + " " * (LABEL - cell_len(text))), styles.KEY if here else styles.DIM)


def answered(proposal: Proposal, question: Question, width: int, *, here: bool, spoken: bool) -> Row:
    """A question with its answer, or what it means that it has none."""
    answer, room = proposal.answer(question.name), width - LABEL
    if question.choices:
        return [label(question, here=here), *choices(question.choices, answer, room, spoken=spoken)]
    shown = Ink(cut(answer, room)) if answer else Ink(cut(question.empty, room), styles.DIM)
    return [label(question, here=here), shown]


def offered(name: str, width: int, *, here: bool, spoken: bool) -> Row:
    """A name to choose."""
    pointer = "" if spoken else "▸ " if here else "  "
    look = styles.BOLD if here else styles.PLAIN
    return [Ink(clean(" " * LABEL)), Ink(cut(pointer + name, width - LABEL), look)]


def preview(proposal: Proposal, width: int, lines: int, *, spoken: bool) -> list[Row]:
    """The row the record will be, and as much as will be known of it as has room; or what is wrong with it still."""
    try:
        records, made = proposal.laid, proposal.made()[-1]
    except SaysoError as error:
        text = problem(proposal, error)
        return [[Ink(clean(text[a:b]), styles.REMARK)] for a, b in wrap(text, width)[:PROBLEM_LINES]]
    return [_listed(Page(records, (), width, spoken=spoken), made), *_known(records, made, width, lines - 1)]


def problem(proposal: Proposal, error: SaysoError, *, whole: bool = False) -> str:
    """What is wrong, with the question that it is wrong in; the whole of it has what is expected, and an example."""
    if not isinstance(error, EditError):
        return str(error)
    asked = next((question.label for question in proposal.questions if question.name == error.field), error.field)
    short = f"{asked.strip()}: {error.problem}"
    expected = f" Expected {error.expected}." if error.expected else ""
    example = f" For example: {error.example.removeprefix(f'{error.field}=')}" if error.example else ""
    return short + expected + example if whole else short


def _listed(page: Page, record: Record) -> Row:
    match record:
        case Statement():
            return (statement_line if page.spoken else statement_row)(page, record)
        case Figure():
            return (figure_line if page.spoken else figure_row)(page, record)
        case Actor():
            return (counted_line if page.spoken else counted_row)(page, record.name, Beside((0, 0)))
        case _:
            return [Ink(cut(facts(page.records, record)[0][1], page.width))]


def _known(records: Records, record: Record, width: int, lines: int) -> list[Row]:
    rows: list[Row] = []
    for name, value in facts(records, record):
        text = f"{name}: {value}" if name else value
        wrapped = [text[a:b] for a, b in wrap(text, width)]
        if name not in UNSAID and len(rows) + len(wrapped) <= lines:
            rows += [[Ink(clean(line), styles.DIM)] for line in wrapped]
    return rows
