"""`sayso draft`: what would be drafted, one JSON object a document on a line; nothing is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.intake import workers
from tests.store.intake.articles import ARTICLE, page
from tests.tui.cli.conftest import Run, process
from tests.tui.cli.test_import_documents import drafting
from tui.config import own_archive


@pytest.fixture
def report(home: Path) -> Path:
    path = home / "report.v2.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_each_document_is_a_line_of_json_with_the_files_stem(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workers, "draft", drafting)
    result = run("draft", report, report)
    first, second = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 0
    assert first == second
    assert first["document"] == "report.v2"
    (statement,), (figure,) = first["statements"], first["figures"]
    ((start, end),) = statement["content"]
    assert (ARTICLE[start:end], statement["speaker"]) == ("12 dead", "The mayor")
    assert ARTICLE[slice(*figure["span"])] == "12 people"


def test_nothing_is_kept(run: Run, report: Path, home: Path):
    before = set(home.rglob("*"))
    run("draft", report, "--published", "2020-03-03")
    assert set(home.rglob("*")) == before
    assert not own_archive().exists()


def test_a_page_comes_by_the_standard_input(home: Path):
    result = process("draft", "-", input=page().encode())
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["document"] == "standard input"


def test_what_can_not_be_read_is_named_and_the_others_are_drafted(run: Run, report: Path, home: Path):
    (home / "bad.pdf").write_bytes(b"%PDF-1.4")
    (home / "r.txt").write_text('{"sayso": 1}', encoding="utf-8")
    result = run("draft", home / "bad.pdf", report, home / "r.txt")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "bad.pdf can't be read" in result.stderr
    assert "r.txt holds records, not a report." in result.stderr
    assert run("draft", home / "bad.pdf").exit_code == 2


def test_of_another_language_the_line_is_empty_and_it_is_said_why(run: Run, home: Path):
    (home / "fr.txt").write_text("Le maire a dit qu'il y avait douze morts.", encoding="utf-8")
    result = run("draft", home / "fr.txt")
    assert json.loads(result.stdout) == {"document": "fr", "actors": [], "statements": [], "figures": []}
    assert "nothing was drafted" in result.stderr
