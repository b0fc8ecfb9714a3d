"""The user's own editor on a text: VISUAL or EDITOR, run without a shell on a file that nobody else can read."""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from store.errors import SaysoError

USUAL = ("editor", "nano", "vi")
"""What is taken where neither is set: the first of them that is there."""
INTERRUPTS = (signal.SIGINT, signal.SIGQUIT)


class EditorError(SaysoError):
    """The editor couldn't be started, or failed; the text is what it was before."""


def command(environ: Mapping[str, str]) -> list[str]:
    """The editor and its arguments. Raises EditorError where none is named and none of the usual ones is there."""
    for name in ("VISUAL", "EDITOR"):
        if environ.get(name, "").strip():
            return _split(name, environ[name])
    found = next((path for usual in USUAL if (path := shutil.which(usual, path=environ.get("PATH")))), None)
    if found is None:
        raise EditorError("There is no editor here: set VISUAL or EDITOR to one, as in EDITOR=nano, and start again.")
    return [found]


def _split(name: str, value: str) -> list[str]:
    try:
        return shlex.split(value)
    except ValueError as error:
        raise EditorError(f"{name} can't be read as a command ({error}): {value}") from error


def edited(text: str, argv: Sequence[str], name: str) -> str:
    """The text as the editor left it, without the line end that editors add; `name` is what the file is called.

    Raises EditorError; where the file was changed all the same it is kept, and the error says where.
    """
    folder = Path(tempfile.mkdtemp(prefix="sayso-"))
    file = folder / f"{name}.txt"
    try:
        file.touch(mode=0o600)
        file.write_text(f"{text}\n" if text else "", encoding="utf-8", newline="")
        _run([*argv, str(file)])
        found = _left(file, argv).decode("utf-8").removesuffix("\n")
    except (OSError, UnicodeError, EditorError) as error:
        raise EditorError(f"{_told(error, argv)}{_kept(file, text)}") from error
    shutil.rmtree(folder, ignore_errors=True)
    return text if found == text else found


def _run(argv: Sequence[str]) -> None:
    with _interrupted_alone():
        done = subprocess.run(argv, check=False)
    if done.returncode:
        by = f" ({_signal(-done.returncode)})" if done.returncode < 0 else ""
        raise EditorError(f"{argv[0]} ended with code {done.returncode}{by}, so the text was left as it is.")


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _left(file: Path, argv: Sequence[str]) -> bytes:
    """What the editor left there. Raises EditorError where it left nothing."""
    try:
        return file.read_bytes()
    except OSError as error:
        problem = f"left no file that could be read ({error.strerror})"
        raise EditorError(f"{argv[0]} {problem}, so the text was left as it is.") from error


@contextmanager
def _interrupted_alone() -> Iterator[None]:
    """^C is the editor's meanwhile; a handler, unlike SIG_IGN, is not handed on to it."""
    before = {number: signal.signal(number, lambda *_: None) for number in INTERRUPTS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _told(error: Exception, argv: Sequence[str]) -> str:
    match error:
        case EditorError():
            return str(error)
        case UnicodeError():
            return "What the editor saved is no UTF-8, so the text was left as it is."
        case FileNotFoundError():
            return f"There is no editor {argv[0]}: set VISUAL or EDITOR to another."
        case _:
            return f"{argv[0]} can't be run ({getattr(error, 'strerror', error)}): set VISUAL or EDITOR to another."


def _kept(file: Path, text: str) -> str:
    """Where what was typed can be found; where nothing was, the file goes."""
    try:
        if file.read_bytes().decode("utf-8", "replace").removesuffix("\n") != text:
            return f" What was typed is kept in {file}."
    except OSError:
        pass
    shutil.rmtree(file.parent, ignore_errors=True)
    return ""
