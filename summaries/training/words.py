"""Makes the tables of words: how rare each is, whether it names something, and how it is written in both scripts.

    python -m summaries.training.words articles.jsonl.gz

The articles are lines of JSON with `title`, `text` and `source`. Rarity comes from two sides, half and half: from
jieba's dictionary (general Chinese; MIT licence, © Sun Junyi) and from the share of the articles that hold a word, each
kind of source counting the same. The characters are those that OpenCC (Apache 2.0) gives one simplified character for.
The same articles and libraries give the same files to the byte.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from math import exp, log
from pathlib import Path

import opencc

from summaries.words import cut

WEIGHTS = Path(__file__).parents[1] / "weights"

MOST = 30_000
"""A word further down is in the rarest class with all that are not listed."""

STEP = 0.5
SMOOTH = 2
USUAL_LENGTH = 300
"""Words of an article, to reckon from how often a word is said to how many articles say it."""

SMALLEST = 1e-4
_CHINESE = "\u2e80"
"""Words of other scripts tell of the sources they are from, not of their language: they are told by their length."""

KINDS = ("name", "noun", "loose", "other")
_KINDS_OF_TAGS = (
    dict.fromkeys(("ns", "nt", "nz", "nrt", "nrfg"), "name")
    | dict.fromkeys(("n", "nr", "vn", "j", "an", "eng"), "noun")
    | {"l": "loose"}
)
"""jieba's tags: places, bodies and other names; nouns; phrases, which may be anything. All others name nothing."""

_FOR_TWO = frozenset("吒")
"""Characters that are at home in the simplified script too."""


def main(articles: str) -> None:
    """Writes the tables."""
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / "words.rarity.txt").write_text(_rarity_table(Path(articles)), encoding="utf-8")
    (WEIGHTS / "words.nouns.txt").write_text(_noun_table(), encoding="utf-8")
    (WEIGHTS / "words.scripts.txt").write_text(_script_table(), encoding="utf-8")


def _rarity_table(articles: Path) -> str:
    shares: defaultdict[str, float] = defaultdict(float, _in_general())
    by_source = list(_in_articles(articles))
    for of_source in by_source:
        for word, share in of_source.items():
            shares[word] += share / len(by_source)
    best = sorted(shares, key=lambda word: (-shares[word], word))[:MOST]
    kind = _kinds()
    classes: dict[int, dict[str, list[str]]] = defaultdict(lambda: {name: [] for name in KINDS})
    for word in sorted(best):
        classes[round(-log(shares[word] / 2 + SMALLEST) / STEP)][kind.get(word, "loose")].append(word)
    return "".join(
        "\t".join([str(number * STEP), *(" ".join(classes[number][name]) for name in KINDS)]) + "\n"
        for number in sorted(classes)
    )


def _kinds() -> dict[str, str]:
    """Gives of every word of jieba's dictionary what its tag says of it."""
    return {word: _KINDS_OF_TAGS.get(tag, "other") for word, _, tag in _dictionary()}


def _dictionary() -> Iterator[list[str]]:
    for line in files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines():
        yield line.split(" ")


def _noun_table() -> str:
    """Gives the characters that words naming something begin and end with more, or less, often than others."""
    begin: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    end: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for word, _, tag in _dictionary():
        if len(word) in range(2, 5) and word[0] >= _CHINESE:
            names = _KINDS_OF_TAGS.get(tag) in ("name", "noun")
            begin[names][word[0]] += 1
            end[names][word[-1]] += 1
    classes: dict[int, list[list[str]]] = defaultdict(lambda: [[], []])
    for place, counts in enumerate((begin, end)):
        for character in sorted(counts[True].keys() | counts[False].keys()):
            if odds := _odds(counts, character):
                classes[odds][place].append(character)
    return "".join(f"{odds * STEP}\t{''.join(b)}\t{''.join(e)}\n" for odds, (b, e) in sorted(classes.items()))


def _odds(counts: dict[bool, Counter[str]], character: str) -> int:
    expected = counts[True].total() / counts[False].total()
    odds = (counts[True][character] + SMOOTH * expected) / (counts[False][character] + SMOOTH)
    return round(log(odds / expected) / STEP)


def _in_general() -> dict[str, float]:
    """Gives the share of texts that should hold a word, by how often the dictionary counts it."""
    counts = {word: int(count) for word, count, _ in _dictionary()}
    total = sum(counts.values())
    return {
        word: 1 - exp(-USUAL_LENGTH * count / total)
        for word, count in counts.items()
        if len(word) > 1 and word[0] >= _CHINESE
    }


def _in_articles(articles: Path) -> Iterator[dict[str, float]]:
    """Gives for each source the share of its articles that hold a word."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    read: Counter[str] = Counter()
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            source = article["source"].partition("-")[0]
            held[source].update(_words(article))
            read[source] += 1
    for source in sorted(held):
        yield {word: count / read[source] for word, count in held[source].items()}


def _words(article: dict[str, str]) -> set[str]:
    lines = cut([article["title"], *article["text"].split("\n")])
    return {word for line in lines for word in line if len(word) > 1 and word[0] >= _CHINESE}


def _script_table() -> str:
    convert = opencc.OpenCC("t2s").convert
    pairs = [(c, simple) for c in map(chr, range(0x3400, 0xA000)) if (simple := convert(c)) != c and c not in _FOR_TWO]
    pairs = [pair for pair in pairs if len(pair[1]) == 1]
    return "".join("".join(column) + "\n" for column in zip(*pairs, strict=True))


if __name__ == "__main__":
    main(sys.argv[1])
