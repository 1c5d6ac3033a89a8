"""Files that people have become decks."""

import pytest
from babel import Locale

from content.card import Kind, YesNoCard
from content.formats import Why, read
from tests.support.found import pairs

COUNTRIES = [
    *("AT", "BE", "BR", "CH", "CN", "CZ", "DE", "DK", "EG", "ES", "FI", "FR", "GB", "GR", "HU"),
    *("IL", "IN", "IT", "JP", "KR", "MX", "NL", "NO", "PL", "PT", "RO", "RU", "SE", "TR", "US"),
]
PAGE = """Plants and Soil by A. Gardener

Pass your exams with StudySite flashcards!

What is humus?

Dark matter left when plants rot

Do roots breathe?

Yes

part of a plant that makes sugar

Leaf


Related study sets

Vitamins, Minerals & Water

View Set

Chapter 18: Policy

View Set

Business (Ch. 1)

View Set
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_copied_page_gives_its_cards_and_title_only(end: str) -> None:
    """Not the lines of the site around them."""
    found = read("study-set.txt", PAGE.replace("\n", end).encode())
    assert found.title == "Plants and Soil by A. Gardener"
    assert [answer for _, answer in pairs(found)] == ["Dark matter left when plants rot", "Yes", "Leaf"]
    assert found.deck is not None
    assert isinstance(found.deck.cards[1], YesNoCard)
    assert not found.left_out


def test_a_page_that_counts_its_terms() -> None:
    """What comes after the last term is the site's."""
    page = "Cells\n\nTerms in this set (2)\n\nmitosis\n\ndivision\n\nnucleus\n\ncore\n\nSign up\n"
    assert pairs(read("", page.encode())) == [("mitosis", "division"), ("nucleus", "core")]


def test_term_tab_definition() -> None:
    """A line that nothing divides goes on with the definition; a quotation mark is a letter."""
    found = read("set.txt", b'cell\tthe "unit"\nof life\n"organ\ttissues\n')
    assert pairs(found) == [("cell", 'the "unit"\nof life'), ('"organ', "tissues")]


@pytest.mark.parametrize(
    "text",
    [
        "Question,Answer\nchat,cat\nchien,dog\n",
        "chat,cat\nchien,dog\n",
        "Вопрос;Ответ\nchat;cat\nchien;dog\n",
        "Begriff\tBedeutung\nchat\tcat\nchien\tdog",
        '"id"|"Front"|"Back"\nx|chat|cat\ny|chien|dog\n',
        "sep=;\nchat;cat\nchien;dog",
    ],
)
def test_tables_with_any_separator_with_or_without_a_header(text: str) -> None:
    """All the same two cards."""
    assert pairs(read("animals.csv", text.encode())) == [("chat", "cat"), ("chien", "dog")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"])
def test_cyrillic_in_any_encoding(encoding: str) -> None:
    """No card with letters that nobody wrote."""
    lines = [("Столица Франции", "Париж"), ("Столица Германии", "Берлин"), ("Что такое клетка", "единица жизни")]
    text = "".join(f"{one};{other}\n" for one, other in lines)
    assert pairs(read("столицы.csv", text.encode(encoding))) == lines


def test_french_of_an_old_spreadsheet() -> None:
    """Windows-1252."""
    text = "Où est la forêt ?;près de la rivière\nL’été à Noël;jamais, hélas\nÊtes-vous sûr ?;certainement\n"
    assert pairs(read("a.csv", text.encode("cp1252")))[0] == ("Où est la forêt ?", "près de la rivière")


def test_a_quote_that_is_not_closed_swallows_nothing() -> None:
    """Its row is named, the others are there, and the file counts as damaged."""
    found = read("a.csv", b'q,a\n"one,1\ntwo,2\nthree,3\n')
    assert [question for question, _ in pairs(found)] == ["q", "two", "three"]
    assert [(one.line, one.why) for one in found.left_out] == [(2, Why.QUOTE)]
    assert found.is_damaged


def test_what_makes_no_card_is_counted_with_its_line() -> None:
    """No answer, no question, twice, too long."""
    found = read("a.csv", f"question,answer\na,\n,b\nc,d\nC,d\ne,{'x' * 4000}\n{'f' * 5000},g\n".encode())
    assert [(one.line, one.why) for one in found.left_out] == [
        (2, Why.NO_ANSWER),
        (3, Why.NO_QUESTION),
        (5, Why.TWICE),
        (6, Why.TOO_LONG),
        (7, Why.TOO_LONG),
    ]
    assert not found.is_damaged


@pytest.mark.parametrize(
    "text",
    [
        "# Animals\n\nQ: chat\nA: cat\n\nQ: chien\nA: dog\n",
        "# Animals\n\n**Question 1:** chat\n**Answer:** cat\n\n**Question 2:** chien\n**Answer:** dog\n",
        "# Animals\n\n- chat :: cat\n- chien :: dog\n",
        "# Animals\n\n## chat\ncat\n\n## chien\n\ndog\n",
        "# Animals\n\n- chat\n  cat\n- chien\n  dog\n",
        "# Animals\n\n| Front | Back |\n|---|---|\n| chat | cat |\n| chien | dog |\n",
    ],
)
def test_markdown_lists(text: str) -> None:
    """Marked, inline, headings, nested, a table."""
    found = read("animals.md", text.encode())
    assert pairs(found) == [("chat", "cat"), ("chien", "dog")]
    assert found.title == "Animals"


@pytest.mark.parametrize("data", [b"", b"   \n", b"question,answer\n", "\ufeff".encode()])
def test_a_file_without_cards_has_no_deck(data: bytes) -> None:
    """Empty, or only a header."""
    assert read("a.csv", data).deck is None


def test_ids_are_the_same_again_in_any_order() -> None:
    """Memories hang on them; also where nothing of the question is Latin."""
    lines = ["What is a cell?\tunit", "Что такое клетка?\tединица", "細胞とは\t単位", "C++\ta", "C#\tb"]
    once, again = (read("a.txt", "\n".join(order).encode()).deck for order in (lines, lines[::-1]))
    assert once is not None
    assert again is not None
    assert {card.question: card.id for card in once.cards} == {card.question: card.id for card in again.cards}
    assert len({card.id for card in once.cards}) == 5


def test_an_expression_in_an_answer_is_text() -> None:
    """Nothing in a file is run."""
    assert pairs(read("a.txt", b"email\t^(a+)+$\nnext\t=HYPERLINK(1)")) == [
        ("email", "^(a+)+$"),
        ("next", "=HYPERLINK(1)"),
    ]


def test_the_language_is_heard() -> None:
    """By its small words."""
    text = "Où est la forêt ?\tElle est près de la rivière\nQui a écrit le livre ?\tun homme de la ville"
    found = read("a.txt", text.encode())
    assert found.deck is not None
    assert found.deck.language == "fr"
    assert found.deck.cards[0].kind is Kind.EXPLANATION


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "chat -> cat\nchien -> dog\n"),
        ("a.txt", "chat => cat\nchien => dog\n"),
        ("a.txt", "chat – cat\nchien – dog\n"),
        ("a.txt", "chat\ncat\n\nchien\ndog\n"),
        ("a.md", "#animals\n\nchat::cat\nchien:::dog\n"),
        ("a.md", "chat\n?\ncat\n\nchien\n?\ndog\n"),
        ("a.md", "**chat**\ncat\n\n**chien**\ndog\n"),
        ("a.md", "1. chat\n   - cat\n2. chien\n   - dog\n"),
        ("a.md", "**Q**: chat\n**A**: cat\n\n**Q**: chien\n**A**: dog\n"),
        ("a.md", "chat\tcat\nchien\tdog\n"),
        ("a.csv", "1,chat,cat\n2,chien,dog\n"),
        ("a.csv", "French;English\nchat;cat\nchien;dog\n"),
        ("a.csv", "Answer,Question\ncat,chat\ndog,chien\n"),
        ("a.csv", "front,back,kind\nchat,cat,noun\nchien,dog,noun\n"),
    ],
)
def test_further_ways_to_write_two_cards(name: str, text: str) -> None:
    """Arrows, blocks, notes of Obsidian, bold questions, numbered rows, columns that are called otherwise."""
    assert pairs(read(name, text.encode())) == [("chat", "cat"), ("chien", "dog")]


