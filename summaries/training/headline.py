"""Learns what of a text makes its headline: the weights of the runs of clauses, from articles with human headlines.

    python -m summaries.training.headline articles.jsonl.gz posts.jsonl

Every fit run of an article is compared with what is written about it (the mean of the F1 of single tokens, pairs and
the longest common run in order); the weights are those that tell best which runs of one article are nearer to that
than others, and above all which is nearest. Plain Python: the same articles and the same code give the same file to
the byte. Run it anew after a change to the rules, the ranker or the words.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from operator import mul
from pathlib import Path
from random import Random
from typing import NamedTuple

from summaries import document
from summaries.headline import BEST_COMPARED, NOTHING_KEPT, Read, read, tried
from summaries.headline.runs import Run
from summaries.headline.score import KEPT, REPEATED, TITLE, UNIT, WORD, Key, keys, share, standing, within
from summaries.rank import settled
from summaries.rank.lead import lead
from summaries.rank.learned import look
from summaries.sentences import tokens
from summaries.training.articles import Labelled, read_articles, weights_of
from summaries.training.rouge import Reference

WEIGHTS = Path(__file__).parents[1] / "weights" / "headline.json"

EVENNESS, BY_TITLE = 1.25, 0.05
"""How far small sources are brought up to large ones, and how much a title counts beside an editor's text."""

FEWEST_ARTICLES = 20
FEWEST_ARTICLES_OF_A_WORD = 30
"""What fewer articles show is chance."""

ORDER = 3
"""By which chance the articles are ordered: of ten tried the one whose headlines stay furthest above their floors."""

ROUNDS = 8
STEP = 0.005
GUESSING, PICKING = 0.3, 4.0
"""How much it counts to guess each run's nearness, and how much to pick a near one."""

SURENESS = 20
"""Runs are picked by chance as their guesses tell, one that is better by a hundredth a fifth as often again."""

SCALE = 10_000
"""Weights are kept as whole numbers: points of F1 × 100."""


class Example(NamedTuple):
    """A run: what is looked up about it, by how much each counts, and how near it is to the headline."""

    features: tuple[tuple[Key, float], ...]
    nearness: float


def main(*paths: str) -> None:
    """Writes the weights."""
    articles = read_articles(*map(Path, paths))
    weights = weights_of(articles, evenness=EVENNESS, by_title=BY_TITLE)
    learned = learn(zip(weights, map(examples, articles), strict=True))
    WEIGHTS.write_text(written(learned), encoding="utf-8")


def examples(article: Labelled) -> list[Example]:
    """Gives all fit runs of an article."""
    read_document = document.read_whole(article.text, title=article.title)
    sight = look(read_document)
    order = settled(read_document, sight.order() if sight else lead(read_document))
    keeps = sight.measures.kept if sight else NOTHING_KEPT
    headline = Reference(tokens(article.summary))
    return [
        Example(_features(run, sentence), headline.score(tokens(sentence.text[run.start : run.stop])))
        for sentence in read(read_document, order, tried(read_document, order, BEST_COMPARED), keeps)
        for run in sentence.runs
    ]


def _features(run: Run, sentence: Read) -> tuple[tuple[Key, float], ...]:
    words = sentence.words
    inside = within(words, run)
    one = share(run.tokens)
    of_words: list[tuple[Key, float]] = []
    for word, length, often, titled, kept in zip(
        *(column[inside] for column in (words.words, words.lengths, words.repeated, words.titled, words.kept)),
        strict=True,
    ):
        of_words += [((WORD, word), one * length), ((REPEATED, often), one * length)]
        of_words += [((TITLE,), one * length)] if titled else []
        of_words += [((KEPT,), one * kept / UNIT)] if kept else []
    looked_up = (*standing(sentence.place), *keys(run, sentence.cut, words, sentence.place))
    return (*((key, 1.0) for key in looked_up), *of_words)


def learn(articles: Iterable[tuple[float, Sequence[Example]]]) -> dict[Key, int]:
    """Gives the weights of what enough articles show; each article comes with how much it counts."""
    comparable = [(worth, article) for worth, article in articles if len(article) > 1]
    known = _known(article for _, article in comparable)
    coded = [(worth, [_coded(example, known) for example in article]) for worth, article in comparable]
    weights = _descend(coded, len(known))
    return {key: weight for key, place in known.items() if (weight := round(weights[place] * SCALE))}


def _known(articles: Iterable[Sequence[Example]]) -> dict[Key, int]:
    counts = Counter(key for article in articles for key in {key for example in article for key, _ in example.features})
    return {
        key: place
        for place, key in enumerate(sorted(filter(lambda key: counts[key] >= _fewest(key), counts), key=repr))
    }


def _fewest(key: Key) -> int:
    return FEWEST_ARTICLES_OF_A_WORD if key[0] == WORD else FEWEST_ARTICLES


Coded = tuple[tuple[int, ...], tuple[float, ...], float]


def _coded(example: Example, known: dict[Key, int]) -> Coded:
    kept = [(known[key], value) for key, value in example.features if key in known]
    return tuple(place for place, _ in kept), tuple(value for _, value in kept), example.nearness


def _descend(articles: list[tuple[float, list[Coded]]], size: int) -> list[float]:
    """Walks downhill article by article; the mean of the later rounds is steadier than the last step."""
    chance = Random(ORDER)  # noqa: S311 (no secret)
    weights, steepness, total = [0.0] * size, [1e-3] * size, [0.0] * size
    for turn in range(ROUNDS):
        chance.shuffle(articles)
        for worth, article in articles:
            _step(article, worth, weights, steepness)
        if turn >= ROUNDS // 2:
            total = [so_far + weight for so_far, weight in zip(total, weights, strict=True)]
    return [weight / (ROUNDS - ROUNDS // 2) for weight in total]


def _step(article: list[Coded], worth: float, weights: list[float], steepness: list[float]) -> None:
    """Brings what the weights say of an article's runs, against its mean, nearer to what is true, the best first."""
    errors = _errors(article, weights)
    slopes: dict[int, float] = {}
    for (places, values, _), error in zip(article, errors, strict=True):
        for place, value in zip(places, values, strict=True):
            slopes[place] = slopes.get(place, 0.0) + worth * error * value
    for place, slope in slopes.items():
        steepness[place] += slope * slope
        weights[place] -= STEP * slope / sqrt(steepness[place])


def _errors(article: list[Coded], weights: list[float]) -> list[float]:
    guessed = [
        sum([weights[place] * value for place, value in zip(places, values, strict=True)])
        for places, values, _ in article
    ]
    near = [nearness for *_, nearness in article]
    mean = (sum(guessed) - sum(near)) / len(article)
    best = max(guessed)
    odds = [exp(SURENESS * (guess - best)) for guess in guessed]
    total = sum(odds)
    chances = [each / total for each in odds]
    expected = sum(map(mul, chances, near))
    return [
        GUESSING * (guess - is_near - mean) - PICKING * chance * (is_near - expected)
        for guess, is_near, chance in zip(guessed, near, chances, strict=True)
    ]


def written(weights: dict[Key, int]) -> str:
    """Gives the file: a table a line, in it rows of where to look and the weight."""
    tables: dict[str, list[list[str | int]]] = {}
    for (name, *parts), weight in sorted(weights.items(), key=lambda row: repr(row[0])):
        tables.setdefault(str(name), []).append([*parts, weight])
    lines = (f"{json.dumps(name)}: {_rows(rows)}" for name, rows in tables.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rows(rows: Iterable[Sequence[str | int]]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(*sys.argv[1:])
