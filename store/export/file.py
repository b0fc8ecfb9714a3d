"""Writing an export to a file: whole or not at all, and never over another file unless told to."""

from __future__ import annotations

import os
from pathlib import Path

from store import files
from store.errors import ExportError


def write(path: Path, text: str, *, force: bool = False) -> Path:
    """The file's absolute path, once the text stands in it as UTF-8.

    Raises ExportError where a file stands there and `force` isn't given, or where the system refuses; a file that
    stood there is then untouched. Lone surrogates, which UTF-8 can't hold, become question marks.
    """
    target = Path(os.path.realpath(path))
    if not path.name or os.path.isdir(target):
        raise ExportError(f"{path} is a folder, not a file to write to. Give a file's name.")
    if os.path.exists(target) and not os.path.isfile(target):
        raise ExportError(f"{path} is a device, not a file that could be replaced. Give a file's name.")
    try:
        with files.beside(target, text.encode("utf-8", "replace")) as fresh:
            _put(fresh, target, force)
    except FileExistsError as error:
        raise ExportError(f"{path} exists already and was left as it is.") from error
    except OSError as error:
        raise ExportError(f"{path} can't be written ({error.strerror}).") from error
    return target


def _put(fresh: Path, target: Path, force: bool) -> None:
    umask = os.umask(0)
    os.umask(umask)
    fresh.chmod(0o666 & ~umask)
    if force:
        os.replace(fresh, target)
    else:
        files.place_new(fresh, target)
