"""A group's quiz from the outside: what is played, who starts it, who ends it."""

from collections.abc import Sequence

from bot.conversation import rounds
from bot.conversation.callbacks import StartQuiz
from bot.conversation.names import shown_name
from bot.conversation.reading import read_wish
from bot.conversation.screen import Button, Edit, Output, Say, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.tutor import lesson, results
from bot.tutor import rounds as tutor
from content.card import Deck
from storage.states import QuizMode, Starters
from storage.tables import Round

SIZES = (5, 10)
TOPICS_SHOWN = 8


def menu_screen(turn: Turn, deck: Deck) -> Screen:
    """What can be played, for those who do not type."""
    words = turn.words
    buttons = [
        Button(
            words.plain("button-quiz-race" if race else "button-quiz-round", number=number),
            StartQuiz(deck.name, 0, number, int(race)),
        )
        for race in (False, True)
        for number in SIZES
    ]
    race = int(turn.chat.mode == QuizMode.RACE)
    by_topic = [
        Button(topic, StartQuiz(deck.name, place, SIZES[0], race))
        for place, topic in enumerate(deck.topics[:TOPICS_SHOWN], start=1)
    ]
    return Screen(words("quiz-menu", deck=deck.title), rows(*buttons, *by_topic, width=2))


async def quiz(turn: Turn) -> Sequence[Output]:
    """/quiz [deck or topic] [number] [race] in a group, in any order; alone it shows what can be played."""
    await _check(turn)
    usual = lesson.deck_of(turn.library, turn.chat)
    if not turn.incoming.text.strip():
        return [Say(menu_screen(turn, usual))]
    wish = read_wish(turn.incoming.text, turn.library, usual)
    race = turn.chat.mode == QuizMode.RACE if wish.race is None else wish.race
    return await _begin(turn, wish.deck, wish.topic, wish.number, race=race)


async def start_by_button(turn: Turn) -> Sequence[Output]:
    """A button of the menu, or the one for another quiz."""
    wanted = turn.incoming.payload
    assert isinstance(wanted, StartQuiz)  # noqa: S101 # the table in app.py pairs them
    deck = turn.library.deck(wanted.deck)
    if deck is None or not wanted.topic <= len(deck.topics):
        raise Sorry("button-stale")
    await _check(turn)
    topic = deck.topics[wanted.topic - 1] if wanted.topic else ""
    number = min(max(1, wanted.number), lesson.NUMBER_AT_MOST)
    said = await _begin(turn, deck, topic, number, race=bool(wanted.race))
    if not turn.incoming.our_text.startswith(turn.words.plain("quiz-menu-head")):
        return said  # the table of the last quiz is kept
    name = shown_name(turn.learner.name, turn.learner.id, turn.words)
    return [Edit(Screen(turn.words("quiz-started", name=name, deck=deck.title))), *said]


async def _check(turn: Turn) -> None:
    """Raises Sorry where a quiz is running already, or somebody else must start it."""
    if await turn.store.rounds.running_quiz(turn.chat.id, turn.incoming.thread_id):
        raise Sorry("group-running")
    if turn.chat.starters == Starters.ADMINS and not turn.is_admin:
        raise Sorry("quiz-admins-only")


async def _begin(turn: Turn, deck: Deck, topic: str, number: int, *, race: bool) -> Sequence[Output]:
    begun = await tutor.start(
        turn.store,
        deck,
        turn.chat,
        turn.incoming.thread_id,
        number,
        topic=topic,
        race=race,
        started_by=turn.learner.id,
        now=turn.now,
        dice=turn.dice,
    )
    if isinstance(begun, tutor.AlreadyRunning):
        raise Sorry("group-running")
    return [Say(rounds.question_screen(turn.words, turn.zone, begun, (), turn.bot_username))]


async def stop(turn: Turn) -> Sequence[Output]:
    """/stop, for who has started the quiz and for administrators."""
    running = await turn.store.rounds.running_quiz(turn.chat.id, turn.incoming.thread_id)
    if running is None:
        raise Sorry("group-nothing-running")
    if running.started_by not in (None, turn.learner.id) and not turn.is_admin:
        starter = await turn.store.learners.get(running.started_by)
        raise Sorry("group-stop-not-yours", name=shown_name(starter.name if starter else "", 0, turn.words))
    stopped = await results.stop(turn.store, turn.library, turn.chat, turn.incoming.thread_id, turn.now)
    match stopped:
        case results.Closed():
            return rounds.result(turn.chat, stopped, turn.bot_username)
        case Round():
            table = await results.table_of(turn.store, stopped)
            return [Say(rounds.table_screen(turn.words, stopped, table))]
        case None:
            raise Sorry("group-nothing-running")
