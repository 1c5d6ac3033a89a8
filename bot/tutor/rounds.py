"""Group quizzes: everyone may answer once until a question closes; then it is told who had it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.tutor import lesson, points, schedule
from content.card import Card, Deck, YesNoCard
from content.grading import Outcome, Reason, Verdict, grade
from content.hints import Hint, hints
from content.library import Library
from storage.database import Store
from storage.questions import HINT_SHARE
from storage.states import QuestionState, RoundMode, RoundState
from storage.tables import Chat, Learner, Question, Round

SHORTEST_DAILY = 60
"""Seconds."""
ARRIVAL = timedelta(minutes=5)
"""How long a question may take to reach the group before its time runs anyway."""
REGULAR_FOR = timedelta(days=14)
ATTEMPTS = frozenset(
    {Reason.OTHER_CARD, Reason.NEAR_MISS, Reason.NEGATED, Reason.OPPOSITE, Reason.SWAPPED_ROLES, Reason.WRONG_ORDER}
)
"""Ways of being wrong that chatter does not have."""
ASKED_LATELY = timedelta(days=7)
DAILY_MARGIN = timedelta(hours=1)


@dataclass(frozen=True)
class Opened:
    """A question that a group can answer now."""

    round: Round
    question: Question
    card: Card
    deck: Deck

    @property
    def guesses(self) -> bool:
        """Whether one may guess again: in a race, but of yes and no the second guess would always be right."""
        return self.round.race and not isinstance(self.card, YesNoCard)


@dataclass(frozen=True)
class AlreadyRunning:
    """Why no second quiz starts in this topic."""

    round: Round


@dataclass(frozen=True)
class Noted:
    """An answer was taken; `names` are all who have answered so far, `complete` when nobody is waited for.

    `may_guess_again`: it was not right, in a race.
    """

    opened: Opened
    names: tuple[str, ...]
    complete: bool
    may_guess_again: bool = False


@dataclass(frozen=True)
class TooLate:
    """The question had closed."""

    question: Question


async def start(
    store: Store,
    deck: Deck,
    chat: Chat,
    thread_id: int,
    number: int,
    *,
    topic: str = "",
    race: bool = False,
    started_by: int | None = None,
    now: datetime,
    dice: random.Random,
) -> Opened | AlreadyRunning:
    """Begins a quiz of up to `number` questions in this topic of the group and asks the first.

    In a race the first right answer ends a question.
    """
    if running := await store.rounds.running_quiz(chat.id, thread_id):
        return AlreadyRunning(running)
    cards = tuple(deck.by_topic.get(topic, {}).values()) if topic else deck.cards
    chosen = await _choose(store, deck, cards, chat, number, now, dice)
    fresh = await store.rounds.start(
        chat.id,
        thread_id,
        RoundMode.QUIZ,
        deck.name,
        chosen,
        seconds=chat.seconds,
        race=race,
        started_by=started_by,
        now=now,
    )
    opened = await _ask_next(store, deck, fresh, now + ARRIVAL, now)
    if opened is None:  # a deck without cards is refused when it is read
        raise LookupError(f"the deck {deck.name} has no card for this")
    return opened


async def open_daily(
    store: Store,
    deck: Deck,
    chat: Chat,
    thread_id: int,
    number: int,
    *,
    until: datetime,
    now: datetime,
    dice: random.Random,
) -> tuple[Opened, ...]:
    """Asks the group's cards of the day, all at once; they close before the next day's, given as `until`.

    There may be fewer of them, or none: what the group has answered within a week is not asked again.
    """
    answered = await store.questions.cards_answered_in(chat.id, deck.name, now - ASKED_LATELY)
    fresh_cards = [card for card in deck.cards if card.id not in answered]
    seconds = max(SHORTEST_DAILY, int((until - now - DAILY_MARGIN).total_seconds()))
    opened = []
    # Each is a round of its own: they close one by one, and none waits for another.
    for card_id in await _choose(store, deck, fresh_cards, chat, number, now, dice):
        fresh = await store.rounds.start(
            chat.id, thread_id, RoundMode.DAILY, deck.name, [card_id], seconds=seconds, now=now
        )
        if one := await _ask_next(store, deck, fresh, until - DAILY_MARGIN, now):
            opened.append(one)
    return tuple(opened)


async def _choose(
    store: Store, deck: Deck, cards: Sequence[Card], chat: Chat, number: int, now: datetime, dice: random.Random
) -> list[str]:
    members = await store.chats.regulars(chat.id, now - REGULAR_FOR)
    memories = await store.memories.of_all(sorted(members), deck.name)
    lately = await store.questions.cards_asked_in(chat.id, deck.name, now - ASKED_LATELY)
    return schedule.choose_for_group(cards, memories, lately, number, dice, now)


async def _ask_next(store: Store, deck: Deck, running: Round, closes_at: datetime, now: datetime) -> Opened | None:
    queue = list(running.queue)
    number = running.total - len(queue) + 1
    while queue:
        card = deck.card(queue.pop(0))
        if card is not None:  # a card may have left its deck since
            await store.rounds.set_queue(running, queue, next_at=None)
            hinted = running.mode == RoundMode.QUIZ and bool(hints(card))
            question = await store.questions.ask_in_round(
                running, card.id, number, closes_at=closes_at, hinted=hinted, now=now
            )
            return Opened(running, question, card, deck)
    return None


async def opened_by(store: Store, library: Library, question: Question) -> Opened | None:
    """A group's question with its round and card; None when one of them is no longer there."""
    running = await store.rounds.get(question.round_id) if question.round_id else None
    deck = library.deck(question.deck)
    card = deck.card(question.card_id) if deck else None
    if running is None or deck is None or card is None:
        return None
    return Opened(running, question, card, deck)


