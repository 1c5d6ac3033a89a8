"""One form for what is written the same: width, case, apostrophes, dashes, invisible characters, accents."""

import unicodedata
from functools import lru_cache

CHARACTERS = 1000
"""Text is cut here before anything else looks at it; the longest reference answer is far shorter."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ′`´", "'"),
        **dict.fromkeys("“”„«»‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "º": "°",
        "×": "x",
        "⋅": "*",
        "·": "*",
        "÷": "/",
        "→": ">",
        "…": ".",
        "ё": "е",
        "Ё": "Е",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
    }
)

# Letters that are letters of their own in a language, not a letter with an accent.
_OWN = {"ru": "й", "uk": "йї", "be": "йў", "bg": "й", "es": "ñ", "sv": "åäö", "fi": "åäö", "da": "å", "no": "å"}
_INVISIBLE = ("Cf", "Cc", "Co", "Cs", "Cn")


def tidy(text: str) -> str:
    """`text` in composed form, cut, without invisible characters, with plain quotes, dashes and digits."""
    text = text[: 4 * CHARACTERS]
    if text.isascii():
        return " ".join(text.split())[:CHARACTERS]
    text = unicodedata.normalize("NFKC", text.replace("º", "°")).translate(_SAME)
    seen = []
    marks = 0
    for letter in text[: 2 * CHARACTERS]:
        category = unicodedata.category(letter)
        # Stacked accents ("Zalgo") carry nothing; two are the most that any written language needs.
        marks = marks + 1 if category == "Mn" else 0
        if marks > 2:
            continue
        if category in _INVISIBLE:
            seen.append(" " if letter in "\t\n\r\v\f\u200b" else "")
        elif category == "Nd":
            seen.append(str(unicodedata.digit(letter)))
        else:
            seen.append(letter)
    return " ".join("".join(seen).split())[:CHARACTERS]


def fold(text: str, language: str = "") -> str:
    """Tidy text in lower case without accents; letters that are a language's own stay."""
    text = text.casefold()
    return text if text.isascii() else _plain(text, _OWN.get(language, ""))


@lru_cache(maxsize=20_000)
def _plain(text: str, own: str) -> str:
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        if letter in own or not _accented(letter):
            kept.append(letter)
        else:
            kept.append(unicodedata.normalize("NFD", letter)[0])
    return "".join(letter for letter in kept if not "\u0300" <= letter <= "\u036f").translate(_SAME)


def _accented(letter: str) -> bool:
    """Whether it is an European letter with a mark; in other scripts marks are vowels and have to stay."""
    return letter < "\u0530" or "\u1e00" <= letter <= "\u1fff"
