"""Drafts as they are printed: spans, dates and names that another program reads."""

from __future__ import annotations

import json

from store.ingest import draft
from store.ingest.printed import as_json
from tests.store.ingest.drafted import document

TEXT = '"Some 40 houses fell," Mayor Anna Kovac said on Monday.'


def test_what_is_printed_names_spans_dates_and_speakers() -> None:
    report = document(TEXT)
    printed = json.loads(json.dumps(as_json("storm", draft(report))))
    [statement] = printed["statements"]
    assert printed["document"] == "storm"
    assert [TEXT[start:end] for start, end in statement["source"]] == ["Mayor Anna Kovac"]
    assert TEXT[slice(*statement["content"][0])].startswith('"Some 40')
    assert (statement["type"], statement["speaker"], statement["uttered"]) == ("direct", "Anna Kovac", "2016-12-12")
    assert statement["speakers"][0]["capacity"] == "Mayor"
    assert statement["origin"]["rule"]
    [figure] = printed["figures"]
    assert TEXT[slice(*figure["span"])] == "Some 40 houses"
    assert (figure["best"], figure["bound"], figure["claimant"]) == (40, "approximate", "Anna Kovac")
    assert figure["statement"] == statement["id"]


def test_a_report_without_drafts_prints_empty_lists() -> None:
    assert as_json("empty", draft(document(""))) == {"document": "empty", "actors": [], "statements": [], "figures": []}
