"""A group's quiz as the group sees it: the question, who has answered, the result, the table."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation.callbacks import Open
from bot.conversation.leaderboard import place
from bot.conversation.names import shown_name
from bot.conversation.reading import check_answer, read_wish
from bot.conversation.screen import Button, EditQuestion, Output, Say, SayIn, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.verdict import MARKS, answer_and_why
from bot.conversation.words import Words
from bot.tutor import leaderboard, lesson, rounds
from content.grading import Outcome
from content.library import Library
from storage.database import Store
from storage.states import RoundMode
from storage.tables import Chat, Question, Round

NAMES_SHOWN = 10

# --- screens ---------------------------------------------------------------------------------------------------------


def question_screen(
    words: Words, zone: ZoneInfo, opened: rounds.Opened, names: Sequence[str], bot_username: str, *, open_: bool = True
) -> Screen:
    """The group's question; while it is open it says how to answer, and always who has answered, never what."""
    question, running = opened.question, opened.round
    if running.mode == RoundMode.DAILY:
        head: str = words("group-daily-head")
    else:
        head = words("group-question-head", number=question.number, total=running.total)
    if opened.card.topic:
        head += " · " + words("topic", topic=opened.card.topic)
    parts = [head, words("question", question=opened.card.question)]
    if names:
        parts.append(words("group-answered", names=_names(words, names)))
    if not open_:
        return Screen("\n\n".join(parts), question=question.id)
    if running.mode == RoundMode.QUIZ:
        parts.append(words("group-how", seconds=running.seconds))
    else:
        closes = (question.closes_at or question.asked_at).astimezone(zone)
        parts.append(words("group-how-daily", day=words.weekday(closes.date()), time=words.time(closes.time())))
    link = f"https://t.me/{bot_username}?start=q_{question.id}"
    return Screen("\n\n".join(parts), rows(Button(words("button-answer-privately"), url=link)), question=question.id)


def closed_screen(words: Words, closed: rounds.Closed) -> Screen:
    """The answer, why, and who had it; the learners' own words are never shown."""
    parts = [words("group-closed"), answer_and_why(words, closed.opened.card)]
    said = [
        f"{MARKS[one.outcome]} {words('group-scored', name=shown_name(one.name, 0, words), points=one.points)}"
        for one in closed.scored
        if one.outcome is not Outcome.INCORRECT
    ]
    if missed := sum(one.outcome is Outcome.INCORRECT for one in closed.scored):
        said.append(words("group-missed", count=missed))
    parts.append("\n".join(said) if said else words("group-nobody"))
    return Screen("\n\n".join(parts))


def table_screen(words: Words, table: Sequence[tuple[str, int]]) -> Screen:
    """How the round ended."""
    if not table:
        return Screen(words("group-over-empty"), rows(Button(words("button-group-quiz"), Open("quiz"))))
    scored = [points for _, points in table]
    lines = [
        words(
            "board-line", rank=place(leaderboard.rank(points, scored)), name=shown_name(name, 0, words), points=points
        )
        for name, points in table
        if points
    ]
    return Screen(
        words("group-over") + "\n\n" + ("\n".join(lines) if lines else words("group-over-nobody")),
        rows(
            Button(words("button-group-again"), Open("quiz")),
            Button(words("button-leaderboard"), Open("leaderboard")),
            width=2,
        ),
    )


def zone_of(group: Chat) -> ZoneInfo:
    """The zone of a group."""
    return ZoneInfo(group.timezone)


