"""What people do so that the bot shows each of its screens: a scene a part of the product, for `screens`."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.conversation import callbacks as press
from tests.support import deck_scenes, group_scenes
from tests.support.stage import WRONG, utc

if TYPE_CHECKING:
    from tests.support.screens import Tour


async def minutes(tour: "Tour") -> None:
    """The first minutes: from the first look to every kind of verdict."""
    ann = tour.who(0)
    await tour.at_the_start(ann.person)
    await tour.sends(ann, "/start")
    stranger = tour.stage.learner(tour.stage.world.person("Saburō", language_code="ja"))
    await tour.sends(stranger, "/start")
    await tour.menu(ann.person, ann.chat)
    await tour.taps(ann, press.StartDeck, deck="solar-system")
    await tour.taps(ann, press.TakeHint)
    await tour.taps(ann, press.SkipQuestion)
    await tour.taps(ann, press.AskNext)
    await tour.taps(ann, press.KnowAlready)
    await tour.taps(ann, press.NotKnown)
    await tour.sends(ann, "/quiz planets 1")
    await tour.sends(ann, "mars")
    await tour.sends(ann, "/quiz giants 1")
    await tour.sends(ann, "Jubbitar")
    await tour.sends(ann, "Jupitr")
    await tour.sends(ann, "Jupiter?")
    await tour.sends(ann, "/quiz rocks 1")
    await tour.taps(ann, press.TakeHint)
    await tour.taps(ann, press.TakeHint)
    await tour.sends(ann, "/hint")
    await tour.sends(ann, "Earth, Mars")
    await tour.taps(ann, press.WasRight)
    await tour.taps(ann, press.WasRight)
    await tour.taps(ann, press.ExplainMore)
    await tour.sends(ann, "/quiz earth 1")
    await tour.taps(ann, press.TakeHint)
    await tour.sends(ann, "Its axis is tilted")
    await tour.taps(ann, press.ExplainMore)
    await tour.sends(ann, "/quiz planets 2")
    left = ann.last
    await tour.passes(days=6)
    await tour.sends(ann, "hello again")
    await tour.taps(ann, press.AskNext)
    await tour.taps(ann, press.SkipQuestion, left)
    await tour.sends(ann, "/start")


async def verdicts(tour: "Tour") -> None:
    """Why an answer is not right, and the whole of a sitting with its summary."""
    ann = tour.who(0)
    await tour.sends(ann, "/start")
    for topic, answer in (
        ("planets", "Venus"),
        ("giants", "Mars"),
        ("moon", "yes"),
        ("numbers", "12"),
        ("numbers", "8"),
        ("giants", "Jupitre"),
        ("earth", "I don’t know"),
        ("rocks", "Mercury, Venus, Earth, Mars"),
        ("earth", WRONG),
    ):
        await tour.sends(ann, f"/quiz {topic} 1")
        if topic == "moon":
            await tour.sends(ann, "/hint")
        await tour.sends(ann, answer)
    await tour.passes(days=40)
    await tour.sends(ann, "/quiz 6")
    for _ in range(12):
        await tour.sends(ann, ann.answer())
        if not any("callback_data" in key for row in (ann.last.markup or {}).get("inline_keyboard", []) for key in row):
            break
        try:
            await tour.taps(ann, press.AskNext, ann.last)
        except AssertionError:
            break
    await tour.sends(ann, "/quiz capitals 2")
    await tour.taps(ann, press.TakeHint)
    await tour.taps(ann, press.TakeHint)


async def daily(tour: "Tour") -> None:
    """Daily questions: setting, putting off, pausing, slowing down, coming back."""
    ann, bo = tour.who(0), tour.who(1)
    await tour.sends(ann, "/daily")
    await tour.taps(ann, press.SetDaily, at="0900")
    await tour.taps(ann, press.ShowSettings, page="daily")
    await tour.taps(ann, press.SetNumber, number=1)
    await tour.taps(ann, press.ShowSettings, page="second")
    await tour.taps(ann, press.SetSecondHour, at="1800")
    await tour.taps(ann, press.ShowSettings, page="second")
    await tour.taps(ann, press.SetSecondHour, at="")
    await tour.sends(ann, "/daily 9")
    await tour.sends(ann, "/daily soon")
    await tour.sends(ann, "/daily 02:30 5")
    await tour.sends(ann, "/daily 09:00 1")
    await tour.stage.at(utc(3, 9))
    await tour.look(None, "next morning")
    await tour.taps(ann, press.PutOff)
    await tour.taps(ann, press.Snooze, until="hour")
    await tour.stage.at(utc(3, 10))
    await tour.look(None, "an hour later")
    await tour.sends(ann, ann.answer())
    await tour.stage.at(utc(4, 9))
    await tour.look(None, "next morning")
    await tour.taps(ann, press.PutOff)
    await tour.taps(ann, press.Snooze, until="today")
    await tour.sends(ann, "mars")
    await tour.taps(ann, press.ShowSettings, await tour.asks(ann, "/daily"), page="pause")
    await tour.taps(ann, press.Pause, days=7)
    await tour.taps(ann, press.Pause, days=0)
    await tour.sends(ann, "/daily off")
    await tour.sends(ann, "/daily off")
    await tour.sends(bo, "/daily 09:00 5")
    for day in range(5, 14):
        await tour.stage.at(utc(day, 9))
    await tour.look(None, "nine days of silence")
    await tour.sends(bo, bo.answer())
    await tour.stage.stop()
    tour.stage.world.clock.move_to(utc(20, 15))
    await tour.stage.start()
    await tour.stage.settled()
    await tour.look(None, "after days without the bot")


async def settings(tour: "Tour") -> None:
    """Every page of the settings, the zone and the language."""
    ann = tour.who(0)
    await tour.sends(ann, "/settings")
    for page in ("deck", "daily", "zone", "language", "topics", "new", "goal", "board", "quiet", "plain"):
        await tour.taps(ann, press.ShowSettings, page=page)
        if page == "topics":
            await tour.taps(ann, press.WishTopic, topic=1)
            await tour.taps(ann, press.WishTopic, topic=2)
            await tour.taps(ann, press.WishTopic, topic=2)
        if page == "goal":
            await tour.taps(ann, press.Change, setting="goal", option=2)
        if page == "zone":
            await tour.taps(ann, press.AskLocation)
            await tour.sends(ann, "/settings")
            continue
        if page == "plain":
            await tour.taps(ann, press.Change, setting="plain", option=1)
        if page != "deck":
            await tour.taps(ann, press.ShowSettings, page="")
        else:
            await tour.sends(ann, "/settings")
    await tour.sends(ann, "/quiz planets 1")
    await tour.taps(ann, press.TakeHint)
    await tour.sends(ann, "marss")
    await tour.sends(ann, "mars")
    await tour.sends(ann, "/stats")
    await tour.sends(ann, "/leaderboard")
    bo = tour.who(1)
    await tour.sends(bo, "/timezone")
    await tour.sends(bo, "/timezone lisbonn")
    await tour.sends(bo, "/timezone xyzzyplugh")
    await tour.sends(bo, "/timezone Moscow")
    await tour.sends(bo, "/daily 08:30 3")
    await tour.sends(bo, "/timezone Sao Paulo")
    await tour.does(bo, "shares a place", lambda: bo.person.send_location(bo.chat, 48.8566, 2.3522))
    await tour.sends(bo, "/language")
    await tour.sends(bo, "/language klingon")


async def progress(tour: "Tour") -> None:
    """Numbers, streak, boards."""
    ann, bo = tour.who(0), tour.who(1)
    await tour.sends(ann, "/stats")
    await tour.sends(ann, "/leaderboard")
    for day in range(9):
        if day == 3:
            await tour.stage.time_passes(days=1)
        await ann.sends("/quiz 2")
        for _ in range(2):
            await ann.sends(WRONG if day == 2 else ann.answer())
            try:
                await tour.taps(ann, press.AskNext, ann.last)
            except AssertionError:
                break
        if day == 5:
            await bo.sends("/quiz planets 1")
            await bo.sends("mars")
        await tour.stage.time_passes(days=1)
    del tour.shots[2:]
    await tour.look(None, "nine days")
    del tour.shots[2:-6]
    await tour.sends(ann, "/stats")
    await tour.taps(ann, press.ShowStats, span="week")
    await tour.taps(ann, press.ShowStats, span="all")
    await tour.sends(ann, "/streak")
    await tour.sends(ann, "/quiz 1")
    await tour.sends(ann, ann.answer())
    await tour.sends(ann, "/leaderboard")
    for period in ("today", "month", "gain", "all"):
        await tour.taps(ann, press.ShowBoard, period=period)
    await tour.taps(ann, press.ShowChampions)
    await tour.sends(ann, "/leaderboard all")
    await tour.taps(ann, press.ShowMyName, shown=1)
    await tour.taps(ann, press.ShowMyName, shown=0)
    await tour.taps(ann, press.HideMe)
    await tour.taps(ann, press.HideMe)


async def house(tour: "Tour") -> None:
    """Help, privacy, errors, the operator."""
    ann, bo = tour.who(0), tour.who(1)
    await tour.sends(bo, "/start")
    for command in ("help", "about", "xyzzyplugh", "quizz", "quiz klingons", "doctor", "stop", "admin", "hint"):
        await tour.sends(bo, f"/{command}")
    await tour.sends(bo, "hello?")
    await tour.sends(bo, "/quiz planets 1")
    await tour.does(bo, "sends a voice message", lambda: bo.person.send_voice(bo.chat))
    await tour.does(bo, "sends a photo", lambda: bo.person.send_photo(bo.chat))
    await tour.sends(bo, "x" * 3000)
    await tour.sends(bo, "\u200b")
    await tour.does(bo, "forwards", lambda: bo.person.forward(bo.chat, bo.last))
    stale = bo.sees("red planet")
    await tour.sends(bo, "/quiz numbers 1")
    await tour.sends(bo, "1_2")
    await tour.sends(bo, "१२ / 3 x")
    await tour.sends(bo, "/quiz planets 1")
    await tour.sends(bo, "venus", to=stale)
    await tour.sends(bo, "venus", to=bo.sees("red planet"))
    await tour.sends(bo, "mars", to=stale)
    for data in ("s:1", "h:1", "zz:1"):
        tap = bo.person.tap_data(stale, data)
        await tour.look(bo.person, f"stale button {data}", tap)
    await tour.sends(bo, "/export")
    await tour.sends(bo, "/export")
    await tour.sends(bo, "/forget")
    await tour.taps(bo, press.KeepMe)
    await tour.sends(bo, "/forget")
    await tour.taps(bo, press.ForgetMe)
    before = len(tour.shots)
    await tour.does(bo, "floods", lambda: [bo.person.send(bo.chat, f"message {number}") for number in range(60)])
    del tour.shots[before:-1]
    await tour.sends(ann, "/start")
    for topic, answer in (("planets", "the ruddy one"), ("giants", "the big one")):
        await tour.sends(ann, f"/quiz {topic} 1")
        await tour.sends(ann, answer)
        await tour.taps(ann, press.WasRight)
    await tour.sends(ann, "/admin")
    await tour.sends(ann, "/admin appeals")
    await tour.taps(ann, press.AcceptAppeal)
    await tour.taps(ann, press.RefuseAppeal)


SCENES: dict[str, Callable[["Tour"], Awaitable[None]]] = {
    "minutes": minutes,
    "verdicts": verdicts,
    "daily": daily,
    "settings": settings,
    "progress": progress,
    "house": house,
    "imports": deck_scenes.imports,
    "decks": deck_scenes.decks,
    "sharing": deck_scenes.sharing,
    "groups": group_scenes.groups,
}
