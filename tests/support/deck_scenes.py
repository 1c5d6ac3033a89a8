"""What people do with decks so that the bot shows all about them; the further scenes for `screens`."""

from typing import TYPE_CHECKING

from bot.conversation import callbacks as press
from bot.conversation import deck_callbacks as deck
from tests.support.stage import Learner

if TYPE_CHECKING:
    from tests.support.screens import Tour

TRIVIA = b"question,answer\nCapital of Peru?,Lima\nLargest cat?,tiger\nDeepest lake?,Baikal\n"
FAULTY = (
    b'question,answer\nCapital of Peru?,Lima\nLargest cat?,tiger\nSmallest bird?,\n,nobody\n"Deepest lake?",Baikal\n'
)


async def _file(tour: "Tour", learner: Learner, data: bytes, name: str = "Trivia.csv") -> None:
    """A file, as one drops it into the chat."""
    await tour.does(learner, f"sends {name}", lambda: learner.person.send_document(learner.chat, name, data))


async def imports(tour: "Tour") -> None:
    """Cards of one's own: what is found in a file, what is not, and taking it back."""
    ann = tour.who(0)
    await tour.sends(ann, "/start")
    await tour.sends(ann, "/import")
    await _file(tour, ann, FAULTY)
    await tour.taps(ann, press.TakeImport)
    await tour.taps(ann, deck.UndoChange)
    await tour.sends(ann, "/import a, b: first\nc, d: second\ne, f: third")
    await tour.taps(ann, press.ChooseSeparator)
    await tour.taps(ann, press.TrySeparator, number=5)
    await tour.taps(ann, press.DropImport)
    await tour.sends(ann, "/import nothing here")
    await _file(tour, ann, TRIVIA)
    await tour.taps(ann, press.TakeImport)
    await _file(tour, ann, TRIVIA)
    await tour.taps(ann, press.TakeImport)
    more = TRIVIA + b"Tallest tree?,redwood\n"
    await _file(tour, ann, more)
    await tour.taps(ann, press.TakeImport)
    for name, data in (
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("a.apkg", b"PK\x03\x04" + bytes(300)),
        ("a.csv", b"question,answer\n"),
        ("a.csv", b'a,b\n"c,d\ne,f\n'),
        ("a.toml", b"title = 3\n"),
        ("a.csv", b"a,b\n" * 30000),
    ):
        await _file(tour, ann, data, name)


async def decks(tour: "Tour") -> None:
    """The menu of decks, a deck's page, editing its cards, exporting it."""
    ann = tour.who(0)
    await _file(tour, ann, TRIVIA)
    await tour.taps(ann, press.TakeImport)
    await tour.sends(ann, "/decks")
    await tour.taps(ann, deck.ShowDeck, deck="solar-system")
    await tour.taps(ann, deck.ListCards)
    await tour.taps(ann, deck.ShowCard)
    await tour.sends(ann, "/decks")
    await tour.taps(ann, deck.ShowDeck, deck="capitals")
    await tour.taps(ann, deck.ListCards)
    await tour.taps(ann, deck.ListCards, page=1)
    await tour.taps(ann, deck.Write, field="search")
    await tour.sends(ann, "Peru")
    await tour.taps(ann, deck.Write, field="search")
    await tour.sends(ann, "zzzz")
    await tour.taps(ann, deck.Write, field="search")
    await tour.sends(ann, "capital")
    own = await _own(tour)
    await tour.taps(ann, deck.ListCards, deck=own)
    await tour.taps(ann, deck.Write, field="new")
    await tour.sends(ann, "How many legs has a spider?")
    await tour.sends(ann, "8")
    for field, text in (("question", "Legs of a spider?"), ("answer", "eight legs"), ("accept", "8\n8 legs")):
        await tour.taps(ann, deck.Write, field=field)
        await tour.sends(ann, text)
    await tour.taps(ann, deck.Write, field="explanation")
    await tour.sends(ann, "x" * 3000)
    await tour.sends(ann, "Insects have six.")
    await tour.taps(ann, deck.Write, field="explanation")
    await tour.taps(ann, deck.ClearField)
    await tour.taps(ann, deck.UndoChange)
    own = await _own(tour)
    await tour.taps(ann, deck.ListCards, deck=own)
    await tour.taps(ann, deck.ShowCard)
    await tour.taps(ann, deck.DeleteCard)
    await tour.taps(ann, deck.UndoChange)
    own = await _own(tour)
    await tour.taps(ann, deck.Write, field="title")
    await tour.sends(ann, "Trifles")
    own = await _own(tour)
    await tour.taps(ann, deck.ExportDeck, deck=own)
    for kind in ("csv", "history"):
        await tour.stage.time_passes(minutes=1)
        await tour.taps(ann, deck.ExportDeck, suffix=kind)
    await tour.stage.time_passes(minutes=1)
    await tour.sends(ann, "/quiz trifles 1")
    await tour.taps(ann, press.SkipQuestion)
    own = await _own(tour)
    await tour.taps(ann, deck.DeleteDeck, sure=0)
    await tour.taps(ann, deck.DeleteDeck, sure=1)
    await tour.taps(ann, deck.UndoChange)


