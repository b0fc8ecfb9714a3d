"""Files are read in processes of their own: in order, and whatever happens to one happens to it alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from store.ingest import Drafts
from store.intake import Given, Job, Outcome, Refused, Source, Taken, limits, read_all, workers
from store.model import Document
from tests.store.intake.articles import ARTICLE, EDITOR


def jobs(*texts: str) -> list[Job]:
    given = Given({}, EDITOR)
    return [Job(Source(Path(f"{number}.txt"), text.encode()), given) for number, text in enumerate(texts)]


def outcomes(jobs: list[Job], processes: int = 1) -> list[Outcome]:
    return [outcome for batch in read_all(jobs, processes) for _, outcome in batch]


def last_words(found: list[Outcome]) -> list[str]:
    return [outcome.document.text.split()[-1] for outcome in found if isinstance(outcome, Taken)]


def test_they_come_back_in_the_order_in_which_they_were_given() -> None:
    texts = [f"The text of number {number}" for number in range(40)]
    assert last_words(outcomes(jobs(*texts), 2)) == [str(number) for number in range(40)]


def test_no_process_is_left_when_all_is_read_or_when_it_is_broken_off() -> None:
    list(read_all(jobs(ARTICLE), 2))
    broken_off = read_all(jobs(*[ARTICLE] * 40), 2)
    next(broken_off)
    broken_off.close()
    assert multiprocessing.active_children() == []


def dying(document: Document) -> Drafts:
    """Kills its process where the text says so."""
    if "@kill" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "@spin" in document.text:
        while True:
            pass
    if "@fill" in document.text:
        return Drafts(tuple(bytes(2**28) for _ in range(64)))  # type: ignore[arg-type]
    if "@raise" in document.text:
        raise RecursionError
    return Drafts()


@pytest.mark.parametrize("word", ["kill", "spin", "fill", "raise"])
def test_what_breaks_in_drafting_takes_neither_its_document_nor_another_one_along(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "draft", dying)
    monkeypatch.setattr(limits, "SECONDS", 0)
    found = outcomes(jobs(ARTICLE, f"{ARTICLE}@{word}", ARTICLE), 1)
    assert [isinstance(outcome, Taken) for outcome in found] == [True] * 3
    assert [workers.UNDRAFTED in outcome.remarks for outcome in found if isinstance(outcome, Taken)] == [
        False, True, False,
    ]  # fmt: skip


def test_what_breaks_its_reader_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(job: Job) -> Refused:
        if b"kill" in (job.source.data or b""):
            os.kill(os.getpid(), signal.SIGKILL)
        return Refused("was read.")

    monkeypatch.setattr(workers, "read", read)
    found = outcomes(jobs("a", "kill", "b"), 2)
    assert found == [Refused("was read."), Refused(workers.GIVEN_UP), Refused("was read.")]


def test_patience_by_the_clock_ends_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(job: Job) -> Refused:
        signal.pause()
        return Refused("never")

    monkeypatch.setattr(workers, "read", read)
    monkeypatch.setattr(limits, "PATIENCE", 0.05)
    assert outcomes(jobs("a"), 1) == [Refused(workers.GIVEN_UP)]


def test_they_come_as_many_at_a_time_as_there_are() -> None:
    batches = list(read_all(jobs(*[ARTICLE] * 30), 1))
    assert sum(map(len, batches)) == 30
    assert max(map(len, batches)) <= workers.AHEAD


def test_one_that_dies_leaves_what_it_had_still_to_do_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "draft", dying)
    texts = [f"{ARTICLE}{'@kill' if number % 3 else ''} {number}" for number in range(12)]
    assert last_words(outcomes(jobs(*texts), 2)) == [str(number) for number in range(12)]


def test_files_larger_than_a_pipe_go_through_it_one_after_the_other() -> None:
    texts = [f"{'the word of it ' * 50_000} {number}" for number in range(8)]
    assert last_words(outcomes(jobs(*texts), 2)) == [str(number) for number in range(8)]
