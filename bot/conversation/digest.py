"""A group's week, as the group reads it."""

from bot.conversation import card_text
from bot.conversation.callbacks import Open, ShowSettings
from bot.conversation.names import shown_name
from bot.conversation.screen import Button, Output, SayIn, Screen, rows
from bot.conversation.words import words_for
from bot.tutor.digest import Week

LINE_LIMIT = 200


def outputs(week: Week) -> list[Output]:
    """What was learned, what slips, who leads and who has improved."""
    words = words_for(week.chat)
    share = round(100 * week.right / week.answers)
    parts: list[str] = [words("digest-head"), words("digest-learned", cards=week.cards, share=share)]
    if week.slipping:
        cards = ((card_text.line(c.question, LINE_LIMIT), card_text.line(c.answer, LINE_LIMIT)) for c in week.slipping)
        lines = "\n".join(words("digest-card", question=question, answer=answer) for question, answer in cards)
        parts.append(f"{words('digest-slipping')}\n{lines}")
    if week.leaders:
        leaders = "\n".join(
            words("board-line", rank=one.rank, name=shown_name(one.name, one.learner_id, words), points=one.points)
            for one in week.leaders
        )
        parts.append(f"{words('digest-leaders')}\n{leaders}")
    if week.improved:
        name = shown_name(week.improved.name, week.improved.learner_id, words)
        parts.append(words("digest-improved", name=name, points=week.improved.points))
    buttons = rows(
        Button(words("button-leaderboard"), Open("leaderboard")),
        Button(words("button-settings"), ShowSettings("digest")),
        width=2,
    )
    return [SayIn(week.chat.id, week.thread_id, Screen("\n\n".join(parts), buttons))]
