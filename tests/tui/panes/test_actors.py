"""The actors' pane: names with what each has said and claimed."""

from __future__ import annotations

from pathlib import Path

import msgspec

from seeds.actors import EGELAND, RUSSIA
from store.model import Actor
from tests.store.conftest import records
from tests.tui.conftest import WIDE, archived, browsing


async def test_an_actor_has_a_name_and_two_counts(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        assert browser.text("actors").splitlines()[0].startswith(" 1 Actors · 15")
        assert browser.line("actors", EGELAND.id).split()[-4:] == ["Jan", "Egeland", "2", "–"]
        assert browser.line("actors", "none").split()[-4:] == ["own", "voice", "–", "4"]


async def test_counts_say_what_a_switch_would_bring(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.filter('actor:"Jan Egeland" said:2016-12-12')
        assert browser.line("actors", EGELAND.id).split()[-2:] == ["2", "–"]
        assert "Secretary" in browser.text("actors")


async def test_one_left_out_is_dimmed_and_stays(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.filter("-actor:Russia")
        rows = browser.rows("actors")
        index = rows.index_of(RUSSIA.id)
        assert index is not None
        name = next(s for s in rows.render_line(index - round(rows.scroll_y)) if "Russia" in s.text)
        assert name.style is not None
        assert name.style.dim


async def test_names_that_hold_markup_or_controls_are_shown_and_do_nothing(tmp_path: Path) -> None:
    names = ["[red]Ana[/red]", "[@click=app.quit]Bo[/]", "Cy\x1b[2J\x1b]0;title\x07", "\u202eDin\u202c", "阿勒颇", ""]
    people = [Actor(id=f"ac-awk{number:07}", name=name, kind="person") for number, name in enumerate(names)]
    async with browsing(archived(tmp_path / "awkward.json", [*records(), *people]), (130, 30)) as browser:
        await browser.press("1", "z")
        shown = browser.text("actors")
        assert "[red]Ana[/red]" in shown
        assert "[@click=app.quit]Bo[/]" in shown
        assert "␛[2J" in shown
        assert "⇄Din⇄" in shown
        assert "阿勒颇" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
        for person in people:
            await browser.go_to("actors", person.id)
            await browser.press("a", "X")


async def test_a_long_list_scrolls_and_says_that_there_is_more(tmp_path: Path) -> None:
    plain = next(found for found in records() if isinstance(found, Actor))
    many = [msgspec.structs.replace(plain, id=f"ac-many{n:06}", name=f"Witness {n:03}") for n in range(200)]
    async with browsing(archived(tmp_path / "many.json", [*records(), *many]), WIDE) as browser:
        assert "↓" in browser.text("actors")
        await browser.press("1", "G")
        assert "Witness 199" in browser.text("actors")
        assert "↑" in browser.text("actors")
