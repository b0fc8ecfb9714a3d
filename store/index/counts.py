"""How many statements and figures each actor or document has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from store.index.postings import Tally

OWN_VOICE = "none"
"""Among the counts of actors: what has no speaker or claimant; `actor:none` finds it."""


class Counts(Mapping[str, tuple[int, int]]):
    """Id or OWN_VOICE -> statements and figures; who has neither is left out."""

    def __init__(self, statements: Tally, figures: Tally) -> None:
        self._statements, self._figures = statements, figures

    def rows(self, row_of: Mapping[str, int]) -> set[int]:
        """The rows of all that are here, OWN_VOICE apart, in the one table whose ids these are."""
        return {*self._statements.places(row_of), *self._figures.places(row_of)}

    def __contains__(self, record_id: object) -> bool:
        key = None if record_id == OWN_VOICE else record_id
        return key in self._statements or key in self._figures

    def __getitem__(self, record_id: str) -> tuple[int, int]:
        if record_id not in self:
            raise KeyError(record_id)
        key = None if record_id == OWN_VOICE else record_id
        return self._statements.get(key, 0), self._figures.get(key, 0)

    def __iter__(self) -> Iterator[str]:
        return (OWN_VOICE if key is None else key for key in {**self._statements, **self._figures})

    def __len__(self) -> int:
        return len({**self._statements, **self._figures})
