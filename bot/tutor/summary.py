"""How a sitting went, when its cards come back, and what was reached with it."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.tutor import calendar, milestones
from bot.tutor import streak as streaks
from bot.tutor.milestones import Milestone
from bot.tutor.streak import Streak
from content.card import Deck
from content.grading import Outcome
from storage.database import Store
from storage.states import QuestionState
from storage.tables import Chat, Sitting


@dataclass(frozen=True)
class Summary:
    """How a finished sitting went; cards that came a second time count once, by the first answer.

    `returning` of its `cards` come back on the day `returns_on`, the others later.
    """

    correct: int
    partial: int
    incorrect: int
    points: int
    streak: Streak
    cards: int = 0
    returning: int = 0
    returns_on: date | None = None
    milestones: tuple[Milestone, ...] = ()


async def finish(
    store: Store, deck: Deck | None, sitting: Sitting, learner_id: int, chat: Chat, now: datetime
) -> Summary:
    """Ends a sitting, and says how it went; `deck` is None when it is no longer there."""
    await store.sittings.finish(sitting, now)
    questions = await store.questions.of_sitting(sitting.id)
    done = [one for one in questions if one.number <= sitting.total and one.state != QuestionState.CLOSED]
    answers = {answer.question_id: answer for answer in await store.answers.in_sitting(sitting.id)}
    outcomes = [answers[one.id].outcome if one.id in answers else Outcome.INCORRECT for one in done]
    zone = ZoneInfo(chat.timezone)
    streak = await streaks.of_learner(store, learner_id, zone, now)
    asked = {one.card_id for one in done}
    due = [calendar.study_day(at, zone) for at in await store.memories.due_at(learner_id, sitting.deck, asked)]
    return Summary(
        correct=outcomes.count(Outcome.CORRECT),
        partial=outcomes.count(Outcome.PARTIAL),
        incorrect=outcomes.count(Outcome.INCORRECT),
        points=sum(answer.points for answer in answers.values()),
        streak=streak,
        cards=len(asked),
        returning=due.count(due[0]) if due else 0,
        returns_on=due[0] if due else None,
        milestones=await milestones.reached(store, deck, learner_id, streak, now) if deck else (),
    )
