"""What became of a report: corrected, retracted, deleted; and a later version of it, which takes the place of none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import asdict, replace

from store.editing.editor import Editor
from store.editing.notation import MisreadError, sound
from store.errors import EditError
from store.identity import document_id, text_sha256
from store.model import Document, Retrieved
from store.records import Records
from store.vocabulary import DocumentStatus

_CARRIED = ("title", "publisher", "author", "credit", "published", "url", "language", "confidential")
"""What a new version has from the old one, unless it is told otherwise."""


class Read(NamedTuple):
    """A file as it was read: its text, never cleaned, the hash of its bytes (lower-case hex), its name, its bytes."""

    text: str
    sha256: str
    name: str
    data: bytes


def with_status(document: Document, status: DocumentStatus, why: str = "", editor: Editor | None = None) -> Document:
    """The document so marked; when, by whom and why go into its note, as a line below what stands there.

    Raises EditError where `why` is no text.
    """
    try:
        sound(why)
    except MisreadError as error:
        raise EditError("status", f"why {error}", record=document.id) from None
    by, at = editor or Editor.now()
    line = f"{status}, {at[:10]}, {by}" + (f": {why.strip()}" if why.strip() else "")
    return replace(document, status=status, note=f"{document.note}\n{line}" if document.note else line)


def read(path: Path) -> Read:
    """The file's text, which must be UTF-8; a byte order mark at its beginning is left out. Raises EditError."""
    from hashlib import sha256

    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise EditError("text", f"{path} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise EditError("text", f"{path} is not UTF-8 text (byte {error.start}).") from error
    return Read(text, sha256(data).hexdigest(), path.name.encode("utf-8", "replace").decode(), data)


def new_version(records: Records, old_id: str, found: Read, editor: Editor | None = None, **fields: Any) -> Document:
    """A document of its own that supersedes the old one, which stays with all that was drawn from it.

    `fields` are those of Document that the new version has otherwise. Raises EditError where its text is the same.
    """
    old = records.documents.get(old_id)
    if old is None:
        raise EditError("supersedes", f"there is no report {old_id}.")
    sha256 = text_sha256(found.text)
    if not found.text.strip() or sha256 == old.sha256:
        problem = "is empty." if not found.text.strip() else f"is the same as that of {old_id}, to the letter."
        raise EditError("text", f"{found.name} {problem}")
    by, at = editor or Editor.now()
    carried = {name: value for name, value in asdict(old).items() if name in _CARRIED} | fields
    published = carried["published"].edtf if carried["published"] else None
    new_id = document_id(sha256, carried["url"], carried["publisher"], published)
    if new_id in records.documents:
        raise EditError("text", f"{found.name} is in the archive already, as {new_id}.")
    own = {"status": "live", "retrieved": Retrieved(at, by, f"file {found.name}"), **carried, "supersedes": old_id}
    return Document(id=new_id, text=found.text, sha256=sha256, original_sha256=found.sha256, **own)
