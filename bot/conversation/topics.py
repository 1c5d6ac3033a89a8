"""Topics that come first, or not at all."""

from collections.abc import Sequence

from bot.conversation.callbacks import ShowSettings, WishTopic
from bot.conversation.screen import Button, Edit, Output, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.tutor import choice, lesson
from storage.states import Wish

NEXT = {None: Wish.FOCUS, Wish.FOCUS: Wish.LEAVE_OUT, Wish.LEAVE_OUT: None}


async def page(turn: Turn) -> Screen:
    """The topics of the deck, each with what is wished of it."""
    words = turn.words
    deck = lesson.deck_of(turn.library, turn.chat)
    found = await choice.topics_of(turn.store, deck, turn.learner.id)
    buttons = [
        Button(words.plain("topic-wish", topic=topic.name, wish=topic.wish or "none"), WishTopic(number))
        for number, topic in enumerate(found)
    ]
    back = Button(words("button-settings-back"), ShowSettings(""))
    return Screen(words("topics-about", deck=deck.title), (*rows(*buttons, width=2), (back,)))


async def wish(turn: Turn) -> Sequence[Output]:
    """A topic's button: first, never, like any other."""
    payload = turn.incoming.payload
    assert isinstance(payload, WishTopic)  # noqa: S101 # the table in app.py pairs them
    deck = lesson.deck_of(turn.library, turn.chat)
    found = await choice.topics_of(turn.store, deck, turn.learner.id)
    if payload.topic >= len(found):
        raise Sorry("button-stale")
    topic = found[payload.topic]
    await choice.set_topic_wish(turn.store, deck, turn.learner.id, topic.name, NEXT[topic.wish])
    return [Edit(await page(turn))]
