"""One sentence read for all that is said in it, by whom."""

from __future__ import annotations

from store.ingest.attribution import Attribution
from store.ingest.attributions.according import according
from store.ingest.attributions.bylines import byline
from store.ingest.attributions.clauses import clauses, parted
from store.ingest.attributions.cued import Cued, cites
from store.ingest.attributions.estimates import estimates
from store.ingest.attributions.find import Find, Finds, attribution
from store.ingest.attributions.introductions import behind_colon, introducing
from store.ingest.attributions.nouns import noun_cues
from store.ingest.attributions.tokens import Sentence

# "Despite claims that …, the march went on, according to …": the clause before the comma is another's.
_LEADING = frozenset(["despite", "amid", "after", "although", "though", "while", "following"])


class Reading:
    """What is said in one sentence; `floor` is the place of its first token behind a dateline.

    `introduces` is what a sentence that ends in a colon says of the quotation in the next line; its content is empty.
    """

    def __init__(self, sentence: Sentence, floor: int = 0) -> None:
        self.sentence, self.floor = sentence, floor
        self.finds = Finds(sentence)
        self.introduces: Find | None = None
        self._read()

    def _read(self) -> None:
        nouns = noun_cues(self.sentence)
        for find in according(self.sentence, self.floor, self._main_clause(nouns)):
            self.finds.add(find)
        begun = [find.cue[0] for find in self.finds.all]
        for find in estimates(self.sentence, self.floor):
            self.finds.add(find)
            at = parted(self.sentence, find.source, self.floor) if find.source else None
            begun += [] if at is None else [at]
        self._clauses(begun)
        for find in nouns:
            self.finds.add(find)
        if not self.finds.all:
            self._add(byline(self.sentence))
        self._add(behind_colon(self.sentence, self.floor, self.finds))
        self.introduces = self.introduces or introducing(self.sentence, self.floor)

    def introduced(self) -> Attribution | None:
        """`introduces` in offsets of the text."""
        return attribution(self.sentence, self.introduces) if self.introduces else None

    def _add(self, find: Find | None) -> None:
        if find:
            self.finds.add(find)

    def _clauses(self, begun: list[int]) -> None:
        """Those with a verb of speech; `begun` are the places where what else was found begins."""
        read = clauses(self.sentence, self.floor)
        cued = Cued(self.sentence, self.floor, self.finds)
        ends = {clause.group.after for clause in read}
        # "She said, citing two doctors, that it held": what stands between the commas parts nothing.
        starts = [
            clause.starts
            for clause in read
            if clause.starts is not None and not (cites(clause) and clause.starts in ends)
        ]
        starts += begun
        for clause in read:
            cued.read(clause, min((at for at in starts if at > clause.group.verb), default=len(self.sentence)))
        self.introduces = cued.introduces

    def _main_clause(self, nouns: list[Find]) -> int:
        """Where the main clause begins, behind one that holds another's claim."""
        if self.sentence[self.floor].low in _LEADING:
            for find in nouns:
                after = find.content[-1][1]
                if self.sentence[after].kind == ",":
                    return after + 1
        return self.floor
