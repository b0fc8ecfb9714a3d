"""The web address of a report: what may be opened, the host it really goes to, and how the desktop is asked."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from shutil import which
from threading import Thread
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from store.characters import visible
from store.errors import SaysoError

_LEFT = "%/:?#[]@!$&'()*+,;=~"
"""Punctuation of RFC 3986, which stays as it is; all else is percent-encoded."""
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
"""A name or an address. A browser would read a host with percent signs as another one."""

_UNREADABLE = "This url isn't opened: its host can't be read."


class LinkError(SaysoError):
    """An address is not opened, or can't be."""


class Link(NamedTuple):
    """An address that may be opened: ASCII alone, its host in punycode. `host` is for the reader's eyes."""

    url: str
    host: str


def link(url: str) -> Link:
    """The address as it is opened. Raises LinkError for all but http and https, and for what reads two ways.

    A host that isn't ASCII is shown with its punycode: letters of other scripts look like those of a host one knows.
    """
    if visible(url) != url or not url.isprintable() or any(character in ' \\"<>`' for character in url):
        raise LinkError("This url isn't opened: characters stand in it that no url may have.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise LinkError(_UNREADABLE) from error
    if parts.scheme not in ("http", "https"):
        raise LinkError("Only http and https are opened.")
    if not _HOST.fullmatch(ascii_host):
        raise LinkError(_UNREADABLE)
    shown = host if host.isascii() else f"{host} ({ascii_host})"
    if parts.username is not None:
        shown += " (what stands before the @ is no host)"
    return Link(_opened(parts, ascii_host, port), shown)


def _opened(parts: SplitResult, host: str, port: int | None) -> str:
    user, at, _ = parts.netloc.rpartition("@")
    named = f"[{host}]" if ":" in host else host
    netloc = f"{user}{at}{named}" + (f":{port}" if port is not None else "")
    return quote(parts._replace(netloc=netloc).geturl(), safe=_LEFT)


def opener(environment: Mapping[str, str]) -> str | None:
    """The desktop's own program that opens an address; None where there is no desktop, as over SSH.

    Never a browser that draws in the terminal, which is ours: `xdg-open` may start one where there is no display.
    """
    if sys.platform == "darwin":
        return which("open")
    path = environment.get("PATH")
    if environment.get("WSL_DISTRO_NAME") and (found := which("wslview", path=path)):
        return found
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return which("xdg-open", path=path)
    return None


def open_with(program: str, found: Link) -> None:
    """Asks the desktop, by argument vector; the program can neither read nor draw here, and outlives us.

    Raises LinkError where it can't be started.
    """
    try:
        process = subprocess.Popen(
            [program, found.url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise LinkError(f"{program} can't be started ({error.strerror}).") from error
    # Somebody has to take its exit code, whenever it comes.
    Thread(target=process.wait, daemon=True).start()