def is_attempt(opened: Opened, text: str) -> bool:
    """Whether something that was said in the group, to nobody, is surely meant as an answer."""
    verdict = grade(opened.card, text, opened.deck)
    return verdict.outcome is not Outcome.INCORRECT or verdict.reason in ATTEMPTS


async def submit(
    store: Store, opened: Opened, learner: Learner, text: str, now: datetime
) -> Noted | TooLate | lesson.AlreadyAnswered:
    """Takes a learner's answer; how it was judged is told to nobody before the question closes."""
    question = opened.question
    # Answers to one question come in one by one, so that the last one sees that it is the last.
    await store.questions.lock(question)
    if question.state != QuestionState.OPEN or (question.closes_at is not None and question.closes_at <= now):
        return TooLate(question)
    first = await store.answers.get(question.id, learner.id)
    if first and not opened.guesses:
        return lesson.AlreadyAnswered(first)
    verdict = grade(opened.card, text, opened.deck)
    if first:
        await store.answers.guess_again(
            first,
            text,
            verdict,
            _worth(opened, verdict),
        )
    else:
        await store.answers.record(question, learner.id, text, verdict, _worth(opened, verdict), now)
        # What somebody knows is what they said first.
        before = await store.memories.get(learner.id, question.deck, question.card_id)
        await lesson.remember(store, question, learner.id, before, verdict.outcome, now=now)
    # Those who take part for the first time with this question are no reason to wait, nor to end it.
    expected = await store.answers.learners_in(question.chat_id, now - REGULAR_FOR, question.asked_at)
    if await store.chats.see_member(question.chat_id, learner.id, now):
        await store.scores.show_rightly(learner.id, now)
    answered = await store.answers.who_answered(question.id)
    done = {who for who, _ in answered}
    names = tuple(name for _, name in answered)
    if opened.round.race:
        won = verdict.outcome is Outcome.CORRECT
        return Noted(opened, names, complete=won, may_guess_again=opened.guesses and not won)
    # One regular alone is no reason to shut out the others.
    return Noted(opened, names, complete=len(expected) > 1 and expected <= done)


def _worth(opened: Opened, verdict: Verdict) -> int:
    """The points of an answer; in a race only the one that ends it has any."""
    if opened.round.race and verdict.outcome is not Outcome.CORRECT:
        return 0
    return points.for_answer(verdict, opened.question.hints)


def given_hints(opened: Opened) -> tuple[Hint, ...]:
    """The hints that the group has had."""
    return hints(opened.card)[: opened.question.hints]


async def hint(store: Store, opened: Opened) -> None:
    """Gives the next hint of a question, and says when the one after it is due."""
    question = opened.question
    await store.questions.add_hint(question)
    more = question.hints < len(hints(opened.card))
    due = question.hint_at + timedelta(seconds=(question.seconds or 0) * HINT_SHARE) if question.hint_at else None
    await store.questions.set_hint_at(question, due if more else None)


async def names_of(store: Store, question: Question) -> tuple[str, ...]:
    """Who has answered so far."""
    return tuple(name for _, name in await store.answers.who_answered(question.id))


async def ask_due(store: Store, library: Library, running: Round, now: datetime) -> Opened | None:
    """The next question of a round whose pause is over; the round ends when there is none."""
    deck = library.deck(running.deck)
    opened = await _ask_next(store, deck, running, now + ARRIVAL, now) if deck else None
    if opened is None:
        await store.rounds.end(running, RoundState.FINISHED, now)
    return opened
