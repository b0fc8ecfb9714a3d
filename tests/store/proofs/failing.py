"""A file system that fails when it is told to: at one call, from one call on, or by taking only a part of a write."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from store.system import System

CALLS = tuple(name for name in vars(System) if not name.startswith("_"))
WRITING = frozenset({"write", "pwrite", "fsync", "fsync_folder", "rename", "link"})
"""What a full disk refuses, and opening a file that isn't there."""


class Failing(System):
    """Counts its calls once `watch` was called, and keeps their names; `fault` says what happens at the `at`-th."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.at, self.fault = -1, once(0)
        self.watching = False

    def watch(self, at: int = -1, fault: Fault | None = None) -> None:
        self.names.clear()
        self.watching, self.at, self.fault = True, at, fault or self.fault

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._counted(name, found) if name in CALLS and self.watching else found

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            self.names.append(name)
            after = len(self.names) - 1 - self.at
            return self.fault(after, name, call, *given) if self.at >= 0 and after >= 0 else call(*given)

        return counted


Fault = Callable[..., Any]
"""Given how many calls after the one it is about, its name, the call and what it was given; does it, or raises."""


def _raise(error: int, name: str, call: Callable[..., Any], *given: Any) -> None:
    if name == "close":
        call(*given)  # as Linux does: the file is closed in any case
    raise OSError(error, os.strerror(error))


def once(error: int) -> Fault:
    """One call fails."""

    def fault(after: int, name: str, call: Callable[..., Any], *given: Any) -> Any:
        return call(*given) if after else _raise(error, name, call, *given)

    return fault


def from_then_on(error: int) -> Fault:
    """All that needs room or the disk fails, as on a full disk; what only reads or takes away goes on."""

    def fault(after: int, name: str, call: Callable[..., Any], *given: Any) -> Any:
        makes = name == "open" and given[1] & os.O_CREAT and not given[0].exists()
        return _raise(error, name, call, *given) if name in WRITING or makes else call(*given)

    return fault


def short(error: int) -> Fault:
    """A write takes half; the next one fails, unless the error is 0."""

    def fault(after: int, name: str, call: Callable[..., Any], *given: Any) -> Any:
        if after == 0 and name == "write":
            return call(given[0], given[1][: max(len(given[1]) // 2, 1)])
        if error and after == 1 and name == "write":
            _raise(error, name, call, *given)
        return call(*given)

    return fault
