"""The commands as a user runs them: an empty home of its own for each test, and a small archive to work on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from store.founding import snapshot
from store.identity import text_sha256
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Name,
    Place,
    Record,
    Relation,
    Review,
    Speaker,
    Statement,
    When,
)
from tui.cli import sayso

TEXT = (
    'The mayor said on Monday: "We counted 12 dead." The army denied that its guns had fired.\n'
    "Some 40 people were hurt, the hospital said. A nurse spoke of 70. Mice were seen."
)
ACCEPTED = Review(state="accepted")
Run = Callable[..., Result]


def anchor(words: str) -> Anchor:
    start = TEXT.index(words)
    return Anchor(start, start + len(words), words)


def records() -> list[Record]:
    """Ten records: one report, three actors, a quotation, a denial, a draft, two figures, a relation; all sound."""
    report = Document(
        id="do-1111111111", title="A town under fire", text=TEXT, sha256=text_sha256(TEXT), publisher="The Courier",
        published=When(edtf="2020-03-03"), language="en",
    )  # fmt: skip
    mayor = Actor(id="ac-mayor00000", name="Ana Petrović", kind="person", names=(Name("the mayor", "description"),))
    army = Actor(id="ac-army000000", name="The army", kind="armed-group")
    nurse = Actor(id="ac-nurse00000", name="a nurse", kind="anonymous-source", document=report.id)
    quotation = Statement(
        id="st-1111111111", document=report.id, type="direct", content=(anchor('"We counted 12 dead."'),),
        speakers=(Speaker(mayor.id, capacity="mayor"),), uttered=When("Monday", "2020-03-02", basis="resolved"),
        about=(army.id,), review=ACCEPTED, note="Ask her again.",
    )  # fmt: skip
    denial = Statement(
        id="st-2222222222", document=report.id, type="indirect", content=(anchor("its guns had fired"),),
        cue=(anchor("denied that"),), act="denies", speakers=(Speaker(army.id),), review=ACCEPTED,
    )  # fmt: skip
    draft = Statement(
        id="st-3333333333", document=report.id, type="indirect", content=(anchor("Mice were seen"),),
        uttered=When(edtf="2020-03-01"),
    )  # fmt: skip
    dead = Figure(
        id="fi-1111111111", document=report.id, anchor=anchor("12 dead"), bound="exact", low=12, best=12, high=12,
        unit="person", counted="people", outcome="killed", claimants=(Speaker(mayor.id),), statement=quotation.id,
        place=Place("the town"), period=When(edtf="2020-03-02"), attributed_to=(army.id,), review=ACCEPTED,
    )  # fmt: skip
    hurt = Figure(
        id="fi-2222222222", document=report.id, anchor=anchor("Some 40 people"), bound="approximate", best=40,
        unit="person", counted="people", outcome="injured", period=When(edtf="2020-03-02"), review=ACCEPTED,
    )  # fmt: skip
    contradiction = Relation(id="re-1111111111", kind="contradicts", subject=denial.id, object=quotation.id)
    return [report, mayor, army, nurse, quotation, denial, draft, dead, hurt, contradiction]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home; its `data/sayso`, `config/sayso` and `state/sayso` are the program's folders."""
    for name in ("SAYSO_ARCHIVE", "SAYSO_CONFIG", "SOURCE_DATE_EPOCH", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("data", "config", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    return tmp_path


@pytest.fixture
def archive(home: Path) -> Path:
    """The small archive as the user's own."""
    return write_archive(home / "data" / "sayso" / "archive.json", records())


def write_archive(path: Path, found: list[Record]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(snapshot(found))
    return path


@pytest.fixture
def run() -> Run:
    """Runs `sayso` with these arguments: `.stdout`, `.stderr`, `.exit_code`."""
    return lambda *arguments, **settings: CliRunner().invoke(sayso, [str(word) for word in arguments], **settings)


def process(*arguments: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
    """Runs `sayso` as a process of its own, where exit codes, pipes and what is imported matter."""
    command = [sys.executable, "-c", "from tui.cli import main; main()", *arguments]
    root = str(Path(__file__).parents[3])
    settings = {"capture_output": True, "env": {**os.environ, "PYTHONPATH": root}, "timeout": 30, **settings}
    return subprocess.run(command, check=False, **settings)  # type: ignore[call-overload, no-any-return]
