"""People's names as they may stand in a message."""

import re
import unicodedata

from bot.conversation.words import Words, isolated
from storage.tables import Learner

NAME_LIMIT = 32
MARKS_LIMIT = 2
ALIASES = 16

# Controls of text direction, and characters that show nothing.
_HIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_JOINER = "\u200d"


def clean_name(name: str, limit: int = NAME_LIMIT) -> str:
    """A name on one line, without direction controls or piles of marks, at most so many characters as one sees them."""
    shown = 0
    marks = 0
    begins_a_flag = False
    kept: list[str] = []
    # A joiner is kept only inside an emoji family; on its own it is one of the hidden characters.
    for character in unicodedata.normalize("NFC", _HIDDEN.sub("", name.replace(_JOINER, "\ue000"))).replace(
        "\ue000", _JOINER
    ):
        joined = bool(kept) and kept[-1] == _JOINER and unicodedata.category(character) == "So"
        ends_a_flag = begins_a_flag and _is_flag_letter(character)
        begins_a_flag = _is_flag_letter(character) and not ends_a_flag
        if (
            unicodedata.category(character).startswith("M")
            or character in (_JOINER, "\ufe0f")
            or "\U0001f3fb" <= character <= "\U0001f3ff"
        ):
            marks += 1
            if not kept or marks > MARKS_LIMIT:
                continue
        else:
            marks = 0
            shown += not (joined or ends_a_flag)
            if shown > limit:
                break
        kept.append(character)
    return " ".join("".join(kept).strip(_JOINER).split())


def _is_flag_letter(character: str) -> bool:
    """Whether it is half of a flag, which two of them are."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def shown_name(name: str, learner_id: int, words: Words) -> str:
    """The cleaned name, or a neutral one where nothing is left of it; what stands beside it keeps its place."""
    clean = clean_name(name)
    return isolated(clean) or words("name-unknown", code=_code(learner_id))


def alias(learner_id: int, words: Words) -> str:
    """The made-up name under which a learner stands on the overall leaderboard."""
    return words("name-alias", animal=learner_id * 2_654_435_761 % 2**32 % ALIASES, code=_code(learner_id))


def board_name(learner: Learner, words: Words) -> str:
    """The name under which a learner stands on the leaderboard of everybody; empty for one who stands on none."""
    if learner.hidden:
        return ""
    return shown_name(learner.name, learner.id, words) if learner.shown_by_name else alias(learner.id, words)


def _code(learner_id: int) -> str:
    # Multiplied by a large odd number, so that it does not tell the id (Knuth's multiplicative hashing).
    return f"{learner_id * 2_654_435_761 % 2**32 >> 20:03X}"
