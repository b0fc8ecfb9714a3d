"""A story: what is done to an archive while the power may go, step by step, and how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from store.archive import Archive
from store.system import System
from tests.store.proofs.recording import Recorder
from tests.store.proofs.states import State


class Step(NamedTuple):
    """One thing that is done; where it `folds`, the file alone has everything afterwards, and what it replaced is kept.

    Of one that is not `acknowledged` the user was told that it may not outlast a power cut.
    """

    do: Callable[[Archive], object]
    folds: bool = False
    copies: bool = False
    """Whether what the file was before is kept, though the file alone doesn't have everything afterwards."""
    acknowledged: bool = True
    takes_out: Sequence[bytes] = ()
    """Words that stand in no file any more once it is done."""


class Story(NamedTuple):
    """`begin` is its first step where there is no archive to be opened before that: it makes one."""

    prepare: Callable[[Path], object]
    steps: Sequence[Step]
    begin: Callable[[Path, System], object] | None = None


class Moment(NamedTuple):
    """When a step was acknowledged: the state then, None where nothing can be opened; the file, and the step.

    It `folded` and `copied` where it was one that does, and did.
    """

    state: State | None
    file: bytes
    step: Step | None = None
    folded: bool = False
    copied: bool = False

    @property
    def taken_out(self) -> Sequence[bytes]:
        return self.step.takes_out if self.step else ()


class Told:
    """A story as it went: what was recorded, what was acknowledged, and what else may be there in between.

    `begun` is the step that was begun after each acknowledged one; `files` are what the archive's file was in between.
    """

    def __init__(self, system: Recorder, start: Moment) -> None:
        self.system, self.moments, self.between = system, [start], list[list[State]]([[]])
        self.begun: list[Step | None] = [None]
        self.files: list[bytes] = []

    def acknowledge(self, moment: Moment) -> None:
        self.moments.append(moment)
        self.between.append([])
        self.begun.append(None)
        self.system.acknowledge()

    def unsure(self, *states: State, file: bytes) -> None:
        """The user knows of these states that they may be there, or not."""
        self.between[-1].extend(states)
        self.files.append(file)

    def allowed(self, acknowledged: int) -> list[State | None]:
        """What may be there: what was acknowledged last, what was begun since, what was acknowledged next."""
        return [
            self.moments[acknowledged].state,
            *self.between[acknowledged],
            *(moment.state for moment in self.moments[acknowledged + 1 : acknowledged + 2]),
        ]
