"""What is wrong with a file that can't be taken apart, as precisely as it can be told."""

from __future__ import annotations

from pathlib import Path

from store.errors import DamagedArchiveError
from store.storage.advice import advice
from store.storage.meta import Meta


def not_json(path: Path, data: bytes, error: Exception) -> DamagedArchiveError:
    """Of a file that `error` says can't be decoded: where it goes wrong, and what it looks like."""
    if data.startswith(b"\xef\xbb\xbf"):
        return DamagedArchiveError(
            path, "begins with a byte order mark, which JSON has none of: save it as UTF-8 without one.",
            line=1, advice=advice(path),
        )  # fmt: skip
    if isinstance(error, RecursionError):
        return DamagedArchiveError(path, "is nested too deeply.", advice=advice(path))
    if found := _peculiar(path, data):
        return found
    if "truncated" in str(error):
        return DamagedArchiveError(
            path, "the file ends in the middle of a record: it was cut short.",
            line=data.count(b"\n") + 1, advice=advice(path),
        )  # fmt: skip
    byte = str(error).rpartition("(byte ")[2].rstrip(")")
    line, place = None, ""
    if byte.isdigit():
        before = data[: int(byte)]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        place = f": what stands there from column {column} on can't be read"
    return DamagedArchiveError(path, f"is not JSON{place}.", line=line, advice=advice(path))


def _peculiar(path: Path, data: bytes) -> DamagedArchiveError | None:
    """What the careful pass finds that it can name better than by a column."""
    from store.storage.careful import ILL_FORMED, examine  # mostly there is no need

    try:
        examine(path, data)
    except DamagedArchiveError as error:
        if error.record and not error.problem.startswith(ILL_FORMED):
            return error
    return None


def unfit(error: Exception) -> str:
    """Of `_meta`: what of it doesn't fit, in a sentence."""
    if isinstance(error, StopIteration):
        return "it is empty."
    from store.misfit import misfit  # of what is wrong; mostly nothing is

    found = misfit(error, Meta)
    return f"{(found.field or 'it').removeprefix('[...].')} {found.problem}"
