"""A real sshd on a loopback port, with keys that live as long as a test, for the user who runs it."""

from __future__ import annotations

import os
import pwd
import shlex
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
PLACES = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
"""Where sshd is looked for: on Debian it is not on the path of most users."""
CONFIG = """
ListenAddress {loopback}:{port}
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PermitUserRC no
PrintMotd no
PrintLastLog no
LogLevel INFO
# A line on which nothing comes any more is given up after two seconds.
ClientAliveInterval 1
ClientAliveCountMax 2
"""


class UnusableError(Exception):
    """There is no sshd here, or nobody can log in to it: the sentence says which."""


@dataclass(frozen=True)
class Sshd:
    """One that listens."""

    port: int
    folder: Path

    def command(self, remote: str, *, port: int | None = None) -> list[str]:
        """An ssh client's, that runs the remote shell command in a terminal; `port` where a relay stands between."""
        options = {
            "IdentityFile": self.folder / "user",
            "UserKnownHostsFile": self.folder / "known",
            "HostKeyAlias": "sayso",
            "StrictHostKeyChecking": "yes",
            "IdentitiesOnly": "yes",
            "IdentityAgent": "none",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
        }
        given = [word for name, value in options.items() for word in ("-o", f"{name}={value}")]
        user = pwd.getpwuid(os.getuid()).pw_name
        return ["ssh", "-F", "none", "-tt", *given, "-p", str(port or self.port), f"{user}@{LOOPBACK}", remote]


def remote_command(command: Sequence[str], env: Mapping[str, str], cwd: Path) -> str:
    """A shell command that runs this in the folder with the environment, in the shell's own process."""
    settings = [f"{name}={value}" for name, value in env.items()]
    return f"cd {shlex.quote(str(cwd))} && exec env {shlex.join([*settings, *command])}"


@contextmanager
def sshd(folder: Path) -> Iterator[Sshd]:
    """An sshd that somebody can log in to, for as long as the block lasts. Raises UnusableError."""
    program = shutil.which("sshd", path=PLACES)
    missing = [name for name in ("ssh", "ssh-keygen") if shutil.which(name) is None]
    if program is None or missing:
        raise UnusableError(f"not installed: {', '.join(missing or ['sshd'])} (openssh-server)")
    found = Sshd(_free_port(), folder)
    _prepare(found)
    # An absolute path, for sshd starts itself anew for each connection.
    command = [program, "-D", "-e", "-f", str(folder / "config")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process)
            _try(found)
            yield found
        finally:
            process.terminate()


def _prepare(found: Sshd) -> None:
    folder = found.folder
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder / name], check=True)
    (folder / "known").write_text(f"sayso {(folder / 'host.pub').read_text()}")
    (folder / "config").write_text(CONFIG.format(loopback=LOOPBACK, port=found.port, folder=folder))
    if os.getuid() == 0:
        # Where sshd puts the half of itself that strangers talk to; a service would have made it.
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)


def _free_port() -> int:
    with socket.create_server((LOOPBACK, 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _wait(process: subprocess.Popen[str]) -> None:
    said = []
    for line in process.stderr or ():
        said.append(line.strip())
        if "Server listening" in line:
            return
    raise UnusableError(f"sshd does not start: {' '.join(said)}")


def _try(found: Sshd) -> None:
    command = found.command("echo in")
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=30)
    if done.stdout.strip() != "in":
        raise UnusableError(f"nobody can log in to sshd: {(done.stderr or done.stdout).strip()}")
