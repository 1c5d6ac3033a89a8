"""What a zip file holds, counted while it is unpacked; nothing is written anywhere, and names lead nowhere."""

import io
import struct
import zipfile
import zlib

import zstandard

from content.formats.found import Fault, UnreadableError

UNPACKED_LIMIT = 200_000_000
ENTRIES_LIMIT = 20_000
RATIO_LIMIT = 100
_LEAST = 10_000_000
_CHUNK = 1 << 18
_DIRECTORY_LIMIT = 4_000_000
_WINDOW = 1 << 27


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive. Its directory is measured before it is read. Raises UnreadableError."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0 or len(data) < end + 22:
        raise UnreadableError(Fault.DAMAGED)
    count, size = struct.unpack_from("<HL", data, end + 10)
    if data[max(0, end - 20) : end].startswith(b"PK\x06\x07") or count > ENTRIES_LIMIT or size > _DIRECTORY_LIMIT:
        raise UnreadableError(Fault.TOO_MANY_FILES, limit=ENTRIES_LIMIT)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError):
        raise UnreadableError(Fault.DAMAGED) from None
    if len(archive.infolist()) > ENTRIES_LIMIT:
        raise UnreadableError(Fault.TOO_MANY_FILES, limit=ENTRIES_LIMIT)
    return archive


def unpacked(archive: zipfile.ZipFile, name: str, packed_size: int) -> bytes:
    """One member, whatever its header says of its size. Raises UnreadableError."""
    if archive.namelist().count(name) != 1:
        raise UnreadableError(Fault.DAMAGED)
    if archive.getinfo(name).flag_bits & 1:
        raise UnreadableError(Fault.ENCRYPTED)
    try:
        with archive.open(name) as member:
            return _counted(member, packed_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, OSError):
        raise UnreadableError(Fault.DAMAGED) from None


def unzstd(data: bytes, packed_size: int) -> bytes:
    """What zstd has packed. Raises UnreadableError."""
    try:
        with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(io.BytesIO(data)) as reader:
            return _counted(reader, packed_size)
    except zstandard.ZstdError:
        raise UnreadableError(Fault.DAMAGED) from None


def _counted(source: object, packed_size: int) -> bytes:
    limit = min(UNPACKED_LIMIT, max(_LEAST, RATIO_LIMIT * packed_size))
    pieces: list[bytes] = []
    size = 0
    while piece := source.read(_CHUNK):  # type: ignore[attr-defined] # both kinds of reader have it, and no common type
        size += len(piece)
        if size > limit:
            raise UnreadableError(Fault.TOO_BIG_UNPACKED, limit=UNPACKED_LIMIT // 1_000_000)
        pieces.append(piece)
    return b"".join(pieces)
