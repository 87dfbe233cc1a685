"""What a summary costs beyond cutting the text into words, with each segmenter, warm and in a fresh process."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from math import sqrt

import jieba

import summaries
from bot.sources.post import read_post
from summaries.document import read
from summaries.rank import ranking
from summaries.rank.learned import is_parted, look
from summaries.rank.plain import PlainSight
from summaries.rank.weights import WEIGHTS, load
from summaries.sentences import split
from summaries.words.segmenters import SEGMENTERS, segmenter, using
from tests.benchmarks.figures import ROOT, Figure, cpu_seconds, post_files
from tests.quality.scoring import DEV

ARTICLES = 300
TURNS = 5
FRESH = 3
"""Fresh processes; the best counts."""

MEGABYTE = 2**20
GOALS = {
    # by segmenter: articles a second, times of jieba.lcut, processor seconds and memory of a fresh process
    "rjieba": ("≥ 1,000", "", "≤ 0.3", "≤ 60"),
    "jieba": ("≥ 1,000", "≤ 1.18×", "≤ 0.3", "≤ 60"),
}

_FIRST_SUMMARY = """
import sys, time
from pathlib import Path
import summaries
from summaries.words.segmenters import using
with using(sys.argv[1]):
    summaries.summarize(sys.stdin.read())
