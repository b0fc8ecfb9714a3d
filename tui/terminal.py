"""What the terminal can do, as far as it may be known without asking it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

Lookup: TypeAlias = Callable[[str], bytes | None]
"""A capability's code in terminfo, without the delays; None where the terminal lacks it."""

TRUECOLOUR = 1 << 24
_CONSOLE = re.compile(r"(screen\.)?linux|cons25|wsvt|hurd|mach|minix|sun")
"""Kernels' own consoles: their fonts have letters and lines, few signs."""
_PLAIN = re.compile(r"linux|cons25|wsvt|hurd|mach|minix|sun|vt\d|(pc)?ansi|cygwin|eterm|dtterm|wy\d")
"""How the names of terminals begin that are no kin of xterm: what they don't know they may print."""
_DELAY = re.compile(rb"\$<[^>]*>")


class Terminal(Struct, frozen=True):
    """Abilities that the drawing keeps to. The defaults are those of xterm and its many likes."""

    colours: int = 256
    """How many the terminal has: 0, 8, 16, 256 or 1 << 24."""
    dim: bool = True
    italic: bool = True
    utf8: bool = True
    """Whether the locale is UTF-8; where it is not, all that leaves is ASCII."""
    signs: bool = True
    """Whether its font has arrows, geometric shapes and typographic marks."""
    columns_and_rows: bool = True
    """CHA and VPA: the cursor goes to a column or a row alone."""
    erase_characters: bool = True
    """ECH: blanks a run of cells where it stands."""
    scroll_region: bool = True
    """DECSTBM with IND and RI: the terminal moves whole rows itself."""
    extended: bool = True
    """Takes xterm's modes (bracketed paste, kitty's keys, synchronised output) or ignores them without a trace."""
    cursor: bool = False
    """The hardware cursor is shown where the user is, for a screen reader to follow."""

    @classmethod
    def of(cls, environment: Mapping[str, str], *, utf8: bool | None = None, cursor: bool = False) -> Terminal:
        """The terminal that the variables tell of: TERM, through terminfo, COLORTERM, NO_COLOR and the locale.

        `utf8` given overrides the locale. A TERM that terminfo doesn't know is taken for an xterm. Terminfo is read
        once in a process: another TERM finds the first one's abilities.
        """
        term = environment.get("TERM", "")
        extended = not _PLAIN.match(term)
        found = replace(
            cls(extended=extended, signs=not _CONSOLE.match(term), cursor=cursor),
            utf8=speaks_utf8(environment) if utf8 is None else utf8,
        )
        lookup, colours = _terminfo(term)
        if lookup is not None:
            found = _able(found, lookup)
        if environment.get("NO_COLOR"):
            colours = 0
        elif environment.get("COLORTERM") in ("truecolor", "24bit") and extended and not term.startswith("screen"):
            # In GNU screen it tells of the terminal around it.
            colours = TRUECOLOUR
        # GNU screen takes the code of italic letters for reversed ones.
        return replace(found, colours=colours, italic=found.italic and not term.startswith("screen"))


def _able(terminal: Terminal, lookup: Lookup) -> Terminal:
    """The abilities whose codes are the very codes that we send."""
    return replace(
        terminal,
        dim=lookup("dim") == b"\x1b[2m",
        italic=lookup("sitm") == b"\x1b[3m",
        columns_and_rows=(lookup("hpa"), lookup("vpa")) == (b"\x1b[%i%p1%dG", b"\x1b[%i%p1%dd"),
        erase_characters=lookup("ech") == b"\x1b[%p1%dX",
        scroll_region=(lookup("csr"), lookup("ri")) == (b"\x1b[%i%p1%d;%p2%dr", b"\x1bM"),
    )


def _terminfo(term: str) -> tuple[Lookup | None, int]:
    """How to look up a capability, and the number of colours; None and xterm's where terminfo doesn't know the TERM."""
    try:
        import curses
    except ImportError:
        return None, Terminal().colours
    try:
        # Where we draw. Nothing is written there, and it need not be a terminal.
        curses.setupterm(term, 2)
    except curses.error:
        return None, Terminal().colours

    def lookup(name: str) -> bytes | None:
        code = curses.tigetstr(name)
        return _DELAY.sub(b"", code) if code else None

    found = curses.tigetnum("colors")
    return lookup, next((size for size in (TRUECOLOUR, 256, 16, 8) if found >= size), 0)


def speaks_utf8(environment: Mapping[str, str], coerced: bool = bool(sys.flags.utf8_mode)) -> bool:
    """Whether the locale is UTF-8: LC_ALL, else LC_CTYPE, else LANG. With none of them it is, as Python assumes.

    `coerced` tells that Python found the C locale (PEP 540). It may have set LC_CTYPE itself then (PEP 538), which
    says nothing of the terminal.
    """
    ours = coerced and environment.get("LC_CTYPE") in ("C.UTF-8", "C.utf8", "UTF-8")
    values = (environment.get(name) for name in ("LC_ALL", "" if ours else "LC_CTYPE", "LANG"))
    locale = next(filter(None, values), "UTF-8")
    codeset = locale.partition("@")[0].rpartition(".")[2]
    return codeset.replace("-", "").lower() == "utf8"
