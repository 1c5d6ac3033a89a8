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
# What study sets are met in, besides those of Latin letters; from the whole list short texts are taken for anything.
_OTHERS = ["cp1251", "koi8_r", "cp866", "cp1253", "cp1256"]
_OTHERS += ["shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_SAMPLE = 20_000
_SIGNS = "«»°§–—‘’“”„…·×€£¿¡\xa0"
_WESTERN = "àâäáãåæçéèêëíìîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÔÖÕØŒÙÚÛÜ"
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžäöüßôľĺŕőűăâîşţđëçĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜÔĽŐŰĂÂÎŞŢĐ"
# By encoding the letters that are written with it. From single-byte encodings nearly any text can be read; which one is
# meant shows in letters that no language has there.
_LATIN = (
    ("cp1252", frozenset(_WESTERN + _SIGNS)),
    ("cp1254", frozenset("çğıöşüâîûéÇĞİÖŞÜ" + _SIGNS)),
    ("cp1250", frozenset(_CENTRAL + _SIGNS)),
    ("iso8859_2", frozenset(_CENTRAL + _SIGNS)),
    ("mac_roman", frozenset(_WESTERN + _SIGNS)),
    ("cp850", frozenset(_WESTERN + _SIGNS)),
)
# What short texts are mistaken for otherwise: the script, and how much of it such a text has at least.
_SCRIPTS = (
    ("shift_jis", re.compile("[\u3041-\u30ff]"), 0.3),
    ("euc_jp", re.compile("[\u3041-\u30ff]"), 0.3),
    ("cp1255", re.compile("[\u05d0-\u05ea]"), 0.98),
)
_LEAST = 5
_MIXED = re.compile("[A-Za-z][\u05d0-\u05ea]|[\u05d0-\u05ea][A-Za-z]")
# A capital behind a small letter; a sign within a word.
_BROKEN = re.compile(
    r"[a-zß-öø-ÿ](?![A-Z])[^\W\d_a-zß-öø-ÿ\u0100-\uffff]|[^\W\d_][«»°§„”“…¿¡€£][^\W\d_]"
    r"|[a-z][ŠŽŚŤŹ]|[ß-öø-ÿ][A-Z]"
)
_NOT = {
    # Czech ř, Romanian ă, Hungarian ő, each where its byte is another letter of the west.
    "cp1252": re.compile(r"(?=.*ø)(?=.*[ìèùýšž])|ã(?=[b-df-hj-np-tv-z])|õ(?=[^eã]*[áéíóú])(?!.*[ãç])", re.DOTALL),
    # Polish and Slovak letters beside Czech ones.
    "cp1250": re.compile(r"(?=.*[ąęłśźżľ])(?=.*[ěřů])", re.DOTALL),
}
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
    for encoding, script, share in _SCRIPTS:
        if _share_of(telling, encoding, script) >= share:
            return encoding
    for encoding, letters in _LATIN:
        if _is_written_in(telling, encoding, letters):
            return encoding
    best = charset_normalizer.from_bytes(telling, cp_isolation=_OTHERS, threshold=0.6).best()
    if best is None:
        raise UnreadableError(Fault.ENCODING)
    return best.encoding


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: the high bytes of European letters, which no other text has, stand on one side."""
    first, second = (sum(byte < 9 for byte in data[start::2]) for start in (0, 1))
    if (first + second) * 5 < len(data):
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _is_written_in(data: bytes, encoding: str, letters: frozenset[str]) -> bool:
    """Whether it is Latin text with some accents, all of them letters that this encoding is for."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    marked = [letter for letter in text if not letter.isascii()]
    if len(marked) * 2 > sum(letter.isalpha() for letter in text) or not set(marked) <= letters:
        return False
    return not (_BROKEN.search(text) or (encoding in _NOT and _NOT[encoding].search(text)))


def _share_of(data: bytes, encoding: str, script: re.Pattern[str]) -> float:
    """How much of what is no Latin is of this script, 0..1; 0 for a text too short to tell."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if _MIXED.search(text):
        return 0.0
    strange = [letter for letter in text if not letter.isascii() and letter not in _SIGNS]
    return len(script.findall("".join(strange))) / len(strange) if len(strange) >= _LEAST else 0.0


def _telling(data: bytes) -> bytes:
    """The lines that tell encodings apart."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE]
