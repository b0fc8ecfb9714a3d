"""What stands in for ssh where there is none: a program's terminal on a loopback port, and the other end of it.

`python tests/bench/bridge.py serve COMMAND…` prints its port and starts the command in a terminal of 120x40 when
somebody joins; `python tests/bench/bridge.py join PORT` is that somebody. Nothing is encrypted, and nobody is asked.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import socket
import struct
import sys
import termios
import tty

LOOPBACK = "127.0.0.1"


def serve(command: list[str]) -> None:
    """One connection; when it ends the program is hung up on, as a server's sshd does."""
    with socket.create_server((LOOPBACK, 0)) as listening:
        sys.stdout.write(f"{listening.getsockname()[1]}\n")
        sys.stdout.flush()
        line, _ = listening.accept()
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execvp(command[0], command)
    with line:
        copy(terminal, terminal, line)
    os.kill(process, signal.SIGHUP)
    os.waitpid(process, 0)


def join(port: int) -> None:
    """The terminal this runs in is the program's until either side ends."""
    tty.setraw(0)
    with socket.create_connection((LOOPBACK, port)) as line:
        copy(0, 1, line)


def copy(source: int, target: int, line: socket.socket) -> None:
    """Both ways, until one of them has ended."""
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while True:
        ready, _, _ = select.select([source, line.fileno()], [], [])
        try:
            if source in ready:
                line.sendall(os.read(source, 1 << 16))
            if line.fileno() in ready:
                data = line.recv(1 << 16)
                if not data:
                    return
                os.write(target, data)
        except OSError:
            return


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(sys.argv[2:])
    elif sys.argv[1:2] == ["join"]:
        join(int(sys.argv[2]))
    else:
        raise SystemExit(__doc__)
