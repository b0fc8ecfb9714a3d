"""Words of a shell command as text that is safe to paste."""

from __future__ import annotations

from shlex import quote


def pasted(word: str) -> str:
    """The word as a POSIX shell reads it; where it holds what doesn't print, as bash, zsh and ksh do ($'…').

    So no control reaches a terminal by way of a paste: an ESC would end what the terminal marks as pasted.
    """
    if word.isprintable():
        return quote(word)
    return "$'" + "".join(map(_escaped, word)) + "'"


def _escaped(character: str) -> str:
    if character in "\\'":
        return "\\" + character
    if character.isprintable():
        return character
    # Three octal digits each, so that a digit after them stays one. A byte that is no UTF-8 stays that byte.
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))
