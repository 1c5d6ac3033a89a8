"""Text with entities: how Telegram counts, cleans and finds links, commands and mentions."""

import re
from dataclasses import dataclass, replace
from typing import Any

STYLE_TYPES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler", "custom_emoji"})
BLOCK_TYPES = frozenset({"blockquote", "expandable_blockquote", "code", "pre"})
LINK_TYPES = frozenset({"text_link", "text_mention", "mention", "hashtag", "cashtag", "url", "email", "phone_number"})
KNOWN_TYPES = STYLE_TYPES | BLOCK_TYPES | LINK_TYPES | {"bot_command"}

# Telegram turns other control characters into spaces and drops what reorders or breaks lines.
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e]")

_AUTOMATIC = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("mention", re.compile(r"(?<![\w@/.])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]|(?<![\w@/.])t\.me/[\w/?=&%-]+")),
    ("hashtag", re.compile(r"(?<![\w&/])#\w*[^\W\d]\w*")),
)


@dataclass(frozen=True)
class Entity:
    """A stretch of text that is more than letters; offset and length count UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None
    custom_emoji_id: str | None = None

    @property
    def end(self) -> int:
        """The first unit after it."""
        return self.offset + self.length


@dataclass(frozen=True)
class FormattedText:
    """What a message says, and how it looks."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def part(self, entity: Entity) -> str:
        """The letters that the entity covers."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        return units[entity.offset * 2 : entity.end * 2].decode("utf-16-le", "surrogatepass")


def utf16_length(text: str) -> int:
    """The length as Telegram counts it: an emoji outside the basic plane is two."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """The text without the characters that Telegram never lets through."""
    return _CONTROL.sub(" ", _DROPPED.sub("", text))


def finish(formatted: FormattedText) -> FormattedText:
    """Trim the ends and add the entities that Telegram finds by itself."""
    return _with_found(_trimmed(formatted))


def as_typed(text: str) -> FormattedText:
    """Plain text from a person, with the commands, mentions and links in it marked."""
    return _with_found(FormattedText(text))


def given_entities(raw: Any) -> tuple[Entity, ...]:
    """The entities that a bot sends along instead of a parse mode; what is malformed raises ValueError."""
    if not isinstance(raw, list):
        raise ValueError("expected an Array of MessageEntity")
    found = []
    for item in raw:
        if not isinstance(item, dict) or item.get("type") not in KNOWN_TYPES:
            raise ValueError(f"unsupported entity {item!r}")
        user = item.get("user") or {}
        found.append(
            Entity(
                item["type"],
                int(item["offset"]),
                int(item["length"]),
                url=item.get("url"),
                language=item.get("language"),
                user_id=user.get("id"),
                custom_emoji_id=item.get("custom_emoji_id"),
            )
        )
    return tuple(found)


def checked_link(url: str) -> str | None:
    """The address as Telegram would open it, or None where Telegram sees no address."""
    if re.fullmatch(r"(tg|ton|mailto|tel):\S+", url, re.IGNORECASE):
        return url
    match = re.fullmatch(r"(?:(https?)://)?([^\s/?#@:]+)(:\d{1,5})?([/?#]\S*)?", url, re.IGNORECASE)
    # Telegram knows no local host names: an address needs a dot.
    if match is None or not re.search(r"[^.]\.[^.]{2,}$|^\d+(\.\d+){3}$", match[2]):
        return None
    link = url if match[1] else f"http://{url}"
    return link if match[4] else f"{link}/"


def _trimmed(formatted: FormattedText) -> FormattedText:
    text = formatted.text.strip()
    dropped = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    end = utf16_length(text)
    kept = []
    for entity in formatted.entities:
        start = min(max(entity.offset - dropped, 0), end)
        length = min(max(entity.end - dropped, 0), end) - start
        if length > 0:
            kept.append(replace(entity, offset=start, length=length))
    return FormattedText(text, tuple(kept))


def _with_found(formatted: FormattedText) -> FormattedText:
    taken = [entity for entity in formatted.entities if entity.type in {"code", "pre", "text_link", "text_mention"}]
    found: list[Entity] = []
    for kind, pattern in _AUTOMATIC:
        for match in pattern.finditer(formatted.text):
            offset = utf16_length(formatted.text[: match.start()])
            entity = Entity(kind, offset, utf16_length(match[0]))
            if not any(other.offset < entity.end and entity.offset < other.end for other in taken):
                found.append(entity)
                taken.append(entity)
    # Outer before inner, as Telegram lists them.
    ordered = sorted((*formatted.entities, *found), key=lambda entity: (entity.offset, -entity.length))
    return FormattedText(formatted.text, tuple(ordered))
