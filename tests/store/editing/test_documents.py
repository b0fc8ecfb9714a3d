"""What became of a report, and a later version of it: the text is evidence, and the old one stays."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from store.archive import Archive
from store.check import check
from store.editing.documents import new_version, read, with_status
from store.editing.editor import Editor
from store.editing.save import save
from store.errors import EditError
from store.model import Document, Retrieved, When
from tests.store.conftest import TEXT

REPORT = "do-1111111111"
BY = Editor("Nina", "2026-01-02T03:04:05Z")


def test_what_became_of_it_is_noted_below_what_stands_there(archive: Archive) -> None:
    report = archive.records.documents[REPORT]
    after = with_status(with_status(report, "corrected", "The count.", BY), "retracted", "", BY)
    assert after.status == "retracted"
    assert after.note == "corrected, 2026-01-02, Nina: The count.\nretracted, 2026-01-02, Nina"


def test_a_new_version_supersedes_the_old_one_which_stays_with_its_records(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "corrected.txt"
    file.write_bytes(TEXT.replace("12", "13").encode())
    made = new_version(archive.records, REPORT, read(file), BY, published=When(edtf="2020-03-04"))
    saved = save(archive, None, made, "a new version").after
    assert isinstance(saved, Document)
    assert (saved.supersedes, saved.title, saved.status) == (REPORT, "A town under fire", "live")
    assert saved.original_sha256 == sha256(file.read_bytes()).hexdigest()
    assert saved.retrieved == Retrieved(BY.at, "Nina", "file corrected.txt")
    assert archive.records.documents[REPORT].text == TEXT
    assert check(archive.records) == []
    with pytest.raises(EditError, match=saved.id):
        new_version(archive.records, REPORT, read(file), BY, published=When(edtf="2020-03-04"))


def test_its_line_ends_are_kept_and_a_byte_order_mark_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r\n")
    assert read(tmp_path / "a.txt").text == "one\r\ntwo\r\n"


@pytest.mark.parametrize(
    ("data", "problem"),
    [(TEXT.encode(), "same as that of"), (b" \n", "empty"), (b"\xff\xfe", "not UTF-8"), (None, "can't be read")],
)
def test_what_is_no_new_version_is_refused(archive: Archive, tmp_path: Path, data: bytes | None, problem: str) -> None:
    file = tmp_path / "new.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(EditError, match=problem) as error:
        new_version(archive.records, REPORT, read(file), BY)
    assert error.value.field == "text"


def test_a_file_whose_name_is_no_text_can_be_a_version(archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "new\udcff.txt"
    file.write_text("Thirteen.")
    save(archive, None, new_version(archive.records, REPORT, read(file), BY))


def test_a_reason_that_is_no_text_is_refused(archive: Archive) -> None:
    with pytest.raises(EditError, match="U\\+DC80") as error:
        with_status(archive.records.documents[REPORT], "deleted", "\udc80", BY)
    assert error.value.field == "status"


def test_a_report_that_is_not_there_has_no_version(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("other")
    with pytest.raises(EditError, match="do-gone"):
        new_version(archive.records, "do-gone", read(tmp_path / "new.txt"), BY)
