"""`sayso edit`: fields, tags and flags changed from the command line, told before and after, all or none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.editing import save as saving
from store.founding import snapshot
from store.model import Actor, Record
from tests.store.reviewing.drafted import archive_records
from tests.tui.cli.conftest import Run
from tui.config import own_archive, sample_archive

QUOTE, DENIAL, DRAFT = "st-1111111111", "st-2222222222", "st-3333333333"


@pytest.fixture(autouse=True)
def user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_USER", "Nina")


def now(path: Path, record_id: str) -> Any:
    return Archive.open(path).get(record_id)


def test_a_field_is_changed_and_told_before_and_after(run: Run, archive: Path):
    result = run("edit", "st-11", 'uttered=2020-03-01 "Sunday" [resolved]', "note=")
    assert (result.exit_code, result.stderr) == (0, "1 record changed.\n")
    assert result.stdout.splitlines() == [
        f'{QUOTE} uttered: 2020-03-02 "Monday" [resolved] -> 2020-03-01 "Sunday" [resolved]',
        f"{QUOTE} note: Ask her again. -> none",
    ]
    assert (now(archive, QUOTE).uttered.edtf, now(archive, QUOTE).note) == ("2020-03-01", None)


def test_people_are_given_by_name_and_what_stands_in_brackets_counts(run: Run, archive: Path):
    assert run("edit", DRAFT, "speakers=the army (spokesman) [stated]; ana petrovic [assumed]").exit_code == 0
    assert [(who.actor, who.capacity, who.basis) for who in now(archive, DRAFT).speakers] == [
        ("ac-army000000", "spokesman", "stated"),
        ("ac-mayor00000", None, "assumed"),
    ]


def test_without_brackets_the_print_tells_how_we_know_who_it_was(run: Run, archive: Path):
    result = run("edit", DRAFT, "speakers=ana petrovic")
    assert result.stdout.endswith("speakers: none -> Ana Petrović [inferred]\n")
    assert run("edit", DENIAL, "speakers=the army").exit_code == 0
    assert [who.basis for found in (DRAFT, DENIAL) for who in now(archive, found).speakers] == ["inferred", "stated"]


def test_tags_are_put_on_and_taken_off_with_and_without_two_dashes(run: Run, archive: Path):
    run("edit", QUOTE, DENIAL, "+urgent", "+call back")
    assert now(archive, DENIAL).tags == ("urgent", "call back")
    run("edit", QUOTE, "-urgent", "+later")
    run("edit", DENIAL, "--", "-call back", "-never there")
    assert (now(archive, QUOTE).tags, now(archive, DENIAL).tags) == (("call back", "later"), ("urgent",))


def test_a_flag_is_signed_and_has_its_why(run: Run, archive: Path):
    run("edit", QUOTE, "verification=contested: the ministry denies it", "checked=found", "--why", "seen on her page")
    flags = now(archive, QUOTE)
    assert (flags.verification.state, flags.verification.why) == ("contested", "the ministry denies it")
    assert (flags.origin_check.state, flags.origin_check.why) == ("found", "seen on her page")
    assert flags.verification.by == flags.origin_check.by == "Nina"
    assert json.loads(run("show", QUOTE, "--format", "json").stdout)["verification"]["by"] == "Nina"


def test_why_a_report_was_retracted_goes_into_its_note(run: Run, archive: Path):
    run("edit", "do-1111111111", "status=retracted", "--why", "by the paper")
    report = now(archive, "do-1111111111")
    assert report.status == "retracted"
    assert report.note.endswith(", Nina: by the paper")


def test_all_that_match_a_filter_are_changed(run: Run, archive: Path):
    result = run("edit", "--filter", "actor:army", "+army", "--yes")
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["ac-army000000", DENIAL]
    run("edit", "--filter", "doc:town", "+town", "--table", "statements", "--table", "figures", "--yes")
    tagged = [record.id for record in Archive.open(archive).records if "town" in record.tags]
    assert tagged == [QUOTE, DENIAL, DRAFT, "fi-1111111111", "fi-2222222222"]


def test_a_filter_may_begin_with_a_dash(run: Run, archive: Path):
    result = run("edit", "--filter", "-type:direct doc:town", "act=warns", "--yes", "--table", "statements")
    assert [line.split()[0] for line in result.stdout.splitlines()] == [DRAFT, DENIAL]


def test_records_of_a_kind_that_lacks_the_field_are_left_alone(run: Run, archive: Path):
    result = run("edit", "--filter", "", "verification=confirmed", "--yes")
    assert {line[:2] for line in result.stdout.splitlines()} == {"st", "fi"}
    assert result.stderr == "5 records changed.\n"
    none = run("edit", "--filter", "", "verification=confirmed", "title=x", "--yes")
    assert (none.exit_code, none.stdout) == (2, "")


def test_where_nobody_can_be_asked_yes_has_to_be_said_before(run: Run, archive: Path):
    before = archive.read_bytes()
    result = run("edit", "--filter", "doc:town", "+town", input="")
    assert result.exit_code == 2
    assert "This changes 1 document, 3 statements, 2 figures: add --yes" in result.stderr
    assert archive.read_bytes() == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_who_is_there_is_asked_with_how_many_records_it_changes(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
):
    monkeypatch.setattr("tui.cli.edit_command.somebody_is_there", lambda: True)
    before = archive.read_bytes()
    result = run("edit", "--filter", "is:draft", "review=accepted", input=answer)
    assert result.exit_code == code
    assert "This changes 1 statement. Go on?" in result.stderr
    assert (archive.read_bytes() == before) == (code == 1)


def test_where_nothing_matches_nothing_is_changed(run: Run, archive: Path):
    result = run("edit", "--filter", "nowhere", "+x", "--yes")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No record matches" in result.stderr


def test_a_dry_run_shows_it_all_and_writes_nothing(run: Run, archive: Path):
    before = archive.read_bytes()
    result = run("edit", "--filter", "is:draft", "review=accepted", "--dry-run")
    assert result.stdout == f"{DRAFT} review: drafted -> accepted\n"
    assert "nothing was written" in result.stderr
    assert archive.read_bytes() == before


def test_what_says_so_already_is_not_written(run: Run, archive: Path):
    before = archive.read_bytes()
    result = run("edit", DENIAL, "act=denies", "review=accepted")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "says so already" in result.stderr or "say so already" in result.stderr
    assert archive.read_bytes() == before


WRONG = [
    ((QUOTE, "verification=contestd"), "contested, disproved"),
    ((QUOTE, "text=other"), "no field of a statement"),
    (("do-1111111111", "text=other"), "new version"),
    ((QUOTE, "speakers=The navy"), "The navy"),
    (("fi-1111111111", "bound=order"), "order wants low and no best"),
    (("fi-1111111111", "best=13"), "not in order"),
    ((QUOTE, "uttered=2021"), "later than the document"),
    ((QUOTE,), "Nothing is to be changed"),
    (("act=says",), "No record is named"),
    (("st-", "act=says"), "3 ids begin with"),
    ((QUOTE, "act=says", "act=denies"), "given twice"),
    ((QUOTE, "+"), "names no tag"),
    ((QUOTE, "act=says", "--table", "statements"), "--table goes with --filter"),
    ((QUOTE, "act=says", "--why", "x"), "--why goes with"),
    ((QUOTE, "+x", "--frob"), "--frob"),
    (("--filter", "is:draft", QUOTE, "+x"), "no id is given"),
    (("--filter", "", "verificaton=confirmed", "--yes"), "Did you mean verification?"),
    (("--filter", "", "title=x", "act=says", "--yes"), "have all these fields"),
    (("--filter", "nope:", "+x"), "Filter, column"),
]


@pytest.mark.parametrize(("words", "problem"), WRONG)
def test_what_is_wrong_is_told_and_nothing_is_changed(run: Run, archive: Path, words: tuple[str, ...], problem: str):
    before = archive.read_bytes()
    result = run("edit", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr
    assert archive.read_bytes() == before


def test_one_record_that_cannot_be_changed_keeps_all_as_they_are(run: Run, archive: Path):
    before = archive.read_bytes()
    result = run("edit", QUOTE, DENIAL, "type=direct")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"sayso: {DENIAL}: type: can't be direct")
    assert archive.read_bytes() == before


def test_a_conflict_is_told_with_both_values(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch):
    apply = saving._apply

    def beaten(opened: Archive, *rest: Any) -> None:
        """Somebody else is quicker."""
        monkeypatch.setattr(saving, "_apply", apply)
        theirs = now(archive, QUOTE)
        Archive.open(archive).apply([Change(replace(theirs, act="warns", gloss="theirs"), theirs.revision)])
        apply(opened, *rest)

    monkeypatch.setattr(saving, "_apply", beaten)
    result = run("edit", QUOTE, "act=denies", "note=mine")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "(as Nina) changed act at " in result.stderr
    assert " UTC (yours: denies; theirs: warns). Nothing was changed." in result.stderr
    assert (now(archive, QUOTE).act, now(archive, QUOTE).note) == ("warns", "Ask her again.")


def test_what_is_told_cannot_act_on_a_terminal(run: Run, archive: Path):
    before = now(archive, QUOTE)
    Archive.open(archive).apply([Change(replace(before, gloss="an \x1b[31mescape"), 1)])
    assert "\x1b" not in run("edit", QUOTE, "gloss=none now").stdout


def test_the_sample_that_one_reads_is_the_archive_that_is_changed(run: Run, home: Path):
    result = run("edit", "--filter", "actor:Egeland", "+un", "--yes", "--table", "statements")
    assert "of the sample archive" in result.stderr
    assert not own_archive().exists()
    assert len(Archive.open(sample_archive()).search("tag:un").ids("statements")) == 2


def test_an_archive_that_is_not_there_is_told(run: Run, home: Path):
    assert run("--archive", home / "none.json", "edit", QUOTE, "+x").exit_code == 2


def test_help_names_every_field_and_how_it_is_typed(run: Run):
    shown = run("edit", "--help").stdout
    assert all(word in shown for word in ("verification.why", "attributed_to", '"late Monday" [resolved] Z', "[weak]"))


def test_a_later_version_of_a_report_stands_beside_the_old_one(run: Run, archive: Path, home: Path):
    (home / "corrected.txt").write_text("Thirteen people died.", encoding="utf-8")
    result = run("revise", "do-11", home / "corrected.txt", "published=2020-03-04", "note=Sent by the paper.")
    assert (result.exit_code, result.stdout[:3]) == (0, "do-")
    made = now(archive, result.stdout.strip())
    assert (made.supersedes, made.title, made.text) == ("do-1111111111", "A town under fire", "Thirteen people died.")
    assert (made.published.edtf, made.note) == ("2020-03-04", "Sent by the paper.")
    assert "status=corrected" in result.stderr
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("do-11", "none.txt"), "can't be read"),
        ((QUOTE, "none.txt"), "is no report"),
        (("do-11", "none.txt", "supersedes=do-11"), "nothing else"),
        (("do-11", "none.txt", "text=x"), "new version"),
        (("do-11", "none.txt", "+urgent"), "no field=value"),
    ],
)
def test_a_version_that_cannot_be_is_told(run: Run, archive: Path, words: tuple[str, ...], problem: str):
    before = archive.read_bytes()
    result = run("revise", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert problem in result.stderr
    assert archive.read_bytes() == before


def test_an_actor_is_merged_and_parted(run: Run, archive: Path):
    before: Record = now(archive, "ac-mayor00000")
    Archive.open(archive).apply([Change(Actor(id="ac-head", name="Head of the town", kind="office"), 0)])
    merged = run("merge", "ana petrovic", "Head of the town")
    assert (merged.exit_code, merged.stdout) == (0, "ac-mayor00000 merged_into: none -> ac-head\n")
    assert "Ana Petrović counts for Head of the town now." in merged.stderr
    assert QUOTE in run("list", "statements", 'actor:"Head of the town"').stdout
    assert QUOTE in run("list", "statements", "actor:Petrović").stdout
    again = run("merge", "ana petrovic", "Head of the town")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "Nothing to change: Ana Petrović counts for Head of the town already.\n"
    parted = run("merge", "ana petrovic", "--undo")
    assert (parted.exit_code, parted.stdout) == (0, "ac-mayor00000 merged_into: ac-head -> none\n")
    assert replace(now(archive, "ac-mayor00000"), revision=1, added=None, changed=None) == before


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("ac-mayor00000", "ac-mayor00000"), "itself"),
        (("a nurse", "The army"), "never matched"),
        (("The navy", "The army"), "The navy"),
        (("The army", "--undo"), "isn't merged"),
        (("The army",), "Name two actors"),
        (("The army", "Ana Petrović", "--undo"), "Name two actors"),
    ],
)
def test_a_merge_that_cannot_be_is_told_and_nothing_is_changed(
    run: Run, archive: Path, words: tuple[str, ...], problem: str
):
    before = archive.read_bytes()
    result = run("merge", *words)
    assert result.exit_code == 2
    assert problem in result.stderr
    assert archive.read_bytes() == before


@pytest.mark.parametrize("more", [["--dry-run"], []], ids=["shown", "done"])
def test_whom_an_accepted_draft_names_is_told_with_it(run: Run, archive: Path, more: list[str]):
    archive.write_bytes(snapshot(archive_records()))
    result = run("edit", "st-denial0000", "review=accepted", *more)
    assert result.stdout.splitlines() == [
        "st-denial0000 review: drafted -> accepted",
        "ac-deputy0000 drafted: yes -> no",
    ]
    drafted = run("list", "actors", "is:draft").stdout
    assert ("the deputy" in drafted) is bool(more)


def test_what_was_drafted_is_kept_where_the_command_line_corrects_it(run: Run, archive: Path):
    archive.write_bytes(snapshot(archive_records()))
    result = run("edit", "st-denial0000", "act=doubts")
    assert "act: denies -> doubts" in result.stdout
    assert "review: drafted -> corrected" in result.stdout
    shown = json.loads(run("list", "statements", "id:st-denial0000", "--format", "json").stdout)[0]
    assert shown["origin"]["drafted"] == {"act": "denies"}
