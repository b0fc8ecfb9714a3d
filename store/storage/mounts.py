"""Where an archive lies: on a file system of the machine's own, or on one that comes over a network."""

from __future__ import annotations

import re
from pathlib import Path

from store.storage.names import real

MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "fuse.sshfs"}
    | {"fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.rclone", "fuse.gcsfuse", "fuse.davfs2", "davfs"}
)
_OCTAL = re.compile(r"\\(\d{3})")


def warning(path: Path) -> str | None:
    """What is to be said of an archive on a network file system; None where it lies on no such."""
    kind = file_system(path)
    if kind not in _NETWORK:
        return None
    return (
        f"{path} lies on a network file system ({kind}): locks and what others write may not reach all who use it. "
        "Work on it from one machine only, and keep copies."
    )


def file_system(path: Path) -> str | None:
    """The kind of file system at the path, "ext4" for instance; None where the machine doesn't tell."""
    try:
        text = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    target, found, longest = real(path), None, -1
    for line in text.splitlines():
        fields, _, rest = line.partition(" - ")
        point = _OCTAL.sub(lambda digits: chr(int(digits[1], 8)), fields.split(" ")[4])
        if target.is_relative_to(point) and len(point) >= longest:  # what is mounted later lies over what was before
            found, longest = rest.split(" ")[0], len(point)
    return found
