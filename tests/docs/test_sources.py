"""The examples of docs/sources.md are configurations that do what the page says."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.feeds import bounds, web
from bot.config import Config, load_config
from bot.sources.fetching import Refused, Request
from bot.sources.places import Place, read_place

PAGE = (Path(__file__).parents[2] / "docs/sources.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


def loaded(folder: Path, example: str) -> Config:
    file = folder / "config.yaml"
    file.write_text(example, encoding="utf-8")
    return load_config(file, {})


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_used(tmp_path: Path, example: str) -> None:
    config = loaded(tmp_path, example)
    assert config.sources or config.fetching.contact
    bounds(config)


def test_an_rsshub_of_ones_own_is_opened_by_the_example_and_to_its_feeds_alone(tmp_path: Path) -> None:
    (example,) = (example for example in EXAMPLES if "own_network" in example)
    config = loaded(tmp_path, example)
    opened = bounds(config)
    places = [place for feed in config.feeds if isinstance(place := read_place(feed.url), Place)]
    assert [opened.opens(place) for place in places] == [True, True]
    elsewhere = read_place("http://10.0.1.7:1200/36kr")
    assert isinstance(elsewhere, Place)
    assert not opened.opens(elsewhere)


async def test_a_readers_link_into_the_opened_network_is_refused(tmp_path: Path) -> None:
    (example,) = (example for example in EXAMPLES if "own_network" in example)
    config = loaded(tmp_path, example)
    door = web(config, lambda: datetime.now(UTC))
    for feed in config.feeds:
        assert isinstance(await door.fetch(Request(url=feed.url)), Refused)


def test_every_kind_of_source_and_every_key_of_it_stands_in_the_page() -> None:
    for key in ("where", "link", "url", "every_minutes", "full_text", "rules[].words", "fetching.own_network"):
        assert f"| `{key}` |" in PAGE
