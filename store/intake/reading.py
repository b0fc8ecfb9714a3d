"""From a file to a document: what comes of it, or why nothing does."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeGuard

from msgspec.structs import replace

from store.errors import ImportRefusedError
from store.identity import document_id, text_sha256
from store.ingest import Drafts
from store.intake import kinds, page, pdf, plain
from store.intake.decoding import decoded
from store.intake.extracted import Extracted
from store.intake.given import Given
from store.intake.language import is_english
from store.intake.limits import MAX_TEXT
from store.intake.sources import Source, contents
from store.model import Document, Retrieved

ENGLISH = "en"
NOTHING_DRAFTED = "nothing was drafted"
"""Ends a remark that tells why."""
LONGEST = 300
"""Characters of a title, a name or a publisher."""


class Job(NamedTuple):
    """A file, what is given of it, and whether drafts are wanted."""

    source: Source
    given: Given
    draft: bool = True


class Taken(NamedTuple):
    """A document, the file's bytes, remarks on what was guessed, as phrases, and its drafts once they are made."""

    document: Document
    original: bytes
    remarks: tuple[str, ...] = ()
    drafts: Drafts = Drafts()


class Refused(NamedTuple):
    """Why nothing comes of the file, as the rest of a sentence that begins with its name."""

    problem: str


class OfRecords(NamedTuple):
    """The file holds records, for `store.exchange`."""


Outcome: TypeAlias = Taken | Refused | OfRecords


def read(job: Job) -> Outcome:
    """What comes of the file; raises nothing that a file could bring about, but MemoryError."""
    if job.source.data is None and job.source.path.suffix.lower() == kinds.RECORDS:
        return OfRecords()
    try:
        data = contents(job.source)
        if (problem := kinds.foreign(data)) is not None:
            return Refused(problem)
        if kinds.kind(data, job.source.name) == "records":
            return OfRecords()
        extracted = _extracted(data, job.source).storable()
        return _taken(job, data, extracted)
    except ImportRefusedError as error:
        return Refused(str(error))


def _extracted(data: bytes, source: Source) -> Extracted:
    if kinds.kind(data, source.name) == "pdf":
        return _bounded(pdf.read(data))
    found = decoded(data, page.declared(data))
    if found is None:
        raise ImportRefusedError("is no text, or in an encoding that can't be told. Save it as UTF-8, and import that.")
    if kinds.is_page(found.text, source.name):
        return _bounded(page.read(found))
    if kinds.is_other_xml(found.text):
        raise ImportRefusedError("is XML, but no HTML page. Save its text, and import that.")
    return _bounded(plain.read(found, source.name))


def _bounded(found: Extracted) -> Extracted:
    if len(found.text) > MAX_TEXT:
        raise ImportRefusedError(f"has more than {MAX_TEXT // 2**20} MiB of text. Cut out what you need.")
    if not found.text.strip():
        raise ImportRefusedError("has no text in it.")
    return found


def _taken(job: Job, data: bytes, extracted: Extracted) -> Taken:
    document = _document(job, data, extracted)
    remarks = list(extracted.remarks)
    if "title" in job.given.told:
        remarks = [remark for remark in remarks if not remark.startswith("title from")]
    elif not extracted.title:
        remarks.append("title from the file's name")
    if not _in_english(document):
        language = f"in {document.language}" if document.language else "not English, as it seems"
        remarks.append(f"{language}: {NOTHING_DRAFTED}")
    return Taken(document, data, tuple(remarks))


def to_be_drafted(outcome: Outcome, job: Job) -> TypeGuard[Taken]:
    """Whether drafts are wanted of it, and can be made."""
    return job.draft and isinstance(outcome, Taken) and _in_english(outcome.document)


def _document(job: Job, data: bytes, extracted: Extracted) -> Document:
    language = extracted.language
    if is_english(extracted.text):
        language = language if language and language.lower().startswith(ENGLISH) else ENGLISH
    elif language and language.lower().startswith(ENGLISH):
        language = None  # templates say so of texts in whatever language
    bare = Document(
        id="", title=_line(extracted.title) or Path(job.source.name).stem, text=extracted.text, sha256="",
        author=_line(extracted.author), publisher=_line(extracted.publisher), published=extracted.published,
        url=extracted.url, language=language, status="live",
        retrieved=Retrieved(job.given.at, job.given.by, f"{job.source.described}; {extracted.how}"),
        original_sha256=sha256(data).hexdigest(),
    )  # fmt: skip
    return identified(job.given.over(bare))


def _line(said: str | None) -> str | None:
    """What a file says of itself as one line, which is to be shown in one: no evidence, unlike the text."""
    line = " ".join((said or "").split())
    return f"{line[:LONGEST]}…" if len(line) > LONGEST else line or None


def identified(document: Document) -> Document:
    """The document with the hash of its text, and the id that hash, address, publisher and date make."""
    hashed = text_sha256(document.text)
    published = document.published.edtf if document.published else None
    found = document_id(hashed, document.url, document.publisher, published)
    return replace(document, id=found, sha256=hashed)


def _in_english(document: Document) -> bool:
    """As the user says, or as the text shows; rules for another language there are none."""
    language = (document.language or "").lower()
    return language == ENGLISH or language.startswith(f"{ENGLISH}-")
