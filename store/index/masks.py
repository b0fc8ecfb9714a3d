"""Sets of rows as whole numbers: bit i stands for row i, so that AND, OR and NOT are single operations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import compress
from typing import TypeVar

T = TypeVar("T")
_DIGITS_TO_BITS = bytes.maketrans(b"01", b"\0\1")
_BITS_TO_DIGITS = bytes.maketrans(b"\0\1", b"01")
SPARSE = 32
"""Where less than this part of the rows is in a mask, it's quicker to go from one to the next."""


def full(size: int) -> int:
    """All rows of a table of `size` rows."""
    return (1 << size) - 1


def of_rows(rows: Collection[int], size: int) -> int:
    """The rows given by their numbers, in any order."""
    if len(rows) * SPARSE < size:
        eights = bytearray(size // 8 + 1)
        for row in rows:
            eights[row >> 3] |= 1 << (row & 7)
        return int.from_bytes(eights, "little")
    digits = bytearray(b"0") * size
    for row in rows:
        digits[row] = 49  # "1"
    digits.reverse()  # the first row is the last digit
    return int(digits or b"0", 2)


def of_flags(flags: Iterable[int]) -> int:
    """The rows whose flag is 1 or true: one flag for each row, in order; others are 0 or false."""
    digits = bytearray(flags).translate(_BITS_TO_DIGITS)
    digits.reverse()
    return int(digits or b"0", 2)


def bits(mask: int, size: int) -> bytes:
    """A byte for each row, 1 where it's in the mask, as `itertools.compress` takes it."""
    return f"{mask:0{size}b}".encode()[::-1].translate(_DIGITS_TO_BITS) if size else b""


def rows(mask: int, size: int, first: int = 0) -> list[int]:
    """The numbers of the rows in the mask, rising, where the lowest bit stands for row `first`."""
    if mask.bit_count() * SPARSE > size:
        return list(compress(range(first, first + size), bits(mask, size)))
    digits, found = f"{mask:b}", []
    last = first + len(digits) - 1
    at = digits.rfind("1")
    while at >= 0:
        found.append(last - at)
        at = digits.rfind("1", 0, at)
    return found


def chosen(items: Sequence[T], mask: int) -> list[T]:
    """The items of the rows in the mask, in order; there are as many items as rows."""
    if not mask:
        return []
    if mask.bit_count() == len(items):
        return list(items)
    return list(compress(items, bits(mask, len(items))))
