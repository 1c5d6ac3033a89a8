"""A newcomer's way: welcome, first question, every kind of verdict, the end of a sitting, the numbers."""

from bot import assembly
from tests.support.databases import BOTH, ONE
from tests.support.stage import RIGHT, WRONG, Learner, Stage

pytestmark = ONE


async def test_two_taps_lead_to_the_first_question(ann: Learner) -> None:
    """START, then a deck."""
    await ann.sends("/start")
    ann.sees_now("Hi Ann!", "Solar system · 6 cards")
    await ann.taps("Solar system")
    question = ann.sees_now(r"1 of 5 · \w+", "Skip")
    assert any(text in question.text for text in RIGHT)


async def test_a_right_answer_is_praised_and_earns_points(ann: Learner, stage: Stage) -> None:
    """The mark comes first, then words, then points, answer and explanation."""
    await ann.sends("/quiz planets 1")
    await ann.sends("mars")
    text = ann.sees_now("Correct!").text
    assert text.startswith("✅ Correct! +10")
    assert "Answer: Mars" in text
    assert "Iron oxide" in text
    assert await stage.scores() == {"Ann Archer": 10}


async def test_a_typo_is_forgiven_and_shown(ann: Learner) -> None:
    """So that it is not learnt."""
    await ann.sends("/quiz giants 1")
    await ann.sends("Jupitter")
    ann.sees_now("✅", "jupitter → Jupiter")


async def test_half_an_answer_is_partly_right(ann: Learner, stage: Stage) -> None:
    """What was right, what is missing, and some points."""
    await ann.sends("/quiz rocks 1")
    await ann.sends("earth and mars")
    text = ann.sees_now("🟡 Partly right", "✓ Earth, Mars", "Missing: Mercury, Venus").text
    assert text.startswith("🟡")
    assert await stage.scores() == {"Ann Archer": 5}


async def test_a_wrong_answer_comes_again_in_the_same_sitting(ann: Learner, stage: Stage) -> None:
    """For practice: the second time earns nothing."""
    await ann.sends("/quiz planets 1")
    await ann.sends(WRONG)
    assert ann.sees_now("Answer: Mars").text.startswith("❌ Not yet")
    await ann.taps("Next")
    ann.sees_now("Once more", "red planet")
    await ann.sends("mars")
    ann.sees_now("✅ Correct!", "Done! · 1 not yet · 0 points")
    assert await stage.scores() == {}


async def test_the_answer_to_another_card_is_named(ann: Learner) -> None:
    """Not just wrong: it belongs elsewhere."""
    await ann.sends("/quiz planets 1")
    await ann.sends("Jupiter")
    ann.sees_now("❌", "answer to another question: “Which planet is the largest of all")


@BOTH
async def test_a_whole_sitting_ends_with_a_summary(ann: Learner, stage: Stage) -> None:
    """Then the buttons lead on."""
    await ann.sends("/quiz 6")
    for _ in range(5):
        await ann.answers_right()
        ann.sees_now("✅")
        await ann.taps("Next")
    await ann.answers_right()
    ann.sees_now("Done! · 6 right · 60 points", "Day 1 of your streak", "5 more", "My stats")
    assert await stage.scores() == {"Ann Archer": 60}
    await ann.taps("My stats")
    ann.sees_now("Streak: 1 day", "60 points", "6 answers, 100% right", "planets: new · 1/1 cards met")


async def test_hints_cost_points_and_skipping_shows_the_answer(ann: Learner) -> None:
    """A hint appears in the question's own message."""
    await ann.sends("/quiz giants 1")
    await ann.taps("Hint")
    assert ann.hears() == 0
    ann.sees_now("largest of all", "💡 One word")
    await ann.taps("Hint")
    ann.sees_now("It begins like this: J______")
    await ann.sends("Jupiter")
    ann.sees_now(r"Correct! \+4")
    await ann.sends("/quiz planets 1")
    await ann.taps("Skip")
    ann.sees_now("Skipped", "Answer: Mars", "Next")


async def test_commands_do_what_the_buttons_do(ann: Learner) -> None:
    """/hint and /skip."""
    await ann.sends("/quiz giants 1")
    await ann.sends("/hint")
    ann.sees_now("One word")
    await ann.sends("/skip")
    ann.sees_now("Answer: Jupiter")
    await ann.sends("/hint")
    ann.sees_now("No question is open. Your quiz is waiting", "Next")
    await ann.taps("Next")
    ann.sees_now("Once more")
    for _ in range(2):
        await ann.sends("/hint")
    ann.sees_now("J______")
    await ann.sends("/hint")
    ann.sees_now("There are no more hints")


@BOTH
async def test_a_card_earns_points_once_a_day(ann: Learner, stage: Stage) -> None:
    """Practice is free, and worth nothing more."""
    for _ in range(2):
        await ann.sends("/quiz planets 1")
        await ann.sends("mars")
        ann.sees_now("✅ Correct!")
    assert await stage.scores() == {"Ann Archer": 10}


async def test_two_languages(stage: Stage) -> None:
    """Telegram's language is spoken from the first word, and can be changed."""
    chloe = stage.learner(stage.world.people[2])
    await chloe.sends("/start")
    chloe.sees_now(r"Salut Chloé\s!", "Choisis un paquet")
    await chloe.sends("/quiz planets 1")
    await chloe.sends("mars")
    chloe.sees_now(r"✅ Juste\s!", r"Réponse\s: Mars")
    await chloe.sends("/language")
    await chloe.taps("English")
    chloe.sees_now("I speak English")
    await chloe.sends("/language français")
    chloe.sees_now("Je te parle français")
    await chloe.sends("/language klingon")
    chloe.sees_now("klingon", "English")


