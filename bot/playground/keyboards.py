"""Keyboards: what Telegram takes under a message, and instead of letters."""

from typing import Any

from bot.playground.chats import Chat
from bot.playground.entities import checked_link
from bot.playground.errors import ApiError, bad_request
from bot.playground.messages import Json

DATA_BYTES = 64
MOST_BUTTONS = 100
PLACEHOLDER = 64
STYLES = frozenset({"primary", "success", "danger"})
_ACTIONS = ("url", "callback_data", "copy_text")
_ELSEWHERE = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
)


def checked_markup(raw: Any, chat: Chat) -> Json | None:
    """The reply markup as it will be kept, or Telegram's refusal."""
    if raw is None or raw == "":
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        rows = _inline_rows(raw["inline_keyboard"])
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in raw:
        return raw | {"keyboard": _reply_rows(raw["keyboard"], chat)}
    if raw.get("remove_keyboard") or raw.get("force_reply"):
        if len(raw.get("input_field_placeholder") or "") > PLACEHOLDER:
            raise bad_request("input field placeholder is too long")
        return raw
    return None


def checked_inline(raw: Any, chat: Chat) -> Json | None:
    """The same where only buttons under a message are possible: in edits."""
    markup = checked_markup(raw, chat)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(raw: Any, name: str) -> list[list[Any]]:
    if not isinstance(raw, list):
        raise bad_request(f'field "{name}" of the reply markup must be of the type Array')
    if not all(isinstance(row, list) for row in raw):
        raise bad_request(f'field "{name}" of the reply markup must be an Array of Arrays')
    rows = [row for row in raw if row]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline_rows(raw: Any) -> list[list[Json]]:
    return [[_inline_button(button) for button in row] for row in _rows(raw, "inline_keyboard")]


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be a non-empty String')
    if button.get("style") not in (None, *STYLES):
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    unknown = [action for action in _ELSEWHERE if action in button]
    if unknown:
        # Loud, and not Telegram's words: a bot that needs these has outgrown the playground.
        raise ApiError(501, f"Not Implemented: the playground has no {unknown[0]} buttons")
    actions = [action for action in _ACTIONS if button.get(action)]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: a button does exactly one thing")
    if "callback_data" in actions and len(str(button["callback_data"]).encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" not in actions:
        return button
    link = checked_link(str(button["url"]))
    if link is None:
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return button | {"url": link}


def _reply_rows(raw: Any, chat: Chat) -> list[list[Json]]:
    return [[_reply_button(button, chat) for button in row] for row in _rows(raw, "keyboard")]


def _reply_button(button: Any, chat: Chat) -> Json:
    kept: Any = {"text": button} if isinstance(button, str) else button
    if not isinstance(kept, dict) or not isinstance(kept.get("text"), str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    for wish, words in (("request_location", "location"), ("request_contact", "phone number")):
        if kept.get(wish) and chat.kind != "private":
            raise bad_request(f"{words} can be requested in private chats only")
    return dict(kept)
