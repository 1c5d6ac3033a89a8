"""Ids of cards that have none: made from what the card says, so that the same card always gets the same one."""

import hashlib
import re

from content.language import fold

LENGTH = 48
_DIGEST = 10


class Identities:
    """Gives out ids within one deck, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> bool:
        """Whether this very id was still free; it is taken from now on."""
        if wanted in self._taken:
            return False
        self._taken.add(wanted)
        return True

    def give(self, question: str, answer: str, key: str = "") -> str:
        """An id for a card: from its key in the file, else its question, and its answer where that is taken."""
        if key and self.take(keyed := digest(key)):
            return keyed
        readable = slug(question)
        if self.take(readable):
            return readable
        number = 0
        while not self.take(other := f"{readable[: LENGTH - _DIGEST - 1]}-{digest(question, answer, str(number))}"):
            number += 1
        return other


def digest(*texts: str) -> str:
    """A few letters and digits that stand for these texts."""
    joined = "\x1f".join(texts).encode("utf-8", "replace")
    return hashlib.blake2s(joined, digest_size=_DIGEST // 2).hexdigest()


def slug(text: str) -> str:
    """The text in lower-case Latin letters and dashes; what would be lost by that shows as a digest."""
    folded = fold(text)
    readable = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    whole = len(readable) <= LENGTH and not re.search(r"[^a-z0-9\s?!.,:;'\"()/_-]", folded)
    if whole and readable:
        return readable
    return f"{readable[: LENGTH - _DIGEST - 1].strip('-')}-{digest(folded)}".strip("-")
