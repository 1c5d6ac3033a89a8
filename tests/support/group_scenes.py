"""What a group does so that the bot shows all that it shows there; a further scene for `screens`."""

from typing import TYPE_CHECKING

from bot.conversation import callbacks as press
from tests.support.stage import WRONG, utc

if TYPE_CHECKING:
    from tests.support.screens import Tour


async def groups(tour: "Tour") -> None:
    """A group's welcome, rounds, races, board, settings, day and week."""
    group = tour.stage.world.groups[0]
    ann, bo, chloe = (tour.who(number, group) for number in range(3))
    tour.afresh()
    await tour.look(ann.person, "the bot joins")
    await tour.menu(ann.person, group)
    await tour.sends(ann, "/help@dailydeck_bot")
    await tour.sends(ann, "/quiz")
    await tour.taps(ann, press.StartQuiz, number=5, race=0)
    question = ann.last
    await tour.sends(bo, bo.answer(), to=question)
    await tour.sends(chloe, WRONG, to=question)
    await tour.sends(chloe, "again", to=question)
    await tour.sends(bo, "/quiz")
    await tour.passes(seconds=21)
    await tour.passes(seconds=41)
    await tour.sends(bo, "/stop")
    await tour.sends(ann, "/stop")
    await tour.sends(ann, "/stop")
    await tour.sends(ann, "/quiz planets 1 race")
    question = ann.last
    await tour.sends(bo, WRONG, to=question)
    await tour.sends(chloe, "mars", to=question)
    await tour.sends(ann, "mars", to=question)
    for name in ("דוד", "فاطمة (1)"):
        person = tour.stage.world.person(name, language_code=ann.person.language_code)
        group.add(person)
        await tour.sends(ann, "/quiz planets 1")
        await tour.sends(tour.stage.learner(person, group), "mars", to=ann.last)
        await tour.passes(seconds=61)
    await tour.sends(ann, "/quiz giants 1")
    private = tour.who(1)
    question = ann.last
    url = next(key["url"] for row in (question.markup or {})["inline_keyboard"] for key in row if "url" in key)
    await tour.sends(private, f"/start {url.split('start=')[1]}")
    await tour.sends(private, "jupiter")
    await tour.sends(private, "saturn")
    await tour.does(chloe, "sends a photo", lambda: chloe.person.send_photo(group, reply_to=question))
    await tour.passes(seconds=61)
    await tour.sends(ann, "/leaderboard")
    await tour.taps(ann, press.ShowBoard, period="gain")
    await tour.taps(ann, press.ShowChampions)
    await tour.sends(bo, "/stats")
    await tour.sends(bo, "/hint")
    await tour.sends(bo, "/settings")
    await tour.sends(ann, "/settings")
    for page in ("mode", "seconds", "starters", "digest", "zone", "daily"):
        await tour.taps(ann, press.ShowSettings, page=page)
        if page == "starters":
            await tour.taps(ann, press.Change, setting="starters", option=1)
        await tour.taps(ann, press.ShowSettings, page="")
    await tour.sends(bo, "/quiz")
    await tour.sends(ann, "/daily 10:00")
    await tour.sends(ann, "/doctor")
    await tour.does(ann, "promotes the bot", group.promote_bot)
    await tour.sends(ann, "/doctor")
    await tour.does(ann, "demotes the bot", group.demote_bot)
    await tour.sends(ann, "/quiz 5")
    for _ in range(3):
        await tour.stage.time_passes(seconds=61)
        await tour.stage.time_passes(seconds=6)
    await tour.look(None, "nobody answers")
    await tour.stage.at(utc(3, 10))
    await tour.look(None, "card of the day")
    await tour.stage.at(utc(8, 20))
    await tour.look(None, "Sunday evening")
    await tour.stage.at(utc(9, 9))
    await tour.sends(ann, "/quiz moon 1")
    await tour.sends(bo, "no", to=ann.last)
    await tour.passes(seconds=61)
    await tour.taps(ann, press.ShowChampions, await tour.asks(ann, "/leaderboard"))
