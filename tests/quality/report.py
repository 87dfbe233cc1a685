"""`make quality`: our summaries beside those of other packages, the first sentences and the oracle, in one run."""

import argparse
import logging
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import TypeVar

from rich.console import Console

import summaries
from summaries.words import segmenters
from tests.quality.comparing import Run, run
from tests.quality.scoring import DEV, SCORER, Article, articles, sample, text_score
from tests.quality.systems import SYSTEMS, installed_segmenters
from tests.quality.tables import Measured, as_markdown, groups_of, on_terminal, ranking_table, write

EACH = 100
"""Articles of each source that the slow packages are run on."""

WIDTH = 160

_Done = TypeVar("_Done")


def main(arguments: Sequence[str]) -> int:
    """Measures, prints the tables, and writes them into a page if one is named."""
    asked = _asked(arguments)
    if missing := [file for file in (SCORER, asked.data) if not file.exists()]:
        print(f"{missing[0]} is not here, so nothing can be measured.")
        return 0 if asked.data == DEV else 1
    for name in installed_segmenters():
        with segmenters.using(name):
            summaries.warm_up()
    tables = list(measured(articles(asked.data), each=asked.each))
    console = Console(width=WIDTH)
    for table in tables:
        console.print(on_terminal(table))
    if asked.markdown:
        write(asked.markdown, "\n".join(map(as_markdown, tables)))
    return 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.quality.report", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=DEV, help="JSON lines: text, summary, and if known id, title, source"
    )
    parser.add_argument("--each", type=int, default=EACH, help="articles of each source for the slow packages")
    parser.add_argument("--markdown", type=Path, help="a page to write the tables into")
    return parser.parse_args(arguments)


def measured(known: Sequence[Article], *, each: int) -> Iterable[Measured]:
    """Measures the quick systems on every article, all of them on the same few of each source, and our headlines."""
    few = sample(known, each)
    quick: dict[str, Run] = {}
    every: dict[str, Run] = {}
    for name, system in SYSTEMS.items():
        if system.package and not find_spec(system.package):
            _tell(f"{name} is left out: {system.package} is not installed")
            continue
        runs = _told(name, lambda system=system: run(system, known if system.on_all else few))  # type: ignore[misc]
        every[name] = runs
        if system.on_all:
            quick[name] = runs
    star = "difference to LEAD [95 %], * leaves out 0"
    if len(few) < len(known):
        yield _told("intervals", lambda: ranking_table(f"Every article ({star})", quick, known))
    yield _told("intervals", lambda: ranking_table(f"The same {len(few)} articles for all ({star})", every, few))
    yield _told("headlines", lambda: headline_table(known))


def headline_table(known: Sequence[Article]) -> Measured:
    """Tells how good our headlines are as texts; one that is missing counts 0."""
    columns = ("texts", "segmenter", "headline", "where one is given", "tokens", "empty %")
    groups = tuple(
        tuple((f"{source} ({len(group):,})", name, *_headlines(group, name)) for name in installed_segmenters())
        for source, group in groups_of(known).items()
    )
    return Measured(name="Headlines", columns=columns, groups=groups)


def _headlines(known: Sequence[Article], segmenter: str) -> tuple[str, ...]:
    with segmenters.using(segmenter):
        lines = [summaries.summarize(article.text, title=article.title).headline for article in known]
    scored = [text_score(article, line) for article, line in zip(known, lines, strict=True)]
    given = [score for score in scored if score[1]]
    where_given = fmean(score for score, _ in given) if given else 0.0
    tokens = fmean(tokens for _, tokens in given) if given else 0.0
    empty = 100 * (1 - len(given) / len(scored))
    return f"{fmean(score for score, _ in scored):.2f}", f"{where_given:.2f}", f"{tokens:.1f}", f"{empty:.1f}"


def _told(what: str, work: Callable[[], _Done]) -> _Done:
    begun = time.perf_counter()
    done = work()
    _tell(f"{what}: {time.perf_counter() - begun:.0f} s")
    return done


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # those of other packages are not ours to mend
    logging.disable(logging.WARNING)
    sys.exit(main(sys.argv[1:]))
