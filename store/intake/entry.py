"""A document that comes in: what is written of it, and what is to be told of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from store.archive import Archive, Change
from store.errors import ConflictError
from store.identity import relation_id
from store.ingest import Drafts
from store.intake.carrying import beside, carried
from store.intake.known import Known
from store.intake.likeness import Alike
from store.intake.naming import with_those_there
from store.intake.reading import Taken
from store.model import Actor, Document, Record, Relation
from store.storage import originals

ATTEMPTS = 5
"""How often others may write something of the same between our look and our writing."""


class Entry(NamedTuple):
    """What goes in: nothing, where `there` says that it is there. `carried` counts the drafts that are proposals."""

    document: Document
    drafts: Drafts = Drafts()
    there: bool = False
    earlier: Document | None = None
    alike: Alike | None = None
    carried: int = 0

    def records(self) -> Iterator[Record]:
        """All that goes in; an actor may be there already."""
        if self.there:
            return
        yield self.document
        yield from self.drafts.actors
        yield from self.drafts.statements
        yield from self.drafts.figures
        if self.alike:
            yield _same_origin(self.document, self.alike)


class Door:
    """Through which documents come into an archive, each whole or not at all."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._known: Known | None = None

    def bring_in(self, taken: Sequence[Taken]) -> list[Entry]:
        """An entry each, in their order; all are written at once, for the disk has to be waited for.

        Raises what `Archive.apply` raises, and UnsavedError where a file can't be kept; then none of them went in.
        """
        for _ in range(ATTEMPTS - 1):
            try:
                return self._bring_in(taken)
            except ConflictError:
                self.archive.refresh()
        return self._bring_in(taken)

    def _bring_in(self, taken: Sequence[Taken]) -> list[Entry]:
        try:
            entries = [self._planned(each) for each in taken]
            self._write([(entry, each) for entry, each in zip(entries, taken, strict=True) if not entry.there])
        except BaseException:
            self._known = None  # what didn't go in isn't known
            raise
        return entries

    @property
    def _look(self) -> Known:
        if self._known is None:
            self._known = Known(self.archive.records)
        return self._known

    def _planned(self, taken: Taken) -> Entry:
        document = taken.document
        if (there := self._look.same(document)) is not None:
            return Entry(there, there=True)
        earlier, proposed = self._look.earlier(document), Drafts()
        if earlier:
            document = replace(document, supersedes=earlier.id, confidential=earlier.confidential)
            proposed = carried(self.archive.records, earlier, document)
        drafts = self._among_those_there(beside(proposed, taken.drafts))
        entry = Entry(
            document, drafts, earlier=earlier, alike=self._look.alike(document),
            carried=len(proposed.statements) + len(proposed.figures),
        )  # fmt: skip
        self._look.add(document, drafts.actors)
        return entry

    def _among_those_there(self, drafts: Drafts) -> Drafts:
        """An actor whom the archive has, under this id or another one, isn't made again."""
        by_id = {actor.id for actor in drafts.actors if actor.id in self.archive.records.actors}
        unknown = [actor for actor in drafts.actors if actor.id not in by_id]
        return with_those_there(drafts, self._look.namesakes(unknown))

    def _write(self, fresh: Sequence[tuple[Entry, Taken]]) -> None:
        path = self.archive.path
        data = {entry.document.original_sha256 or "": taken.original for entry, taken in fresh}
        made: list[str] = []
        try:
            originals.keep(path, data, made)
            if changes := self._changes(entry for entry, _ in fresh):
                self.archive.apply(changes, f"import of {_named([entry.document for entry, _ in fresh])}")
        except BaseException:
            if made and not self._stands(fresh[0][0].document):
                originals.remove(path, made)
            raise
        # Somebody may have purged another document that was made from the same file, while we were between the two.
        originals.keep(path, data)

    def _changes(self, entries: Iterable[Entry]) -> list[Change]:
        """What `Archive.apply` is to be given: an actor who is there is used as it is, and made once."""
        actors = set(self.archive.records.actors)
        changes: list[Change] = []
        for record in (record for entry in entries for record in entry.records()):
            if isinstance(record, Actor):
                if record.id in actors:
                    continue
                actors.add(record.id)
            changes.append(Change(record, 0))
        return changes

    def _stands(self, document: Document) -> bool:
        """Whether it went in for all that: what couldn't be proved safe, or was interrupted, is there nevertheless."""
        self.archive.refresh()
        return document.id in self.archive.records.documents


def _named(documents: Sequence[Document]) -> str:
    more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
    return f"{documents[0].title}{more}"


def _same_origin(document: Document, alike: Alike) -> Relation:
    why = f"{alike.paragraphs} of {alike.of} paragraphs are the same, or nearly"
    found = relation_id("same-origin", document.id, alike.document)
    return Relation(id=found, kind="same-origin", subject=document.id, object=alike.document, why=why)
