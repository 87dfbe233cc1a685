"""How many posts one core reads in a second, beside the plainest reader there is."""

from bs4 import BeautifulSoup

from bot.sources.post import peek_post, read_post
from tests.benchmarks.figures import Figure, cpu_seconds, post_files


def figures() -> list[Figure]:
    """Reads every post three times, turn by turn with the plain reader; the best turn counts."""
    posts = [(str(file), file.read_bytes()) for file in post_files()]
    ours, plain = [], []
    for _ in range(3):
        ours.append(cpu_seconds(lambda: [read_post(data, path) for path, data in posts]))
        plain.append(cpu_seconds(lambda: [BeautifulSoup(data, "lxml").get_text() for _, data in posts]))
    peeked = cpu_seconds(lambda: [peek_post(data[:4096], path) for path, data in posts])
    count = len(posts)
    return [
        Figure(
            what=f"posts read per second and core ({count} posts)",
            value=f"{count / min(ours):,.0f}",
            beside=f"beautifulsoup4 get_text alone {count / min(plain):,.0f}",
            goal="≥ 200",
        ),
        Figure(what="a post looked at for the index, µs", value=f"{peeked / count * 1e6:.0f}"),
    ]
