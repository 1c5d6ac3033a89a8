"""Which topics of a deck a learner wants first, and which not at all."""

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialect import insert_into
from storage.prepared import Prepared
from storage.states import Wish
from storage.tables import TopicWish

_OF = Prepared(
    select(TopicWish.topic, TopicWish.wish).where(
        TopicWish.learner_id == bindparam("learner"), TopicWish.deck == bindparam("of_deck")
    )
)


class TopicWishes:
    """Wishes by learner, deck and topic; a topic without one is asked like any other."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, learner_id: int, deck: str) -> Mapping[str, Wish]:
        """The learner's wishes for a deck, by topic."""
        found = await _OF.rows(self._session, {"learner": learner_id, "of_deck": deck})
        return {topic: Wish(wish) for topic, wish in found}

    async def set(self, learner_id: int, deck: str, topic: str, wish: Wish | None) -> None:
        """From now on this is the wish; None takes it back."""
        if wish is None:
            await self._session.execute(
                delete(TopicWish).where(
                    TopicWish.learner_id == learner_id, TopicWish.deck == deck, TopicWish.topic == topic
                )
            )
            return
        statement = insert_into(self._session, TopicWish).values(
            learner_id=learner_id, deck=deck, topic=topic, wish=wish
        )
        await self._session.execute(
            statement.on_conflict_do_update(index_elements=["learner_id", "deck", "topic"], set_={"wish": wish})
        )
