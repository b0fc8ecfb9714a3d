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
from store.intake.reading import NOTHING_DRAFTED, Job, Outcome, Refused, Taken, read, to_be_drafted

AHEAD = 8
"""Files that are read beyond the one that is waited for, for each process: what they hold is kept meanwhile."""
QUEUED = 3
"""Files that a process is given at a time, so that it goes on while what it has read is written."""
GATHERED = 0.2
"""Seconds for which what has been read waits for more, for it is written together, and who looks on sees no delay."""
GIVEN_UP = "could not be read: its reader took too long, wanted too much memory, or broke off. Import its text instead."
UNDRAFTED = f"drafting it took too long or broke off: {NOTHING_DRAFTED}"


def read_all(jobs: Iterable[Job], processes: int | None = None) -> Generator[list[tuple[Job, Outcome]], None, None]:
    """What comes of each job, in their order, as many at a time as there are by then. All processes have ended when
    this has, however it ends."""
    workers = [_Worker() for _ in range(processes or _cores())]
    try:
        yield from _in_order(workers, iter(jobs))
    finally:
        for worker in workers:
            worker.end()


def _cores() -> int:
    """Those that we may use, where the system tells; else all."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_order(workers: list[_Worker], jobs: Iterator[Job]) -> Iterator[list[tuple[Job, Outcome]]]:
    waiting: deque[_Task] = deque()
    while True:
        _hand_out(workers, jobs, waiting)
        if not waiting:
            return
        while not waiting[0].done:
            _wait(workers)
            _hand_out(workers, jobs, waiting)
        until = monotonic() + GATHERED
        while not all(task.done for task in waiting) and (left := until - monotonic()) > 0:
            _wait(workers, left)
            _hand_out(workers, jobs, waiting)
        done = []
        while waiting and waiting[0].done:
            task = waiting.popleft()
            done.append((task.job, task.outcome))
        _hand_out(workers, jobs, waiting)
        yield done


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
    """Gives each worker jobs in turn, as long as there are any and not too much waits to be taken."""
    for queued in range(QUEUED):
        for worker in workers:
            if len(worker.tasks) == queued and len(waiting) < AHEAD * len(workers):
                if (job := next(jobs, None)) is None:
                    return
                waiting.append(_Task(job))
                worker.give(waiting[-1])


def _wait(workers: list[_Worker], within: float = limits.PATIENCE) -> None:
    """Until some worker has something to say, or has had time enough; or so many seconds."""
    busy = [worker for worker in workers if worker.tasks]
    seconds = max(0.0, min((within, *(worker.until - monotonic() for worker in busy))))
    ready = connection.wait([worker.ours for worker in busy], seconds)
    late = [worker for worker in busy if worker.ours not in ready and monotonic() >= worker.until]
    for worker in busy:
        if worker.ours in ready:
            worker.listen()
    for worker in late:
        worker.replace()


class _Worker:
    """A process, the end of the pipe to it that is ours, and what it has to do: it is at the first of that."""

    def __init__(self) -> None:
        self.tasks: deque[_Task] = deque()
        self.until = 0.0
        self._sent = 0
        self._start()

    def _start(self) -> None:
        # Forked, so that it has all that it needs at once; nothing of ours runs in threads here.
        context = get_context("fork")
        self.ours, theirs = context.Pipe()
        self._process: ForkProcess = context.Process(target=_work, args=(theirs, self.ours), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, task: _Task) -> None:
        if not self.tasks:
            self.until = monotonic() + limits.PATIENCE
        self.tasks.append(task)
        self._send()

    def listen(self) -> None:
        """Takes what it says; where it has died instead, starts another one."""
        try:
            self.tasks[0].take(self.ours.recv())
        except (EOFError, ConnectionResetError):
            self.replace()
        else:
            if self.tasks[0].done:
                self._go_on()
                self._send()

    def replace(self) -> None:
        """Starts another in its place, for what is left to do."""
        self.tasks[0].give_up()
        self._go_on()
        self.end()
        self._start()
        self._sent = 0
        self._send()

    def _go_on(self) -> None:
        """To the next that it has to do."""
        self.tasks.popleft()
        self._sent -= 1
        self.until = monotonic() + limits.PATIENCE

    def _send(self) -> None:
        """What it has to do and wasn't told yet. What carries a whole file waits until nothing else is to be done: the
        pipe may not hold it, and two who both write would wait for each other."""
        for task in list(self.tasks)[self._sent :]:
            if self._sent and task.job.source.data is not None:
                return
            self._sent += 1
            with suppress(BrokenPipeError, ConnectionResetError):  # it has died meanwhile: `listen` will find out
                self.ours.send(task.job)

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
