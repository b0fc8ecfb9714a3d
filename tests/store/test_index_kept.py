"""Records and index in a file of their own: what is read from it is what was written, or nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index import Index, kept
from store.index.shelf import ShelfError
from store.model import TABLES, Record
from store.query import Node
from store.records import Records
from tests.store import conftest
from tests.store.archives import archives
from tests.store.test_index_oracle import TREES
from tests.store.test_index_updated import ASKED, changed, changes, same

LABEL = "archive 7, sequence 12"


def written(path: Path, records: Records, label: str = LABEL) -> Path:
    path.write_bytes(b"".join(kept.filled(label, records)))
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path / "made.index", Records.of(*conftest.records()))


@settings(max_examples=20, deadline=None)
@given(archives(), st.lists(TREES, max_size=3), changes())
def test_what_was_written_is_read(records: Records, trees: list[Node], change: dict[str, Record | None]):
    with TemporaryDirectory() as folder:
        found = kept.opened(written(Path(folder) / "index", records))
        assert found is not None
        read = Records(found.tables.__getitem__)
        index = found.index_of(read)
        same(index, Index(records), [*ASKED, *trees])
        fresh = changed(records, change)
        same(index.updated(fresh, change), Index(fresh), [*ASKED, *trees])


@settings(max_examples=20, deadline=None)
@given(archives())
def test_the_records_are_the_same_in_the_same_order(records: Records):
    with TemporaryDirectory() as folder:
        found = kept.opened(written(Path(folder) / "index", records))
        assert found is not None
        for name in TABLES:
            table, expected = found.tables[name], records.table(name)
            assert list(table) == list(expected)
            assert list(table.values()) == list(expected.values())
            assert list(table.items()) == list(expected.items())
            assert {record_id: table[record_id] for record_id in table} == expected
            assert "st-gone" not in table
            assert table.get("st-gone") is None


def test_the_file_says_what_state_it_is_of(file):
    found = kept.opened(file)
    assert found is not None
    assert found.label == LABEL


def test_without_a_file_there_is_nothing(tmp_path):
    assert kept.opened(tmp_path / "no.index") is None
    assert kept.opened(tmp_path) is None


def test_a_file_of_another_kind_is_nothing(file):
    for data in (b"", b"{}", b"sayso index 99 little\n" + bytes(200), bytes(500)):
        file.write_bytes(data)
        assert kept.opened(file) is None


def damaged(data: bytes) -> Iterator[bytes]:
    """The file cut at many places, and with a bit turned at many others."""
    for at in [*range(0, len(data), 97), *range(len(data) - 70, len(data))]:
        yield data[:at]
        yield data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_a_damaged_file_is_nothing(file):
    for data in damaged(file.read_bytes()):
        file.write_bytes(data)
        assert kept.opened(file) is None


def test_what_replaces_the_file_changes_nothing_for_who_reads_it(file, tmp_path):
    found = kept.opened(file)
    assert found is not None
    written(tmp_path / "new", Records.of()).replace(file)
    assert found.tables["statements"].keys() == {record.id for record in conftest.records() if record.id[:2] == "st"}
    index = found.index_of(Records(found.tables.__getitem__))
    assert index.search("").count("figures") == 2


def test_who_reads_a_file_that_is_cut_meanwhile_is_told(file):
    found = kept.opened(file)
    assert found is not None
    file.write_bytes(b"")
    with pytest.raises(ShelfError):
        list(found.tables["statements"].values())
