"""Any sequence of what can be done to an archive: it holds what a plain dict would, and plain TinyDB reads the same."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from unittest import mock

import msgspec
import pytest
import tinydb
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace

from store.archive import Archive, Change, Removal
from store.errors import ConflictError
from store.model import TABLES, Actor, Record, Relation
from tests.store.conftest import records
from tests.store.proofs.conftest import Tell
from tests.store.proofs.states import State, broken_chain, found, held

words = st.text(max_size=12) | st.sampled_from(['"id":"ac-x"', "\n}\n", "\u2028", "\0", "“x”", "\\u0000", "\U0001f600"])
plans = st.lists(st.tuples(st.integers(0, 10**6), words), min_size=1, max_size=4)
COUNT = {"operations": 0}
"""How many were done, over all runs."""


def bare(record: Record) -> Record:
    """Without the stamps, which the archive gives."""
    return replace(record, added=None, changed=None)


class Sequences(RuleBasedStateMachine):
    """`model` is what there is to be; `done` are changes with what it takes to undo them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
        self.path = self.folder / "archive.json"
        self.model: State = {}
        self.done: list[list[tuple[Record | None, Record | None]]] = []
        self.made = 0
        self.folded: State = {}

    def teardown(self) -> None:
        if hasattr(self, "archive"):
            self.archive.close()
            self.archive.refresh()
            self.plain()
        rmtree(self.folder)

    @initialize(sample=st.booleans())
    def begin(self, sample: bool) -> None:
        self.archive, self.other = Archive.create(self.path), Archive.open(self.path)
        if sample:
            self.write([(None, record) for record in records()])

    def write(self, pairs: list[tuple[Record | None, Record | None]], by: Archive | None = None) -> None:
        """Each record as it was and is to be."""
        archive = by or self.archive
        archive.refresh()
        archive.apply([self.change(was, to) for was, to in pairs], "a change")
        for was, to in pairs:
            if to is None:
                assert was is not None
                del self.model[was.id]
            else:
                self.model[to.id] = bare(replace(to, revision=(was.revision if was else 0) + 1))

    @staticmethod
    def change(was: Record | None, to: Record | None) -> Change | Removal:
        if to is not None:
            return Change(to, was.revision if was else 0)
        assert was is not None
        return Removal(was.id, was.revision)

    def some(self, plan: list[tuple[int, str]]) -> dict[str, str]:
        known = sorted(self.model)
        return {known[number % len(known)]: word for number, word in plan} if known else {}

    def fresh(self, word: str) -> Record:
        self.made += 1
        if self.made % 3 == 0:
            return Relation(id=f"re-{self.made:010}", kind="restates", subject="a", object="b", why=word or None)
        return Actor(id=f"ac-{self.made:010}", name=word or "-", kind="person")

    @rule(plan=plans, others=st.booleans())
    def add(self, plan: list[tuple[int, str]], others: bool) -> None:
        pairs: list[tuple[Record | None, Record | None]] = [(None, self.fresh(word)) for _, word in plan]
        self.write(pairs, self.other if others else None)
        self.remember(pairs)

    @rule(plan=plans, others=st.booleans())
    def edit(self, plan: list[tuple[int, str]], others: bool) -> None:
        pairs: list[tuple[Record | None, Record | None]] = [
            (self.model[record_id], replace(self.model[record_id], note=word or None, tags=(word,) if word else ()))
            for record_id, word in self.some(plan).items()
        ]
        if pairs:
            self.write(pairs, self.other if others else None)
            self.remember(pairs)

    @rule(plan=plans)
    def remove(self, plan: list[tuple[int, str]]) -> None:
        pairs: list[tuple[Record | None, Record | None]] = [(self.model[found], None) for found in self.some(plan[:1])]
        if pairs:
            self.write(pairs)
            self.remember(pairs)

    @rule(count=st.integers(4, 9), word=words)
    def bulk(self, count: int, word: str) -> None:
        with mock.patch("store.storage.writing.BULK_RECORDS", 3):
            self.write([(None, self.fresh(word)) for _ in range(count)])
        self.done.clear()

    def remember(self, pairs: list[tuple[Record | None, Record | None]]) -> None:
        self.done.append([(was, None if to is None else self.model[to.id]) for was, to in pairs])

    @rule()
    def undo(self) -> None:
        """The last change made backwards, if nobody changed the records since."""
        if self.done:
            pairs = self.done.pop()
            if all(self.model.get((to or was).id) == to for was, to in pairs if to or was):  # type: ignore[union-attr]
                self.write([(to, was) for was, to in pairs])

    @rule(plan=plans)
    def conflict(self, plan: list[tuple[int, str]]) -> None:
        for record_id, word in self.some(plan[:1]).items():
            stale = replace(self.model[record_id], note=word)
            with pytest.raises(ConflictError):
                self.archive.apply([Change(self.fresh(word), 0), Change(stale, stale.revision + 7)])

    @rule(others=st.booleans())
    def fold(self, others: bool) -> None:
        (self.other if others else self.archive).fold()

    @rule()
    def reopen(self) -> None:
        self.archive.close()
        self.archive = Archive.open(self.path)

    @rule()
    def rewrite_by_plain_tinydb(self) -> None:
        self.archive.fold()
        with tinydb.TinyDB(self.path) as db:
            db.storage.write(db.storage.read())

    @invariant()
    def hold(self) -> None:
        if not hasattr(self, "archive"):
            return
        COUNT["operations"] += 1
        for archive in (self.archive, self.other):
            archive.refresh()
            assert {key: bare(record) for key, record in held(archive).items()} == self.model
        assert {key: bare(record) for key, record in found(self.path).items()} == self.model
        assert broken_chain(self.path, self.archive.sequence) is None
        self.plain()

    def plain(self) -> None:
        """Holds that plain TinyDB reads what was folded last."""
        if self.archive.sequence == self.archive._view.meta.sequence:
            self.folded = dict(self.model)
        read: dict[str, Any] = {}
        with tinydb.TinyDB(self.path) as db:
            for name, kind in TABLES.items():
                rows = [msgspec.convert(dict(row), kind) for row in db.table(name)]
                assert len({row.id for row in rows}) == len(rows)
                read |= {row.id: bare(row) for row in rows}
        assert read == self.folded


@pytest.mark.parametrize(("runs", "steps"), [(30, 30), pytest.param(600, 60, marks=pytest.mark.slow)])
def test_any_sequence_of_operations_leaves_what_a_dict_would_hold(runs: int, steps: int, tell: Tell) -> None:
    COUNT["operations"] = 0
    run_state_machine_as_test(
        Sequences,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
    tell(f"{runs} random sequences, {COUNT['operations']} operations: after each the archive is what a dict would be")
