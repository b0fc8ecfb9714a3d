"""How many statements and figures each actor or document has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

OWN_VOICE = "none"
"""Among the counts of actors: what has no speaker or claimant; `actor:none` finds it."""


class Counts(Mapping[str, tuple[int, int]]):
    """Id or OWN_VOICE -> statements and figures; who has neither is left out."""

    def __init__(self, statements: Mapping[str, int], figures: Mapping[str, int]) -> None:
        self._statements, self._figures = statements, figures

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._statements or record_id in self._figures

    def __getitem__(self, record_id: str) -> tuple[int, int]:
        if record_id not in self:
            raise KeyError(record_id)
        return self._statements.get(record_id, 0), self._figures.get(record_id, 0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._either)

    def __len__(self) -> int:
        return len(self._either)

    @property
    def _either(self) -> dict[str, int]:
        return {**self._statements, **self._figures}
