"""Screens become calls of the Bot API, which wait in the outbox."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.conversation.callbacks import pack
from bot.conversation.incoming import Incoming
from bot.conversation.screen import (
    CAPTION_LIMIT,
    TOAST_LIMIT,
    Button,
    Edit,
    EditQuestion,
    File,
    Output,
    Say,
    SayIn,
    Screen,
    Toast,
    cut,
    fit,
)
from storage.database import Store
from storage.states import Priority

UNDER_QUESTION = "under_question"
"""No parameter of the Bot API: the sender makes it the message in which this question stands."""
EDIT_QUESTION = "edit_question"
"""No method of the Bot API: the sender finds the message in which the question stands and edits its text."""
NOTE = "note"
"""No parameter of the Bot API: the sender keeps under this name where the message stands."""
EDIT_NOTE = "edit_note"
"""No method of the Bot API: the message kept under that name becomes this one; where there is none, it is sent."""
PICTURE = "picture"
"""No parameter of the Bot API: a picture as SVG, a few kilobytes, which the sender draws when its turn has come."""


async def reply(
    store: Store, incoming: Incoming, outputs: Sequence[Output], now: datetime, *, noted: bool = False
) -> None:
    """Puts into the outbox what a feature answers to something that came in; a tap is always answered.

    `noted`: a note has said that it takes a while, and what is said first takes its place.
    """
    rest = list(outputs)
    if incoming.callback_id is not None:
        toast = next((output.text for output in outputs if isinstance(output, Toast)), "")
        await store.outbox.put(
            f"u{incoming.update_id}.tap",
            incoming.chat_id,
            "answer_callback_query",
            {"callback_query_id": incoming.callback_id} | ({"text": cut(toast, TOAST_LIMIT)} if toast else {}),
            priority=Priority.REPLY,
            now=now,
        )
        rest = [output for output in outputs if not isinstance(output, Toast)]
    for number, output in enumerate(rest):
        key = f"u{incoming.update_id}.{number}"
        match output:
            case Toast(text):
                # A toast needs a tap; without one the same words come as a message.
                shown = Say(Screen(text), reply=incoming.thread_id != 0)
                await _say(store, key, incoming, shown, now)
            case Say() if noted and number == 0 and output.screen.picture is None:
                await note(store, incoming, key, output.screen, now)
            case Say():
                await _say(store, key, incoming, output, now)
            case Edit(screen):
                await _edit(store, key, incoming, screen, now)
            case File(name, content, caption):
                payload = {"chat_id": incoming.chat_id, "filename": name, "caption": cut(caption, CAPTION_LIMIT)}
                await store.outbox.put(
                    key, incoming.chat_id, "send_document", payload, priority=Priority.REPLY, now=now, file=content
                )
            case SayIn() | EditQuestion():
                await _elsewhere(store, key, output, Priority.REPLY, now)


async def note(store: Store, incoming: Incoming, key: str, screen: Screen, now: datetime) -> None:
    """Puts a note into the outbox, in place of the one before: what becomes of something that takes a while."""
    payload = _message(screen) | {"chat_id": incoming.chat_id, NOTE: f"u{incoming.update_id}"}
    await store.outbox.put(key, incoming.chat_id, EDIT_NOTE, payload, priority=Priority.REPLY, now=now)


async def announce(
    store: Store, key: str, outputs: Sequence[Output], now: datetime, *, priority: Priority = Priority.PUSH
) -> None:
    """Puts into the outbox what the bot says by itself; `key` names the occasion and is used once."""
    for number, output in enumerate(outputs):
        match output:
            case SayIn() | EditQuestion():
                await _elsewhere(store, f"{key}.{number}", output, priority, now)
            case Say() | Edit() | Toast() | File():
                raise TypeError(f"{type(output).__name__} answers somebody, and nobody has spoken")


async def _say(store: Store, key: str, incoming: Incoming, output: Say, now: datetime) -> None:
    payload = _message(output.screen) | {"chat_id": incoming.chat_id}
    if incoming.thread_id:
        payload["message_thread_id"] = incoming.thread_id
    if output.reply and incoming.message_id is not None:
        payload["reply_parameters"] = {"message_id": incoming.message_id, "allow_sending_without_reply": True}
    await store.outbox.put(
        key,
        incoming.chat_id,
        "send_message" if output.screen.picture is None else "send_photo",
        payload,
        priority=Priority.REPLY,
        now=now,
        question_id=output.screen.question,
    )


async def _edit(store: Store, key: str, incoming: Incoming, screen: Screen, now: datetime) -> None:
    if incoming.message_id is None:  # the message is too old for Telegram to let us touch it
        await _say(store, key, incoming, Say(screen), now)
        return
    payload = _message(screen) | {"chat_id": incoming.chat_id, "message_id": incoming.message_id}
    method = "edit_message_text" if screen.picture is None else "edit_message_media"
    await store.outbox.put(key, incoming.chat_id, method, payload, priority=Priority.REPLY, now=now)


async def _elsewhere(store: Store, key: str, output: SayIn | EditQuestion, priority: Priority, now: datetime) -> None:
    payload = _message(output.screen) | {"chat_id": output.chat_id}
    if isinstance(output, EditQuestion):
        await store.outbox.drop_waiting_edits(output.chat_id, output.question, EDIT_QUESTION)
        await store.outbox.put(
            key,
            output.chat_id,
            EDIT_QUESTION,
            payload,
            priority=Priority.BOARD,
            now=now,
            question_id=output.question,
        )
        return
    if output.thread_id:
        payload["message_thread_id"] = output.thread_id
    if output.under is not None:
        payload[UNDER_QUESTION] = output.under
    await store.outbox.put(
        key,
        output.chat_id,
        "send_message",
        payload,
        priority=priority,
        now=now,
        question_id=output.screen.question,
    )


def _message(screen: Screen) -> dict[str, Any]:
    payload: dict[str, Any] = {"parse_mode": "HTML"}
    if screen.picture is None:
        payload |= {"text": fit(screen.text), "link_preview_options": {"is_disabled": True}}
    else:
        payload |= {"caption": fit(screen.text, CAPTION_LIMIT), PICTURE: screen.picture}
    if screen.buttons:
        payload["reply_markup"] = {"inline_keyboard": [[_button(button) for button in row] for row in screen.buttons]}
    elif screen.reply_hint is not None:
        payload["reply_markup"] = {"force_reply": True, "input_field_placeholder": cut(screen.reply_hint, 64)}
    elif screen.hides_keyboard:
        payload["reply_markup"] = {"remove_keyboard": True}
    elif screen.location_button is not None:
        button = {"text": screen.location_button, "request_location": True}
        payload["reply_markup"] = {"keyboard": [[button]], "one_time_keyboard": True, "resize_keyboard": True}
    return payload


def _button(button: Button) -> dict[str, str]:
    if button.url is not None:
        return {"text": button.label, "url": button.url}
    if button.payload is None:
        raise ValueError(f"the button {button.label!r} does nothing")
    return {"text": button.label, "callback_data": pack(button.payload)}
