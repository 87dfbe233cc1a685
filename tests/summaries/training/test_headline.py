from dataclasses import replace

from summaries.headline.score import KEPT
from summaries.training import headline
from summaries.training.articles import Labelled
from tests.summaries.training.test_training import article

ARTICLES = 60


def labelled(number: int) -> Labelled:
    row = article(number)
    return Labelled(source=row["source"], title=row["title"], text=row["text"], summary=row["summary"])


def _examples() -> list[tuple[float, list[headline.Example]]]:
    return [(1.0, headline.examples(labelled(number))) for number in range(ARTICLES)]


def test_the_same_articles_give_the_same_weights_to_the_byte() -> None:
    once, again = (headline.written(headline.learn(_examples())) for _ in range(2))
    assert once == again
    assert f'"{KEPT}"' in once


def test_the_runs_picked_by_what_was_learned_are_nearer_to_the_headlines_than_most() -> None:
    examples = _examples()
    weights = headline.learn(examples)
    for _, runs in examples:
        guesses = [sum(weights.get(key, 0) * value for key, value in run.features) for run in runs]
        picked = runs[guesses.index(max(guesses))].nearness
        assert picked >= sum(run.nearness for run in runs) / len(runs)


def test_an_article_without_a_fit_line_teaches_nothing() -> None:
    assert headline.examples(replace(labelled(0), text="他说，今天很好。")) == []
