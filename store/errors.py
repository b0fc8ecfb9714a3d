"""The one tree of errors: `str(error)` is the sentence the user reads; `exit_code` is what the command ends with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any


class SaysoError(Exception):
    """Something the user can read and act on: what went wrong, where, and what to do. Exit code 2."""

    exit_code = 2


class ArchiveError(SaysoError):
    """The archive's file can't be read or written as asked."""


class MissingArchiveError(ArchiveError):
    """There is no file at the path."""

    def __init__(self, path: Path, *, advice: str = "") -> None:
        self.path = path
        super().__init__(f"There is no archive at {path}. {advice or f'Make one with: sayso new {path}'}")


class DamagedArchiveError(ArchiveError):
    """The file is there and isn't what an archive is; `line` counts from 1, `record` is its id or TinyDB key."""

    def __init__(
        self,
        path: Path | str,
        problem: str,
        *,
        line: int | None = None,
        record: str | None = None,
        field: str | None = None,
        advice: str = "The file was left as it is.",
    ) -> None:
        self.path, self.problem, self.line, self.record, self.field = path, problem, line, record, field
        places = [
            str(path),
            f"line {line}" if line is not None else "",
            f"record {record}" if record else "",
            f"field {field}" if field else "",
        ]
        super().__init__(f"{', '.join(filter(None, places))}: {problem} {advice}")


class NewerArchiveError(ArchiveError):
    """The file was written by a later sayso than this one."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema version {found}; this sayso knows versions up to {known}. "
            "Open it with a newer sayso. The file was left as it is."
        )


class ReadOnlyError(ArchiveError):
    """A change was asked of an archive that was opened to be read only."""


class BusyArchiveError(ArchiveError):
    """Another program holds the archive's lock for longer than we wait."""


class UnsavedError(ArchiveError):
    """The system refused the write; the archive is as it was before."""


class UnprovedError(ArchiveError):
    """What was to be written stands in the archive, but the system didn't say that it would outlast a power cut."""


class ConflictError(SaysoError):
    """A record changed since it was read: `mine` is what was to be written, `theirs` what stands there.

    Either is None where that side has no such record. Exit code 1: the command ran and found something wrong.
    """

    exit_code = 1

    def __init__(self, sentence: str, *, mine: object = None, theirs: object = None) -> None:
        self.mine, self.theirs = mine, theirs
        super().__init__(sentence)


class ClashError(ConflictError):
    """Two people changed the same field to different values; nothing was written.

    `clashes` are `store.editing.merging.Clash`es. `merged` is the record with all the other changes of both, and in the
    fields that clash what stands in the archive; its revision is that of `theirs`, so that once the user has chosen,
    `save(archive, error.theirs, chosen)` is the next try.
    """

    def __init__(self, sentence: str, *, clashes: Sequence[Any], merged: object, mine: object, theirs: object) -> None:
        self.clashes, self.merged = tuple(clashes), merged
        super().__init__(sentence, mine=mine, theirs=theirs)


class EditError(SaysoError):
    """A change that can't be made; `field` is the one it is about, as it is typed.

    `expected` and `example` are "" where there is nothing to expect; `record` is an id, None for a record not yet made.
    """

    def __init__(
        self, field: str, problem: str, *, expected: str = "", example: str = "", record: str | None = None
    ) -> None:
        self.field, self.problem, self.expected, self.example, self.record = field, problem, expected, example, record
        advice = f" Expected {expected}{', for' if example else '.'}" if expected else " For" if example else ""
        advice += f" example: {example}" if example else ""
        super().__init__(f"{f'{record}: ' if record else ''}{field}: {problem}{advice}")


class UnknownRecordError(SaysoError):
    """No record, or more than one, has this id or begins with it."""


class FilterError(SaysoError):
    """A filter that can't be read. `column` counts from 1 and points into the filter's text."""

    def __init__(self, text: str, column: int, problem: str, expected: str, example: str) -> None:
        self.text, self.column, self.problem, self.expected, self.example = text, column, problem, expected, example
        super().__init__(f"Filter, column {column}: {problem} Expected {expected}, for example: {example}")


class DateError(SaysoError):
    """Words that are no EDTF date of level 0 or 1."""


class ExportError(SaysoError):
    """An export that can't be made or written as asked."""


class ImportRefusedError(SaysoError):
    """A file that was to be imported and doesn't fit; nothing of it went in."""


class ConfigError(SaysoError):
    """The config file has a value we don't know; the sentence names file and field."""
