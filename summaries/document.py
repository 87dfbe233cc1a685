"""A text as the rankers see it: its sentences, their telling words, and the title's."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import normalize

from summaries import words
from summaries.furniture import empty_talk, is_caption
from summaries.sentences import Sentence
from summaries.voices import Turns, turns

try:
    from summaries.compiled.sentences import is_chinese, is_japanese, is_strange, split
    from summaries.compiled.words import count
except ImportError:  # no compiler was there
    from summaries.sentences import is_chinese, is_japanese, is_strange, split
    from summaries.words.sorting import count

READ_CHARACTERS = 40_000
"""Words are looked up this far into a text: what it is about is said by then, and time stays bounded."""

LONGEST_TITLE = 300
LONGER = 1.25
"""A sentence so many times as long as the title says more."""

LANGUAGE = 3
"""So many sentences tell what language a text is in."""

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text, cut and read once for all that is asked about it."""

    title: str
    sentences: tuple[Sentence, ...]
    texts: Sequence[str]
    """What each says."""
    in_chinese: bool
    read: int
    """How many of the sentences, from the first, were read word by word."""
    words: Sequence[Sequence[str]]
    """The telling words of each read sentence, in order."""
    numbers: Sequence[Sequence[int]]
    """The same, each by its place in `frequency`."""
    bits: Sequence[int]
    """The same, each once: of an integer the bit of its place."""
    new: Sequence[int]
    """How many of them no sentence before said."""
    said: Sequence[Sequence[str]]
    """All words of each read sentence, as far as the language is one whose words are known."""
    title_words: frozenset[str]
    title_said: Sequence[str]
    frequency: Counter[str]
    """How often each telling word is said, in the order of their first mentions."""
    last_resort: frozenset[int]
    """Sentences that say nothing."""
    turns: Turns
    """Who says what in an interview."""
    aside: tuple[Sentence, ...]
    """Those that only repeat the title, and what says nothing before the first that does; they are none of `sentences`,
    or the lead would not come first.
    """

    def different(self, i: int) -> frozenset[str]:
        """Gives the telling words of a read sentence, each once."""
        return frozenset(self.words[i])


def read(text: str | Sequence[str], *, title: str = "") -> Document:
    """Reads a text; what says nothing before the first sentence that does stands aside."""
    every = split(text)
    repeats = frozenset(_repeats(every, title))
    talk = empty_talk([sentence.text for sentence in every])
    opening = next((i for i in range(len(every)) if i not in repeats and i not in talk), 0)
    return _document(every, title, repeats.union(range(opening)), talk)


def _document(every: tuple[Sentence, ...], title: str, aside: frozenset[int], talk: frozenset[int]) -> Document:
    """Gives a text without the sentences that stand aside; the empty talk is numbered as they are."""
    sentences = every
    if aside:
        told = [i for i in range(len(every)) if i not in aside]
        sentences = tuple([every[i] for i in told])
        talk = frozenset([number for number, i in enumerate(told) if i in talk])
    texts = [sentence.text for sentence in sentences]
    read = bisect_right([*accumulate(map(len, texts))], READ_CHARACTERS)
    title_line = " ".join(title[:LONGEST_TITLE].split())
    (title_said, *said), (title_telling, *telling) = words.read([title_line, *texts[:read]])
    numbers, bits, new, frequency = count(telling)
    beginning = "".join(texts[:LANGUAGE])
    return Document(
        title=title,
        sentences=sentences,
        texts=texts,
        in_chinese=is_chinese(beginning) and not is_japanese(beginning),
        read=read,
        words=telling,
        numbers=numbers,
        bits=bits,
        new=new,
        said=said,
        title_words=frozenset(title_telling),
        title_said=title_said,
        frequency=frequency,
        last_resort=_with_captions(talk, sentences, texts),
        turns=turns(sentences),
        aside=tuple([every[i] for i in sorted(aside)]),
    )


def _with_captions(talk: frozenset[int], sentences: Sequence[Sentence], texts: Sequence[str]) -> frozenset[int]:
    """Gives the empty talk with the captions before the names of photographers."""
    captions = [i - 1 for i in talk if i > 1 and sentences[i].place == 1 and is_caption(texts[i - 1], texts[i])]
    return talk.union(captions)


def _repeats(sentences: tuple[Sentence, ...], title: str) -> list[int]:
    """Finds the sentences that say no more than the title."""
    wanted = _key(title[:LONGEST_TITLE])
    if not wanted:
        return []
    is_cut = title.rstrip().endswith(("...", "…"))  # the sentence it was cut from goes on to say more
    longest = min(len(title), LONGEST_TITLE) * 1.5 + 10
    room = 0 if is_cut else int(len(wanted) * (LONGER - 1))
    return [
        i
        for i, sentence in enumerate(sentences)
        if len(sentence.text) <= longest
        and not is_strange(sentence.text, wanted, room)  # mostly that saves the trouble of a key
        and _same(_key(sentence.text), wanted, is_cut=is_cut)
    ]


def _same(said: str, wanted: str, *, is_cut: bool) -> bool:
    if is_cut:
        return said in wanted
    if len(said) > len(wanted) * LONGER:
        return False
    return said in wanted or wanted in said


def _key(text: str) -> str:
    return _SIGNS.sub("", normalize("NFKC", text).casefold())
