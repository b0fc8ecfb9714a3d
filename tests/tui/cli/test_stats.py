"""`sayso stats`: what reviewers made of each rule's drafts, to read and as data."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.store.reviewing.drafted import archive_records
from tests.store.test_precision import decided
from tests.tui.cli.conftest import Run, write_archive


@pytest.fixture(autouse=True)
def flood(home: Path) -> Path:
    """A figure confirmed, a quotation corrected, a denial discarded, an accusation that waits."""
    done = {record.id: record for record in decided()}
    found = [done.get(record.id, record) for record in archive_records()]
    return write_archive(home / "data" / "sayso" / "archive.json", found)


def test_each_rule_has_a_line_and_all_together_the_last(run: Run):
    result = run("stats")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert lines[1][:6] == ["said-before", "0", "1", "1", "1", "0%"]
    assert lines[2][:6] == ["at-least", "1", "0", "0", "0", "100%"]
    assert lines[3][:7] == ["all", "rules", "1", "1", "1", "1", "33%"]
    assert "act 1, cue 1" in result.stdout
    assert "nobody said it 1" in result.stdout
    assert result.stderr.strip() == "4 records drafted by 2 rules."


def test_a_filter_narrows_what_is_counted(run: Run):
    assert "at-least" not in run("stats", "act:says").stdout
    assert run("stats", "act:denies").stdout.splitlines()[1].split()[:5] == ["said-before", "0", "0", "1", "0"]


def test_json_has_the_counts_and_the_fields_of_each_rule(run: Run):
    found = json.loads(run("stats", "--format", "json").stdout)
    assert found[0] == {
        "rule": "said-before", "confirmed": 0, "corrected": 1, "discarded": 1, "waiting": 1, "precision": 0.0,
        "fields": {"act": 1, "cue": 1}, "reasons": {"nobody said it": 1},
    }  # fmt: skip
    assert found[1]["precision"] == 1.0


def test_csv_has_a_row_for_each_rule(run: Run):
    rows = list(csv.DictReader(io.StringIO(run("stats", "--format", "csv").stdout)))
    assert [(row["rule"], row["discarded"]) for row in rows] == [("said-before", "1"), ("at-least", "0")]


def test_an_archive_without_drafts_has_no_rules_to_tell_of(run: Run, archive: Path):
    result = run("stats")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "0 records drafted by 0 rules" in result.stderr
    assert run("stats", "--format", "json").stdout == "[]\n"
