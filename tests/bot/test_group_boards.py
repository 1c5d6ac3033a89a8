"""Who leads in a group, and overall, and who is not shown there."""

from bot.playground import Group
from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage

pytestmark = ONE


@BOTH
async def test_the_leaderboard_of_the_group(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """Real names, ranks shared, a button for each period that changes the board in place."""
    question = await ann_here.starts_quiz()
    await ann_here.sends("mars", to=question)
    await bo_here.sends("mars", to=question)
    await stage.time_passes(seconds=61)
    await ann_here.sends("/leaderboard")
    board = ann_here.sees_now("This week in this group", "🥇 Ann Archer · 13", "🥈 Bo · 12", "✓ Week")
    await stage.time_passes(days=8)
    await bo_here.taps("Today", board)
    assert "No points yet" in board.text
    await bo_here.taps("All time", board)
    assert "🥇 Ann Archer · 13" in board.text
    await bo_here.taps("All time", board)  # unchanged: Telegram says so, and nobody notices


@BOTH
async def test_improvement_and_champions(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """Two more boards by button: who is further than last week, and who has won before."""
    question = await ann_here.starts_quiz()
    await ann_here.sends("mars", to=question)
    await stage.time_passes(seconds=61)
    await ann_here.sends("/leaderboard")
    board = ann_here.last
    await ann_here.taps("Champions", board)
    assert "Nobody yet" in board.text
    await stage.time_passes(days=7)
    question = await ann_here.starts_quiz("giants 1")
    await bo_here.sends("jupiter", to=question)
    await ann_here.sends("saturn", to=question)
    await stage.time_passes(seconds=61)
    await ann_here.taps("Leaderboard", board)
    await ann_here.taps("Improved", board)
    assert "This week’s points minus last week’s" in board.text
    assert "🥇 Bo · +13" in board.text
    assert "Ann" not in board.text, "she had more last week"
    await bo_here.taps("Champions", board)
    assert "Week of 2 March: Ann Archer · 13" in board.text


@BOTH
async def test_who_left_or_hides_is_not_on_the_board(
    ann_here: Learner, bo_here: Learner, stage: Stage, group: Group
) -> None:
    """Points stay; who comes back or shows themselves is there again."""
    question = await ann_here.starts_quiz()
    await ann_here.sends("mars", to=question)
    await bo_here.sends("mars", to=question)
    await stage.time_passes(seconds=61)
    await ann_here.does(lambda: group.remove(bo_here.person))
    await ann_here.sends("/leaderboard")
    board = ann_here.sees_now("🥇 Ann Archer · 13")
    assert "Bo" not in board.text
    tap = await ann_here.taps("Hide or show me", board)
    assert "hidden on all leaderboards" in (tap.text or "")
    assert "No points yet" in board.text
    await ann_here.does(lambda: group.add(bo_here.person))
    question = await bo_here.starts_quiz("giants 1")
    await bo_here.sends(bo_here.answer(), to=question)
    await stage.time_passes(seconds=61)
    await ann_here.sends("/leaderboard")
    ann_here.sees_now("🥇 Bo · 25")
    await ann_here.taps("Hide or show me")
    ann_here.sees_now("🥈 Ann Archer · 13")
    ann = stage.learner(ann_here.person)
    await ann.sends("/leaderboard")
    await ann.taps("Hide me on leaderboards")
    ann.sees_now("You are hidden", "Show me on leaderboards")
    await ann.taps("Show me on leaderboards")
    ann.sees_now("a made-up name")


async def test_the_overall_board_knows_no_names(ann_here: Learner, bo_here: Learner, stage: Stage) -> None:
    """A made-up name until one opts in, and back."""
    question = await ann_here.starts_quiz()
    await bo_here.sends("mars", to=question)
    await stage.time_passes(seconds=61)
    bo = stage.learner(bo_here.person)
    await bo.sends("/leaderboard")
    bo.sees_now("This week, everybody", r"🥇 \w+ [0-9A-F]{3} · 13 \(you\)", "a made-up name")
    assert "Bo" not in bo.last.text
    await bo.taps("Show my real name")
    bo.sees_now(r"🥇 Bo · 13 \(you\)", "Others see your real name")
    await bo.taps("Use the made-up name")
    assert "Bo" not in bo.last.text
