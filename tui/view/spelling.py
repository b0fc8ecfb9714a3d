"""A word of a closed list, chosen by its first letters."""

from __future__ import annotations

from collections.abc import Sequence


def spelled(words: Sequence[str], chosen: str, begun: str, letter: str) -> tuple[str, str]:
    """The word that one more letter means, and the letters that count from now on.

    Where no word goes on so, the letter begins another one: the next that begins with it.
    """
    if begun and (found := [word for word in words if word.startswith(begun + letter)]):
        return chosen if chosen in found else found[0], begun + letter
    here = words.index(chosen)
    following = (word for word in (*words[here + 1 :], *words[:here]) if word.startswith(letter))
    return next(following, chosen), letter
