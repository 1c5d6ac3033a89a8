"""A message as it stands in a chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.playground.entities import Entity, FormattedText

if TYPE_CHECKING:
    from datetime import datetime

    from bot.playground.accounts import Account
    from bot.playground.chats import Chat
    from bot.playground.files import StoredFile

Json = dict[str, Any]


@dataclass(frozen=True)
class Attachment:
    """What hangs on a message besides words: `kind` is the Bot API's field name."""

    kind: str
    file: StoredFile | None = None
    details: Json = field(default_factory=dict)


@dataclass(eq=False, repr=False)
class Message:
    """A message; with an attachment, `text` is its caption."""

    id: int
    chat: Chat
    sender: Account
    date: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    attachment: Attachment | None = None
    reply_to: Message | None = None
    quote: str | None = None
    thread: int | None = None
    in_topic: bool = False
    sender_chat: Chat | None = None
    forwarded_from: Account | None = None
    markup: Json | None = None
    service: Json | None = None
    edited: datetime | None = None
    deleted: bool = False
    reactions: dict[int, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        said = self.text or (self.attachment.kind if self.attachment else f"{self.service}")
        return f"<Message {self.id} in {self.chat.title!r}, {self.sender.first_name}: {said!r} {self.buttons or ''}>"

    @property
    def by_bot(self) -> bool:
        """Did the bot under trial write this?"""
        return self.sender is self.chat.world.bot

    @property
    def body(self) -> FormattedText:
        """Text and entities together."""
        return FormattedText(self.text, self.entities)

    @property
    def keyboard(self) -> list[list[Json]]:
        """The rows of buttons under the message."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons under the message, in reading order."""
        return [button["text"] for row in self.keyboard for button in row]

    def button(self, wanted: str) -> Json:
        """The button with this label or payload; failing those, the only one whose label contains it."""
        every = [button for row in self.keyboard for button in row]
        exact = [button for button in every if wanted in (button["text"], button.get("callback_data"))]
        similar = [button for button in every if wanted.casefold() in button["text"].casefold()]
        if exact or len(similar) == 1:
            return (exact or similar)[0]
        raise LookupError(f"no single button {wanted!r} under message {self.id}; there are {self.buttons}")

    def styled(self, kind: str) -> list[str]:
        """The parts of the text that carry this kind of entity, for example everything bold."""
        return [self.body.part(entity) for entity in self.entities if entity.type == kind]
