"""A file system that fails when it is told to."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from store.system import System

CALLS = tuple(name for name in vars(System) if not name.startswith("_"))


class Faulty(System):
    """Counts its calls and keeps their names; the one numbered `fail_at` raises, or does what `instead` does."""

    def __init__(self, fail_at: int = -1, error: int = 5, instead: Callable[..., Any] | None = None) -> None:
        self.fail_at, self.error, self.instead = fail_at, error, instead
        self.names: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._counted(name, found) if name in CALLS else found

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            self.names.append(name)
            if len(self.names) - 1 != self.fail_at:
                return call(*given)
            if self.instead:
                return self.instead(call, *given)
            if name == "close":
                call(*given)  # as Linux does: the file is closed in any case
            raise OSError(self.error, os.strerror(self.error))

        return counted
