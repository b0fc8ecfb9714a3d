"""What a reviewer decides of drafts: confirmed, discarded; written as a change set, and never over another's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from store.archive import Archive, Change, Removal
from store.editing.corrections import settled
from store.editing.editor import Editor
from store.errors import ConflictError, UnprovedError
from store.model import Record, Review
from store.records import TABLE_OF_PREFIX, Records
from store.reviewing.copies import as_corrected
from store.reviewing.linking import Links, linked, orphaned
from store.reviewing.waiting import Draft, standing

ATTEMPTS = 20
"""How often others may be quicker, with an actor whom the draft names, before a decision is given up."""
Wanted: TypeAlias = list[Change | Removal]


class Decided(NamedTuple):
    """Every record that was changed, before and after; None after where a drafted actor went.

    `warning` is what the system didn't say: that it would outlast a power cut. Mostly empty.
    """

    pairs: tuple[tuple[Record | None, Record | None], ...]
    warning: str = ""


def confirm(archive: Archive, drafts: Sequence[Draft], links: Links, editor: Editor | None = None) -> Decided:
    """Accepts drafts as they were seen, with the archive's actors in place of those linked.

    Those behind the first are its copies: what was corrected of the first is corrected of them. What was corrected
    before is `corrected`. Raises ConflictError where one isn't at the revision seen, or is no draft any more, and what
    `Archive.apply` raises; then nothing is written.
    """
    by, at = editor or Editor.now()

    def changes(now: Archive) -> Wanted:
        first, *copies = drafts
        alike = [as_corrected(now.records, first, copy) or copy for copy in copies]
        mine = [_accepted(linked(draft, links), by, at) for draft in (first, *alike)]
        gone = orphaned(now, links, [draft.id for draft in drafts])
        leaving = {removal.id for removal in gone}
        actors = [change for change in settled(now.records, mine) if change.record.id not in leaving]
        return [*(Change(record, record.revision) for record in mine), *actors, *gone]

    return _decide(archive, drafts, changes, _phrase("confirmed", drafts))


def discard(archive: Archive, drafts: Sequence[Draft], why: str = "", editor: Editor | None = None) -> Decided:
    """Rejects drafts as they were seen; they stay in the archive, to be counted by their rule. Raises as `confirm`."""
    by, at = editor or Editor.now()
    review = Review("rejected", by, at, why or None)
    return _decide(
        archive,
        drafts,
        lambda _: [Change(replace(draft, review=review), draft.revision) for draft in drafts],
        _phrase(f"discarded: {why}" if why else "discarded", drafts),
    )


def _accepted(draft: Draft, by: str, at: str) -> Draft:
    state = "corrected" if draft.origin is not None and draft.origin.corrected else "accepted"
    return replace(draft, review=Review(state, by, at))  # type: ignore[arg-type]


def _phrase(what: str, drafts: Sequence[Draft]) -> str:
    return what if len(drafts) == 1 else f"{what} (in {len(drafts)} copies)"


def _decide(archive: Archive, drafts: Sequence[Draft], changes: Callable[[Archive], Wanted], what: str) -> Decided:
    for attempt in range(ATTEMPTS):
        _expect_drafts(archive, drafts)
        before, wanted = archive.records, changes(archive)
        try:
            archive.apply(wanted, what)
        except ConflictError:
            if attempt == ATTEMPTS - 1:
                raise
            archive.refresh()
        except UnprovedError as error:
            return Decided(_pairs(archive, before, wanted), f" {error}")
        else:
            return Decided(_pairs(archive, before, wanted))
    raise AssertionError  # the last attempt returned or raised


def _expect_drafts(archive: Archive, drafts: Sequence[Draft]) -> None:
    """Raises ConflictError for the first that is not as it was seen."""
    archive.refresh()
    for draft in drafts:
        now = next(iter(standing(archive.records, [draft.id])), None)
        if now is None or now.revision != draft.revision:
            raise ConflictError(f"{draft.id} was {became(now)} meanwhile.", mine=draft, theirs=now)


def became(now: Draft | None) -> str:
    """What another made of a draft, and who and when if the record tells."""
    if now is None:
        return "taken out"
    words = {"accepted": "confirmed", "corrected": "corrected and confirmed", "rejected": "discarded"}
    review = now.review
    who = f" by {review.by}" if review.by else ""
    when = f" at {review.at[11:16]}" if review.at and len(review.at) > 15 else ""
    return f"{words[review.state]}{who}{when}" if review.state in words else "changed by another"


def _pairs(archive: Archive, before: Records, wanted: Wanted) -> tuple[tuple[Record | None, Record | None], ...]:
    ids = [change.id if isinstance(change, Removal) else change.record.id for change in wanted]
    return tuple((_standing(before, found), _standing(archive.records, found)) for found in ids)


def _standing(records: Records, record_id: str) -> Record | None:
    found: Record | None = records.table(TABLE_OF_PREFIX[record_id[:2]]).get(record_id)
    return found