@BOTH
async def test_a_bot_that_does_not_speak_ones_language_says_so(stage: Stage) -> None:
    """And where to look for another one; somebody whose language nobody knows hears nothing of it."""
    gianni = stage.learner(stage.world.person("Gianni", language_code="it-IT"))
    await gianni.sends("/start")
    gianni.sees_now("Hi Gianni!", "I don’t speak Italian yet. /language shows what I speak.")
    await gianni.sends("/language ru")
    await gianni.sends("/start")
    gianni.sees_now(r"Этот язык \(итальянский\) я пока не знаю")
    for code in ("xx-klingon", "en-GB", None):
        somebody = stage.learner(stage.world.person("Toni", language_code=code))
        await somebody.sends("/start")
        assert "yet" not in somebody.last.text


async def test_help_lists_what_works_here(ann: Learner, ann_here: Learner) -> None:
    """In private and in the group, each with its own commands."""
    await ann.sends("/help")
    ann.sees_now("/quiz – Start a quiz", "/hint", "/forget")
    assert "/admin" not in ann.last.text
    await ann_here.sends("/help")
    ann_here.sees_now("/quiz – Start a quiz", "/stop")
    assert "/hint" not in ann_here.last.text
    await ann.sends("/about")
    ann.sees_now("until you send /forget", "30 days at most")
    ann.sees_now("Dailydeck 0", r"Time zone data: 20\d\d")


async def test_decks_and_settings_at_a_glance(ann: Learner) -> None:
    """What there is, and what is chosen."""
    await ann.sends("/decks")
    ann.sees_now("✓ Solar system\n6 cards · 6 new to you")
    await ann.sends("/settings")
    ann.sees_now("Deck: Solar system", "Daily: off", "Time zone: UTC", "Language: English", "Time zone")


async def test_menus_are_set_for_each_place_and_language(stage: Stage) -> None:
    """Administrators see what only they may use."""
    await assembly.introduce(stage.bot)
    ann, bo, chloe = stage.world.people
    group = stage.world.groups[0]

    def menu(person: object, chat: object) -> dict[str, str]:
        return {item.command: item.description for item in stage.world.commands.seen_by(person, chat)}  # type: ignore[arg-type] # as the page calls it

    assert "hint" in menu(ann, ann.chat)
    assert "hint" not in menu(ann, group)
    assert "daily" in menu(ann, group)
    assert "daily" not in menu(bo, group)
    assert menu(chloe, chloe.chat)["help"] == "Comment ça marche"


async def test_a_sitting_can_be_ended(ann: Learner) -> None:
    """With what was done so far."""
    await ann.sends("/quiz 6")
    await ann.answers_right()
    await ann.taps("Next")
    await ann.sends("/stop")
    ann.sees_now("Done! · 1 right · 10 points", "5 more")
    await ann.sends("hello")
    ann.sees_now("No question is open. Start one?")
    await ann.sends("/stop")
    ann.sees_now("No question is open. Start one?")


async def test_a_word_between_two_questions_loses_nothing(ann: Learner) -> None:
    """The quiz waits, a tap away."""
    await ann.sends("/quiz 6")
    await ann.answers_right()
    await ann.sends("next")
    ann.sees_now("Your quiz is waiting")
    await ann.taps("Next")
    ann.sees_now("2 of 6")


async def test_what_is_right_misses_nothing(ann: Learner) -> None:
    """Of a card that wants one of several."""
    await ann.sends("/quiz rocks 1")
    await ann.sends("mercury, venus, earth and mars")
    assert "Missing" not in ann.sees_now("✅ Correct!").text


async def test_the_whole_answer_is_not_said_twice(ann: Learner) -> None:
    """Who gives it in full reads it once."""
    await ann.sends("/quiz earth 1")
    right = ann.answer()
    await ann.sends(right)
    assert ann.sees_now("✅ Correct!").text.count(right) == 1


async def test_giving_up_is_no_shame(ann: Learner) -> None:
    """In whatever language."""
    await ann.sends("/quiz planets 1")
    await ann.sends("je ne sais pas")
    ann.sees_now("❌ Not yet", "No problem, here it is", "Answer: Mars")


async def test_nobody_boasts_of_nothing(ann: Learner) -> None:
    """Without an answer there is no streak to tell of."""
    await ann.sends("/quiz planets 1")
    await ann.taps("Skip")
    await ann.taps("Next")
    await ann.taps("Skip")
    assert "🔥" not in ann.sees_now("Done! · 1 not yet").text


async def test_a_deck_in_another_language_says_so(stage: Stage) -> None:
    """Before the first question."""
    chloe = stage.learner(stage.world.people[2])
    await chloe.sends("/start")
    chloe.sees_now("Solar system · 6 cartes · en anglais")


@BOTH
async def test_a_near_miss_may_be_tried_once_more(ann: Learner) -> None:
    """A word too badly misspelt to be forgiven: one free try, and all points; a second one is judged."""
    await ann.sends("/quiz giants 1")
    await ann.sends("Jubbitar")
    assert ann.sees_now("Nearly! Check the spelling", "costs nothing").text.startswith("🟡")
    await ann.sends("Jupiter")
    ann.sees_now(r"✅ Correct! \+10")
    await ann.sends("/quiz giants 1")
    for told in ("Nearly!", "❌ Not yet"):
        await ann.sends("Jubbitar")
        ann.sees_now(told)


async def test_another_word_is_no_near_miss(ann: Learner) -> None:
    """Nobody is told that a wrong planet is nearly right."""
    await ann.sends("/quiz planets 1")
    await ann.sends("Mercury")
    ann.sees_now("❌ Not yet")
