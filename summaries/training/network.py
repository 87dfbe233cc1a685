"""Trains the network of `summaries.rank.net`: one layer of units over looked-up rows, by Adam, in numpy.

What is foretold is which sentence of an article is the best: the network's answers to its sentences become chances, and
two things are made large, the reward these chances earn, and their likeness to the chances that the rewards themselves
would give. So it learns to compare the sentences of one article, never articles with each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summaries.rank.net import USUAL_WORDS, Parts

ROUNDS = 8
BATCH = 64
STEP = 3e-3
WARM_UP = 100
"""Steps until the first full one."""

SHARPNESS = 15.0
"""How much better a better reward must be to be the likely one."""

SILENT_TITLES = 0.3
"""Which share is left out of a step by chance, so that none is relied upon."""

AVERAGED = 0.9
"""Over the last rounds the mean of the weights is kept: it is steadier than the last ones."""

_FADE, _FADE_SQUARE, _LEAST = 0.9, 0.999, 1e-8

Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]
Weights: TypeAlias = dict[str, Floats]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """Choices: of each, its candidates in rows one after the other, what they look like and what they earn."""

    features: sparse.csr_matrix
    """A one in each row for the cell of each feature."""
    adding: sparse.csr_matrix
    """The same of features that speak to no unit: what they say is added to the answer."""
    words: sparse.csr_matrix
    """How often each row says each word, or how loud."""
    titles: sparse.csr_matrix
    """The same, of each choice's title."""
    rewards: Floats
    counts: Ints
    """The candidates of each choice."""
    weights: Floats
    """How much each choice counts."""

    def taken(self, choices: Ints) -> "Lessons":
        """Gives some of the choices."""
        begins = np.concatenate([[0], np.cumsum(self.counts)])
        rows = np.concatenate([np.arange(begins[choice], begins[choice + 1]) for choice in choices])
        return Lessons(
            features=self.features[rows],
            adding=self.adding[rows],
            words=self.words[rows],
            titles=self.titles[choices],
            rewards=self.rewards[rows],
            counts=self.counts[choices],
            weights=self.weights[choices],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many units there are, which of them words speak to, and what they are to learn."""

    units: int
    parts: Parts
    earned: float
    """How much what the chances earn counts beside their likeness to those of the rewards."""
    silent_units: float
    silent_features: float
    silent_words: float
    """Which share of each is left out of a step by chance; the more, the better unseen kinds of text are told."""
    silent_texts: float = 0.0
    """Which share of the articles is seen without any word in a step: what is to be told of an unknown trade."""
    seed: int = 0


def learn(lessons: Lessons, shape: Shape, likeness: Floats | None = None) -> Weights:
    """Gives the weights learned from all lessons; the same ones give the same.

    With a row of `likeness` for each word, a word says what those used like it say, and what it alone says besides.
    """
    chance = np.random.default_rng(shape.seed)
    if likeness is None:
        likeness = np.zeros((lessons.words.shape[1], 0), dtype=np.float32)
    weights = _begin(lessons, shape, likeness.shape[1], chance)
    means = {name: np.zeros_like(value) for name, value in weights.items()}
    squares = {name: np.zeros_like(value) for name, value in weights.items()}
    many = len(lessons.counts)
    steps, done, kept = ROUNDS * -(-many // BATCH), 0, []
    for turn in range(ROUNDS):
        order = chance.permutation(many)
        for begin in range(0, many, BATCH):
            slopes = _slopes(weights, lessons.taken(order[begin : begin + BATCH]), shape, likeness, chance)
            done += 1
            pace = STEP * min(1.0, done / WARM_UP) * max(0.01, 1 - done / steps)
            pace *= (1 - _FADE_SQUARE**done) ** 0.5 / (1 - _FADE**done)
            for name, slope in slopes.items():
                means[name] += np.float32(1 - _FADE) * (slope - means[name])
                squares[name] += np.float32(1 - _FADE_SQUARE) * (slope * slope - squares[name])
                weights[name] -= np.float32(pace) * means[name] / (np.sqrt(squares[name]) + np.float32(_LEAST))
        if turn >= ROUNDS * (1 - AVERAGED):
            kept.append({name: value.copy() for name, value in weights.items()})
    learned = {name: np.mean([one[name] for one in kept], axis=0, dtype=np.float64) for name in weights}
    learned["sentence"] += likeness @ learned.pop("alike")  # from now on each word says it all by itself
    return {name: value.astype(np.float32) for name, value in learned.items()}


def answers(weights: Weights, lessons: Lessons, shape: Shape) -> Floats:
    """Gives the network's answer to each row."""
    sums = _sums(weights, lessons, shape, np.ones((len(lessons.counts), 1), dtype=np.float32))
    said: Floats = np.maximum(sums, 0) @ weights["speaks"]
    return _added_up(weights, lessons) + said


def _added_up(weights: Weights, lessons: Lessons) -> Floats:
    """Gives what is added to the answer to each row past the units."""
    added: Floats = lessons.features @ weights["added_up"] + lessons.adding @ weights["adding"]
    return added


def _begin(lessons: Lessons, shape: Shape, alike: int, chance: np.random.Generator) -> Weights:
    cells, units, parts = lessons.features.shape[1], shape.units, shape.parts
    sizes = {
        "features": ((cells, units), 0.05),
        "added_up": ((cells,), 0.0),
        "sentence": ((lessons.words.shape[1], parts.sentence), 0.02),
        "title": ((lessons.titles.shape[1], parts.title), 0.01),
        "base": ((units,), 0.0),
        "speaks": ((units,), units**-0.5),
        "adding": ((lessons.adding.shape[1],), 0.0),
        "alike": ((alike, parts.sentence), 0.05),
    }
    return {name: chance.normal(0, spread, size).astype(np.float32) for name, (size, spread) in sizes.items()}


def _sums(weights: Weights, lessons: Lessons, shape: Shape, heard: Floats) -> Floats:
    """Gives the sum of each unit for each row; `heard` silences titles."""
    sums: Floats = lessons.features @ weights["features"] + weights["base"]
    own, title = _places(shape.parts)
    sums[:, own] += lessons.words @ weights["sentence"]
    sums[:, title] += np.repeat(lessons.titles @ weights["title"] * heard, lessons.counts, axis=0)
    return sums.astype(np.float32)


def _slopes(weights: Weights, lessons: Lessons, shape: Shape, likeness: Floats, chance: np.random.Generator) -> Weights:
    """Gives which way each weight makes a batch of lessons worse."""
    counts = lessons.counts
    own, title = _places(shape.parts)
    lessons = _with_silent_texts(lessons, shape.silent_texts, chance)
    alike = lessons.words @ likeness
    alike *= (chance.random(alike.shape) > shape.silent_features) / np.float32(1 - shape.silent_features)
    lessons = replace(
        lessons,
        features=_thinned(lessons.features, shape.silent_features, chance),
        words=_thinned(lessons.words, shape.silent_words, chance),
    )
    heard = (chance.random((len(counts), 1)) > SILENT_TITLES).astype(np.float32)
    sums = _sums(weights, lessons, shape, heard)
    sums[:, own] += alike @ weights["alike"]
    spoken = (chance.random(sums.shape) > shape.silent_units).astype(np.float32) / np.float32(1 - shape.silent_units)
    units = np.maximum(sums, 0) * spoken
    given = units @ weights["speaks"] + _added_up(weights, lessons)
    slope = _slope_of_answers(given, lessons, shape.earned)
    of_units = slope[:, None] * weights["speaks"] * (sums > 0) * spoken
    found = {
        "features": lessons.features.T @ of_units,
        "added_up": lessons.features.T @ slope,
        "sentence": lessons.words.T @ of_units[:, own],
        "title": lessons.titles.T @ (_by_choice(of_units[:, title], counts) * heard),
        "base": of_units.sum(axis=0),
        "speaks": units.T @ slope,
        "adding": lessons.adding.T @ slope,
        "alike": alike.T @ of_units[:, own],
    }
    return {name: value.astype(np.float32) for name, value in found.items()}


def _with_silent_texts(lessons: Lessons, share: float, chance: np.random.Generator) -> Lessons:
    """Leaves out all words of a share of the articles by chance."""
    if not share:
        return lessons
    told = np.repeat(chance.random(len(lessons.counts)) >= share, lessons.counts)
    return replace(lessons, words=sparse.diags(told.astype(np.float32)) @ lessons.words)


def _slope_of_answers(given: Floats, lessons: Lessons, weight_of_earned: float) -> Floats:
    counts, rewards = lessons.counts, lessons.rewards
    chances, wanted = _chances(given, counts), _chances(rewards * np.float32(SHARPNESS), counts)
    earned = np.repeat(_by_choice(chances * rewards, counts), counts)
    weight = np.repeat(lessons.weights, counts) / len(counts)
    slope: Floats = weight * (chances - wanted - weight_of_earned * chances * (rewards - earned))
    return slope.astype(np.float32)


def _chances(answers: Floats, counts: Ints) -> Floats:
    begins = np.concatenate([[0], np.cumsum(counts)[:-1]])
    most = np.repeat(np.maximum.reduceat(answers, begins), counts)
    odds = np.exp(answers - most)
    chances: Floats = odds / np.repeat(_by_choice(odds, counts), counts)
    return chances


def _by_choice(rows: Floats, counts: Ints) -> Floats:
    """Adds up the rows of each choice."""
    begins = np.concatenate([[0], np.cumsum(counts)[:-1]])
    sums: Floats = np.add.reduceat(rows, begins, axis=0)
    return sums


def _thinned(matrix: sparse.csr_matrix, share: float, chance: np.random.Generator) -> sparse.csr_matrix:
    """Leaves out a share of the entries by chance, and lets the others count for them."""
    thinned = matrix.copy()
    thinned.data = thinned.data * (chance.random(len(thinned.data)) > share) / (1 - share)
    thinned.data = thinned.data.astype(np.float32)
    return thinned


def _places(parts: Parts) -> tuple[slice, slice]:
    return slice(0, parts.sentence), slice(parts.sentence, sum(parts))


def together(lessons: Sequence[Lessons]) -> Lessons:
    """Gives the lessons one after the other."""
    return Lessons(
        features=sparse.vstack([one.features for one in lessons], format="csr"),
        adding=sparse.vstack([one.adding for one in lessons], format="csr"),
        words=sparse.vstack([one.words for one in lessons], format="csr"),
        titles=sparse.vstack([one.titles for one in lessons], format="csr"),
        rewards=np.concatenate([one.rewards for one in lessons]),
        counts=np.concatenate([one.counts for one in lessons]),
        weights=np.concatenate([one.weights for one in lessons]),
    )


def table(lists: Sequence[Sequence[int]], width: int) -> sparse.csr_matrix:
    """Gives a matrix that counts in each row how often it names each column."""
    ends = np.cumsum([0, *map(len, lists)])
    columns = np.array([column for row in lists for column in row], dtype=np.int32)
    return sparse.csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(lists), width))


def as_loud(said: sparse.csr_matrix) -> sparse.csr_matrix:
    """Lets each word be the less loud the more of them a row says, as `Net.of_sentences` does."""
    many = np.maximum(1.0, np.asarray(said.sum(axis=1)).ravel())
    louder: sparse.csr_matrix = sparse.diags(np.sqrt(USUAL_WORDS / many).astype(np.float32)) @ said
    return louder


def beside(one: sparse.csr_matrix, other: sparse.csr_matrix) -> sparse.csr_matrix:
    """Gives the columns of both."""
    return sparse.hstack([one, other], format="csr")


def rounded(values: Floats) -> tuple[float, ...]:
    """Gives values with four digits, as they are kept."""
    return tuple(float(f"{value:.4g}") for value in values)
