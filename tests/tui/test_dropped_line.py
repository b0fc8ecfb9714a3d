"""A line that drops, over a real sshd on a loopback port: sayso ends, keeps the view, and comes back to it."""

from __future__ import annotations

import os
import select
import shlex
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest

from seeds import sample_bytes
from tests.bench.relay import Relay, relay
from tests.bench.sshd import Sshd, UnusableError, remote_command, sshd
from tests.tui.terminal import DEADLINE, ROOT, SAYSO, Terminal


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    try:
        with sshd(tmp_path_factory.mktemp("sshd")) as found:
            yield found
    except UnusableError as reason:
        pytest.skip(str(reason))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home, on the far machine, of somebody with an archive."""
    (tmp_path / "archive.json").write_bytes(sample_bytes())
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    own = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("data", "state", "config")}
    return {**own, "HOME": str(home), "LC_ALL": "C.UTF-8"}


def connected(server: Sshd, home: Path, line: Relay, size: tuple[int, int]) -> Terminal:
    """sayso on the far machine, in a terminal on this one; `pid` in its home tells its process."""
    env = {**environment(home), "PYTHONPATH": ROOT}
    remote = remote_command([*SAYSO, "--archive", "archive.json"], env, home)
    # The shell's own process becomes sayso's.
    command = server.command(f"echo $$ > {shlex.quote(str(home / 'pid'))} && {remote}", port=line.port)
    return Terminal(env={}, cwd=home, size=size, command=command)


def wait_for_end(process: int) -> None:
    """Until this process, which isn't ours, has ended. Fails at the deadline."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([handle], [], [], DEADLINE)
        assert ended, "sayso outlived its line"
    finally:
        os.close(handle)


def client_killed(terminal: Terminal, line: Relay) -> None:
    terminal.process.kill()


def relay_killed(terminal: Terminal, line: Relay) -> None:
    line.process.kill()


def silence(terminal: Terminal, line: Relay) -> None:
    """Nothing comes any more and nobody says so: sshd itself has to notice."""
    line.process.send_signal(signal.SIGSTOP)


@pytest.mark.parametrize(
    ("cut", "size"),
    [(client_killed, (80, 24)), (relay_killed, (120, 40)), (silence, (80, 24))],
    ids=["client killed", "line cut", "line silent"],
)
def test_after_a_dropped_line_one_comes_back_to_the_same_view(
    server: Sshd, home: Path, cut: Callable[[Terminal, Relay], None], size: tuple[int, int]
) -> None:
    with relay(server.port) as line, connected(server, home, line, size) as first:
        first.wait_for("Jan Egeland", "newest first")
        first.press("/actor:Egeland OR actor:Ayrault\r")
        first.wait_for("/ actor:Egeland OR actor:Ayrault", "newest first")
        first.press("g", "Space")
        first.wait_for("1 marked")
        first.press("w")
        first.wait_for("Export · 1 marked", "Enter writes the file")
        first.press("Enter")
        first.wait_for("1 record written to")
        first.press("j")
        left = first.wait_for("Jan Egeland", "1 marked", gone=["1 record written to", "Enter writes"])
        process = int((home / "pid").read_text())
        cut(first, line)
        wait_for_end(process)
    (written,) = home.glob("*.md")
    assert "cold-blooded" in written.read_text(encoding="utf-8")
    with relay(server.port) as line, connected(server, home, line, size) as again:
        again.wait_for(*[row for row in left.splitlines() if "▸" in row or "●" in row], "1 marked", "OR actor:Ayrault")


def test_cut_in_the_middle_of_a_frame_it_ends_and_keeps_the_view(home: Path) -> None:
    arguments = ("--archive", "archive.json")
    with Terminal(*arguments, env=environment(home), cwd=home, size=(120, 40)) as first:
        first.wait_for("Jan Egeland", "newest first")
        first.press("/Egeland\r")
        first.wait_for("/ Egeland", "newest first")
        first.press("Space")
        first.wait_for("1 marked")
        draw_until_stuck(first)
        assert first.drop() == 128 + signal.SIGHUP
    with Terminal(*arguments, env=environment(home), cwd=home, size=(120, 40)) as again:
        again.wait_for("/ Egeland", "1 marked")


def test_told_to_go_on_though_nobody_stopped_it_it_starts_nothing_anew(home: Path) -> None:
    """A terminal that goes away sends SIGCONT after SIGHUP: a second reader of keys would keep sayso from ending."""
    with Terminal("--archive", "archive.json", env=environment(home), cwd=home) as found:
        found.wait_for("Jan Egeland", "newest first")
        before = threads(found)
        found.process.send_signal(signal.SIGCONT)
        found.press("/Egeland\r")
        found.wait_for("/ Egeland", "newest first")
        limit = monotonic() + DEADLINE
        while threads(found) > before:
            assert monotonic() < limit, "there are more threads than before"
            found.read(0.05)
        found.press("Q")
        assert found.wait_for_end() == 0


def threads(terminal: Terminal) -> int:
    return len(os.listdir(f"/proc/{terminal.process.pid}/task"))


def draw_until_stuck(terminal: Terminal) -> None:
    """Zooms in and out, each time another screen, which nobody reads: until nothing more can be written."""
    other_side = os.open(f"/proc/{terminal.process.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
    limit = monotonic() + DEADLINE
    try:
        while select.select([], [other_side], [], 0)[1]:
            assert monotonic() < limit, "the program did not write enough"
            terminal.press("z")
            with suppress(subprocess.TimeoutExpired):
                raise AssertionError(f"the program ended with {terminal.process.wait(0.02)}")
    finally:
        os.close(other_side)
