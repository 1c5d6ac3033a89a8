"""A small deck of one's own, and what learners do with it."""

import re

from tests.support.stage import Learner

CARDS = {"Capital of Peru?": "Lima", "Largest cat?": "tiger", "Deepest lake?": "Baikal"}


async def brings(learner: Learner, title: str = "Trivia") -> None:
    """A deck of three cards of one's own."""
    data = "\n".join(["question,answer", *(f"{question},{answer}" for question, answer in CARDS.items())])
    await learner.does(lambda: learner.person.send_document(learner.chat, f"{title}.csv", data.encode()))
    await learner.taps("Import 3 cards")


async def opens(learner: Learner, title: str = "Trivia") -> None:
    """The page of a deck."""
    await learner.sends("/decks")
    await learner.taps(title)


async def shares(learner: Learner) -> str:
    """What the link of the deck Trivia carries."""
    await opens(learner)
    await learner.taps("Share")
    found = re.search(r"t\.me/\w+\?start=(deck_[\w-]{22,})", learner.last.text)
    assert found is not None, learner.last.text
    return found[1]


async def knows_all(learner: Learner) -> None:
    """Answers every card of Trivia rightly, once."""
    await learner.sends("/quiz trivia 3")
    for _ in CARDS:
        await learner.sends(next(answer for question, answer in CARDS.items() if question in learner.last.text))
        learner.sees_now("✅")
        if "Next" in learner.last.buttons:
            await learner.taps("Next")
