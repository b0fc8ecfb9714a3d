"""The archive that things are brought into, made when the first of them is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from store.errors import ImportRefusedError
from tui.cli.output import say

if TYPE_CHECKING:
    from store.archive import Archive
    from store.exchange import Incoming, Plan
    from store.exchange.progress import Through

T = TypeVar("T")


class Place:
    """`demonstration`: sample data is taken too, though the archive be none of sample data."""

    def __init__(self, path: Path, *, demonstration: bool) -> None:
        from store.archive import Archive

        self.path, self._takes_samples = path, demonstration
        self.archive = Archive.open(path) if os.path.lexists(path) else None

    def plan(self, incoming: Incoming, progress: Through) -> Plan:
        """Raises ImportRefusedError; also for sample data, where neither the archive nor the user takes it for such."""
        from store.exchange import plan
        from store.records import Records

        if incoming.demonstration and not (self._takes_samples or (self.archive and self.archive.demonstration)):
            raise ImportRefusedError(
                f"{incoming.path} is sample data, which nothing would tell from your records in {self.path}. "
                "To bring it in all the same, add --demonstration. Nothing of this file went in."
            )
        return plan(self.archive.records if self.archive else Records.of(), incoming, progress)

    def written(self, write: Callable[[Archive], T], *, demonstration: bool = False) -> T:
        """Does this to the archive, which is made for it if it isn't there; and is gone again if it can't be done."""
        from store.archive import Archive

        made = self.archive is None
        if self.archive is None:
            self.archive = Archive.create(self.path, demonstration=demonstration)
        try:
            done = write(self.archive)
        except BaseException:
            if made and not self.archive.sequence:
                self.archive.discard()
                self.archive = None
            raise
        if made:
            say(f"Made {self.path}{', an archive of sample data' if demonstration else ''}.")
            if warning := self.archive.warning:
                say(warning)
        return done

    def leave(self) -> None:
        """What was brought in is in no index yet; the next start needn't wait for that."""
        if self.archive is not None:
            from store.apart import leave

            leave(self.path)

    def close(self) -> None:
        """Folds in what was written."""
        if self.archive is not None:
            self.archive.close()