def _names(words: Words, names: Sequence[str]) -> str:
    shown = ", ".join(shown_name(name, 0, words) for name in names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    return words("names-more", names=shown, more=more) if more > 0 else shown


# --- features --------------------------------------------------------------------------------------------------------


async def quiz(turn: Turn) -> Sequence[Output]:
    """/quiz [deck or topic] [number] in a group."""
    usual = lesson.deck_of(turn.library, turn.chat)
    deck, topic, number = read_wish(turn.incoming.text, turn.library, usual)
    thread = turn.incoming.thread_id
    begun = await rounds.start(turn.store, deck, turn.chat, thread, number, topic=topic, now=turn.now, dice=turn.dice)
    if isinstance(begun, rounds.AlreadyRunning):
        return [Say(Screen(turn.words("group-running")), reply=True)]
    return [Say(question_screen(turn.words, turn.zone, begun, (), turn.bot_username))]


async def answer(turn: Turn) -> Sequence[Output]:
    """A text in a group; only a reply to a question is meant for us."""
    replied = await _replied_to(turn)
    if replied is None:
        return []
    return await take_answer(turn, replied)


async def not_text(turn: Turn) -> Sequence[Output]:
    """A photo or the like in a group; said only to one who replied to a question with it."""
    if await _replied_to(turn) is None:
        return []
    raise Sorry("answer-not-text")


async def _replied_to(turn: Turn) -> Question | None:
    replied = turn.incoming.reply_to
    if replied is None:
        return None
    if known := await turn.store.questions.standing_in(turn.chat.id, replied):
        return known
    # Telegram has shown the question before it has told us its number, or twice: it is known by its words.
    for question in await turn.store.questions.open_in(turn.chat.id):
        deck = turn.library.deck(question.deck)
        card = deck.card(question.card_id) if deck else None
        if card is not None and card.question in turn.incoming.our_text:
            await turn.store.questions.also_in(question.id, turn.chat.id, replied)
            return question
    return None


async def answer_privately(turn: Turn, number: str) -> Sequence[Output]:
    """The group question's button has opened the private chat: the next text is the answer."""
    question = await _group_question(turn.store, number)
    opened = await rounds.opened_by(turn.store, turn.library, question) if question else None
    if question is None or opened is None:
        raise Sorry("button-stale")
    if question.closed_at is not None:
        raise Sorry("group-too-late")
    if turn.is_stranger:
        raise Sorry("group-not-member")
    await turn.store.learners.set_answering(turn.learner.id, question.id)
    text = turn.words("group-answer-here", question=opened.card.question)
    return [Say(Screen(text, question=question.id, reply_hint=turn.words("group-answer-hint")))]


async def _group_question(store: Store, number: str) -> Question | None:
    if not (number.isascii() and number.isdigit() and len(number) <= 18):
        return None
    question = await store.questions.get(int(number))
    return question if question and question.round_id else None


async def take_answer(turn: Turn, question: Question) -> Sequence[Output]:
    """Takes an answer to a group's question, given in the group or in private."""
    opened = await rounds.opened_by(turn.store, turn.library, question)
    group = await turn.store.chats.get(question.chat_id)
    if opened is None or group is None:
        raise Sorry("button-stale")
    check_answer(opened.card, turn.incoming.text)
    await turn.store.learners.set_answering(turn.learner.id, None)
    taken = await rounds.submit(turn.store, opened, turn.learner, turn.incoming.text, turn.now)
    match taken:
        case lesson.AlreadyAnswered():
            raise Sorry("group-answered-already")
        case rounds.TooLate():
            raise Sorry("group-too-late")
    words = Words(group.language)
    said: list[Output] = [] if turn.in_group else [Say(Screen(turn.words("group-noted")))]
    if taken.complete:
        return said + await _close(turn.store, opened, group, turn.now, turn.bot_username)
    return [
        *said,
        EditQuestion(
            group.id, question.id, question_screen(words, zone_of(group), opened, taken.names, turn.bot_username)
        ),
    ]


async def stop(turn: Turn) -> Sequence[Output]:
    """/stop"""
    stopped = await rounds.stop(turn.store, turn.library, turn.chat, turn.incoming.thread_id, turn.now)
    match stopped:
        case None:
            return [Say(Screen(turn.words("group-nothing-running")), reply=True)]
        case Round():
            return [Say(table_screen(turn.words, await rounds.table_of(turn.store, stopped)))]
        case rounds.Closed():
            return _result(turn.chat, stopped, turn.bot_username)


# --- by themselves ---------------------------------------------------------------------------------------------------


async def time_up(
    store: Store, library: Library, question: Question, now: datetime, bot_username: str
) -> Sequence[Output]:
    """A question whose time is up is closed, and its result told."""
    opened = await rounds.opened_by(store, library, question)
    group = await store.chats.get(question.chat_id)
    if opened is None or group is None:
        await rounds.abandon(store, question, now)
        return []
    said = await _close(store, opened, group, now, bot_username)
    if await store.questions.message_of(question.id) is None:
        # It waited in vain to be sent: nobody has seen it, and nobody wants its result.
        await store.outbox.drop_question(question.id)
        return []
    return said


async def next_due(
    store: Store, library: Library, running: Round, now: datetime, bot_username: str
) -> Sequence[Output]:
    """The next question of a round after its pause."""
    opened = await rounds.ask_due(store, library, running, now)
    group = await store.chats.get(running.chat_id)
    if group is None:
        return []
    words = Words(group.language)
    if opened is None:
        return [SayIn(group.id, running.thread_id, table_screen(words, await rounds.table_of(store, running)))]
    return [SayIn(group.id, running.thread_id, question_screen(words, zone_of(group), opened, (), bot_username))]


async def _close(store: Store, opened: rounds.Opened, group: Chat, now: datetime, bot_username: str) -> list[Output]:
    return _result(group, await rounds.close(store, opened, now), bot_username)


def _result(group: Chat, closed: rounds.Closed, bot_username: str) -> list[Output]:
    words = Words(group.language)
    opened = closed.opened
    names = [one.name for one in closed.scored]
    said: list[Output] = [
        EditQuestion(
            group.id,
            opened.question.id,
            question_screen(words, zone_of(group), opened, names, bot_username, open_=False),
        ),
        SayIn(group.id, opened.round.thread_id, closed_screen(words, closed), under=opened.question.id),
    ]
    if closed.table is not None:
        said.append(SayIn(group.id, opened.round.thread_id, table_screen(words, closed.table)))
    return said


def daily_outputs(
    words: Words, group: Chat, thread_id: int, opened: Sequence[rounds.Opened], bot_username: str
) -> list[Output]:
    """The group's cards of the day."""
    zone = zone_of(group)
    return [SayIn(group.id, thread_id, question_screen(words, zone, one, (), bot_username)) for one in opened]
