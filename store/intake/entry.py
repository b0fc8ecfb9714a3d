"""A document that comes in: what is written of it, and what is to be told of that."""

from __future__ import annotations

from collections.abc import Iterator
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
from store.model import Document, Record, Relation
from store.records import Records
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

    def changes(self, records: Records) -> list[Change]:
        """What `Archive.apply` is to be given; an actor who is there is used as it is."""
        return [Change(record, 0) for record in self._records() if not _is_there(records, record)]

    def _records(self) -> Iterator[Record]:
        yield self.document
        yield from self.drafts.actors
        yield from self.drafts.statements
        yield from self.drafts.figures
        if self.alike:
            yield _same_origin(self.document, self.alike)


class Door:
    """Through which documents come into an archive, one after the other, each whole or not at all."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._known: Known | None = None

    def bring_in(self, taken: Taken) -> Entry:
        """Raises what `Archive.apply` raises, and UnsavedError where the file can't be kept; then nothing went in."""
        for _ in range(ATTEMPTS - 1):
            try:
                return self._bring_in(taken)
            except ConflictError:
                self.archive.refresh()
                self._known = None
        return self._bring_in(taken)

    def _bring_in(self, taken: Taken) -> Entry:
        entry = self._planned(taken)
        if not entry.there:
            self._write(entry, taken)
            self._look.add(entry.document, entry.drafts.actors)
        return entry

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
        return Entry(
            document, drafts, earlier=earlier, alike=self._look.alike(document),
            carried=len(proposed.statements) + len(proposed.figures),
        )  # fmt: skip

    def _among_those_there(self, drafts: Drafts) -> Drafts:
        """An actor whom the archive has, under this id or another one, isn't made again."""
        by_id = {actor.id for actor in drafts.actors if actor.id in self.archive.records.actors}
        unknown = [actor for actor in drafts.actors if actor.id not in by_id]
        return with_those_there(drafts, self._look.namesakes(unknown))

    def _write(self, entry: Entry, taken: Taken) -> None:
        path, sha256 = self.archive.path, entry.document.original_sha256 or ""
        made = False
        try:
            made = originals.keep(path, sha256, taken.original)
            self.archive.apply(entry.changes(self.archive.records), f"import of {entry.document.title}")
        except BaseException:
            if made and not self._stands(entry.document):
                originals.remove(path, [sha256])
            raise
        # Somebody may have purged another document that was made from the same file, while we were between the two.
        originals.keep(path, sha256, taken.original)

    def _stands(self, document: Document) -> bool:
        """Whether it went in for all that: what couldn't be proved safe, or was interrupted, is there nevertheless."""
        self.archive.refresh()
        return document.id in self.archive.records.documents


def _is_there(records: Records, record: Record) -> bool:
    """Of an actor: the archive has one of that id. Anything else that is there already is a conflict."""
    return record.id.startswith("ac-") and record.id in records.actors


def _same_origin(document: Document, alike: Alike) -> Relation:
    why = f"{alike.paragraphs} of {alike.of} paragraphs are the same, or nearly"
    found = relation_id("same-origin", document.id, alike.document)
    return Relation(id=found, kind="same-origin", subject=document.id, object=alike.document, why=why)
