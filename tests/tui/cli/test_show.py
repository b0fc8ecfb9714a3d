"""`sayso show`: one record, whole."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.model import Anchor, Statement
from tests.tui.cli.conftest import TEXT, Run, records, write_archive
from tui.cli.table import cells

pytestmark = pytest.mark.usefixtures("archive")


def test_a_statement_is_shown_with_its_words_its_speaker_and_where_they_stand(run: Run):
    shown = run("show", "st-1111111111").stdout
    assert shown.startswith('Statement st-1111111111\n\n"We counted 12 dead."\n')
    assert "Ana Petrović, mayor · direct speech · said 2 Mar 2020 (“Monday”, resolved)" in shown
    assert "A town under fire, The Courier, 3 Mar 2020 [do-1111111111]" in shown
    assert "paragraph 1, characters 26–47" in shown
    assert 'In the report:\nThe mayor said on Monday: ⟦"We counted 12 dead."⟧ The army denied' in shown


def test_the_passage_is_the_lines_the_words_stand_in_and_no_more(run: Run):
    passage = run("show", "fi-2222222222").stdout.partition("In the report:\n")[2]
    assert passage == "⟦Some 40 people⟧ were hurt, the hospital said. A nurse spoke of 70. Mice were seen.\n"


def test_relations_are_told_from_both_ends(run: Run):
    assert "contradicts" in run("show", "st-2222222222").stdout
    assert "contradicted by" in run("show", "st-1111111111").stdout


def test_rivals_of_a_figure_are_told(run: Run, home: Path):
    figures = [record for record in records() if record.id.startswith("fi-")]
    rival = replace(figures[1], outcome="killed")  # type: ignore[type-var]
    path = write_archive(home / "rivals.json", [*records()[:-3], figures[0], rival])
    assert "rivals" in run("--archive", path, "show", "fi-1111111111").stdout


def test_a_note_is_shown_to_who_reads_their_own_archive(run: Run):
    assert "Ask her again." in run("show", "st-1111111111").stdout


def test_a_document_is_shown_with_its_text(run: Run):
    assert run("show", "do-1").stdout.endswith(f"{TEXT}\n")


@pytest.mark.parametrize("record_id", [record.id for record in records()])
def test_every_record_can_be_shown_by_the_beginning_of_its_id(run: Run, record_id: str):
    result = run("show", record_id[:5])
    assert result.exit_code == 0
    assert record_id in result.stdout.splitlines()[0]


def test_an_id_of_none_or_of_several_is_told(run: Run):
    assert "No record has the id 'zz'" in run("show", "zz").stderr
    several = run("show", "st-")
    assert several.exit_code == 2
    assert "3 ids begin with 'st-'" in several.stderr


def test_json_is_the_one_record_as_in_a_list(run: Run):
    listed = json.loads(run("list", "statements", "id:st-1111111111", "--format", "json").stdout)
    assert json.loads(run("show", "st-1111", "--format", "json").stdout) == listed[0]


def test_a_broken_anchor_is_told_and_no_passage_pretends_to_hold_it(run: Run, home: Path):
    broken = [replace(r, content=(Anchor(0, 4, "Thee"),)) if isinstance(r, Statement) else r for r in records()]
    path = write_archive(home / "broken.json", broken)
    shown = run("--archive", path, "show", "st-1111111111").stdout
    assert "BROKEN" in shown
    assert "⟦" not in shown


def test_a_sheet_fits_the_terminal_it_is_shown_on(run: Run, archive: Path):
    from store.archive import Archive
    from tui.cli.sheet import sheet

    opened = Archive.open(archive)
    for record in opened.records:
        assert max(map(cells, sheet(opened.records, record, 60).splitlines())) <= 60


def test_a_record_cannot_act_on_the_terminal(run: Run, home: Path):
    evil = [replace(r, gloss="\x1b]52;c;x\x07\u202e") if isinstance(r, Statement) else r for r in records()]
    path = write_archive(home / "evil.json", evil)
    assert not set("\x1b\x07\u202e") & set(run("--archive", path, "show", "st-1111111111").stdout)


def test_of_a_superseded_report_and_of_what_stands_in_it_the_later_version_is_told(run: Run, home: Path):
    later = replace(records()[0], id="do-2222222222", title="A town under fire, corrected", supersedes="do-1111111111")  # type: ignore[type-var]
    path = write_archive(home / "versions.json", [*records(), later])
    for old in ("do-1", "st-1"):
        shown = run("--archive", path, "show", old).stdout
        assert re.search(r"^superseded by +A town under fire, corrected \[do-2222222222\]$", shown, re.MULTILINE)
    assert "superseded by" not in run("--archive", path, "show", "do-2").stdout
