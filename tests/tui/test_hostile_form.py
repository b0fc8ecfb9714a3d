"""Text that strangers wrote, in the form: it is seen, and does nothing, whether it is shown, typed over or pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.editing.fields import fields
from store.founding import snapshot
from store.model import Actor, Document, Figure, Statement
from tests.tui.browsed import Browsed, compare
from tests.tui.hostile import NEWEST, records_of
from tests.tui.payloads import BREAKS, ESC, PAYLOADS, twin
from tests.tui.wire import strays

ALL = " ¦ ".join(text for text in PAYLOADS.values() if not BREAKS.search(text) and len(text) < 200)
KINDS = {"statements": Statement, "figures": Figure, "actors": Actor, "documents": Document}
OTHERWISE = r"characters \d|sha256|hash of the text|\d+-\d{3,} \""
"""Lines that differ between a payload and its twin."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which an archive of payloads and its harmless twin lie."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "hostile.json").write_bytes(snapshot(records_of("p000", NEWEST, ALL)))
    (home / "twin.json").write_bytes(snapshot(records_of("p000", NEWEST, twin(ALL))))
    return home


@pytest.mark.parametrize("pane", KINDS)
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])
def test_every_field_of_a_record_is_shown_by_signs_and_no_cell_beyond_its_own_changes(
    folder: Path, pane: str, size: tuple[int, int]
) -> None:
    both = [Browsed(folder, name, "--pane", pane, size=size) for name in ("hostile.json", "twin.json")]
    with both[0] as found, both[1] as other:
        for terminal in both:
            terminal.wait_for("5 Source · p000")
            terminal.press("e")
            terminal.wait_for("nothing changed")
        for number, _ in enumerate(fields(KINDS[pane])):
            compare(found, other, f"{pane}, field {number}", but=OTHERWISE)
            for terminal in both:
                terminal.press("j")
        assert strays(found.raw) == ""


def test_a_hostile_value_is_typed_over_and_nothing_acts(folder: Path) -> None:
    both = [Browsed(folder, name, "--pane", "statements", size=(80, 24)) for name in ("hostile.json", "twin.json")]
    with both[0] as found, both[1] as other:
        for terminal in both:
            terminal.wait_for("5 Source · p000")
            terminal.press("e")
            terminal.wait_for("nothing changed")
            terminal.press("jjjjjjj", "Enter")
            terminal.wait_for("Enter keeps it")
        compare(found, other, "gloss", but=OTHERWISE)
        for terminal in both:
            terminal.press("x", "Enter")
            terminal.wait_for("Enter keeps it")
        compare(found, other, "what is wrong with it", but=OTHERWISE)
        assert strays(found.raw) == ""


def test_pasted_into_a_field_nothing_acts(folder: Path) -> None:
    with Browsed(folder, "hostile.json", size=(80, 24)) as found:
        found.wait_for("5 Source · p000")
        found.press("e")
        found.wait_for("nothing changed")
        found.press("jjjjjj", "Enter")
        found.wait_for("Enter keeps it")
        for number, text in enumerate([text for text in PAYLOADS.values() if ESC not in text][::3]):
            found.press("\x15")
            found.paste(f"{text} q{number:03}")
            found.until(f"q{number:03}")
            found.press("Enter")
            found.until(r"Enter keeps it|\*tags")
            found.press("Enter")
            found.wait_for("Enter keeps it")
            found.press("\x1b[F")
        assert strays(found.raw) == ""
