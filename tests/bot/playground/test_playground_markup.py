"""Telegram's HTML, tag by tag and refusal by refusal."""

import pytest

from bot.playground.entities import Entity, FormattedText, as_typed, checked_link, clean, finish, utf16_length
from bot.playground.markup import MarkupError, parse_html


def kinds(formatted: FormattedText) -> list[tuple[str, str]]:
    return [(entity.type, formatted.part(entity)) for entity in formatted.entities]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<a href="https://example.org/a">x</a>', "text_link"),
        ('<a href="tg://user?id=1001">x</a>', "text_mention"),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', "custom_emoji"),
        ("<B>x</B>", "bold"),
    ],
)
def test_supported_tags(markup: str, expected: str) -> None:
    assert kinds(parse_html(markup)) == [(expected, "x")]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <3", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href='q>x</a>", "Unclosed start tag at byte offset 0"),
        ("<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_telegram_refuses(markup: str, words: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_html(markup)
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "'),
        ("&#60;&#x3C;&#128512;", "<<😀"),
        ("&lt;&lt", "<<"),
        ("&nbsp; &copy; AT&T &", "&nbsp; &copy; AT&T &"),
        ("&#0; &#xD800; &#;", "&#0; &#xD800; &#;"),
    ],
)
def test_character_references(markup: str, text: str) -> None:
    assert parse_html(markup).text == text


def test_offsets_count_utf16_units() -> None:
    formatted = parse_html("😀é<b>😀</b>")
    (bold,) = formatted.entities
    assert (bold.offset, bold.length) == (3, 2)
    assert utf16_length("😀é") == 3


def test_code_inside_pre_is_one_block_in_a_language() -> None:
    (entity,) = parse_html('<pre><code class="language-python">x</code></pre>').entities
    assert (entity.type, entity.language) == ("pre", "python")


def test_outer_entities_come_before_inner_ones() -> None:
    assert kinds(parse_html("<b>a<i>b</i></b>")) == [("bold", "ab"), ("italic", "b")]


def test_empty_tags_and_links_to_nowhere_vanish() -> None:
    assert kinds(parse_html('<b></b><a href="nonsense">x</a>')) == []


def test_the_ends_are_trimmed_and_the_entities_follow() -> None:
    expected = FormattedText("x y", (Entity("bold", 0, 1), Entity("italic", 2, 1)))
    assert finish(parse_html(" \n <b> x</b> <i>y </i><u> </u>\n")) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start now", [("bot_command", "/start")]),
        ("/start@dailydeck_bot", [("bot_command", "/start@dailydeck_bot")]),
        ("either/or 1/2 /", []),
        ("hello @ann_archer!", [("mention", "@ann_archer")]),
        ("see https://keras.io/api, or t.me/x?start=1", [("url", "https://keras.io/api"), ("url", "t.me/x?start=1")]),
        ("write to a@example.org", [("email", "a@example.org")]),
        ("#learning #1", [("hashtag", "#learning")]),
    ],
)
def test_entities_that_telegram_finds_by_itself(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(as_typed(text)) == found


def test_nothing_is_found_inside_code() -> None:
    assert kinds(finish(parse_html("<code>/start @someone</code>"))) == [("code", "/start @someone")]


def test_control_characters_do_not_get_through() -> None:
    assert clean("a\x00b\r\nc\u202ed\te") == "a b\ncd e"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("example.org", "http://example.org/"),
        ("https://example.org/x?y#z", "https://example.org/x?y#z"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"),
        ("tg://user?id=1", "tg://user?id=1"),
        ("http://localhost:8080", None),
        ("javascript:alert(1)", None),
        ("https://exa mple.org", None),
        ("", None),
    ],
)
def test_what_counts_as_an_address(url: str, link: str | None) -> None:
    assert checked_link(url) == link
