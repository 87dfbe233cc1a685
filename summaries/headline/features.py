"""Describes the runs of a sentence: in keys that are looked up, in its words, and in plain numbers."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat
from math import log
from typing import NamedTuple

from summaries.document import Document
from summaries.headline.runs import Cut, Run
from summaries.headline.weights import Key
from summaries.rank.sight import Sight
from summaries.words import rarity

USUAL_TOKENS = 19
"""What an editor's headline has; a word that both have counts against both lengths."""

UNIT = 1_000
"""What is kept of a word is told in so many parts of a token."""

UNSEEN = -20.0
"""The standing of a sentence that the ranker did not consider."""

OFTEN = 5
_SIZES = (2, 3, 4, 5, 12, 30)
"""Texts of so many sentences are told apart: a flash, an item, an article, a long one."""

KNOWN = (
    *("number", "rank", "of", "size", "kept_in", "kept_to_best", "density"),
    *("alone", "alone_to_best", "alone_to_first"),
)
"""What is known of a sentence before it is cut: its place, what an editor keeps of it, and its standing by itself."""

WORDS = ("kept", "often", "repeated", "log_often", "titled", "length", "in_first", "in_next", "rarity")
"""What the words of a run add up to: what an editor keeps, how often the text says them, in which it says them."""

RUN = (
    *("tokens", "clauses", "first", "more", "share", "before", "after"),
    *("kept_f1", "kept_share", "left", "left_density"),
    *WORDS,
)
"""What is known of the run itself."""


class Place(NamedTuple):
    """Where a sentence stands."""

    number: int
    rank: int
    """Its place in the order of the ranker."""
    of: int
    """How many sentences the text has."""
    titled: bool


class Words(NamedTuple):
    """The telling words of a sentence, in its order."""

    starts: list[int]
    words: list[str]
    sums: tuple[list[float], ...]
    """For each of `WORDS` what the words before each place add up to."""
    echoes: list[int]
    """How often the text says again the words before each place."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """A sentence whose runs may become the headline."""

    document: Document
    place: Place
    text: str
    cut: Cut
    runs: list[Run]
    known: list[float]
    """The values of `KNOWN`."""
    keeps: Mapping[str, int]
    """What an editor keeps of each word."""

    @cached_property
    def words(self) -> Words:
        """Gives what plain Python has to know of its words."""
        return _find_words(self.cut.plain, self.document, self.place.number, self.keeps)


def _find_words(plain: str, document: Document, number: int, keeps: Mapping[str, int]) -> Words:
    """Finds the words again in their sentence; a word in another form than the sentence has is passed over."""
    starts: list[int] = []
    found: list[str] = []
    begun = 0
    for word in document.words[number] if number < document.read else ():
        start = plain.find(word, begun)
        if start >= 0:
            begun = start + len(word)
            starts.append(start)
            found.append(word)
    counts = list(map(document.frequency.__getitem__, found))
    first, following = document.words[:1] if number else (), document.words[number + 1 : number + 2]
    columns: tuple[Iterable[float], ...] = (
        map(keeps.get, found, repeat(0)),
        [min(OFTEN, count) for count in counts],
        [count > 1 for count in counts],
        map(log, counts),
        map(document.title_words.__contains__, found),
        map(len, found),
        map(_contained(first), found),
        map(_contained(following), found),
        map(rarity, found),
    )
    echoes = [0, *accumulate([count - 1 if count < OFTEN else OFTEN - 1 for count in counts])]
    return Words(starts, found, tuple([[0, *accumulate(column)] for column in columns]), echoes)


def _contained(sentences: Sequence[Sequence[str]]) -> Callable[[str], bool]:
    return frozenset(sentences[0] if sentences else ()).__contains__


def within(words: Words, run: Run) -> slice:
    """Tells which of the words stand in the run."""
    return slice(bisect_left(words.starts, run.start), bisect_left(words.starts, run.stop))


def echoes(run: Run, words: Words) -> int:
    """Tells how often the text says again the words of a run."""
    inner = within(words, run)
    again: int = words.echoes[inner.stop] - words.echoes[inner.start]
    return again


def keys(run: Run, sentence: Cut, place: Place, echoes: int) -> list[Key]:
    """Gives all that is looked up about a run besides its words, its numbers and its sentence's standing."""
    plain, found = sentence.plain, sentence.clauses
    start, stop, first, last, tokens, inside, trimmed = run
    left = len(found) - 1 - last
    index, before = min(place.number, 3), found[first - 1] if first else None
    after = found[last + 1] if left else None
    mass = min(8 * echoes // (tokens + 5), 7)
    return [
        ("tokens, sentence", tokens, index),
        ("tokens, text", tokens // 3, _size(place.of)),
        ("sentence, clause", index, min(first, 3), inside),
        ("shape", sentence.kinds[first : last + 1]),
        ("before", before.mark if before else "", before.kind if before else "", inside),
        ("after", min(left, 2), after.kind if after else "", found[last].mark),
        ("left out", inside, trimmed),
        ("repeats", mass, min(index, 2)),
        (BEGINS, plain[start]),
        (ENDS, plain[stop - 1]),
        (OPENING, plain[start : start + 2]),
        (ENDING, plain[stop - 2 : stop]),
    ]


BEGINS, ENDS, OPENING, ENDING = "begins", "ends", "opening", "ending"
ADDING = frozenset((BEGINS, ENDS, OPENING, ENDING))
"""The tables of characters are large: their rows only add to the answer, past the units."""


def standing(place: Place) -> list[Key]:
    """Gives what is looked up about a sentence's place, the same for all of its runs."""
    number, rank, size, titled = min(place.number, 3), min(place.rank, 3), _size(place.of), place.titled
    return [("sentence, text", number, size), ("rank, title", rank, number, titled), ("rank, text", rank, size)]


def _size(count: int) -> int:
    return bisect_left(_SIZES, count)


def of_sentence(place: Place, sight: Sight | None) -> list[float]:
    """Gives the values of `KNOWN`."""
    number, rank, of, _ = place
    if sight is None:
        return [number, rank, of, 0, 0.0, 0.0, 0.0, UNSEEN, UNSEEN, 0.0]
    kept_in, alone = sight.kept_in, sight.alone
    kept, size = (kept_in[number], sight.sizes[number]) if number < len(kept_in) else (0, 0)
    own, best, first = alone.get(number, UNSEEN), next(iter(alone.values())), alone.get(0, UNSEEN)
    most = sight.most_kept or 1
    return [number, rank, of, size, kept / UNIT, kept / most, kept / UNIT / (size or 1), own, own - best, own - first]


def of_run(run: Run, read: Read) -> list[float]:
    """Gives the values of `RUN`."""
    start, stop, first, last, tokens, _, _ = run
    length, kept_in = len(read.cut.plain), read.known[4]
    inner = within(read.words, run)
    begin, end = inner.start, inner.stop
    kept, often, repeated, logs, titled, lengths, in_first, in_next, rarities = [
        sums[end] - sums[begin] for sums in read.words.sums
    ]
    kept /= UNIT
    many = end - begin or 1
    return [
        tokens,
        len(read.cut.clauses),
        first,
        last - first,
        (stop - start) / length,
        start,
        length - stop,
        2 * kept / (tokens + USUAL_TOKENS),
        kept / (kept_in or 1),
        kept_in - kept,
        (kept_in - kept) / (length - (stop - start) or 1),
        kept / tokens,
        often,
        repeated / many,
        logs,
        titled,
        lengths / tokens,
        in_first / many if read.place.number else 1.0,
        in_next / many,
        rarities / many,
    ]
