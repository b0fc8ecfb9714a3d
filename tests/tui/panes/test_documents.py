"""The documents' pane: reports with what the filter finds in each."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from seeds.aleppo.report import REPORT as ALEPPO
from seeds.ucdp import REPORT as COUNT
from store.model import Document
from tests.store.conftest import records
from tests.tui.conftest import WIDE, archived, browsing


async def test_a_report_has_a_title_a_date_and_two_counts(sample: Path) -> None:
    async with browsing(sample, (160, 30)) as browser:
        assert browser.text("documents").splitlines()[0].startswith(" 4 Documents · 2")
        line = browser.line("documents", ALEPPO.document.id)
        assert "Aleppo under siege" in line
        assert line.split()[-2:] == ["10", "6"]
        assert browser.line("documents", COUNT.document.id).split()[-2:] == ["–", "6"]


async def test_its_counts_follow_the_filter_but_not_its_own_term(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.filter("counted:civilians outcome:killed")
        assert browser.line("documents", COUNT.document.id).split()[-2:] == ["–", "1"]
        await browser.go_to("documents", COUNT.document.id)
        await browser.press("a")
        assert browser.line("documents", ALEPPO.document.id).split()[-2:] == ["–", "1"]


@pytest.mark.parametrize("status", ["corrected", "retracted", "deleted"])
async def test_what_became_of_a_report_is_said_in_its_row_and_over_its_source(tmp_path: Path, status: str) -> None:
    changed = [msgspec.structs.replace(f, status=status) if isinstance(f, Document) else f for f in records()]
    async with browsing(archived(tmp_path / "changed.json", changed), (160, 30)) as browser:
        assert status.upper() in browser.text("documents")
        await browser.followed()
        assert status.upper() in browser.text("source").splitlines()[0]


async def test_a_title_that_holds_markup_or_controls_is_shown_and_does_nothing(tmp_path: Path) -> None:
    changed = [
        msgspec.structs.replace(f, title="[b]x[/b]\x1b]8;;u\x07\nz") if isinstance(f, Document) else f
        for f in records()
    ]
    async with browsing(archived(tmp_path / "awkward.json", changed), (160, 30)) as browser:
        assert "⟨hidden⟩ [b]x[/b]␛]8;;u␇␊" in browser.text("documents")
        await browser.press("4", "a", "A", "enter")
        assert "\x1b" not in browser.text("source")
