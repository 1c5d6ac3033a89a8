"""What kind of answer a bare question and its references ask for; imported study sets have nothing more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from content.language import fold, lexicon, read, tidy
from content.language.quantities import Quantity, quantities, written

_BULLET = re.compile(r"(?:^|(?<=\s))(?:[-*•–]|\(?\d{1,2}[.)])\s*(?=[^\W\d_(\"])")
# A remark in brackets stands behind a word; behind a sign or without a space it belongs to a formula or to code.
_BRACKETS = re.compile(r"(?:(?<=[\w°.,;:!?\"'%])\s+|^)[(\[]([^()\[\]]*)[)\]]")
_PREFIX = re.compile(r"^\s*[A-Z]{3,10}\s*[:=]\s*")
_WORD_SLASH = re.compile(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
_SLASH = re.compile(r"\s+/\s+")
_NO = frozenset({"no", "non", "nein", "нет", "nope", "nah", "nan", "nee"})
_BETWEEN = ("between", "entre", "zwischen", "между")
_LONG = 5
_REASON = 9
_NAMED = re.compile(r"(?:[Tt]he )?[A-Z][a-z]+ of (?:the )?([A-Z][^\W\d_]+)")
_EITHER = re.compile(r"^(?:either|soit|entweder|либо|sea)\s+", re.IGNORECASE)
_AND_SO_ON = re.compile(r",?\s*(?:etc\.?|and so on|usw\.?|и т\. ?д\.)\s*$")
_FORMULA = re.compile(r"[=^\\\[\]{}<>+*]|^-|\s-\w|\w\(|_")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the references are: the kind of answer, its accepted wordings, and what that kind needs besides."""

    kind: str
    accept: tuple[str, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()
    need: int = 0
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    yes: bool = False


def shape(question: str, references: Sequence[str], language: str) -> Shape:
    """The kind of answer that fits these references best."""
    references = [neat for one in references if (neat := tidy(one))] or ["?"]
    first = references[0]
    said = _yes_no(first, language)
    if said is not None and len([word for word in read(first, language).words if not word.stop]) <= _REASON:
        return Shape("yes_no", tuple(references[1:]), yes=said)
    quantity = _number(first, language) or _range(question, first, language)
    if quantity and len(references) == 1:
        return Shape("number", low=quantity.low, high=quantity.high, unit=quantity.unit)
    sentences = sum(_sentence(one, language) for one in references) * 2 > len(references)
    if len(references) == 1 and _AND_SO_ON.search(first):
        parts = [part for part in re.split(r"[,;]\s*", _AND_SO_ON.sub("", first)) if part.strip()]
        if _short(parts, language):
            return Shape("term", tuple(parts))
    if len(references) == 1 and "/" in question and len(_SLASH.split(first)) == len(re.split(r"\s*/\s*", question)):
        return Shape("list", items=tuple((part.strip(),) for part in _SLASH.split(first) if part.strip()))
    if len(references) == 1 and not (sentences and not _BULLET.match(first)):
        items = _items(question, first, language)
        if len(items) > 1:
            choices = tuple(tuple(dict.fromkeys((*_wordings(item, language), *_sides(item)))) for item in items)
            return Shape("list", items=choices, need=_need(question, items, language))
        both = _both(question, first, language)
        if both:
            return Shape("list", items=both)
    accept = tuple(dict.fromkeys(more for one in references for more in _wordings(one, language) if more != first))
    bare = [read(_BRACKETS.sub("", one).strip() or one, language).words for one in references]
    words = min(len(one) for one in bare)
    with_remark = not any(_or_else(inner, language) for one in references for inner in _BRACKETS.findall(one))
    shortest = min(
        sum(not word.stop for word in (read(one, language).words if with_remark else plain))
        for one, plain in zip(references, bare, strict=True)
    )
    if sentences:
        return Shape("explanation", accept)
    if len(references) == 1 and _either(_BRACKETS.sub("", first).strip(" ."), language):
        return Shape("term", accept)
    phrase = shortest > 2 and any(word.stop for word in read(first, language).words[1:])
    if words <= _LONG and ((shortest <= 4 and not phrase) or _FORMULA.search(first)):
        return Shape("term", accept)
    return Shape("explanation", accept)


def _sentence(reference: str, language: str) -> bool:
    """Whether a reference is a sentence of three words or more: with a full stop, or with a verb."""
    words = read(reference, language).words
    return len(words) > 2 and (
        bool(re.search(r"[^\W\d_]{2}\.$", reference)) or any(word.text in lexicon(language).verbs for word in words[1:])
    )


def _yes_no(reference: str, language: str) -> bool | None:
    """Whether the reference begins with yes (True) or no (False) and a break after it; None when with neither."""
    said = read(reference, language).words
    first = said[0].text if said else ""
    words = lexicon(language)
    if (first,) not in (*words.yes.get(first, ()), *words.no.get(first, ())) or first in words.negation - _NO:
        return None
    if len(said) > 1 and not re.match(rf"\W*{re.escape(first)}\s*[,.;:!–-]", fold(tidy(reference), language)):
        return None
    return (first,) in words.yes.get(first, ())


def _number(reference: str, language: str) -> Quantity | None:
    """The quantity that the reference is; None when it is more than a number with a unit."""
    bare = _BRACKETS.sub("", reference).strip()
    found = quantities(bare, language)
    if len(found) != 1:
        return None
    one = found[0]
    folded = written(bare, language)
    if _FORMULA.search(folded.lstrip("-").replace("^", "").replace("*", "")):
        return None
    words = lexicon(language)
    rest = f"{folded[: one.start]} {folded[one.end :]}"
    said = [word for word in read(rest, language).words if not word.stop and word.text not in words.approximate]
    return None if said else one


def _range(question: str, reference: str, language: str) -> Quantity | None:
    """The range of which the question says "between" and the reference the ends: "0.1 and 0.5"."""
    asked = {word.text for word in read(question, language).words}
    between = next((word for word in _BETWEEN if word in asked), "")
    found = quantities(f"{between} {reference}", language) if between else ()
    said = [word for word in read(reference, language).words if not word.stop and word.value is None]
    return found[0] if len(found) == 1 and found[0].ranged and not said else None


def _items(question: str, reference: str, language: str) -> list[str]:
    """The things that the reference lists, when it is a list."""
    bullets = [part.strip(" ;,.") for part in _BULLET.split(reference)]
    bullets = [part for part in bullets if part]
    if len(bullets) > 1 and _BULLET.match(reference):
        return bullets
    bare = _PREFIX.sub("", _BRACKETS.sub("", reference))
    slashed = _SLASH.split(reference)
    plural = _wants_several(question, language)
    paired = _short(slashed, language) and any(re.search(r"\d|\w-\w", part) for part in slashed)
    if len(slashed) > 1 and ("/" in question or paired):
        return slashed
    words = lexicon(language)
    joined = "|".join(sorted(re.escape(word) for word in words.joined if word.isalpha() and len(word) <= 3)) or "&"
    divided = [text for part in bare.split(";") if (text := part.strip(" ."))]
    if len(divided) > 1 and _short(divided, language) and not _FORMULA.search(bare):
        return divided
    parts = [part.strip(" .") for part in re.split(rf"\s*[,;]\s*(?:(?:{joined}|&)\s+)?|\s+(?:{joined}|&)\s+", bare)]
    parts = [part for part in parts if part]
    if len(parts) < 2 or any(" or " in f" {part} " for part in parts):
        return []
    if _short(parts, language) and (plural or (len(parts) >= 3 and re.search("[,;]", bare))):
        return parts
    pairs = [part.strip() for part in re.split(r"[,;]\s*", bare) if part.strip()]
    if len(pairs) > 1 and all("=" in part for part in pairs):
        return []
    return []


def _both(question: str, reference: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The two things that a question with "and" asks for, where the second may be one of two: "tea, milk or sugar"."""
    words = lexicon(language)
    if not any(word.text in words.joined for word in read(question, language).words):
        return ()
    parts = [part.strip(" .") for part in _BRACKETS.sub("", reference).split(",")]
    either = "|".join(sorted(re.escape(word) for word in words.alternative)) or "or"
    choice = re.split(rf"\s+(?:{either})\s+", parts[-1])
    if len(parts) != 2 or len(choice) != 2 or not _short([parts[0], *choice], language):
        return ()
    return (parts[0],), tuple(choice)


def _sides(item: str) -> tuple[str, ...]:
    """What stands on either side of a slash between two words: "Hyperopt", "Hyperas libraries"."""
    parts = _WORD_SLASH.split(item)
    return tuple(part.strip() for part in parts) if len(parts) == 2 else ()


def _need(question: str, items: Sequence[str], language: str) -> int:
    """How many of the items suffice; 0 for all.

    A question for some or for examples does not want all. Of five things and more that are whole phrases one may be
    missed: nobody repeats so many in the same words.
    """
    words = read(question, language).words
    counted = any(word.value is not None and word.value > 1 for word in words)
    if not counted and {word.text for word in words} & lexicon(language).some:
        return max(1, round(0.6 * len(items)))
    long = sum(len(read(item, language).content) for item in items) >= 2 * len(items)
    return len(items) - 1 if long and len(items) >= 5 else 0


def _short(parts: Sequence[str], language: str) -> bool:
    """Whether every part is a name rather than a sentence."""
    return all(0 < len(read(part, language).words) <= 4 for part in parts)


def _wants_several(question: str, language: str) -> bool:
    """Whether the question names a number of things from 2 on, or asks for things in the plural."""
    words = read(question, language).words
    if any(word.value is not None and 2 <= word.value <= 12 for word in words):
        return True
    folded = f" {fold(tidy(question), language)} "
    return bool(re.search(r" (?:vs|versus|list|name the|what are|which are|steps|themes|and|et|und|y|и) ", folded))


def _wordings(reference: str, language: str) -> tuple[str, ...]:
    """The reference and the shorter forms of it that are as right: without brackets, either side of "or" or a slash."""
    found = [reference]
    bare = _BRACKETS.sub("", _PREFIX.sub("", reference)).strip(" .")
    if bare and bare != reference.strip(" ."):
        found.append(bare)
        short = len(read(bare, language).words) <= 3
        for inner in _BRACKETS.findall(reference):
            if others := _or_else(inner, language):
                found += others
            elif _stands_alone(inner, short):
                found.append(inner)
    named = _NAMED.fullmatch(bare)
    if named:
        found.append(named[1])
    found += _either(bare, language)
    return tuple(dict.fromkeys(text for text in found if text.strip()))


def _either(bare: str, language: str) -> list[str]:
    """The names of which a reference leaves the choice ("ground truth, or annotations"); none for anything else."""
    either = "|".join(sorted(re.escape(word) for word in lexicon(language).alternative)) or "or"
    parts = [part.strip(" ,.") for part in re.split(rf",?\s+(?:{either})\s+|\s+/\s+", _EITHER.sub("", bare))]
    if len(parts) > 1 and all(parts) and _short(parts, language) and not _FORMULA.search(bare):
        return parts
    return []


def _or_else(inner: str, language: str) -> list[str]:
    """The names in brackets that begin with "or": "(or color, or hue)"."""
    either = "|".join(sorted(re.escape(word) for word in lexicon(language).alternative)) or "or"
    first = re.match(rf"\s*(?:{either})\s+", inner)
    others = re.split(rf",\s*(?:(?:{either})\s+)?|\s+(?:{either})\s+", inner[first.end() :]) if first else []
    return [text for one in others if (text := one.strip(" ."))]


def _stands_alone(inner: str, short: bool) -> bool:
    """Whether what stands in brackets is an abbreviation or another measure, or another name; not a remark."""
    if short and re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){1,3}", inner):
        return True
    return "=" in inner or bool(re.fullmatch(r"[A-Z]{1,6}", inner))
