"""Promises about addresses given to `jianbao read` and `jianbao summarize`."""

import asyncio
import json
import subprocess
import sys
from typing import Any

import pytest

from bot.cli import visiting
from tests.cli.test_reading import here, jianbao
from tests.delivery.loopback import answer
from tests.sources.internet import Internet, by_path, moved

TEXT = (
    "晨江市今天公布前三季度数据，新设企业两万三千家。市政府发言人表示，增长主要来自制造业和软件业，两者合计占六成以上。"
    * 4
)
HEAD = (
    '<link rel="canonical" href="http://news.example/a"><link rel="alternate" type="application/rss+xml" href="/rss">'
)
PAGE = f"""<!doctype html><html><head><title>新答卷</title>{HEAD}
<meta property="og:type" content="article"></head>
<body><article><h1>新答卷</h1><p>{TEXT}</p><p>{TEXT[::-1]}</p></article></body></html>"""
FRONT = f"<!doctype html><html><head><title>晨江</title>{HEAD}</head><body><a href='/a'>新答卷</a></body></html>"
ITEMS = "".join(
    f"<item><title>第{n}条</title><link>http://news.example/{n}</link><guid>{n}</guid><category>金融</category>"
    f"<pubDate>Thu, 19 Nov 2026 0{n}:00:00 GMT</pubDate><description><![CDATA[<p>{TEXT}</p>]]></description></item>"
    for n in (1, 2)
)
FEED = f"<rss version='2.0'><channel><title>晨江财经</title>{ITEMS}</channel></rss>"
POST = "---\ntitle: 首选地\ncategories:\n - 金融\ndate: Thu, 19 Nov 2026 08:00:00 GMT\n---\n\n<p>今天公布数据。</p>"


def html(text: str) -> bytes:
    return answer(text.encode(), more="Content-Type: text/html; charset=utf-8\r\n")


REPLIES = {
    "/a": html(PAGE),
    "/": html(FRONT),
    "/bare": html("<!doctype html><html><body>nothing</body></html>"),
    "/rss": answer(FEED.encode(), more="Content-Type: application/rss+xml\r\n"),
    "/empty": answer(b"<rss><channel><title>A</title></channel></rss>"),
    "/moved": moved("/a"),
    "/inside": moved("http://127.0.0.1/secret"),
    "/post.md": answer(POST.encode(), more="Content-Type: text/plain\r\n"),
    "/missing": answer(b"", "404 Not Found"),
    "/broken": answer(b"", "503 Service Unavailable"),
}


async def asked(monkeypatch: pytest.MonkeyPatch, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command where a small internet is all there is."""
    internet = Internet()
    web = internet.web()
    monkeypatch.setattr(visiting, "open_web", lambda: web)
    async with internet.site("news.example", by_path(REPLIES)):
        return await asyncio.to_thread(here, *words)


def told(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


async def test_a_page_gives_its_article(monkeypatch: pytest.MonkeyPatch) -> None:
    (article,) = told(await asked(monkeypatch, "read", "--json", "http://news.example/moved"))
    assert list(article) == [
        "path", "title", "categories", "published", "author", "link", "image", "paragraphs",
    ]  # fmt: skip
    assert article["path"] == "http://news.example/moved"
    assert article["link"] == "http://news.example/a"
    assert article["title"] == "新答卷"
    assert "".join(article["paragraphs"]) == TEXT + TEXT[::-1]


async def test_a_feed_gives_each_of_its_entries_as_the_bot_stores_them(monkeypatch: pytest.MonkeyPatch) -> None:
    found = told(await asked(monkeypatch, "summarize", "--json", "--sentences", "1", "http://news.example/rss"))
    assert [(article["title"], article["link"]) for article in found] == [
        ("第1条", "http://news.example/1"),
        ("第2条", "http://news.example/2"),
    ]
    assert {article["path"] for article in found} == {"http://news.example/rss"}
    assert found[0]["categories"] == ["金融", "晨江财经"]
    assert found[0]["published"] == "2026-11-19T01:00:00Z"
    assert all(article["sentences"][0] in "".join(article["paragraphs"]) for article in found)


async def test_a_post_on_the_web_is_read_as_a_post(monkeypatch: pytest.MonkeyPatch) -> None:
    (article,) = told(await asked(monkeypatch, "read", "--json", "http://news.example/post.md"))
    assert (article["title"], article["paragraphs"]) == ("首选地", ["今天公布数据。"])


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/missing", "There is no such page (404)."),
        ("/broken", "The site has an error (503)."),
        ("/inside", "The address lies inside a network; it is not visited."),
        ("/empty", "the feed lists nothing."),
        ("/", "there is no article on this page. It names feeds: http://news.example/rss"),
        ("/bare", "there is no article on this page. Give the address of one article, or of a feed."),
    ],
)
async def test_why_an_address_gives_nothing_is_told_in_a_sentence_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, path: str, sentence: str
) -> None:
    address = f"http://news.example{path}"
    done = await asked(monkeypatch, "read", "--json", address, "http://news.example/a")
    assert done.stderr.decode("utf-8") == f"jianbao: {address}: {sentence}\n"
    assert done.returncode == 1
    assert [article["path"] for article in told(done)] == ["http://news.example/a"]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://127.0.0.1:9/a", "The address lies inside a network; it is not visited."),
        ("http://localhost/", "The host is no name of the internet."),
        ("https://me:secret@example.org/", "The address must not carry a name or password."),
        ("https://example.org:8080/", "This port is not allowed."),
    ],
)
def test_nothing_of_ones_own_network_is_visited(address: str, sentence: str) -> None:
    done = jianbao("read", address)
    assert done.returncode == 1
    assert sentence in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr
    assert b"secret" not in done.stderr


def test_whoever_reads_no_address_waits_for_no_web() -> None:
    loaded = "import sys, bot.cli; print({'aiohttp', 'bs4', 'telegram'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, timeout=60, check=True)
    assert done.stdout == b"set()\n"
