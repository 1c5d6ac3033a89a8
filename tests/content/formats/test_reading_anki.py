"""What Anki packs up or writes out has become decks."""

import pytest

from content.formats import Why, read
from content.formats.markup import from_html
from tests.support.found import pairs
from tests.support.packages import BASIC, CLOZE, HINTED, REVERSED, TYPED, new, old, zipped

NOTES_IN_TEXT = (
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
    "guid1\tBasic\tBiology::Cells\tWhat is <b>ATP</b>?\tenergy\tx\n"
    'guid2\tBasic\tBiology::Cells\t"says ""hi"""\t"<pre>a\n b</pre>"\t\n'
    "guid3\tCloze\tBiology::Cells\t{{c1::Paris}} is in {{c2::France}}\t\t\n"
    "guid4\tBasic (and reversed card)\tBiology::Cells\tchat\tcat\t\n"
)


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
