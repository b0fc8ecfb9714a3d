"""How a cell looks, as the codes of ECMA-48 that make it so, and the shortest way from one look to another."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from tui.terminal import Terminal

Look: TypeAlias = tuple[str, ...]
"""SGR parameters, weights first, then ink, then ground: ("1", "36"). Equal looks are equal tuples."""

PLAIN: Look = ()

_WEIGHTS = {1: "1", 2: "2", 3: "3", 4: "4", 7: "7", 9: "9", 21: "4"}
"""Bold, dim, italic, underlined (once or twice), reverse, struck out. Blinking, hidden and framed text is not drawn."""
_OFF = {22: ("1", "2"), 23: ("3",), 24: ("4",), 27: ("7",), 29: ("9",)}
_ON_BLANKS = ("4", "7", "9")
"""The weights that are seen where no letter stands."""


@lru_cache(maxsize=1024)
def after(look: Look, parameters: str) -> Look:
    """The look once these SGR parameters ("1;36", "0" or "") have come; those not known here change nothing."""
    codes = [int(code or 0) for code in parameters.split(";")]
    weights, ink, ground = _parts(look)
    while codes:
        code = codes.pop(0)
        if code == 0:
            weights, ink, ground = (), "", ""
        elif code in _WEIGHTS:
            weights = tuple(sorted({*weights, _WEIGHTS[code]}))
        elif code in _OFF:
            weights = tuple(weight for weight in weights if weight not in _OFF[code])
        elif code in (38, 48):
            size = {5: 2, 2: 4}.get(codes[0] if codes else 0, len(codes))
            colour = ";".join(map(str, (code, *codes[:size])))
            ink, ground = (colour, ground) if code == 38 else (ink, colour)
            del codes[:size]
        elif 30 <= code <= 37 or 90 <= code <= 97:
            ink = str(code)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            ground = str(code)
        elif code == 39:
            ink = ""
        elif code == 49:
            ground = ""
    return (*weights, *filter(None, (ink, ground)))


def _parts(look: Look) -> tuple[Look, str, str]:
    """Weights, ink and ground; the latter two empty where they are the terminal's own."""
    weights = tuple(code for code in look if len(code) == 1)
    colours = [code for code in look if len(code) > 1]
    ink = next((code for code in colours if code[0] in "39"), "")
    return weights, ink, next((code for code in colours if code != ink), "")


@lru_cache(maxsize=1024)
def fitting(look: Look, terminal: Terminal) -> Look:
    """The look as far as the terminal has it: colours it lacks go, bright ones become their dark ones."""
    weights, ink, ground = _parts(look)
    missing = {*(() if terminal.dim else ("2",)), *(() if terminal.italic else ("3",))}
    kept = tuple(weight for weight in weights if weight not in missing)
    return (*kept, *filter(None, (_colour(code, terminal.colours) for code in (ink, ground))))


def _colour(code: str, colours: int) -> str:
    if ";" in code:
        return code if colours >= (256 if code[3] == "5" else 1 << 24) else ""
    if code and int(code) >= 90 and colours < 16:
        code = str(int(code) - 60)
    return code if colours else ""


@lru_cache(maxsize=1024)
def of_blank(look: Look) -> Look:
    """What of the look is seen on a space: its ground, lines and, where it is reversed, its ink."""
    if "7" in look:
        return tuple(code for code in look if code in _ON_BLANKS or len(code) > 1)
    _, _, ground = _parts(look)
    return tuple(code for code in look if code in _ON_BLANKS or code == ground)


@lru_cache(maxsize=4096)
def change(old: Look, new: Look) -> str:
    """The shortest code that takes the pen from the old look to the new one."""
    if old == new:
        return ""
    reset = f"\x1b[{';'.join(('', *new))}m" if new else "\x1b[m"
    weights, ink, ground = _parts(old)
    wanted, new_ink, new_ground = _parts(new)
    if not set(weights) <= set(wanted) or (ink and not new_ink) or (ground and not new_ground):
        return reset
    added = f"\x1b[{';'.join(code for code in new if code not in old)}m"
    return min(added, reset, key=len)
