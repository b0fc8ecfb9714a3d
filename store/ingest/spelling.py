"""What two spellings of a name have in common: surname, given names, first letters, consonants. All of folded names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
_ARTICLE = re.compile(r"\b(?:al|el|as|ash|an|ar|at|ad|az|ul)[- ](?=\w)")
_TWICE = re.compile(r"([a-z])\1+")
# Letters that transliterations of Arabic, Persian and Cyrillic write differently.
_SOUNDS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("sh", "s"), ("ch", "s"), ("dj", "j"))
_SAME = str.maketrans(
    {"q": "k", "c": "k", "g": "k", "z": "s", "v": "f", "x": "ks", **dict.fromkeys("aeiouywj0123456789.,;:'\"-()/&")}
)
_FEWEST = 4
"""Fewer consonants are shared by too many names."""


def bare(names: Sequence[str]) -> list[str]:
    """Each without the Arabic articles that reports drop at will: "bashar assad". What the keys below are made of."""
    return _at_once(names, lambda text: _ARTICLE.sub("", text))


def surnames(names: Sequence[str]) -> list[str]:
    """The last word of each bare name: "assad"."""
    return [name.rpartition(" ")[2] for name in names]


def given_fits(one: str, other: str) -> bool:
    """Whether two of one surname may be one person: one has no given name, or the first is the other's initial."""
    first, second = (_ARTICLE.sub("", name).split()[:-1] for name in (one, other))
    if not first or not second:
        return True
    shorter, longer = sorted((first[0].rstrip("."), second[0].rstrip(".")), key=len)
    return shorter == longer or (len(shorter) == 1 and longer.startswith(shorter))


def initials(name: str) -> str:
    """The first letters: "sohr" of "syrian observatory for human rights"; "" of a single word."""
    words = [word for word in name.replace("-", " ").split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def skeletons(names: Sequence[str]) -> list[str]:
    """The consonants of each bare name, those taken together that transliterations confuse: "mhmd" of "muhammad".

    "" where there are too few to tell a name.
    """
    return [bones if len(bones.replace(" ", "")) >= _FEWEST else "" for bones in _at_once(names, _bones)]


def _bones(text: str) -> str:
    for sound, letter in _SOUNDS:
        text = text.replace(sound, letter)
    return _TWICE.sub(r"\1", text.translate(_SAME))


def _at_once(names: Sequence[str], change: Callable[[str], str]) -> list[str]:
    """Each changed; ten thousand in one piece take a tenth of the time. A folded name holds no line end."""
    return change("\n".join(names)).split("\n") if names else []
