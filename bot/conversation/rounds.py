"""A group's quiz as the group sees it: the question, who has answered, the result, the table."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation import card_text
from bot.conversation.callbacks import Open, StartQuiz
from bot.conversation.names import shown_name
from bot.conversation.reading import ANSWER_LIMIT, check_answer
from bot.conversation.screen import Button, EditQuestion, Output, Say, SayIn, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.verdict import MARKS, answer_and_why, hint_line
from bot.conversation.words import Words, words_for
from bot.tutor import leaderboard, lesson, results, rounds
from content import marked
from content.grading import Outcome
from content.library import Library
from storage.database import Store
from storage.states import ChatState, RoundMode, RoundState
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
        key = "group-race-head" if running.race else "group-question-head"
        head = words(key, number=question.number, total=running.total)
    if opened.card.topic:
        head = words.beside(head, words("topic", topic=opened.card.topic))
    parts = [head, words("question", question=card_text.in_bold(opened.card.question))]
    if open_:
        parts += [hint_line(words, hint) for hint in rounds.given_hints(opened)]
    if names:
        key = "group-tried" if running.race else "group-answered"
        parts.append(words(key, names=_names(words, names)))
    if not open_:
        return Screen("\n\n".join(parts), question=question.id)
    if running.mode == RoundMode.QUIZ:
        how = "group-how-guess" if opened.guesses else "group-how-race" if running.race else "group-how"
        parts.append(words(how, seconds=running.seconds))
    else:
        closes = (question.closes_at or question.asked_at).astimezone(zone)
        parts.append(words("group-how-daily", day=words.weekday(closes.date()), time=words.time(closes.time())))
    link = f"https://t.me/{bot_username}?start=q_{question.id}"
    return Screen("\n\n".join(parts), rows(Button(words("button-answer-privately"), url=link)), question=question.id)


def closed_screen(words: Words, closed: results.Closed) -> Screen:
    """The answer, why, and who had it; the learners' own words are never shown."""
    parts = [words("group-closed"), answer_and_why(words, closed.opened.card)]
    if closed.opened.round.race:
        return Screen("\n\n".join([*parts, _race_line(words, closed)]))
    said = [
        f"{MARKS[one.outcome]} {words('group-scored', name=shown_name(one.name, 0, words), points=one.points)}"
        for one in closed.scored
        if one.outcome is not Outcome.INCORRECT
    ]
    if (more := len(said) - NAMES_SHOWN) > 0:
        said = [*said[:NAMES_SHOWN], words("group-scored-more", count=more)]
    if missed := sum(one.outcome is Outcome.INCORRECT for one in closed.scored):
        said.append(words("group-missed", count=missed))
    parts.append("\n".join(said) if said else words("group-nobody"))
    return Screen("\n\n".join(parts))


def _race_line(words: Words, closed: results.Closed) -> str:
    won = [one for one in closed.scored if one.outcome is Outcome.CORRECT]
    if won:
        first = words("group-race-won", name=shown_name(won[0].name, 0, words), points=won[0].points)
        return f"{MARKS[Outcome.CORRECT]} {first}"
    return words("group-race-nobody" if closed.scored else "group-nobody")


