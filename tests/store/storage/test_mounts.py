"""An archive on a network file system is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.storage import mounts

TABLE = r"""
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:25 / /srv rw - nfs4 server:/srv rw
31 30 0:26 / /srv/own\040disk rw - ext4 /dev/vdb rw
32 22 0:27 / /home/ana rw - fuse.sshfs ana@host: rw
33 22 0:28 / /over rw - nfs4 server:/x rw
34 33 0:29 / /over rw - tmpfs tmpfs rw
""".lstrip()


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mountinfo"
    file.write_text(TABLE)
    monkeypatch.setattr(mounts, "MOUNTS", file)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/a.json", "ext4"),
        ("/srv/a.json", "nfs4"),
        ("/srvs/a.json", "ext4"),
        ("/srv/own disk/a.json", "ext4"),
        ("/home/ana/x/a.json", "fuse.sshfs"),
        ("/over/a.json", "tmpfs"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert mounts.file_system(Path(path)) == kind
    found = mounts.warning(Path(path))
    assert (found is not None) == (kind in ("nfs4", "fuse.sshfs"))
    assert found is None or f"network file system ({kind})" in found


def test_where_the_machine_does_not_tell_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "MOUNTS", Path("/nowhere"))
    assert mounts.warning(Path("/srv/a.json")) is None
