"""A sitting of a reviewer: which drafts are looked at in which order, what was decided of them, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from store.reviewing.waiting import Draft, Order, arranged
from tui.view.step import Edit


@dataclass
class Decision:
    """What was done at one draft: a word for it, the drafts it decided (none where one only went on), and where.

    `edit` is what takes it back, as soon as it is written.
    """

    word: str
    at: str
    ids: tuple[str, ...] = ()
    edit: Edit | None = None


@dataclass
class Sitting:
    """The drafts of a sitting by id. `at` is the place of the one looked at; past the last there is none."""

    ids: list[str]
    order: Order = "weight"
    at: int = 0
    decided: dict[str, str] = field(default_factory=dict)
    """Id -> what was decided of it, also by another meanwhile."""
    passed: list[Decision] = field(default_factory=list)

    @classmethod
    def of(cls, drafts: Iterable[Draft], order: Order, here: str) -> Sitting:
        """`here` is the draft, or the report, to begin with."""
        return cls([draft.id for draft in arranged(drafts, order, here)], order)

    @property
    def current(self) -> str:
        """The id of the draft looked at; empty where none is left ahead."""
        return self.ids[self.at] if self.at < len(self.ids) else ""

    @property
    def left(self) -> Sequence[str]:
        """Those that nobody decided of, wherever they stand."""
        return [found for found in self.ids if found not in self.decided]

    @property
    def remaining(self) -> int:
        """How many are left."""
        return len(self._own) - sum(found in self._own for found in self.decided)

    @cached_property
    def _own(self) -> frozenset[str]:
        """All drafts of the sitting; copies of theirs may be of none."""
        return frozenset(self.ids)

    def waits(self, draft: str) -> bool:
        """Whether it is one of this sitting's, and undecided."""
        return draft in self._own and draft not in self.decided

    def settle(self, word: str, ids: Iterable[str]) -> Decision:
        """These are decided; on to the next that isn't."""
        decision = Decision(word, self.current, tuple(ids))
        self.decided |= dict.fromkeys(decision.ids, word)
        self.passed.append(decision)
        self._onward(self.at)
        return decision

    def skip(self) -> None:
        """On without deciding; behind the last to the first that was left."""
        if self.current:
            self.passed.append(Decision("left", self.current))
        self._onward(self.at + 1 if self.current else 0)

    def amend(self, word: str, edit: Edit) -> None:
        """The draft looked at was corrected; it is still to be decided."""
        self.passed.append(Decision(word, self.current, edit=edit))

    def back(self) -> Decision | None:
        """To the draft looked at before, which is undecided again; None at the beginning."""
        if not self.passed:
            return None
        decision = self.passed.pop()
        self.reopen(decision.ids)
        self.go_to(decision.at)
        return decision

    def reopen(self, ids: Iterable[str]) -> None:
        """What was decided of these was not written, or is taken back."""
        for found in ids:
            self.decided.pop(found, None)

    def go_to(self, draft: str) -> None:
        if draft in self._own:
            self.at = self.ids.index(draft)

    def pass_over(self, draft: str, word: str) -> None:
        """Somebody else decided of it; on to the next where it was looked at."""
        self.decided[draft] = word
        if draft == self.current:
            self._onward(self.at)

    def arrange(self, drafts: Iterable[Draft], order: Order) -> None:
        """The same drafts in another order, beginning with the report of the one looked at; what was decided stays so.

        `drafts` are those left, report by report; what is decided comes first, as it was.
        """
        here = next((draft.document for draft in drafts if draft.id == self.current), "")
        left = dict.fromkeys(draft.id for draft in arranged(drafts, order, here))
        self.ids = [*(found for found in self.ids if found not in left), *left]
        self.order = order
        self.at = 0
        self._onward(0)

    def _onward(self, at: int) -> None:
        while at < len(self.ids) and self.ids[at] in self.decided:
            at += 1
        self.at = at
