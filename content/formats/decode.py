"""Bytes become text, whatever encoding they are in."""

import re

import charset_normalizer

from content.formats.found import TEXT_LIMIT, Fault, UnreadableError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What study sets are met in; from the whole list short texts are taken for anything.
_OLD = ["cp1252", "cp1251", "cp1250", "koi8_r", "cp1253", "cp1254", "shift_jis", "gb18030", "euc_kr"]
_SAMPLE = 20_000
# Without those letters that a text of middle Europe would be mistaken for.
_WESTERN = frozenset("àâäáãåæçéèêëíîïñòóôöõœùúûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÔÖÕŒÙÚÛÜ¿¡«»°€£§–—‘’“”„…·×\xa0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> str:
    """The text, with \\n at the end of lines. Raises UnreadableError when it is too long or no text."""
    if len(data) > TEXT_LIMIT:
        raise UnreadableError(Fault.TOO_BIG, limit=TEXT_LIMIT // 1_000_000)
    try:
        text = data.decode(_encoding(data))
    except (UnicodeDecodeError, LookupError):
        raise UnreadableError(Fault.ENCODING) from None
    if len(_CONTROL.findall(text[:_SAMPLE])) * 20 > len(text[:_SAMPLE]):
        raise UnreadableError(Fault.FORMAT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if wide := _wide(data[:_SAMPLE]):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        telling = _telling(data)
    else:
        return "utf-8"
    if _is_western(telling.decode("cp1252", "replace")):
        return "cp1252"
    best = charset_normalizer.from_bytes(telling, cp_isolation=_OLD).best()
    if best is None:
        raise UnreadableError(Fault.ENCODING)
    return best.encoding


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the high bytes of European letters, which no other text has, stand on one side."""
    first, second = (sum(byte < 9 for byte in data[start::2]) for start in (0, 1))
    if (first + second) * 5 < len(data):
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _is_western(text: str) -> bool:
    """Whether it is Latin text with some of the accents of western Europe."""
    marked = [letter for letter in text if not letter.isascii()]
    return len(marked) * 3 < sum(letter.isalpha() for letter in text) and set(marked) <= _WESTERN


def _telling(data: bytes) -> bytes:
    """The lines that tell encodings apart."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE]
