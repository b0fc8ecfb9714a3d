"""A whole review in a real terminal: ten statements and six figures by keys alone, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from seeds.build import records
from store.archive import Archive
from store.check import check
from store.model import Actor, Figure, Origin, Record, Review, Statement
from tests.tui.conftest import archived
from tests.tui.terminal import Terminal
from tests.tui.test_in_a_terminal import environment

RULE = Origin(by="rules", rule="said-before", confidence=0.9)
KNOWN = Actor(id="ac-known00000", name="Egeland", kind="person")


def drafted() -> list[Record]:
    """The report of the sample as rules would have drafted it, in an archive that knows one of the people."""
    report = next(record for record in records() if record.id.startswith("do-"))
    found: list[Record] = [KNOWN]
    for record in records():
        if isinstance(record, Actor):
            found.append(replace(record, drafted=True))
        elif isinstance(record, Statement | Figure) and record.document == report.id:
            found.append(replace(record, review=Review(), origin=RULE))
        elif record.id == report.id:
            found.append(record)
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    archived(tmp_path / "drafts.json", drafted())
    return tmp_path


def reviewed(home: Path) -> list[Statement | Figure]:
    with Archive.open(home / "drafts.json") as archive:
        assert list(check(archive.records)) == []
        return [*archive.records.statements.values(), *archive.records.figures.values()]


def redrawn(found: Terminal) -> None:
    """Fails where drawing all anew gives another screen than the differences that were sent did."""
    while found.read(0.5):
        pass
    before, seen = found.text, len(found.raw)
    found.press("^L")
    while len(found.raw) == seen:
        found.read(0.05)
    while found.read(0.2):
        pass
    assert found.text == before


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
def test_an_article_of_sixteen_drafts_is_reviewed_by_keys_alone(home: Path, size: tuple[int, int]) -> None:
    with Terminal("--archive", "drafts.json", env=environment(home), cwd=home, size=size) as found:
        found.wait_for("newest first", "16 drafts")
        found.press("R")
        found.wait_for("figure 1 of 16", "c confirm")
        found.press("c")
        found.wait_for("figure 2 of 16", gone=["figure 1 of"])
        found.press("d")
        found.wait_for("Why is it discarded?", "2 no claim of a number")
        found.press("2")
        found.wait_for("figure 3 of 16", gone=["Why is it"])
        redrawn(found)
        found.press("u")
        found.wait_for("figure 2 of 16", "Taken back: discarded")
        found.press("c", "c", "c", "c", "c")
        found.wait_for("accusation 7 of 16", gone=["figure 6 of"])
        for _ in range(10):
            found.press("c")
            text = found.wait_for("of 16") if "the end" not in found.text else found.text
            if "the known" in text:
                found.press("y")
        found.press("c", "c")
        found.wait_for("All drafts are reviewed.")
        redrawn(found)
        found.press("q")
        found.wait_for("newest first", "All drafts of this review are decided", gone=["R Review"])
        redrawn(found)
        found.press("q")
        assert found.wait_for_end() == 0
        assert found.left_as_found()
    assert {record.review.state for record in reviewed(home)} == {"accepted"}


def test_a_line_that_is_dropped_in_the_middle_loses_no_decision(home: Path) -> None:
    with Terminal("--archive", "drafts.json", env=environment(home), cwd=home) as found:
        found.wait_for("newest first")
        found.press("R")
        found.wait_for("figure 1 of 16")
        found.press("c", "c", "c")
        found.wait_for("figure 4 of 16")
        found.drop()
    assert sum(record.review.state == "accepted" for record in reviewed(home)) == 3
    assert not (home / "state" / "sayso" / "crash.log").exists()
