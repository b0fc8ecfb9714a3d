"""Processes that read files and draft them, one a core: what a file does to its reader, it does to nothing else.

A reader that takes too long, asks for too much memory or dies is replaced, and the file is told. Nothing here writes.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from multiprocessing import connection, get_context
from multiprocessing.context import ForkProcess
from time import monotonic

from store.ingest import Drafts, draft
from store.intake import limits
from store.intake.pruning import sound
from store.intake.reading import Job, Outcome, Refused, Taken, read, to_be_drafted

AHEAD = 4
"""Files that are read beyond the one that is waited for, for each process: what they hold is kept meanwhile."""
GIVEN_UP = "could not be read within the time and memory that an article may take. Save its text, and import that."
UNDRAFTED = "drafting it took too long or broke off: nothing was drafted"


def read_all(jobs: Iterable[Job], processes: int | None = None) -> Generator[tuple[Job, Outcome], None, None]:
    """What comes of each job, in their order. All processes have ended when this has, however it ends."""
    workers = [_Worker() for _ in range(processes or _cores())]
    try:
        yield from _in_order(workers, iter(jobs))
    finally:
        for worker in workers:
            worker.end()


def _cores() -> int:
    """Those that we may use, where the system tells; else all."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_order(workers: list[_Worker], jobs: Iterator[Job]) -> Iterator[tuple[Job, Outcome]]:
    waiting: deque[_Task] = deque()
    while True:
        _hand_out(workers, jobs, waiting)
        if not waiting:
            return
        while not waiting[0].done:
            _wait(workers)
            _hand_out(workers, jobs, waiting)
        task = waiting.popleft()
        yield task.job, task.outcome


class _Task:
    """A job, and what has come of it so far: nothing, until its reader says something else."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.outcome: Outcome = Refused(GIVEN_UP)
        self.done = False

    def take(self, said: Outcome | Drafts) -> None:
        """A document comes first, its drafts by themselves, so that what breaks in drafting takes no document along."""
        if isinstance(said, Drafts):
            assert isinstance(self.outcome, Taken)
            self.outcome = self.outcome._replace(drafts=said)
            self.done = True
        else:
            self.outcome = said
            self.done = not to_be_drafted(said, self.job)

    def give_up(self) -> None:
        """Its reader has died, or was ended."""
        if isinstance(self.outcome, Taken):
            self.outcome = self.outcome._replace(remarks=(*self.outcome.remarks, UNDRAFTED))
        self.done = True


def _hand_out(workers: list[_Worker], jobs: Iterator[Job], waiting: deque[_Task]) -> None:
    """Gives a job to each worker that has none, as long as there are any and not too much waits to be taken."""
    for worker in workers:
        if worker.task is None and len(waiting) < AHEAD * len(workers) and (job := next(jobs, None)) is not None:
            waiting.append(_Task(job))
            worker.begin(waiting[-1])


def _wait(workers: list[_Worker]) -> None:
    """Until some worker has something to say, or has had time enough."""
    busy = [worker for worker in workers if worker.task]
    seconds = max(0.0, min(worker.until for worker in busy) - monotonic())
    ready = connection.wait([worker.ours for worker in busy], seconds)
    for worker in busy:
        if worker.ours in ready:
            worker.listen()
        elif monotonic() >= worker.until:
            worker.replace()


class _Worker:
    """A process, the end of the pipe to it that is ours, and what it is at."""

    def __init__(self) -> None:
        self.task: _Task | None = None
        self.until = 0.0
        self._start()

    def _start(self) -> None:
        # Forked, so that it has all that it needs at once; nothing of ours runs in threads here.
        context = get_context("fork")
        self.ours, theirs = context.Pipe()
        self._process: ForkProcess = context.Process(target=_work, args=(theirs, self.ours), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, task: _Task) -> None:
        self.task, self.until = task, monotonic() + limits.PATIENCE
        with suppress(BrokenPipeError):  # it has died meanwhile: `listen` will find out
            self.ours.send(task.job)

    def listen(self) -> None:
        """Takes what it says; where it has died instead, starts another one."""
        assert self.task is not None
        try:
            self.task.take(self.ours.recv())
        except (EOFError, ConnectionResetError):
            self.replace()
        else:
            self.task = None if self.task.done else self.task

    def replace(self) -> None:
        """Starts another in its place."""
        assert self.task is not None
        self.task.give_up()
        self.task = None
        self.end()
        self._start()

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.ours.close()


def _work(pipe: connection.Connection, other: connection.Connection) -> None:
    """Reads what it is given until nobody gives any more; killed by its parent, or ends when that is gone."""
    other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to act on, which then ends this
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 2)  # what a library has to say about a file is no word for the user
    limits.bound_memory()
    with suppress(EOFError, BrokenPipeError, MemoryError):
        while True:
            job: Job = pipe.recv()
            limits.bound_time()
            outcome = read(job)
            pipe.send(outcome)
            if to_be_drafted(outcome, job):
                limits.bound_time()
                pipe.send(sound(outcome.document, draft(outcome.document)))
    os._exit(0)