def test_numbered_questions_with_their_answers_below() -> None:
    """The number is no part of the question."""
    assert pairs(read("", b"1. Who?\nme\n2. Where?\nhere\n")) == [("Who?", "me"), ("Where?", "here")]


def test_marks_in_a_list_are_those_of_the_answer() -> None:
    """Not of the letter before it."""
    found = read("a.md", b"Q: **what** is it?\nA: **that**\n\nQ: __init__?\nA: __new__\n")
    assert pairs(found) == [("**what** is it?", "**that**"), ("__init__?", "__new__")]


def test_more_cells_than_columns_are_damage() -> None:
    """Nobody knows which comma was none; the row is named and the others are there."""
    found = read("a.csv", b"question,answer\nWho, when?,me\nWhere?,here\n")
    assert pairs(found) == [("Where?", "here")]
    assert [(one.line, one.why) for one in found.left_out] == [(2, Why.CELLS)]
    assert found.is_damaged


def test_an_id_of_ones_own_is_kept() -> None:
    """Memories hang on it."""
    found = read("a.csv", b"id,question,answer\nx-1,a,b\nNot One,c,d\n")
    assert found.deck is not None
    assert [card.id for card in found.deck.cards] == ["x-1", "c"]


LEGACY = [
    *(("fr", one) for one in ("cp1252", "iso8859_15", "mac_roman", "cp850")),
    *((language, "cp1252") for language in ("de", "es", "pt", "sv", "nl")),
    *((language, "cp1250") for language in ("pl", "cs", "hu")),
    *((language, "iso8859_2") for language in ("pl", "cs")),
    *(("ru", one) for one in ("cp1251", "koi8_r", "cp866")),
    *(("tr", "cp1254"), ("el", "cp1253"), ("he", "cp1255"), ("ar", "cp1256"), ("uk", "cp1251")),
    *(("ja", "shift_jis"), ("ja", "euc_jp"), ("zh", "gb18030"), ("zh_Hant", "big5"), ("ko", "euc_kr")),
]


@pytest.mark.parametrize(("language", "encoding"), LEGACY, ids=str)
def test_old_encodings_are_told_apart(language: str, encoding: str) -> None:
    """By the names of thirty countries in the language."""
    names = [Locale.parse(language).territories[code] for code in COUNTRIES]
    text = "".join(f"{name};{code}\n" for name, code in zip(names, COUNTRIES, strict=True))
    written = text.encode(encoding, "ignore")
    assert pairs(read("a.csv", written)) == [
        tuple(line.split(";")) for line in written.decode(encoding).splitlines() if line.strip(";")
    ]
