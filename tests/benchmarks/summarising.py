"""What a summary costs beyond cutting the text into words."""

import jieba

import summaries
from bot.sources.post import read_post
from tests.benchmarks.figures import Figure, cpu_seconds, post_files

ARTICLES = 300


def figures() -> list[Figure]:
    """Summarises real-shaped articles, turn by turn with the bare segmenter; the best turn counts."""
    summaries.warm_up()
    files = post_files()
    articles = [read_post(f.read_bytes(), str(f)) for f in files[:: max(1, len(files) // ARTICLES)]]
    texts = [("\n".join(a.paragraphs), a.title) for a in articles if a.paragraphs]
    ours, floor = [], []
    for _ in range(3):
        ours.append(cpu_seconds(lambda: [summaries.summarize(text, title=title) for text, title in texts]))
        floor.append(cpu_seconds(lambda: [jieba.lcut(text) for text, _ in texts]))
    return [
        Figure(
            what=f"articles summarised per second and core ({len(texts)} articles)",
            value=f"{len(texts) / min(ours):,.0f}",
            beside=f"jieba.lcut alone {len(texts) / min(floor):,.0f}",
        ),
        Figure(what="time of a summary over jieba.lcut alone", value=f"{min(ours) / min(floor):.2f}×", goal="≤ 1.18×"),
    ]
