"""`sayso edit` of relations: each field with what fits and what doesn't, and never the same said twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from store.archive import Archive, Change
from store.model import Relation
from tests.tui.cli.conftest import Run

QUOTE, DENIAL, DRAFT = "st-1111111111", "st-2222222222", "st-3333333333"
CONTRADICTS, QUALIFIES = "re-1111111111", "re-2222222222"


@pytest.fixture
def related(archive: Path) -> Path:
    """The denial contradicts the quotation, and the draft qualifies it."""
    Archive.open(archive).apply([Change(Relation(id=QUALIFIES, kind="qualifies", subject=DRAFT, object=QUOTE), 0)])
    return archive


def now(path: Path, record_id: str = CONTRADICTS) -> Any:
    return Archive.open(path).get(record_id)


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("kind=responds-to", "kind", "responds-to"),
        ("why=both speak of Monday", "why", "both speak of Monday"),
        ("subject=st-3", "subject", DRAFT),
        ("subject=fi-1", "subject", "fi-1111111111"),
        ("object=do-1", "object", "do-1111111111"),
        ("tags=urgent", "tags", ("urgent",)),
        ("+urgent", "tags", ("urgent",)),
        ("note=ask", "note", "ask"),
        ("gloss=as we read it", "gloss", "as we read it"),
        ("confidential=yes", "confidential", True),
    ],
)
def test_a_field_of_a_relation_is_changed(run: Run, related: Path, typed: str, field: str, value: object):
    result = run("edit", "re-1", typed)
    assert (result.exit_code, result.stderr) == (0, "1 record changed.\n")
    assert result.stdout.startswith(f"{CONTRADICTS} {field}: ")
    assert getattr(now(related), field) == value


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("kind=denies", "kind: 'denies' is none of those known. Expected restates"),
        ("kind=", "kind: can't be left empty"),
        ("subject=", "subject: can't be left empty"),
        ("subject=st-9", "subject: no record has the id 'st-9'"),
        ("object=st-", "object: 3 ids begin with 'st-'"),
        ("object=ac-mayor", "object: ac-mayor00000 is none of the statements or figures or documents"),
        ("object=st-2", "object: a record has no relation to itself"),
        ("subject=st-1", "subject: a record has no relation to itself"),
        ("confidential=perhaps", "confidential: 'perhaps' is neither yes nor no"),
        ("review=accepted", "review: is no field of a relation. There are subject, kind, object, why, tags"),
        ("id=re-9", "id: can't be changed"),
    ],
)
def test_what_does_not_fit_is_told_by_its_field_and_nothing_is_changed(run: Run, related: Path, typed: str, told: str):
    before = now(related)
    result = run("edit", "re-1", typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert now(related) == before


@pytest.mark.parametrize(
    ("words", "field"), [(["subject=st-3", "kind=qualifies"], "subject"), (["kind=qualifies"], "kind")]
)
def test_a_relation_that_would_say_what_another_says_is_refused_by_what_was_changed(
    run: Run, related: Path, words: list[str], field: str
):
    if words == ["kind=qualifies"]:
        assert run("edit", CONTRADICTS, "subject=st-3").exit_code == 0
    result = run("edit", CONTRADICTS, *words)
    assert result.exit_code == 2
    assert f"{CONTRADICTS}: {field}: it would say the same as {QUALIFIES}." in result.stderr


def test_two_that_would_say_the_same_as_each_other_are_refused(run: Run, related: Path):
    result = run("edit", CONTRADICTS, QUALIFIES, "subject=fi-1", "kind=restates")
    assert result.exit_code == 2
    assert f"would say the same as {CONTRADICTS} does then" in result.stderr
    assert (now(related).kind, now(related, QUALIFIES).kind) == ("contradicts", "qualifies")


def test_why_a_relation_is_so_may_be_told_as_of_a_flag(run: Run, related: Path):
    assert run("edit", "re-1", "--why", "she spoke of his guns").exit_code == 0
    assert now(related).why == "she spoke of his guns"
    assert "--why goes with review" in run("edit", QUOTE, "--why", "x").stderr


@pytest.mark.parametrize("words", ["kind:contradicts", "id:re-1", '"contradicts" OR kind:contradicts'])
def test_a_filter_reaches_relations(run: Run, related: Path, words: str):
    result = run("edit", "--filter", words, "--table", "relations", "gloss=read again", "--yes")
    assert (result.exit_code, result.stderr) == (0, "1 record changed.\n")
    assert (now(related).gloss, now(related, QUALIFIES).gloss) == ("read again", None)


def test_where_only_records_match_that_lack_the_field_that_is_told(run: Run, related: Path):
    result = run("edit", "--filter", "act:denies", "kind=restates", "--yes")
    assert result.exit_code == 1
    assert result.stderr == "sayso: What matches lacks kind: 1 statement. Nothing was changed.\n"
    result = run("edit", "--filter", "act:retracts", "kind=restates", "--yes")
    assert result.stderr == "sayso: No record matches. Nothing was changed.\n"
