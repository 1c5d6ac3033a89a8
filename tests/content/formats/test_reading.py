"""Files that people have become decks."""

import pytest
from babel import Locale

from content.card import Kind, YesNoCard
from content.formats import Found, Why, read
from content.formats.markup import from_html
from tests.support.packages import BASIC, CLOZE, HINTED, REVERSED, TYPED, new, old, zipped

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


def pairs(found: Found) -> list[tuple[str, str]]:
    """Questions and answers."""
    assert found.deck is not None
    return [(card.question, card.answer) for card in found.deck.cards]


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


@pytest.mark.parametrize("package", [lambda notes: zipped({"collection.anki2": old(notes)}), new])
def test_anki_packages_old_and_new(package: object) -> None:
    """Basic, reversed and cloze; HTML, formulas and sounds become text; pictures are counted."""
    data = package(  # type: ignore[operator] # one of the two above
        [
            (BASIC, "What is <b>ATP</b>?[sound:a.mp3]", "energy&nbsp;carrier<script>alert(1)</script>"),
            (REVERSED, "chat", "cat"),
            (CLOZE, "{{c1::Paris}} is in {{c2::France::country}}", ""),
            (BASIC, "area", r"\(\pi r^2\)"),
            (BASIC, '<img src="x.png">', "leaf"),
            (BASIC, "", ""),
        ]
    )
    found = read("bio.apkg", data)
    assert found.title == "Biology"
    assert pairs(found) == [
        ("What is **ATP**?", "energy carrier"),
        ("chat", "cat"),
        ("cat", "chat"),
        ("[…] is in France", "Paris"),
        ("Paris is in [country]", "France"),
        ("area", r"\(\pi r^2\)"),
    ]
    assert found.reasons == {Why.PICTURE_ONLY: 1, Why.EMPTY: 1}
    assert found.lost == 1, "the sound of the first"
    assert found.deck is not None
    assert {card.topic for card in found.deck.cards} == {"Cells"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("one<br>two<div>three</div>", "one\ntwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>", "- a\n- b\n1. c\n2. d"),
        ("H<sub>2</sub>O, x<sup>2</sup>, x<sup>q/2</sup>", "H₂O, x², x^(q/2)"),
        ("is <b>not</b> <i>so </i>bad", "is **not** *so* bad"),
        ("<b>mito</b>chondria, <b>a<br>b</b>, 2 * 3", "mitochondria, a\nb, 2 * 3"),
        ("use <code>a_b</code> &amp; <code>x`y</code>", "use a_b & x`y"),
        (
            "<pre><code>for x in y:<br>    print(x)\n\n    z</code></pre>",
            "```\nfor x in y:\n    print(x)\n\n    z\n```",
        ),
        (r"[$]x^2[/$], [latex]$y_1$[/latex], \(\alpha\)", r"\(x^2\), \(y_1\), \(\alpha\)"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("5 &lt; 6<!-- hidden --><style>b {}</style>", "5 < 6"),
    ],
)
def test_html_becomes_text(field: str, text: str) -> None:
    """With marks where they are understood, and only there."""
    assert from_html(field).text == text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("{{c1::a}} b {{c1::c}}", [("[…] b […]", "a, c")]),
        ("{{c1::outer {{c2::inner}} end}}!", [("[…]!", "outer inner end"), ("outer […] end!", "inner")]),
        ("{{c2::a::hint}} {{c1::b}}", [("a […]", "b"), ("[hint] b", "a")]),
        (r"\({{c1::\frac{a}{b} }}\)", [(r"\([…]\)", r"\frac{a}{b}")]),
        ("{{c1,2::both}} {{c2::one}}", [("[…] one", "both"), ("[…] […]", "both, one")]),
        ("{{c1::open", [("[…]", "open")]),
    ],
)
def test_clozes_ask_for_each_gap(text: str, asked: list[tuple[str, str]]) -> None:
    """One in another, with hints, several of one number."""
    found = read("a.apkg", zipped({"collection.anki2": old([(CLOZE, text, "")])}))
    assert pairs(found) == asked


def test_a_question_never_shows_its_answer() -> None:
    """Not in the field where one types it, nor under a hint; and the answer does not say the question again."""
    sides = {
        TYPED: ("{{Front}}\n\n{{type:Back}}", '{{Front}}\n\n<hr id="answer">\n\n{{type:Back}}'),
        HINTED: ("{{Front}} {{hint:Back}} {{tts en_US:Back}}", "{{FrontSide}}<hr id=answer>{{Back}}"),
    }
    notes = [(TYPED, "2 + 2", "4"), (HINTED, "3 + 3", "6")]
    assert pairs(read("a.apkg", zipped({"collection.anki2": old(notes, sides=sides)}))) == [
        ("2 + 2", "4"),
        ("3 + 3", "6"),
    ]


NOTES_IN_TEXT = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
    "guid1\tBasic\tBiology::Cells\tWhat is <b>ATP</b>?\tenergy\tx\n"
    'guid2\tBasic\tBiology::Cells\t"says ""hi"""\t"<pre>a\n b</pre>"\t\n'
    "guid3\tCloze\tBiology::Cells\t{{c1::Paris}} is in {{c2::France}}\t\t\n"
    "guid4\tBasic (and reversed card)\tBiology::Cells\tchat\tcat\t\n"
)


def test_notes_of_anki_in_plain_text() -> None:
    """The same cards as in a package, with the same ids."""
    found = read("notes.txt", NOTES_IN_TEXT.encode())
    package = new(
        [
            (BASIC, "What is <b>ATP</b>?", "energy"),
            (BASIC, 'says "hi"', "<pre>a\n b</pre>"),
            (CLOZE, "{{c1::Paris}} is in {{c2::France}}", ""),
            (REVERSED, "chat", "cat"),
        ]
    )
    assert found.title == "Biology"
    assert found.deck == read("a.apkg", package).deck


def test_plain_text_of_anki_without_html() -> None:
    """Angle brackets are letters there."""
    found = read("notes.txt", b'#separator:Semicolon\n#html:false\n#deck:Maths\na < b;"x; <y>"\n;z\n')
    assert found.title == "Maths"
    assert pairs(found) == [("a < b", "x; <y>")]
    assert [(one.line, one.why) for one in found.left_out] == [(5, Why.NO_QUESTION)]


def test_a_hidden_part_of_a_picture_is_no_card() -> None:
    """It is counted as a picture."""
    cloze = "{{c1::image-occlusion:rect:left=.1:top=.1}}<br>"
    found = read("a.apkg", zipped({"collection.anki2": old([(CLOZE, cloze, "<img src=x.png>"), (BASIC, "a", "b")])}))
    assert pairs(found) == [("a", "b")]
    assert found.reasons == {Why.PICTURE_ONLY: 1}


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
