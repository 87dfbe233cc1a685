"""Promises about `jianbao check --online`."""

import asyncio
import json
import logging
import os
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_reading import here, jianbao
from tests.cli.test_visiting import REPLIES
from tests.delivery.loopback import answer, serving
from tests.sources.internet import by_path

MOVED = answer(b"", "301 Moved Permanently", "Location: /rss\r\n")
HEADS: list[bytes] = []
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def site() -> AsyncIterator[str]:
    """Gives the address of a site in the operator's own network."""
    HEADS.clear()
    replies = REPLIES | {
        "/old": MOVED,
        "/gone": answer(b"", "410 Gone"),
        "/no": answer(b"", "403 Forbidden"),
        "/busy": answer(b"", "429 Too Many Requests"),
    }
    async with serving(by_path(replies, HEADS)) as url:
        yield url


async def checked(
    folder: Path, sources: list[dict[str, Any]], site: str = "", *words: str, run: Run = here
) -> subprocess.CompletedProcess[bytes]:
    """Checks a configuration of these sources, with a site's host open to them."""
    opened = [site.removeprefix("http://")] if site else []
    config = {
        "telegram": {"token": "123456789:AAEexampleexampleexampleexample"},
        "sources": sources,
        "fetching": {"own_network": opened, "contact": "ops@example.org"},
    }
    file = folder / "config.yaml"
    file.write_text(json.dumps(config), encoding="utf-8")
    return await asyncio.to_thread(run, "check", "-c", str(file), *words)


def lines(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    first, *others = done.stdout.decode("utf-8").splitlines()
    assert " is fine. Sources: " in first
    return others


async def test_every_source_has_a_line_that_tells_how_it_is(tmp_path: Path, site: str) -> None:
    (tmp_path / "posts").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "posts" / name).write_text("post", encoding="utf-8")
        os.utime(tmp_path / "posts" / name, (1_795_000_000, 1_795_000_000))
    sources = [
        {"kind": "feed", "url": f"{site}/rss"},
        {"kind": "folder", "where": "posts"},
        {"kind": "feed", "url": f"{site}/old"},
    ]
    done = await checked(tmp_path, sources, site, "--online")
    feed, folder, old = lines(done)
    assert feed.startswith(f"✅ {site}/rss: 晨江财经, 2 entries, newest 2026-11-")
    assert folder.startswith(f"✅ {tmp_path / 'posts'}: 2 posts, newest 2026-11-")
    assert old.endswith(f", moved for good: its url is now {site}/rss")
    assert done.returncode == 0


async def test_a_site_is_asked_once_and_sees_who_asks(tmp_path: Path, site: str) -> None:
    await checked(tmp_path, [{"kind": "feed", "url": f"{site}/rss"}], site, "--online")
    (head,) = HEADS
    assert b"(+ops@example.org)" in head


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "There is no such page (404). Is the address still right?"),
        ("/gone", "The page is gone for good (410). Remove it from the configuration."),
        ("/no", "The site refuses access (403). It may not like to be read by programs"),
        ("/broken", "The site has an error (503). Try it again later"),
        ("/empty", "It is a feed and lists nothing."),
        ("/bare", "This is a web page, not a feed. Give the address of its feed."),
        ("/", "It names feeds: http://127.0.0.1:"),
    ],
)
async def test_a_feed_that_is_not_well_is_told_with_what_to_do_and_by_the_exit_status(
    tmp_path: Path, site: str, path: str, words: str
) -> None:
    sources = [{"kind": "feed", "url": site + path}, {"kind": "feed", "url": f"{site}/rss"}]
    done = await checked(tmp_path, sources, site, "--online")
    bad, good = lines(done)
    assert bad.startswith(f"⚠️ {site}{path.rstrip('/')}: ")
    assert words in bad
    assert good.startswith("✅ ")
    assert done.returncode == 1


async def test_a_site_that_asks_to_wait_is_no_work_for_the_operator(tmp_path: Path, site: str) -> None:
    done = await checked(tmp_path, [{"kind": "feed", "url": f"{site}/busy"}], site, "--online")
    (busy,) = lines(done)
    assert busy.endswith("The site asks to come back later. Nothing to do; the bot waits as long as it asks.")
    assert done.returncode == 1


@pytest.mark.parametrize("words", [(), ("--online",)])
async def test_a_feed_in_ones_own_network_says_how_to_open_it(
    tmp_path: Path, site: str, words: tuple[str, ...]
) -> None:
    done = await checked(tmp_path, [{"kind": "feed", "url": f"{site}/rss"}], "", *words, run=jianbao)
    assert f"add {site.removeprefix('http://')} to fetching.own_network" in done.stderr.decode()
    assert HEADS == []
    assert done.returncode == 2


async def test_a_password_in_an_address_is_not_shown(tmp_path: Path, site: str) -> None:
    url = site.replace("//", "//me:secret@")
    done = await checked(tmp_path, [{"kind": "feed", "url": f"{url}/rss"}], site, "--online")
    assert done.returncode == 0
    assert b"Sources: http://[hidden]@127.0.0.1:" in done.stdout
    assert b"Authorization: Basic bWU6c2VjcmV0" in HEADS[0]
    assert b"secret" not in done.stdout + done.stderr


async def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    done = await checked(tmp_path, [{"kind": "folder", "where": "posts"}], "", "--online")
    assert "It holds no posts" in lines(done)[0]
    assert done.returncode == 1


async def test_without_online_nobody_is_asked(tmp_path: Path, site: str) -> None:
    done = await checked(tmp_path, [{"kind": "feed", "url": f"{site}/missing"}], site)
    assert (done.returncode, lines(done), HEADS) == (0, [], [])


async def test_a_mistake_in_the_configuration_is_told_before_anybody_is_asked(tmp_path: Path, site: str) -> None:
    sources = [{"kind": "feed", "url": f"{site}/rss"}, {"kind": "feed", "url": "nowhere"}]
    done = await checked(tmp_path, sources, site, "--online", run=jianbao)
    assert "sources.1.url: must be an address" in done.stderr.decode("utf-8")
    assert (done.returncode, done.stdout, HEADS) == (2, b"", [])