def table_screen(words: Words, running: Round, table: Sequence[tuple[str, int]], *, unattended: bool = False) -> Screen:
    """How the round ended."""
    head = words("group-over-unattended" if unattended else "group-over")
    if not table:
        return Screen(head, rows(Button(words("button-group-quiz"), Open("quiz"))))
    scored = [points for _, points in table]
    lines = [
        words("board-line", rank=leaderboard.rank(points, scored), name=shown_name(name, 0, words), points=points)
        for name, points in table
        if points
    ][:NAMES_SHOWN]
    return Screen(
        head + "\n\n" + ("\n".join(lines) if lines else words("group-over-nobody")),
        rows(
            Button(words("button-group-again"), StartQuiz(running.deck, 0, running.total, int(running.race))),
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


async def answer(turn: Turn) -> Sequence[Output]:
    """A text in a group: a reply to a question, or, where we hear everything, what is surely an answer."""
    replied = await _replied_to(turn)
    if replied is None:
        return await _plain_answer(turn)
    return await take_answer(turn, replied)


async def _plain_answer(turn: Turn) -> Sequence[Output]:
    """What is said to nobody while a quiz is running; chatter is left alone."""
    came = turn.incoming
    if came.forwarded or came.reply_to not in (None, came.thread_id) or len(came.text) > ANSWER_LIMIT:
        return []  # within a topic, everything replies to its first message
    running = await turn.store.rounds.running_quiz(turn.chat.id, came.thread_id)
    for question in await turn.store.questions.open_in(turn.chat.id) if running else ():
        if running is None or question.round_id != running.id:
            continue
        opened = await rounds.opened_by(turn.store, turn.library, question)
        if opened is None or (await turn.store.answers.get(question.id, turn.learner.id) and not opened.guesses):
            return []
        if rounds.is_attempt(opened, came.text):
            return await take_answer(turn, question)
    return []


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
        if card is not None and marked.shown(card.question) in turn.incoming.our_text:
            await turn.store.questions.also_in(question.id, turn.chat.id, replied)
            return question
    return None


async def answer_privately(turn: Turn, number: str) -> Sequence[Output]:
    """The group question's button has opened the private chat: the next text is the answer."""
    question = await _group_question(turn.store, number)
    if question is not None:
        turn = await turn.with_deck(question.deck)
    opened = await rounds.opened_by(turn.store, turn.library, question) if question else None
    if question is None or opened is None:
        raise Sorry("button-stale")
    if question.closed_at is not None:
        raise Sorry("group-too-late")
    if turn.is_stranger:
        raise Sorry("group-not-member")
    await turn.store.learners.set_answering(turn.learner.id, question.id)
    text = turn.words("group-answer-here", question=card_text.in_bold(opened.card.question))
    return [Say(Screen(text, question=question.id, reply_hint=turn.words("group-answer-hint")))]


async def _group_question(store: Store, number: str) -> Question | None:
    if not (number.isascii() and number.isdigit() and len(number) <= 18):
        return None
    question = await store.questions.get(int(number))
    return question if question and question.round_id else None


async def take_answer(turn: Turn, question: Question) -> Sequence[Output]:
    """Takes an answer to a group's question, given in the group or in private, where its deck may be unknown."""
    turn = await turn.with_deck(question.deck)
    opened = await rounds.opened_by(turn.store, turn.library, question)
    group = await turn.store.chats.get(question.chat_id)
    if opened is None or group is None:
        raise Sorry("button-stale")
    if turn.incoming.forwarded:
        raise Sorry("answer-forwarded")
    check_answer(opened.card, turn.incoming.text)
    await turn.store.learners.set_answering(turn.learner.id, None)
    taken = await rounds.submit(turn.store, opened, turn.learner, turn.incoming.text, turn.now)
    match taken:
        case lesson.AlreadyAnswered():
            raise Sorry("group-answered-already")
        case rounds.TooLate():
            raise Sorry("group-too-late")
    words = words_for(group)
    noted = "group-guess-again" if taken.may_guess_again else "group-noted"
    said: list[Output] = [] if turn.in_group else [Say(Screen(turn.words(noted)))]
    if taken.may_guess_again and not turn.in_group:
        await turn.store.learners.set_answering(turn.learner.id, question.id)
    if taken.complete:
        return said + await _close(turn.store, opened, group, turn.now, turn.bot_username)
    return [
        *said,
        EditQuestion(
            group.id, question.id, question_screen(words, zone_of(group), opened, taken.names, turn.bot_username)
        ),
    ]


# --- by themselves ---------------------------------------------------------------------------------------------------


async def time_up(
    store: Store, library: Library, question: Question, now: datetime, bot_username: str
) -> Sequence[Output]:
    """A question whose time is up is closed, and its result told."""
    opened = await rounds.opened_by(store, library, question)
    group = await store.chats.get(question.chat_id)
    if opened is None or group is None:
        await results.abandon(store, question, now)
        return []
    said = await _close(store, opened, group, now, bot_username)
    if group.state == ChatState.GONE:
        await store.rounds.end(opened.round, RoundState.STOPPED, now)
        return []
    if await store.questions.message_of(question.id) is None:
        # It waited in vain to be sent: nobody has seen it, and nobody wants its result.
        await store.outbox.drop_question(question.id)
        return []
    return said


async def hint_due(store: Store, library: Library, question: Question, bot_username: str) -> Sequence[Output]:
    """Time has run: the next hint appears in the question's own message."""
    opened = await rounds.opened_by(store, library, question)
    group = await store.chats.get(question.chat_id)
    if opened is None or group is None:
        await store.questions.set_hint_at(question, None)
        return []
    await rounds.hint(store, opened)
    if group.state == ChatState.GONE:
        return []
    names = await rounds.names_of(store, question)
    screen = question_screen(words_for(group), zone_of(group), opened, names, bot_username)
    return [EditQuestion(group.id, question.id, screen)]


async def topic_gone(
    store: Store, chat_id: int, thread_id: int, admins: Sequence[int], now: datetime
) -> Sequence[Output]:
    """A forum topic is closed or deleted: what ran there ends, and the group is told in its general topic.

    Where that is the closed one, those of its administrators are told who have talked to us in private.
    """
    group = await store.chats.get(chat_id)
    if group is None:
        return []
    await results.leave_topic(store, chat_id, thread_id, now)
    if thread_id:
        return [SayIn(chat_id, 0, Screen(words_for(group)("topic-gone")))]
    theirs = [await store.chats.get(who) for who in admins]
    return [
        SayIn(chat.id, 0, Screen(words_for(chat)("topic-general-gone", group=group.title)))
        for chat in theirs
        if chat is not None and chat.state == ChatState.ACTIVE
    ]


async def next_due(
    store: Store, library: Library, running: Round, now: datetime, bot_username: str
) -> Sequence[Output]:
    """The next question of a round after its pause."""
    group = await store.chats.get(running.chat_id)
    if group is None or group.state == ChatState.GONE:
        await store.rounds.end(running, RoundState.STOPPED, now)
        return []
    opened = await rounds.ask_due(store, library, running, now)
    words = words_for(group)
    if opened is None:
        table = await results.table_of(store, running)
        return [SayIn(group.id, running.thread_id, table_screen(words, running, table))]
    return [SayIn(group.id, running.thread_id, question_screen(words, zone_of(group), opened, (), bot_username))]


async def _close(store: Store, opened: rounds.Opened, group: Chat, now: datetime, bot_username: str) -> list[Output]:
    return result(group, await results.close(store, opened, now), bot_username)


def result(group: Chat, closed: results.Closed, bot_username: str) -> list[Output]:
    """The question as it ended, who had it, and at the end the table."""
    words = words_for(group)
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
        table = table_screen(words, opened.round, closed.table, unattended=closed.unattended)
        said.append(SayIn(group.id, opened.round.thread_id, table))
    return said


def daily_outputs(
    words: Words, group: Chat, thread_id: int, opened: Sequence[rounds.Opened], bot_username: str
) -> list[Output]:
    """The group's cards of the day."""
    zone = zone_of(group)
    return [SayIn(group.id, thread_id, question_screen(words, zone, one, (), bot_username)) for one in opened]
