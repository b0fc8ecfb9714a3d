"""The figures' pane: whose numbers, of what, where and when, and who is blamed."""

from __future__ import annotations

from pathlib import Path

from seeds.aleppo.figures import BESIEGED, DISPLACED, WAR_DEAD
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.ucdp import CIVILIANS
from seeds.ucdp import KILLED as SIX_HUNDRED
from tests.tui.conftest import NARROW, WIDE, browsing


async def test_a_row_says_the_number_as_claimed_what_where_when_who_claims_it_and_who_is_blamed(sample: Path) -> None:
    async with browsing(sample, (220, 45)) as browser:
        line = browser.line("figures", NINE_HUNDRED.id)
        for words in ("≈ some 990 civilians", "killed", "eastern Aleppo", "17 Nov", "local sources", "blames Syrian"):
            assert words in line
        assert "UCDP" in browser.line("figures", CIVILIANS.id)
        assert "= 379 civilians" in browser.line("figures", CIVILIANS.id)


async def test_number_and_claimant_are_there_on_every_screen(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("3")
        for size in ((40, 24), NARROW, WIDE, (160, 45)):
            await browser.resize(size)
            line = browser.line("figures", NINE_HUNDRED.id)
            assert "some 990" in line
            assert "local" in line


async def test_exact_approximate_ranged_and_vague_numbers_are_told_apart(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        signs = {
            figure.id: browser.line("figures", figure.id)[2]
            for figure in (BESIEGED, NINE_HUNDRED, SIX_HUNDRED, CIVILIANS, WAR_DEAD, DISPLACED)
        }
        assert list(signs.values()) == ["≈", "≈", "↔", "=", "≋", "≋"]


async def test_what_the_report_says_itself_has_the_reports_own_voice(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        assert "own voice" in browser.line("figures", BESIEGED.id)


async def test_an_assumed_date_has_a_question_mark(sample: Path) -> None:
    async with browsing(sample, (220, 45)) as browser:
        assert "13 Dec 16?" in browser.line("figures", BESIEGED.id)


async def test_an_empty_pane_says_why_and_where_the_hits_are(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.filter("actor:Egeland")
        shown = " ".join(browser.text("figures").split())
        assert "no figure matches actor:Egeland" in shown
        assert "2 statements · 2" in shown


async def test_columns_stay_in_line_while_one_scrolls(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        killed = [browser.line("figures", found) for found in browser.ids("figures")]
        assert len({line.index("killed") for line in killed if " killed " in line}) == 1
