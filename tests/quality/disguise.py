"""Turns articles into a language that nobody taught the program: each Chinese word is a made-up one, between blanks."""

import re
from dataclasses import replace
from functools import cache
from hashlib import blake2b

import jieba

from tests.quality.scoring import Article, scorer

_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"\w")
_SIGNS = {
    **dict.fromkeys("，、", ", "),
    **dict(zip("。！？；：（）…—", (". ", "! ", "? ", "; ", ": ", " (", ") ", "... ", " - "), strict=True)),
    **dict.fromkeys("“「《", ' "'),
    **dict.fromkeys("”」》", '" '),
}
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"
_SYLLABLES = 2, 4
_WORDS_OF_AN_IDEOGRAPH = 0.6
_LOOSE_QUOTE = re.compile(r'([.!?]) (["”)]+)')


def disguised(article: Article) -> Article:
    """Gives an article in the made-up language, its reference too."""
    text = _spoken(article.text)
    sentences = tuple(scorer().split_sentences(text))
    return replace(
        article,
        title=_spoken(article.title),
        text=text,
        sentences=sentences,
        tokens=tuple(scorer().tokens(sentence) for sentence in sentences),
        reference=scorer().tokens(_spoken(article.summary)),
        room=max(1, round(article.room * _WORDS_OF_AN_IDEOGRAPH)),
    )


def _spoken(text: str) -> str:
    return "\n".join(map(_paragraph, text.split("\n")))


def _paragraph(paragraph: str) -> str:
    said, begins = "", True
    for word in jieba.lcut(paragraph):
        if _IDEOGRAPH.match(word):
            said += (_made_up(word).capitalize() if begins else _made_up(word)) + " "
            begins = False
        elif word in _SIGNS:
            said = said.rstrip() + _SIGNS[word]
            begins = begins or word in "。！？"
        else:
            said += word + " " * bool(_WORD.match(word))
    return _LOOSE_QUOTE.sub(r"\1\2", " ".join(said.split()))


@cache
def _made_up(word: str) -> str:
    """Gives a word of two to four syllables, always the same for the same one."""
    shortest, longest = _SYLLABLES
    digits = iter(blake2b(word.encode()).digest())
    many = max(shortest, min(longest, len(word)))
    return "".join([_CONSONANTS[next(digits) % 16] + _VOWELS[next(digits) % 5] for _ in range(many)])
