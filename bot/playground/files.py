"""The files of the fake Telegram, kept in memory."""

import hashlib
import re
import struct
from dataclasses import dataclass
from itertools import count

IMAGE_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}

# One blue pixel: what a person "photographs" when a test does not care.
TINY_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63309ef0060002"
    "a901b089e15e990000000049454e44ae426082"
)


@dataclass(frozen=True)
class StoredFile:
    """A file as Telegram keeps it."""

    id: str
    unique_id: str
    path: str
    data: bytes
    name: str | None = None
    mime: str = "application/octet-stream"
    width: int = 0
    height: int = 0


class FileStore:
    """Files by their id and by their download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = count(1)

    def add(self, data: bytes, *, name: str | None = None, mime: str | None = None, folder: str) -> StoredFile:
        """Keep these bytes; pictures are measured."""
        number = next(self._numbers)
        kind = mime or image_type(data) or "application/octet-stream"
        width, height = image_size(data) or (0, 0)
        suffix = (name or "").rpartition(".")[2] or kind.partition("/")[2]
        stored = StoredFile(
            id=f"PLAY{number:06d}{hashlib.sha256(data).hexdigest()[:24]}",
            unique_id=f"AQ{hashlib.sha256(data).hexdigest()[:14]}",
            path=f"{folder}/file_{number}.{_plain(suffix)}",
            data=data,
            name=name,
            mime=kind,
            width=width,
            height=height,
        )
        self._by_id[stored.id] = stored
        self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file at this download path."""
        return self._by_path.get(path)


def _plain(suffix: str) -> str:
    """A suffix that can stand in an address."""
    return suffix if re.fullmatch(r"[A-Za-z0-9]{1,8}", suffix) else "bin"


def image_type(data: bytes) -> str | None:
    """The media type of a picture that Telegram takes as a photo."""
    return next((kind for start, kind in IMAGE_TYPES.items() if data.startswith(start)), None)


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG; None for anything else."""
    kind = image_type(data)
    try:
        if kind == "image/png":
            width, height = struct.unpack(">II", data[16:24])
            return width, height
        if kind == "image/gif":
            width, height = struct.unpack("<HH", data[6:10])
            return width, height
        return _jpeg_size(data) if kind == "image/jpeg" else None
    except (struct.error, IndexError):
        return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        # Start-of-frame markers hold the size; C4, C8 and CC lie among them and mean other things.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        at += 2 + length
    return None
