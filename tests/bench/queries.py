"""What a modern terminal answers to the queries in a program's output."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.bench.emulator import Emulator

KNOWN_MODES = (b"1004", b"2004", b"2026", b"2048")
QUERY = re.compile(
    rb"\x1b\[(?P<status>[56])n"
    rb"|\x1b\[0?(?P<device>c)"
    rb"|\x1b\[>0?(?P<secondary>c)"
    rb"|\x1b\[>0?(?P<version>q)"
    rb"|\x1b\[\?(?P<keyboard>u)"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\](?P<colour>1[0-2]);\?(?:\x07|\x1b\\)"
)
LONGEST = 16
"""Bytes of the longest query; so much is kept where a read may have cut one."""


def answers(emulator: Emulator) -> Callable[[bytes], bytes]:
    """A function from output to the answers, which remembers what a read has cut."""
    tail = b""

    def answer(data: bytes) -> bytes:
        nonlocal tail
        data = tail + data
        found = list(QUERY.finditer(data))
        rest = data[found[-1].end() :] if found else data
        tail = rest[rest.rindex(b"\x1b") :][:LONGEST] if b"\x1b" in rest[-LONGEST:] else b""
        return b"".join(_reply(query, emulator) for query in found)

    return answer


def _reply(query: re.Match[bytes], emulator: Emulator) -> bytes:
    kind = query.lastgroup
    if kind == "status":
        cursor = emulator.screen.cursor
        return b"\x1b[0n" if query[kind] == b"5" else b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1)
    if kind == "mode":
        return b"\x1b[?%s;%d$y" % (query[kind], 2 if query[kind] in KNOWN_MODES else 0)
    if kind == "colour":
        return b"\x1b]%s;rgb:%s\x1b\\" % (query[kind], b"/".join([b"0000" if query[kind] == b"11" else b"dddd"] * 3))
    fixed = {
        "device": b"\x1b[?62;22c",
        "secondary": b"\x1b[>41;390;0c",
        "version": b"\x1bP>|XTerm(390)\x1b\\",
        "keyboard": b"\x1b[?0u",
    }
    return fixed[str(kind)]
