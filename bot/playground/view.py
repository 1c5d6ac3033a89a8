"""The world as the chat page shows it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from bot.playground import wire
from bot.playground.chats import PrivateChat, addressed_to
from bot.playground.groups import Group

if TYPE_CHECKING:
    from bot.playground.accounts import Account
    from bot.playground.chats import Chat
    from bot.playground.messages import Attachment, Json, Message
    from bot.playground.person import Person, Tap
    from bot.playground.world import Change, World

# More than this no one scrolls back, and the page stays quick.
MESSAGES_SHOWN = 300


def state(world: World) -> Json:
    """Everything the page needs to begin with."""
    return {
        "bot": {"id": world.bot.id, "name": world.bot.first_name, "username": world.bot.username},
        "people": [person_view(person) for person in world.people],
        "chats": [chat_view(place) for place in world.chats],
        "clock": clock(world),
    }


def clock(world: World) -> Json:
    """The world's time, and whether it runs."""
    return {"now": world.now().timestamp() * 1000, "running": world.clock.running}


def person_view(person: Person) -> Json:
    """A person to switch to, and what the bot says about itself in this person's language."""
    profile, language = person.world.profile, person.language_code or ""
    return {
        "id": person.id,
        "name": person.name,
        "first_name": person.first_name,
        "slug": slug(person.first_name),
        "language": person.language_code,
        "bot_name": profile.names.get(language) or profile.names.get("", ""),
        "description": profile.descriptions.get(language) or profile.descriptions.get("", ""),
    }


def chat_view(place: Chat) -> Json:
    """A chat with what can be read in it."""
    fields: Json = {
        "id": place.id,
        "kind": place.kind,
        "title": place.title,
        "people": [person.id for person in place.people],
        "pinned": [message.id for message in place.pinned],
        "messages": [message_view(message) for message in place.messages[-MESSAGES_SHOWN:]],
    }
    if isinstance(place, PrivateChat):
        fields |= {"started": place.started, "blocked": place.blocked}
    if isinstance(place, Group):
        fields["left_behind"] = place.migrated_to is not None
    return fields


def message_view(message: Message) -> Json:
    """A message with all that its bubble shows."""
    return wire.present(
        id=message.id,
        chat=message.chat.id,
        sender=account_view(message.sender if message.sender_chat is None else None, message.chat),
        forwarded_from=message.forwarded_from.name if message.forwarded_from else None,
        date=message.date.timestamp() * 1000,
        text=message.text,
        entities=[wire.entity(entity, message.chat) for entity in message.entities],
        attachment=_attachment(message.attachment) if message.attachment else None,
        reply=_quoted(message),
        markup=message.markup,
        markup_for=[person.id for person in message.chat.people if addressed_to(message, person)],
        service=message.service,
        edited=message.edited is not None,
        reactions=[{"emoji": emoji, "count": number} for emoji, number in Counter(message.reactions.values()).items()],
    )


def account_view(account: Account | None, place: Chat) -> Json:
    """Whoever speaks; None is an anonymous administrator, for whom the group's name stands."""
    if account is None:
        return {"id": place.id, "name": place.title, "bot": False}
    return {"id": account.id, "name": account.name, "bot": account.is_bot}


def change_view(change: Change, world: World) -> Json:
    """What the page is told of a change."""
    fields: Json = {"kind": change.kind}
    if change.tap is not None:
        return fields | {"tap": tap_view(change.tap)}
    if change.kind == "clock":
        return fields | {"clock": clock(world)}
    if change.kind == "commands":
        return fields | {"people": [person_view(person) for person in world.people]}
    if change.chat is None:
        return fields
    if change.kind == "chat":
        return fields | {"chat": chat_view(change.chat)}
    fields |= {"chat_id": change.chat.id, "pinned": [message.id for message in change.chat.pinned]}
    if isinstance(change.chat, PrivateChat):
        fields["started"] = change.chat.started
    return fields if change.message is None else fields | {"message": message_view(change.message)}


def tap_view(tap: Tap) -> Json:
    """What became of a tap."""
    return {
        "id": tap.id,
        "person": tap.person.id,
        "answered": tap.answered,
        "text": tap.text,
        "alert": tap.alert,
        "url": tap.url,
    }


def slug(name: str) -> str:
    """A name in plain lower-case letters: Chloé is chloe."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "nobody"


def _quoted(message: Message) -> Json | None:
    answered = message.reply_to
    if answered is None or "forum_topic_created" in (answered.service or {}):
        return None
    author: Any = account_view(answered.sender if answered.sender_chat is None else None, answered.chat)
    kind = answered.attachment.kind if answered.attachment else None
    said = message.quote or answered.text
    return {"id": answered.id, "sender": author, "text": said, "kind": kind, "deleted": answered.deleted}


def _attachment(attached: Attachment) -> Json:
    fields: Json = {"kind": attached.kind, **attached.details}
    if attached.file is None:
        return fields
    stored = attached.file
    return fields | {
        "url": f"play/file/{stored.id}",
        "name": stored.name or stored.path.rpartition("/")[2],
        "size": len(stored.data),
        "width": stored.width,
        "height": stored.height,
    }