async def _own(tour: "Tour") -> str:
    """The page of Ann's own deck, and its name."""
    ann = tour.who(0)
    await tour.sends(ann, "/decks")
    async with tour.stage.store() as store:
        ((name, _),) = await store.decks.versions(ann.person.id)
    await tour.taps(ann, deck.ShowDeck, deck=name)
    return name


async def sharing(tour: "Tour") -> None:
    """A deck goes from hand to hand, its owner hears of appeals, and then it is withdrawn."""
    ann, bo, chloe = tour.who(0), tour.who(1), tour.who(2)
    group = tour.stage.world.groups[0]
    here = tour.who(0, group)
    await _file(tour, ann, TRIVIA)
    await tour.taps(ann, press.TakeImport)
    await _own(tour)
    await tour.taps(ann, deck.ShareDeck)
    link = ann.last.text.split("start=")[1].split()[0]
    await tour.sends(bo, f"/start {link}")
    await tour.taps(bo, deck.NotNow)
    await tour.sends(bo, f"/start {link}")
    await tour.taps(bo, deck.TakeDeck)
    await chloe.sends(f"/start {link}")
    await tour.taps(chloe, deck.TakeDeck)
    await tour.sends(here, f"/start@{tour.stage.world.bot.username} {link}")
    await tour.sends(here, "/decks")
    for learner in (bo, chloe):
        await learner.sends("/quiz trivia 3")
        while "lake" not in learner.last.text:
            await tour.taps(learner, press.SkipQuestion)
            await tour.taps(learner, press.AskNext)
        await tour.sends(learner, "the big one")
        await tour.taps(learner, press.WasRight)
    own = await _own(tour)
    await tour.taps(ann, deck.ShowDisputes)
    await tour.taps(ann, press.AcceptAppeal)
    own = await _own(tour)
    await tour.taps(ann, deck.ShareDeck)
    await tour.sends(ann, "/quiz trivia 1")
    await tour.sends(ann, "the small one")
    await tour.taps(ann, press.WasRight)
    await tour.sends(bo, "/decks")
    await tour.taps(bo, deck.ShowDeck, deck=own)
    await tour.taps(bo, deck.LeaveDeck)
    await tour.taps(bo, deck.TakeDeck)
    await tour.sends(chloe, "/decks")
    await tour.taps(chloe, deck.ShowDeck, deck=own)
    await tour.taps(chloe, deck.CopyDeck)
    await _own(tour)
    await tour.taps(ann, deck.ShareDeck)
    await tour.taps(ann, deck.WithdrawDeck, sure=0)
    await tour.taps(ann, deck.WithdrawDeck, sure=1)
    await tour.sends(bo, "/decks")
    await tour.taps(bo, deck.ShowDeck, deck=own)
    await tour.taps(bo, deck.LeaveDeck)
    await tour.sends(bo, f"/start {link}")