seconds = time.process_time()
print(seconds, Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""

Texts = Sequence[tuple[str, str]]
"""Text and title."""


def figures() -> list[Figure]:
    """Summarises articles of the length the goals mean, turn by turn with the bare segmenter; the best turn counts."""
    names = sorted(filter(find_spec, SEGMENTERS), key=lambda name: SEGMENTERS[name]() is not segmenter())
    for name in names:
        with using(name):
            summaries.warm_up()
    jieba.initialize()
    texts = _articles()
    best = _best_of_turns(_works(texts, names))
    return [*_warm(best, texts, names), *_beyond(best, texts), _of_posts(names[0]), *_fresh(texts, names), _weights()]


def _articles() -> Texts:
    """Gives articles of some 900 characters, as the goals mean them; where there are none, the posts."""
    if not DEV.exists():
        return _posts()
    with DEV.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["text"], row["title"]) for row in rows[:: max(1, len(rows) // ARTICLES)]]


def _posts() -> Texts:
    files = post_files()
    articles = [read_post(f.read_bytes(), str(f)) for f in files[:: max(1, len(files) // ARTICLES)]]
    return [("\n".join(a.paragraphs), a.title) for a in articles if a.paragraphs]


def _works(texts: Texts, names: Sequence[str]) -> dict[str, Callable[[], object]]:
    works: dict[str, Callable[[], object]] = {
        "floor": lambda: [jieba.lcut(text) for text, _ in texts],
        "centroid": lambda: [_by_centroid(text) for text, _ in texts],
    }
    for name in names:
        works[name] = _on_all(texts, name, _everything)
        works[f"{name}, told"] = _on_all(texts, name, lambda text, title: summaries.summarize(text, title=title))
    works["ranked"] = _on_all(texts, names[0], lambda text, title: ranking(read(text, title=title)))
    documents = [document for text, title in texts if is_parted(document := read(text, title=title))]
    works["compiled"] = lambda: [look(document) for document in documents]
    works["plain"] = lambda: [PlainSight(document, load()).order() for document in documents]
    works["cut"] = _on_all(texts, names[0], lambda text, _: segmenter()(text))
    return works


def _by_centroid(text: str) -> list[int]:
    """Ranks sentences as the simplest programs do: by how near their words are to all words, the first ones sooner."""
    lines = [[word for word in jieba.lcut(sentence.text) if len(word) > 1] for sentence in split(text)]
    often = Counter([word for line in lines for word in line])
    norm = sqrt(sum([count * count for count in often.values()])) or 1.0
    near = [
        sum([often[word] for word in line]) / (norm * sqrt(len(line) or 1)) / (1 + i / 10)
        for i, line in enumerate(lines)
    ]
    return sorted(range(len(lines)), key=near.__getitem__, reverse=True)


def _everything(text: str, title: str) -> object:
    """Asks for all that is reckoned only for who asks."""
    summary = summaries.summarize(text, title=title)
    return summary.headline, summary.keywords


def _on_all(texts: Texts, name: str, work: Callable[[str, str], object]) -> Callable[[], None]:
    def done() -> None:
        with using(name):
            for text, title in texts:
                work(text, title)

    return done


def _best_of_turns(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    turns = [{name: cpu_seconds(work) for name, work in works.items()} for _ in range(TURNS)]
    return {name: min(turn[name] for turn in turns) for name in works}


def _warm(best: dict[str, float], texts: Texts, names: Sequence[str]) -> Iterator[Figure]:
    floor = len(texts) / best["floor"]
    for name in names:
        pace, times, _, _ = GOALS[name]
        told = len(texts) / best[f"{name}, told"]
        yield Figure(
            what=f"articles a second and core, {name} ({_size(texts)})",
            value=f"{len(texts) / best[name]:,.0f}",
            beside=f"without headline and keywords {told:,.0f}, jieba.lcut alone {floor:,.0f}",
            goal=pace,
        )
        yield Figure(
            what=f"time of a summary over jieba.lcut alone, {name}",
            value=f"{best[name] / best['floor']:.2f}×",
            beside=f"without headline and keywords {best[f'{name}, told'] / best['floor']:.2f}×",
            goal=times,
        )
        yield Figure(
            what=f"times as many articles as jieba and a centroid tell, {name}",
            value=f"{best['centroid'] / best[f'{name}, told']:.1f}×",
            beside=f"with headline and keywords {best['centroid'] / best[name]:.1f}×",
            goal="≥ 5.5×",
        )


def _size(texts: Texts) -> str:
    return f"{len(texts)} of {sum(len(text) for text, _ in texts) / len(texts):,.0f} characters"


def _of_posts(name: str) -> Figure:
    posts = _posts()
    work = _on_all(posts, name, _everything)
    seconds = min(cpu_seconds(work) for _ in range(TURNS))
    return Figure(what=f"posts a second and core, {name} ({_size(posts)})", value=f"{len(posts) / seconds:,.0f}")


def _beyond(best: dict[str, float], texts: Texts) -> Iterator[Figure]:
    each = 1000 / len(texts)
    yield Figure(
        what="split and rank an article, ms (without the cut into words)",
        value=f"{(best['ranked'] - best['cut']) * each:.2f}",
        beside=f"the cut into words {best['cut'] * each:.2f}",
        goal="≤ 0.7",
    )
    yield Figure(
        what="rank an article, ms (compiled where it could be)",
        value=f"{best['compiled'] * each:.2f}",
        beside=f"plain Python {best['plain'] * each:.2f}",
    )


def _fresh(texts: Texts, names: Sequence[str]) -> Iterator[Figure]:
    text = texts[0][0]
    for name in names:
        _, _, seconds, memory = GOALS[name]
        runs = [_first_summary(name, text) for _ in range(FRESH)]
        yield Figure(
            what=f"processor seconds to the first summary of a fresh process, {name}",
            value=f"{min(run[0] for run in runs):.2f}",
            goal=seconds,
        )
        yield Figure(
            what=f"memory of that process at its peak, MiB, {name}",
            value=f"{min(run[1] for run in runs):.0f}",
            goal=memory,
        )


def _first_summary(name: str, text: str) -> tuple[float, float]:
    command = [sys.executable, "-c", _FIRST_SUMMARY, name]
    answer = subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    seconds, kilobytes = answer.split()
    return float(seconds), float(kilobytes) * 1024 / MEGABYTE


def _weights() -> Figure:
    sizes = {file.name: file.stat().st_size for file in WEIGHTS.iterdir()}
    ranker = sum([size for name, size in sizes.items() if name.startswith("ranker.")])
    return Figure(
        what="weights of the ranker, kB",
        value=f"{ranker / 1000:.0f}",
        beside=f"with those of headlines and all tables of words {sum(sizes.values()) / 1000:,.0f}",
        goal="≤ 500",
    )
