"""Who comes first after a start is served as fast as who comes later."""

import json
import subprocess
import sys

PROGRAM = """
import asyncio, gc, json, time
from bot.app import pauses, warming
from bot.core.digest import digest_of
from bot import samples
from bot.sources.post import read_post

def spent(deed):
    begun = time.process_time()
    deed()
    return (time.process_time() - begun) * 1e3

asyncio.run(warming.warm_up())
texts = [path.read_bytes() for path in sorted(samples.drops().rglob("*.md"))[:2]]
reading = [spent(lambda: digest_of(read_post(text, "a.md"))) for text in texts]
print(json.dumps({"reading": reading[0], "searching": spent(gc.collect)}))
"""


def test_neither_the_first_article_nor_a_search_for_garbage_after_the_start_stalls_anybody() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], check=True, capture_output=True, timeout=60)
    spent = json.loads(done.stdout)
    assert spent["reading"] < 50
    assert spent["searching"] < 30
