"""What is said of a file with cards."""

from bot.conversation.words import Words
from content.formats import Found, UnreadableError

PROBLEMS_SHOWN = 5


def said_of(words: Words, error: UnreadableError) -> str:
    """Why a file cannot be read, in plain words; of a deck file every mistake on a line of its own."""
    if error.mistakes:
        return "\n".join(error.mistakes)
    return words.plain(f"unreadable-{error.fault}", limit=error.limit)


def left_out_lines(words: Words, found: Found, most: int = PROBLEMS_SHOWN) -> list[str]:
    """The first cards that were left out: line, reason and what stands there, in plain words."""
    lines = []
    for one in found.left_out[:most]:
        why = words.plain(f"left-out-{one.why}")
        detail = " ".join(one.detail.split())[:60]
        place = words.plain("left-out-line", line=one.line) if one.line else ""
        lines.append(f"{place}{why}" + (f" · {detail}" if detail else ""))
    return lines
