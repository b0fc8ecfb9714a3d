"""What the user says of the documents that are brought in: it overrules what the files say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from store.editing.editor import Editor
from store.editing.fields import edited
from store.errors import EditError
from store.intake.language import is_code
from store.model import Document

FIELDS = ("title", "author", "publisher", "credit", "published", "url", "archived_url", "retrieved.at", "language")
"""The fields of a document that can be given, as `store.editing` names them."""
_BLANK = Document(id="", title="untitled", text="", sha256="")


class Given:
    """`told` are the given fields of Document, read; `by` and `at` tell who brings the documents in, and when (UTC)."""

    def __init__(self, texts: Mapping[str, str] | None = None, editor: Editor | None = None) -> None:
        """`texts` is field -> value as `sayso edit` takes it. Raises EditError, naming the field."""
        read = edited(_BLANK, texts or {})
        self.by, at = editor or Editor.now()
        self.at = _moment(read.retrieved.at) if read.retrieved and read.retrieved.at else at
        _check_language(read.language)
        names = [name for name in (texts or {}) if "." not in name]
        self.told: dict[str, Any] = {name: getattr(read, name) for name in names}

    def over(self, document: Document) -> Document:
        """The document with what is given in place of what it says of itself."""
        return replace(document, **self.told)


def _check_language(code: str | None) -> None:
    if code and not is_code(code):
        raise EditError(
            "language", f"{code!r} is no language's code.", expected="two or three letters", example="en-GB"
        )


def _moment(text: str) -> str:
    """In UTC, to the second, or the day alone where no time is given. Raises EditError."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise EditError(
            "retrieved", f"{text!r} is no moment.", expected="ISO 8601", example="2026-01-31T12:00Z"
        ) from None
    if len(text) <= len("2026-01-31"):
        return moment.date().isoformat()
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
