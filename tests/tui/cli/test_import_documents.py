"""`sayso import` of reports: kept as they stand, each whole or not at all, and told in a line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from store.archive import Archive
from store.ingest import Drafts
from store.intake import workers
from store.model import Actor, Anchor, Document, Figure, Speaker, Statement
from store.storage.names import originals_of
from tests.store.intake.articles import ARTICLE, HEAD, PARAGRAPHS, page, pdf
from tests.tui.cli.conftest import Run, process
from tui.config import own_archive, sample_archive


@pytest.fixture
def report(home: Path) -> Path:
    path = home / "report.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def documents(path: Path | None = None) -> list[Document]:
    return list(Archive.open(path or own_archive()).records.documents.values())


def drafting(document: Document) -> Drafts:
    """Drafts the words "12 dead" and "12 people", where they stand, of a mayor."""
    mayor = Actor(id="ac-mayor00000", name="The mayor", kind="person", drafted=True)

    def anchor(words: str) -> Anchor:
        start = document.text.index(words)
        return Anchor(start, start + len(words), words)

    statement = Statement(id=f"st-{document.id[3:]}", document=document.id, type="direct", content=(anchor("12 dead"),),
                          speakers=(Speaker(mayor.id),))  # fmt: skip
    figure = Figure(
        id=f"fi-{document.id[3:]}",
        document=document.id,
        anchor=anchor("12 people"),
        bound="exact",
        low=12,
        best=12,
        high=12,
    )
    return Drafts((mayor,), (statement,), (figure,))


def test_a_report_is_kept_and_told_with_its_id_and_where_its_title_is_from(run: Run, report: Path):
    result = run("import", report, "--no-draft")
    (document,) = documents()
    assert result.exit_code == 0
    assert result.stdout == (
        f"{report}: added “Shells fall on Aldmoor market”, {document.id}: nothing drafted; title from the first line\n"
    )
    assert f"Made {own_archive()}" in result.stderr
    assert document.text == ARTICLE


def test_what_is_drafted_goes_in_with_it_as_drafts_to_be_reviewed(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workers, "draft", drafting)
    result = run("import", report)
    assert ": 1 statement, 1 figure to review; title from the first line" in result.stdout
    records = Archive.open(own_archive()).records
    assert [statement.review.state for statement in records.statements.values()] == ["drafted"]
    assert records.actors["ac-mayor00000"].drafted
    assert run("check").exit_code == 0
    assert run("export").stdout.count("12 dead") == 0


def test_twice_adds_nothing_and_writes_nothing(run: Run, report: Path):
    run("import", report)
    before = {path: path.read_bytes() for path in own_archive().parent.rglob("*") if path.is_file()}
    result = run("import", report)
    assert (result.exit_code, result.stdout.split(": ")[1][:13]) == (0, "already there")
    after = {path: path.read_bytes() for path in own_archive().parent.rglob("*") if path.is_file()}
    assert after == before


def test_the_options_overrule_what_the_file_says(run: Run, home: Path):
    (home / "p.html").write_text(page(head=HEAD), encoding="utf-8")
    options = [
        "--title",
        "T",
        "--publisher",
        "AFP",
        "--published",
        "2016-12-13",
        "--credit",
        "AFP",
        "--author",
        "A. B.",
    ]
    assert run("import", home / "p.html", *options, "--retrieved", "2020-03-04").exit_code == 0
    (document,) = documents()
    assert (document.title, document.publisher, document.author, document.credit) == ("T", "AFP", "A. B.", "AFP")
    assert document.published is not None
    assert document.published.edtf == "2016-12-13"
    assert document.retrieved is not None
    assert document.retrieved.at == "2020-03-04"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--published", "yesterday"], "published"),
        (["--retrieved", "soon"], "retrieved"),
        (["--title", ""], "title"),
    ],
)
def test_an_option_that_can_not_be_read_is_told_before_anything_is(
    run: Run, report: Path, options: list[str], said: str
):
    result = run("import", report, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert not own_archive().exists()


def test_a_title_is_of_one_document_alone(run: Run, report: Path, home: Path):
    for files in ([report, report], [home]):
        result = run("import", *files, "--title", "T")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--title is of one document" in result.stderr


def test_of_a_folder_everything_goes_in_but_what_is_bad_or_of_no_use_which_is_named(run: Run, home: Path):
    folder = home / "reports"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.html").write_text(page(*PARAGRAPHS[::-1]), encoding="utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 no")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (folder / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "more" / "c.pdf").write_bytes(pdf("The mayor of the town said that she was there", "and saw it."))
    result = run("import", folder)
    assert result.exit_code == 1
    assert [line.split(": added")[0] for line in result.stdout.splitlines()] == [
        f"{folder}/{name}" for name in ("a.txt", "b.html", "more/c.pdf")
    ]
    assert f"sayso: {folder}/bad.pdf can't be read as PDF" in result.stderr
    assert f"{folder}/.hidden is hidden. Passed over." in result.stderr
    assert f"{folder}/x.png is of no kind" in result.stderr
    assert len(documents()) == 3


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("e.txt", b"", "is empty."),
        ("i.txt", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("w.docx", b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "is an office document"),
        ("b.txt", b"\0\1\2" * 30, "is no text"),
        ("x.xml", b"<?xml version='1.0'?><rss/>", "is XML"),
    ],
)
def test_what_is_no_report_is_told_in_a_sentence_and_no_archive_is_made(
    run: Run, home: Path, name: str, data: bytes, said: str
):
    (home / name).write_bytes(data)
    result = run("import", home / name)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert f"sayso: {home / name} {said}" in result.stderr
    assert not own_archive().exists()


def test_a_pipe_a_folder_of_nothing_and_a_file_that_is_missing_are_told(run: Run, home: Path):
    os.mkfifo(home / "pipe")
    (home / "empty").mkdir()
    for name in ("pipe", "empty", "missing"):
        result = run("import", home / name)
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1), result.stderr
        assert str(home / name) in result.stderr


def test_records_and_reports_come_in_side_by_side(run: Run, report: Path, home: Path):
    (home / "r.json").write_text('{"sayso": 1, "actors": [{"name": "A clerk", "kind": "person"}]}', encoding="utf-8")
    shutil.copy(home / "r.json", home / "r.txt")
    result = run("import", home / "r.json", report, home / "r.txt")
    assert result.exit_code == 0
    assert [line.partition(": ")[2][:7] for line in result.stdout.splitlines()] == ["added 1", "added “", "added 0"]


def test_a_bad_file_of_records_among_reports_is_named_and_the_reports_go_in(run: Run, report: Path, home: Path):
    (home / "bad.json").write_text('{"sayso": 1', encoding="utf-8")
    result = run("import", home / "bad.json", report)
    assert result.exit_code == 1
    assert "bad.json" in result.stderr
    assert len(documents()) == 1


def test_the_standard_input_is_a_report_or_records(run: Run):
    result = process("import", "-", "--title", "By hand", input=ARTICLE.encode())
    assert result.returncode == 0, result.stderr
    assert result.stdout.decode().startswith("standard input: added “By hand”")
    result = process("import", "-", input=b'\n{"sayso": 1}')
    assert result.stdout == b"standard input: added 0, already there 0\n"


def test_the_same_copy_elsewhere_and_a_new_version_are_told(run: Run, home: Path, report: Path):
    here = ["--url", "https://x.example/1"]
    run("import", report, *here)
    report.write_text(f"{ARTICLE}Corrected.\n", encoding="utf-8")
    assert f"new version of {documents()[0].id}" in run("import", report, *here).stdout
    assert "same copy as do-" in run("import", report, "--publisher", "B").stdout
    assert run("list", "relations", "--format", "csv").stdout.count("same-origin") == 1


def test_another_language_is_kept_and_it_is_said_that_nothing_was_drafted(run: Run, home: Path):
    (home / "fr.txt").write_text("Le maire a dit qu'il y avait douze morts.", encoding="utf-8")
    result = run("import", home / "fr.txt")
    assert result.stdout.endswith(": not English, as it seems: nothing was drafted; title from the file's name\n")
    assert len(documents()) == 1
    (home / "cy.txt").write_text("Dywedodd y maer.", encoding="utf-8")
    assert "in cy: nothing was drafted" in run("import", home / "cy.txt", "--language", "cy").stdout


def test_the_sample_is_not_written_into_unless_it_is_named(run: Run, report: Path):
    run("list", "actors")
    before = sample_archive().read_bytes()
    run("import", report)
    assert sample_archive().read_bytes() == before
    assert run("--archive", sample_archive(), "import", report).exit_code == 0
    assert sample_archive().read_bytes() != before


def test_a_hostile_title_does_nothing_to_the_terminal(run: Run, home: Path):
    (home / "t.txt").write_text(
        "Shells \x1b]0;fall\x07 on it\n\nThe mayor said that the town was hit.", encoding="utf-8"
    )
    result = run("import", home / "t.txt")
    assert "\x1b" not in result.stdout + result.stderr


def test_show_tells_how_the_text_was_got_and_where_the_file_is_kept(run: Run, report: Path):
    run("import", report)
    (document,) = documents()
    shown = run("show", document.id).stdout
    assert "file report.txt; text as it stands, utf-8" in shown
    assert str(originals_of(own_archive()) / (document.original_sha256 or "")) in shown
    assert document.sha256 in shown


def test_a_purge_takes_the_file_too_unless_another_report_was_made_of_it(run: Run, report: Path):
    run("import", report)
    run("import", report, "--publisher", "B")
    first, second = documents()
    (kept,) = originals_of(own_archive()).iterdir()
    assert run("purge", first.id, "--yes").exit_code == 0
    assert kept.exists()
    assert run("purge", second.id, "--yes").exit_code == 0
    assert not kept.exists()
    holding = [path for path in own_archive().parent.rglob("*") if path.is_file() and b"Aldmoor" in path.read_bytes()]
    assert holding == []


def test_of_many_files_it_is_told_on_stderr_how_far_it_has_come(run: Run, home: Path):
    folder = home / "many"
    folder.mkdir()
    for number in range(25):
        (folder / f"{number:02}.txt").write_text(f"Number {number} of those that were there.", encoding="utf-8")
    said = run("import", folder).stderr
    assert "25 files: reading" in said
    assert "25 files brought in or there already, 0 left out." in said
    assert len(documents()) == 25


def test_ctrl_c_leaves_whole_documents_only_and_ends_with_130(home: Path):
    folder = home / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"Number {number}.\n{ARTICLE * 20}", encoding="utf-8")
    command = [sys.executable, "-m", "tui.cli", "--archive", str(home / "a.json"), "import", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as importing:
        assert importing.stdout is not None
        importing.stdout.readline()
        os.killpg(importing.pid, signal.SIGINT)
        _, said = importing.communicate(timeout=60)
    assert importing.returncode == 130
    assert b"Traceback" not in said
    kept = {document.original_sha256 for document in documents(home / "a.json")}
    assert 0 < len(kept) < 400
    assert {file.name for file in originals_of(home / "a.json").iterdir()} == kept
    assert run_check(home / "a.json") == 0


def run_check(path: Path) -> int:
    return process("--archive", str(path), "check").returncode


def test_a_file_that_was_changed_since_or_that_no_report_came_of_is_found(run: Run, report: Path):
    run("import", report)
    (document,) = documents()
    (kept,) = originals_of(own_archive()).iterdir()
    assert run("check").exit_code == 0
    kept.write_bytes(b"forged")
    kept.with_name("0" * 64).write_bytes(b"left")
    result = run("check")
    assert result.exit_code == 1
    assert f"{document.id}: original_sha256: {kept} was changed since it was kept." in result.stdout
    assert "no report came of it" in result.stdout
    assert "CHANGED since it was kept" in run("show", document.id).stdout


def test_the_file_of_a_revised_report_is_kept_too(run: Run, report: Path, home: Path):
    run("import", report)
    (home / "later.txt").write_text(f"{ARTICLE}Corrected.\n", encoding="utf-8")
    revised = run("revise", documents()[0].id, home / "later.txt").stdout.strip()
    later = next(document for document in documents() if document.id == revised)
    kept = originals_of(own_archive()) / (later.original_sha256 or "")
    assert kept.read_bytes() == (home / "later.txt").read_bytes()
