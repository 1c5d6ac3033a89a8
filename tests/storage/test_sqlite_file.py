"""Where a database of SQLite lies."""

from pathlib import Path

import pytest

from storage.sqlite_file import network_under


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/local", None),
        ("/srv/far", "nfs4"),
        ("/srv/far/deep/down", "nfs4"),
        ("/srv/far away", "cifs"),
        ("/srv/farther", None),
        ("/srv/far/disk", None),
        ("/srv/ssh", "fuse.sshfs"),
        ("/srv/over", None),
    ],
)
def test_a_network_file_system_is_known(tmp_path: Path, folder: str, kind: str | None) -> None:
    """By the mount that lies nearest, and of two on one place by the later."""
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "host:/export /srv/far nfs4 rw 0 0\n"
        r"//host/share /srv/far\040away cifs rw 0 0" + "\n"
        "/dev/sdb1 /srv/far/disk xfs rw 0 0\n"
        "me@host: /srv/ssh fuse.sshfs rw 0 0\n"
        "host:/export /srv/over nfs rw 0 0\n"
        "/dev/sdc1 /srv/over ext4 rw 0 0\n"
    )
    assert network_under(Path(folder) / "dailydeck.db", mounts) == kind
    assert network_under(Path(folder) / "dailydeck.db", tmp_path / "none") is None
