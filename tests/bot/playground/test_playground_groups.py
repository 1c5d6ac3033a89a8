"""Groups: what privacy mode lets through, who is what, and how a group moves."""

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChatAdministrators
from telegram.error import BadRequest

from bot.playground import Group, Message, Person, World


def heard(world: World) -> list[str]:
    return [update["message"].get("text", "") for update in world.updates.pending if "message" in update]


async def test_with_privacy_mode_only_what_is_meant_for_the_bot_arrives(
    bot: Bot, world: World, bo: Person, group: Group
) -> None:
    await bot.send_message(group.id, "Question?")
    question = group.last
    chatter = bo.send(group, "hello all")
    bo.send(group, "hello you", reply_to=chatter)
    bo.send(group, "hello @dailydeck_bot")
    bo.send(group, "/quiz@other_bot")
    bo.send(group, "not at the start /quiz")
    assert heard(world) == [""]  # only that the bot was brought in
    bo.send(group, "answer", reply_to=question)
    bo.send(group, "/quiz")
    bo.send(group, "/quiz@Dailydeck_Bot")
    assert heard(world) == ["", "answer", "/quiz", "/quiz@Dailydeck_Bot"]


async def test_an_administrator_or_a_bot_without_privacy_hears_everything(
    bot: Bot, world: World, bo: Person, group: Group
) -> None:
    group.promote_bot()
    bo.send(group, "one")
    group.demote_bot()
    bo.send(group, "two")
    world.privacy_mode = False
    bo.send(group, "three")
    assert heard(world)[1:] == ["one", "three"]
    assert (await bot.get_me()).can_read_all_group_messages


async def test_the_bots_own_messages_are_not_told(bot: Bot, world: World, group: Group) -> None:
    before = world.updates.last_id
    await bot.send_message(group.id, "Question?")
    assert world.updates.last_id == before


async def test_a_thrown_out_bot_hears_that_and_no_more(world: World, bo: Person, group: Group) -> None:
    before = world.updates.last_id
    group.kick_bot()
    bo.send(group, "/quiz")
    told = [update for update in world.updates.pending if update["update_id"] > before]
    assert [update.get("my_chat_member", {}).get("new_chat_member", {}).get("status") for update in told] == [
        None,
        "kicked",
    ]


async def test_an_anonymous_administrator_has_no_name(bot: Bot, ann: Person, group: Group) -> None:
    group.promote(ann, anonymous=True)
    ann.send(group, "/settings")
    message = (await bot.get_updates())[-1].effective_message
    assert message is not None
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.id, message.sender_chat.id) == (1087968824, group.id)


async def test_roles(bot: Bot, ann: Person, bo: Person, group: Group) -> None:
    assert (await bot.get_chat_member(group.id, ann.id)).status == "creator"
    assert (await bot.get_chat_member(group.id, bot.id)).status == "member"
    group.promote(bo)
    leaders = await bot.get_chat_administrators(group.id)
    assert [leader.user.id for leader in leaders] == [ann.id, bo.id]
    group.remove(bo)
    assert (await bot.get_chat_member(group.id, bo.id)).status == "left"
    assert await bot.get_chat_member_count(group.id) == 3
    with pytest.raises(BadRequest, match="no administrators in the private chat"):
        await bot.get_chat_administrators(ann.id)


async def test_a_move_is_told_on_both_sides(bot: Bot, world: World, bo: Person, group: Group) -> None:
    before = world.updates.last_id
    successor = group.migrate()
    old, new = (update.message for update in await bot.get_updates(offset=before + 1))
    assert old is not None
    assert new is not None
    assert (old.chat.id, old.migrate_to_chat_id) == (group.id, successor.id)
    assert (new.chat.id, new.migrate_from_chat_id) == (successor.id, group.id)
    assert bo in successor.people
    with pytest.raises(ValueError, match="supergroup"):
        bo.send(group, "too late")


async def test_leaving(bot: Bot, world: World, group: Group) -> None:
    await bot.leave_chat(group.id)
    assert group.role(world.bot) == "left"


async def test_pinning(bot: Bot, ann: Person, world: World) -> None:
    club = world.group("Club", [ann], supergroup=True)
    sent = await bot.send_message(club.id, "Board")
    with pytest.raises(BadRequest, match="Not enough rights"):
        await sent.pin()
    club.promote_bot()
    await sent.pin()
    assert [message.text for message in club.pinned] == ["Board"]
    chat = await bot.get_chat(club.id)
    assert chat.pinned_message is not None
    await sent.unpin()
    assert club.pinned == []


async def test_a_chat_can_be_looked_up_once_it_has_begun(bot: Bot, ann: Person, bo: Person) -> None:
    assert (await bot.get_chat(ann.id)).first_name == "Ann"
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.get_chat(bo.id)


async def test_the_narrowest_menu_is_seen(bot: Bot, world: World, ann: Person, bo: Person, group: Group) -> None:
    chloe = world.people[2]
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("help", "Aide")], language_code="fr")
    await bot.set_my_commands([BotCommand("quiz", "Quiz")], scope=BotCommandScopeAllGroupChats())
    await bot.set_my_commands([BotCommand("admin", "Lead")], scope=BotCommandScopeChatAdministrators(group.id))
    seen = world.commands.seen_by
    assert [item.description for item in seen(bo, bo.chat)] == ["Help"]
    assert [item.description for item in seen(chloe, chloe.chat)] == ["Aide"]
    assert [item.description for item in seen(bo, group)] == ["Quiz"]
    assert [item.description for item in seen(ann, group)] == ["Lead"]
    await bot.delete_my_commands(scope=BotCommandScopeChatAdministrators(group.id))
    assert [item.description for item in seen(ann, group)] == ["Quiz"]
    assert await bot.get_my_commands(language_code="fr") == (BotCommand("help", "Aide"),)


@pytest.mark.parametrize(("command", "words"), [("Quiz", "Bot_command_invalid"), ("a-b", "Bot_command_invalid")])
async def test_command_names_are_checked(bot: Bot, command: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.set_my_commands([BotCommand(command, "x")])


async def test_replies_in_a_supergroup_form_a_thread(world: World, ann: Person) -> None:
    club = world.group("Club", [ann], supergroup=True)
    first: Message = ann.send(club, "one")
    second = ann.send(club, "two", reply_to=first)
    third = ann.send(club, "three", reply_to=second)
    assert (second.thread, third.thread, third.in_topic) == (first.id, first.id, False)
