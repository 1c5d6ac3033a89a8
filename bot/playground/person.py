"""What a person does in Telegram: write, tap, answer, send things, block the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from bot.playground.accounts import Account
from bot.playground.chats import Chat, PrivateChat
from bot.playground.entities import as_typed, clean, utf16_length
from bot.playground.files import TINY_PNG, image_size
from bot.playground.groups import Group
from bot.playground.messages import Attachment

if TYPE_CHECKING:
    from datetime import datetime

    from bot.playground.messages import Json, Message
    from bot.playground.world import World

TEXT_LIMIT = 4096


@dataclass
class Tap:
    """A tap on a button, and what the bot said to it."""

    id: str
    person: Person
    message: Message | None
    data: str | None
    at: datetime
    url: str | None = None
    answered: bool = False
    text: str | None = None
    alert: bool = False


class Person(Account):
    """Somebody who uses the bot; `chat` is the private chat with it."""

    def __init__(
        self,
        world: World,
        account_id: int,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
    ) -> None:
        super().__init__(account_id, first_name, last_name, username, language_code)
        self.world = world
        self.deleted = False
        self.chat = PrivateChat(world, self)
        self.taps: list[Tap] = []

    def __repr__(self) -> str:
        return f"<Person {self.id} {self.name}>"

    def send(self, chat: Chat, text: str, *, reply_to: Message | None = None, thread: int | None = None) -> Message:
        """Write into a chat."""
        if utf16_length(text) > TEXT_LIMIT:
            raise ValueError(f"Telegram's apps send at most {TEXT_LIMIT} characters in one message")
        return self._post(chat, text, reply_to, thread)

    def start(self, payload: str | None = None) -> Message:
        """Press START, or open a deep link with a payload."""
        return self.send(self.chat, f"/start {payload}" if payload else "/start")

    def send_photo(
        self, chat: Chat, data: bytes = TINY_PNG, *, caption: str = "", reply_to: Message | None = None
    ) -> Message:
        """Send a picture."""
        if image_size(data) is None:
            raise ValueError("not a PNG, GIF or JPEG")
        stored = self.world.files.add(data, folder="photos")
        return self._post(chat, caption, reply_to, attachment=Attachment("photo", stored))

    def send_document(
        self,
        chat: Chat,
        name: str,
        data: bytes,
        *,
        mime: str | None = None,
        caption: str = "",
        reply_to: Message | None = None,
    ) -> Message:
        """Send a file."""
        stored = self.world.files.add(data, name=name, mime=mime, folder="documents")
        return self._post(chat, caption, reply_to, attachment=Attachment("document", stored))

    def send_sticker(self, chat: Chat, emoji: str = "👍", *, reply_to: Message | None = None) -> Message:
        """Send a sticker."""
        details: Json = {"type": "regular", "emoji": emoji, "is_animated": False, "is_video": False}
        details |= {"width": 512, "height": 512}
        stored = self.world.files.add(emoji.encode(), mime="image/webp", folder="stickers")
        return self._post(chat, "", reply_to, attachment=Attachment("sticker", stored, details))

    def send_voice(self, chat: Chat, seconds: int = 3, *, reply_to: Message | None = None) -> Message:
        """Send a voice message (silence)."""
        stored = self.world.files.add(b"OggS", mime="audio/ogg", folder="voice")
        attachment = Attachment("voice", stored, {"duration": seconds, "mime_type": stored.mime})
        return self._post(chat, "", reply_to, attachment=attachment)

    def send_location(
        self, chat: Chat, latitude: float, longitude: float, *, reply_to: Message | None = None
    ) -> Message:
        """Share a place."""
        place: Json = {"latitude": latitude, "longitude": longitude}
        return self._post(chat, "", reply_to, attachment=Attachment("location", details=place))

    def send_poll(self, chat: Chat, question: str = "Tea?", *, reply_to: Message | None = None) -> Message:
        """Send a poll of one's own."""
        return self._post(chat, "", reply_to, attachment=Attachment("poll", details=_poll(question)))

    def send_contact(self, chat: Chat, name: str, phone: str, *, reply_to: Message | None = None) -> Message:
        """Share somebody's phone number."""
        details: Json = {"first_name": name, "phone_number": phone}
        return self._post(chat, "", reply_to, attachment=Attachment("contact", details=details))

    def forward(self, chat: Chat, message: Message) -> Message:
        """Forward a message into a chat."""
        return self.world.post(
            self._enter(chat),
            self,
            body=message.body,
            attachment=message.attachment,
            forwarded_from=message.forwarded_from or message.sender,
        )

    def edit(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        if message.sender is not self or message.deleted:
            raise ValueError("one can edit one's own messages only")
        self.world.edit_by_person(message, as_typed(clean(text)))

    def delete(self, message: Message) -> None:
        """Delete a message for everyone; bots are not told."""
        self.world.delete(message)

    def react(self, message: Message, emoji: str | None) -> None:
        """Put a reaction under a message, or take it away."""
        self.world.react(message, self, emoji)

    def tap(self, message: Message, button: str) -> Tap:
        """Tap a button, named by its label or its payload; a link to the bot opens the private chat."""
        found = message.button(button)
        if "callback_data" in found:
            return self.tap_data(message, found["callback_data"])
        url = found.get("url")
        if url is not None:
            self.follow(url)
        return Tap("", self, message, None, self.world.now(), url=url, answered=True)

    def tap_data(self, message: Message, data: str | None, *, inaccessible: bool = False) -> Tap:
        """Send any callback data, as a stale button or a forged one does; `inaccessible` hides the message."""
        tap = self.world.tapped(self, message, data, inaccessible=inaccessible)
        self.taps.append(tap)
        return tap

    def follow(self, url: str) -> Message | None:
        """Open a link; one that leads to the bot presses START there, with its payload."""
        payload = start_payload(url, self.world.bot.username or "")
        return None if payload is None else self.start(payload)

    def block_bot(self) -> None:
        """Stop the bot and delete the chat from one's list."""
        self.world.set_blocked(self.chat, blocked=True)

    def unblock_bot(self) -> None:
        """Let it speak again."""
        self.world.set_blocked(self.chat, blocked=False)

    def delete_account(self) -> None:
        """Leave Telegram for good."""
        self.first_name, self.last_name, self.username, self.deleted = "", None, None, True

    def _enter(self, chat: Chat) -> Chat:
        if self not in chat.people:
            raise ValueError(f"{self.name} is not in {chat.title}")
        if isinstance(chat, Group) and chat.migrated_to is not None:
            raise ValueError(f"{chat.title} has become a supergroup; write there")
        if isinstance(chat, PrivateChat):
            if chat.blocked:  # an app lets one write only after "Restart", which unblocks
                self.unblock_bot()
            chat.started = True
        return chat

    def _post(
        self,
        chat: Chat,
        text: str,
        reply_to: Message | None,
        thread: int | None = None,
        attachment: Attachment | None = None,
    ) -> Message:
        body = as_typed(clean(text))
        return self.world.post(
            self._enter(chat), self, body=body, reply_to=reply_to, thread=thread, attachment=attachment
        )


def start_payload(url: str, username: str) -> str | None:
    """What a link to the bot passes to /start; None for a link to anywhere else."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    if parts.netloc.lower() not in {"t.me", "telegram.me"} or parts.path.strip("/").lower() != username.lower():
        return None
    return parse_qs(parts.query).get("start", [""])[0]


def _poll(question: str) -> Json:
    options = [{"persistent_id": str(number), "text": text, "voter_count": 0} for number, text in enumerate("AB")]
    return {
        "id": "1",
        "question": question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }
