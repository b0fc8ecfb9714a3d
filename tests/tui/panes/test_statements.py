"""The statements' pane: who said what, when and how, a line each."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from rich.cells import cell_len

from seeds.aleppo.statements import ASSURANCE, BLAME, REPORTS, TWEET, UNVERIFIED
from store.identity import text_sha256
from store.model import Anchor, Document, Record, Statement, StatementType
from tests.store.conftest import records
from tests.tui.conftest import NARROW, WIDE, archived, browsing


async def test_a_row_says_when_who_how_and_what(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        assert "12 Dec 16 Jan Egeland ~ responsibility" in " ".join(browser.line("statements", BLAME.id).split())
        assert '"The Gov' in browser.line("statements", TWEET.id)
        assert "~“" in browser.line("statements", REPORTS.id)


async def test_the_newest_stands_first_and_the_undated_last(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        said = [browser.board.record_of(found).uttered for found in browser.ids("statements")]  # type: ignore[union-attr]
        days = [when.edtf if when else "" for when in said]
        assert days[0] == "2016-12-13"
        assert days[-2:] == ["", ""]
        assert "newest first" in browser.text("statements").splitlines()[0]


async def test_the_heading_counts_what_is_shown_of_all(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.filter("Egeland")
        assert browser.text("statements").splitlines()[0].startswith(" 2 Statements · 2 of 10")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_no_row_of_a_negated_sentence_goes_without_its_not(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        for words in ("", "grave concern", "relevant parties", "Secretary"):
            await browser.press("X")
            await browser.filter(words)
            assert "not" in browser.line("statements", UNVERIFIED.id)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_reported_speech_has_no_quotation_marks(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        for found in (BLAME.id, ASSURANCE.id):
            assert not set('"“”') & set(browser.line("statements", found))


async def test_a_hit_is_in_sight_and_lit(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.filter('"without delay"')
        (lit,) = [s.text for s in browser.rows().render_line(0) if s.style and s.style.reverse]
        assert lit == "without delay"


async def test_an_empty_pane_says_why_and_what_helps_and_where_the_hits_are(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.filter("actor:UCDP")
        shown = " ".join(browser.text("statements").split())
        assert "no statement matches actor:UCDP" in shown
        assert "X shows all" in shown
        assert "6 figures · 3" in shown


async def test_while_one_types_an_empty_pane_names_the_filter_that_is_typed(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("/", *"zeppelin")
        assert "zeppelin" in browser.text("statements")


AWKWARD = {
    "markup": "[red]alarm[/red] [@click=app.quit]here[/] [sic]",
    "escape": "one\x1b[2J\x1b]52;c;aGk=\x07two\x9b31m",
    "bidi": "safe \u202enuclear\u202c exit",
    "chinese": "阿勒颇的平民" * 30,
    "one word": "x" * 10_000,
    "many words": "on and on " * 1_000,
    "blank": " \n\t ",
    "combining": "a" + "\u0301" * 200 + "b",
    "lines": "one\r\ntwo\u2028three",
}


def saying(*words: str) -> list[Record]:
    """One report in which all this is said, in every kind of speech in turn."""
    text = "\n".join(words)
    document = Document(id="do-1", title="Awkward", text=text, sha256=text_sha256(text))
    kinds: tuple[StatementType, ...] = ("direct", "indirect", "mixed")
    statements, start = list[Record](), 0
    for number, said in enumerate(words):
        content = (Anchor(start, start + len(said), said),) if said else ()
        statements.append(
            Statement(id=f"st-{number:010}", document="do-1", type=kinds[number % len(kinds)], content=content)
        )
        start += len(said) + 1
    return [document, *statements]


DANGEROUS = {"\x1b", "\x07", "\x9b", "\u202e", "\u202c", "\u2028", "\t", "\r"}


async def test_awkward_words_are_shown_to_the_letter_or_as_signs_and_nothing_breaks(tmp_path: Path) -> None:
    words = [*AWKWARD.values(), ""]
    async with browsing(archived(tmp_path / "awkward.json", saying(*words)), NARROW) as browser:
        for row in browser.ids("statements"):
            assert await browser.followed() == row
            for pane in ("statements", "source"):
                shown = browser.text(pane)
                assert not DANGEROUS & set(shown)
                assert all(cell_len(line) <= 80 for line in shown.splitlines())
            await browser.press_ahead("enter", "G", "g", "z", "z", "[", "j")
        await browser.press_ahead("t", "y", "w", "tab", "escape", "s", "S")
        assert len(browser.view.marks) == len(words)


async def test_markup_is_no_markup(tmp_path: Path) -> None:
    async with browsing(archived(tmp_path / "markup.json", saying(AWKWARD["markup"])), (140, 30)) as browser:
        for pane in ("statements", "source"):
            assert AWKWARD["markup"] in browser.text(pane)


async def test_hidden_characters_are_told(tmp_path: Path) -> None:
    async with browsing(archived(tmp_path / "bidi.json", saying(AWKWARD["bidi"])), (140, 30)) as browser:
        assert "⟨hidden⟩" in browser.text("statements")
        assert "⇄nuclear⇄" in browser.text("statements")


async def test_drafts_and_confidential_and_broken_ones_are_told_in_a_word(tmp_path: Path) -> None:
    broken = Anchor(0, 4, "else")
    changed = [
        msgspec.structs.replace(found, content=(broken,), confidential=True) if found.id == "st-2222222222" else found
        for found in records()
    ]
    async with browsing(archived(tmp_path / "broken.json", changed), (140, 30)) as browser:
        line = browser.line("statements", "st-2222222222")
        assert "⟨confidential⟩" in line
        assert "⟨BROKEN⟩" in line
        assert "denied that:" in line
