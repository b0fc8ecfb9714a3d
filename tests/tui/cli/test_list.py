"""`sayso list`: tables to read, data for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from msgspec.structs import fields, replace

from store.model import TABLES, Statement
from tests.tui.cli.conftest import Run, records, write_archive

pytestmark = pytest.mark.usefixtures("archive")


def listed(run: Run, *arguments: str) -> list[dict[str, object]]:
    result = run("list", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def ids(run: Run, *arguments: str) -> list[object]:
    return [record["id"] for record in listed(run, *arguments)]


def test_a_table_has_a_line_for_each_record_under_its_headings(run: Run):
    lines = run("list", "statements").stdout.splitlines()
    assert lines[0].split() == ["Id", "Said", "Who", "Type", "What"]
    assert " ".join(lines[1].split()) == 'st-1111111111 2 Mar 20 Ana Petrović direct "We counted 12 dead."'
    assert len(lines) == 4


def test_a_denial_and_a_draft_are_told_in_the_table(run: Run):
    shown = run("list", "statements").stdout
    assert "denied that: its guns had fired" in shown
    assert "⟨drafted⟩ ~ Mice were seen" in shown


def test_speech_that_is_reported_partly_quoted_and_direct_is_told_apart_at_any_width(run: Run, home: Path):
    found = [replace(r, type="mixed") if r.id == "st-2222222222" else r for r in records()]  # type: ignore[call-arg]
    path = write_archive(home / "mixed.json", found)  # type: ignore[arg-type]
    for form in ("table", "markdown"):
        shown = run("--archive", path, "list", "statements", "--format", form).stdout.replace("\\", "")
        assert '  "We counted 12 dead."' in shown.replace("|", " ")
        assert "~“ denied that: its guns had fired" in shown
        assert "~ Mice were seen" in shown


def test_a_filter_for_marks_is_told_that_they_are_the_browsers_alone(run: Run):
    for words in (
        ["list", "statements", "is:marked"],
        ["list", "figures", "-(guns OR is:marked)"],
        ["export", "is:marked"],
    ):
        assert "Marks live in the browser alone" in run(*words).stderr
    assert "Marks" not in run("list", "statements", "is:draft").stderr


def test_a_table_that_is_not_named_is_told_with_those_there_are_on_one_line(run: Run):
    told = run("list").stderr.splitlines()[0]
    assert "Choose from: actors, statements, figures, documents, relations" in told
    assert not set("␉⏎␊") & set(told)


def test_an_option_after_two_dashes_is_told_to_stand_before_them(run: Run):
    result = run("list", "statements", "--", "-actor:Ana", "--limit", "1")
    assert result.exit_code == 2
    assert "--limit stands after --, where all is filter: options go before --." in result.stderr
    before = run("list", "statements", "--format", "json", "--", "-actor:Ana", "-is:draft").stdout
    assert [record["id"] for record in json.loads(before)] == ["st-2222222222"]


def test_how_many_of_how_many_is_said_beside_the_data(run: Run):
    assert run("list", "statements", "guns").stderr == "1 of 3 statements.\n"


def test_what_was_left_out_for_having_no_date_is_said(run: Run):
    undated = run("list", "statements", "added:2026..").stderr
    assert undated == "0 of 3 statements; 3 without a date left out.\n"


def test_nothing_found_is_no_error_and_puts_nothing_out(run: Run):
    result = run("list", "statements", "nothing")
    assert (result.exit_code, result.stdout) == (0, "")
    assert listed(run, "statements", "nothing") == []


def test_the_words_of_a_filter_need_not_be_one_argument(run: Run):
    assert ids(run, "statements", "type:direct", "counted") == ids(run, "statements", "type:direct counted")


def test_a_word_that_begins_with_a_dash_is_part_of_the_filter(run: Run):
    assert ids(run, "statements", "-actor:Ana", "-review:drafted") == ["st-2222222222"]
    assert ids(run, "statements", "--limit", "9", "-actor:Ana", "--sort", "act", "-is:draft") == ["st-2222222222"]


def test_a_wrong_filter_is_told_with_its_column_and_what_works(run: Run):
    result = run("list", "statements", "guns colour:red")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "column 6" in result.stderr
    assert "for example" in result.stderr


def test_a_table_that_there_is_not_is_told_with_those_there_are(run: Run):
    result = run("list", "people")
    assert result.exit_code == 2
    assert "relations" in result.stderr


def test_a_field_sorts_and_a_dash_before_it_reverses(run: Run):
    assert ids(run, "figures", "--sort", "value") == ["fi-2222222222", "fi-1111111111"]
    assert ids(run, "figures", "--sort=-value") == ["fi-1111111111", "fi-2222222222"]
    assert ids(run, "figures", "--sort", "-value") == ["fi-1111111111", "fi-2222222222"]


def test_a_field_that_does_not_sort_is_told_with_the_one_that_is_meant(run: Run):
    result = run("list", "figures", "--sort", "valu")
    assert result.exit_code == 2
    assert "Did you mean value?" in result.stderr


def test_a_limit_shows_the_first_and_says_so(run: Run):
    result = run("list", "figures", "--limit", "1", "--format", "json")
    assert len(json.loads(result.stdout)) == 1
    assert "2 of 2 figures; the first 1 shown." in result.stderr


@pytest.mark.parametrize("table", TABLES)
def test_json_has_all_fields_of_each_record_also_those_nobody_filled(run: Run, table: str):
    for record in listed(run, table):
        assert set(record) == {field.name for field in fields(TABLES[table])}


def test_json_has_the_names_of_actors_beside_their_ids(run: Run):
    statement = listed(run, "statements", "id:st-1111111111")[0]
    assert statement["speakers"] == [
        {"actor": "ac-mayor00000", "name": "Ana Petrović", "capacity": "mayor", "basis": "stated"}
    ]
    assert statement["about"] == [{"actor": "ac-army000000", "name": "The army"}]
    assert statement["note"] == "Ask her again."


def test_json_has_documents_with_their_text(run: Run):
    assert str(listed(run, "documents")[0]["text"]).startswith("The mayor said")


@pytest.mark.parametrize("table", TABLES)
def test_csv_has_a_row_for_each_record(run: Run, table: str):
    rows = list(csv.DictReader(io.StringIO(run("list", table, "--format", "csv").stdout, newline="")))
    assert sorted(row["id"] for row in rows) == sorted(
        record.id for record in records() if isinstance(record, TABLES[table])
    )


def test_csv_keeps_the_order_that_was_asked_for_and_withholds_nothing(run: Run):
    shown = run("list", "statements", "--sort=-said", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(shown, newline="")))
    assert [row["id"] for row in rows] == ["st-3333333333", "st-1111111111", "st-2222222222"]
    assert rows[0]["marks"] == "DRAFTED"


def test_csv_has_no_cell_that_a_spreadsheet_computes(run: Run, home: Path):
    actors = [replace(record, name="=1+1") for record in records() if record.id == "ac-army000000"]
    path = write_archive(home / "formula.json", actors)  # type: ignore[arg-type]
    assert "'=1+1" in run("--archive", path, "list", "actors", "--format", "csv").stdout


def test_markdown_is_a_table_in_which_text_stays_text(run: Run, home: Path):
    actors = [replace(record, name="a|b *c*") for record in records() if record.id == "ac-army000000"]
    path = write_archive(home / "markup.json", actors)  # type: ignore[arg-type]
    lines = run("--archive", path, "list", "actors", "--format", "markdown").stdout.splitlines()
    assert lines[0].startswith("| Id | Name | Kind |")
    assert r"a\|b \*c\*" in lines[2]


def test_a_table_cannot_act_on_the_terminal_nor_break_its_lines(run: Run, home: Path):
    evil = [replace(record, name="a\x1b[31m\nb\u202e") for record in records() if record.id == "ac-army000000"]
    path = write_archive(home / "evil.json", evil)  # type: ignore[arg-type]
    shown = run("--archive", path, "list", "actors").stdout
    assert len(shown.splitlines()) == 2
    assert not set("\x1b\u202e") & set(shown)


def test_actors_stand_with_how_many_statements_and_figures_are_theirs(run: Run):
    row = next(line for line in run("list", "actors").stdout.splitlines() if "Petrović" in line)
    assert row.split()[:6] == ["ac-mayor00000", "Ana", "Petrović", "person", "1", "1"]


def test_a_merged_actor_is_named_as_the_one_it_was_merged_into(run: Run, home: Path):
    found = [replace(r, merged_into="ac-army000000") if r.id == "ac-mayor00000" else r for r in records()]
    path = write_archive(home / "merged.json", found)  # type: ignore[arg-type]
    shown = json.loads(run("--archive", path, "list", "statements", "counted", "--format", "json").stdout)
    assert [speaker["name"] for speaker in shown[0]["speakers"]] == ["The army"]


def test_a_speaker_that_is_not_in_the_archive_has_no_name(run: Run, home: Path):
    found = [record for record in records() if isinstance(record, Statement)]
    path = write_archive(home / "dangling.json", found)  # type: ignore[arg-type]
    shown = json.loads(run("--archive", path, "list", "statements", "counted", "--format", "json").stdout)
    assert [speaker["name"] for speaker in shown[0]["speakers"]] == [None]


def test_the_sample_tells_whose_numbers_of_civilians_killed(run: Run, archive: Path):
    archive.unlink()
    figures = listed(run, "figures", "counted:civilians outcome:killed")
    assert [(figure["best"], figure["bound"]) for figure in figures] == [(990, "approximate"), (379, "exact")]
    assert [figure["claimants"][0]["name"] for figure in figures] == ["local sources", "UCDP"]  # type: ignore[index]
    assert all(figure["period"]["edtf"] == "2016-11-17/2016-12-13" for figure in figures)  # type: ignore[index]
    assert [figure["place"]["name"] for figure in figures] == ["eastern Aleppo", "Aleppo town"]  # type: ignore[index]
