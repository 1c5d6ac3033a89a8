"""The world in the Bot API's JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.playground.accounts import ANONYMOUS_ADMIN, Account, Member, Role
from bot.playground.chats import Chat, PrivateChat

if TYPE_CHECKING:
    from datetime import datetime

    from bot.playground.entities import Entity
    from bot.playground.files import StoredFile
    from bot.playground.messages import Attachment, Json, Message

ADMINISTRATOR_RIGHTS = {
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": True,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": True,
    "can_manage_topics": False,
}
MEMBER_RIGHTS = {
    "can_send_messages": True,
    "can_send_audios": True,
    "can_send_documents": True,
    "can_send_photos": True,
    "can_send_videos": True,
    "can_send_video_notes": True,
    "can_send_voice_notes": True,
    "can_send_polls": True,
    "can_send_other_messages": True,
    "can_add_web_page_previews": True,
    "can_react_to_messages": True,
    "can_edit_tag": True,
    "can_change_info": False,
    "can_invite_users": True,
    "can_pin_messages": True,
    "can_manage_topics": False,
}


def stamp(when: datetime) -> int:
    """Unix time, as all dates of the Bot API are."""
    return int(when.timestamp())


def present(**fields: Any) -> Json:
    """The fields that have a value: the Bot API leaves out what is not there."""
    return {name: value for name, value in fields.items() if value is not None}


def user(account: Account) -> Json:
    """User."""
    return present(
        id=account.id,
        is_bot=account.is_bot,
        first_name=account.first_name,
        last_name=account.last_name,
        username=account.username,
        language_code=account.language_code,
    )


def chat(place: Chat) -> Json:
    """Chat."""
    if isinstance(place, PrivateChat):
        person = place.person
        return present(
            id=place.id,
            type="private",
            first_name=person.first_name,
            last_name=person.last_name,
            username=person.username,
        )
    fields = present(id=place.id, type=place.kind, title=place.title, is_forum=place.is_forum or None)
    if place.kind == "group":
        fields["all_members_are_administrators"] = False
    return fields


def full_chat(place: Chat) -> Json:
    """ChatFullInfo."""
    fields = chat(place) | {
        "accent_color_id": place.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": False,
        },
    }
    fields.pop("all_members_are_administrators", None)
    if not isinstance(place, PrivateChat):
        fields["permissions"] = MEMBER_RIGHTS | {"can_send_messages": place.bot_may_write}
        if place.slow_seconds:
            fields["slow_mode_delay"] = place.slow_seconds
    if place.pinned:
        fields["pinned_message"] = message(place.pinned[-1], depth=0)
    return fields


def member(place: Member) -> Json:
    """ChatMember…"""
    fields: Json = {"status": place.role.value, "user": user(place.account)}
    if place.role.leads:
        fields["is_anonymous"] = place.anonymous
    if place.role is Role.ADMINISTRATOR:
        fields |= {"can_be_edited": False, **ADMINISTRATOR_RIGHTS}
    if place.role is Role.KICKED:
        fields["until_date"] = 0
    return fields


def entity(found: Entity, place: Chat) -> Json:
    """MessageEntity."""
    mentioned = place.world.person_by_id(found.user_id) if found.user_id is not None else None
    return present(
        type=found.type,
        offset=found.offset,
        length=found.length,
        url=found.url,
        language=found.language if found.type == "pre" else None,
        custom_emoji_id=found.custom_emoji_id,
        user=user(mentioned) if mentioned else None,
    )


def file(stored: StoredFile) -> Json:
    """What every kind of file has."""
    return {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.data)}


def _attachment(attached: Attachment) -> Json:
    if attached.file is None:
        return {attached.kind: attached.details}
    fields = file(attached.file)
    if attached.kind == "photo":
        size = {"width": attached.file.width, "height": attached.file.height}
        return {"photo": [fields | size]}
    if attached.kind == "document":
        fields |= present(file_name=attached.file.name, mime_type=attached.file.mime)
    return {attached.kind: fields | attached.details}


def message(sent: Message, *, depth: int = 1) -> Json:
    """Message; `depth` says how far replies are followed."""
    fields: Json = {"message_id": sent.id, "date": stamp(sent.date), "chat": chat(sent.chat)}
    if sent.sender_chat is not None:
        # An anonymous administrator: the name is withheld, the group speaks.
        fields |= {"from": user(ANONYMOUS_ADMIN), "sender_chat": chat(sent.sender_chat)}
    else:
        fields["from"] = user(sent.sender)
    if sent.forwarded_from is not None:
        origin = {"type": "user", "date": stamp(sent.date), "sender_user": user(sent.forwarded_from)}
        fields["forward_origin"] = origin
    if sent.edited is not None:
        fields["edit_date"] = stamp(sent.edited)
    if sent.thread is not None:
        fields["message_thread_id"] = sent.thread
    if sent.in_topic:
        fields["is_topic_message"] = True
    if sent.reply_to is not None and depth > 0:
        fields["reply_to_message"] = message(sent.reply_to, depth=depth - 1)
    if sent.quote is not None:
        fields["quote"] = {"text": sent.quote, "position": max(sent.text.find(sent.quote), 0)}
    fields |= _words(sent)
    if sent.keyboard:
        fields["reply_markup"] = {"inline_keyboard": sent.keyboard}
    if sent.service is not None:
        fields |= sent.service
    return fields


def _words(sent: Message) -> Json:
    entities = [entity(found, sent.chat) for found in sent.entities]
    if sent.attachment is None:
        fields: Json = {"text": sent.text} if sent.service is None else {}
        return fields | ({"entities": entities} if entities else {})
    fields = _attachment(sent.attachment)
    if sent.text:
        fields["caption"] = sent.text
    if entities:
        fields["caption_entities"] = entities
    return fields


def membership(place: Chat, before: Member, after: Member, by: Account, when: datetime) -> Json:
    """ChatMemberUpdated."""
    return {
        "chat": chat(place),
        "from": user(by),
        "date": stamp(when),
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
