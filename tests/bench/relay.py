"""A poor line on one machine: a loopback relay that delays each way and limits the rate.

`python tests/bench/relay.py TARGET_PORT [DELAY_MS [KBIT]]` prints the port it listens on, and serves until it is ended;
then every connection through it is cut. Stopped (SIGSTOP), it is a line on which nothing comes any more.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Line:
    """`delay` is one way, in seconds; `rate` is bytes a second each way, 0 for as fast as it goes."""

    delay: float = 0.0
    rate: float = 0.0

    async def carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        """All bytes from one end to the other, each read as late as the line makes it."""
        clock = asyncio.get_running_loop().time
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivery = asyncio.create_task(_deliver(due, target))
        free = 0.0
        while data := await _read(source):
            free = max(free, clock()) + (len(data) / self.rate if self.rate else 0.0)
            due.put_nowait((free + self.delay, data))
        due.put_nowait((free + self.delay, b""))
        await delivery


async def _read(source: asyncio.StreamReader) -> bytes:
    try:
        return await source.read(1 << 14)
    except ConnectionError:
        return b""


async def _deliver(due: asyncio.Queue[tuple[float, bytes]], target: asyncio.StreamWriter) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        when, data = await due.get()
        await asyncio.sleep(max(when - clock(), 0))
        if not data:
            target.close()
            return
        target.write(data)


async def serve(target: int, line: Line) -> None:
    """Relays every connection to the target's port, until it is cancelled."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(LOOPBACK, target)
        for end in (writer, back):
            end.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.gather(line.carry(reader, back), line.carry(there, writer), return_exceptions=True)

    server = await asyncio.start_server(connected, LOOPBACK, 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


@dataclass(frozen=True)
class Relay:
    """A relay in a process of its own."""

    port: int
    process: subprocess.Popen[str]


@contextmanager
def relay(target: int, *, delay_ms: float = 0, kbit: float = 0) -> Iterator[Relay]:
    """A relay to that loopback port; cut, if it still stands, at the end."""
    command = [sys.executable, str(Path(__file__)), str(target), str(delay_ms), str(kbit)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Relay(int(process.stdout.readline() if process.stdout else ""), process)
        finally:
            process.kill()


def main() -> None:
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    target, delay_ms, kbit = (float(given) for given in [*sys.argv[1:4], "0", "0"][:3])
    asyncio.run(serve(int(target), Line(delay_ms / 1000, kbit * 125)))


if __name__ == "__main__":
    main()
