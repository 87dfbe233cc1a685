"""What is behind an address is told as it is, and costs a site no more than one visit."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.follow import looking
from bot.follow.looking import Found, FoundFeed, FoundPage, Nothing, look
from bot.follow.looks import A_MINUTE, FAILED_SECONDS, KEPT_SECONDS, Looks
from tests.delivery.loopback import answer
from tests.follow import sites
from tests.sources.internet import NOW, Internet, by_path, hang, moved, saying

URL = "http://news.example/1"


async def _look(reply: bytes, url: str = URL) -> Found:
    internet = Internet()
    async with internet.site("news.example", saying(reply)):
        return await look(internet.web(), url)


async def test_an_article_is_read_and_summarised() -> None:
    found = await _look(sites.article())
    assert isinstance(found, FoundPage)
    assert found.reading
    assert found.reading.article.title == "港口新航线今日开通"
    assert found.reading.article.author == "林小江"
    assert found.reading.article.link == URL
    assert set(found.reading.digest.short) <= set(
        "".join(found.reading.article.paragraphs).replace("。", "。\n").split()
    )
    assert found.reading.article.category == ()


@pytest.mark.parametrize(("reply", "title"), [(sites.feed(), "晨江新闻"), (sites.json_feed(), "札记")])
async def test_a_feed_is_known_by_what_it_says(reply: bytes, title: str) -> None:
    found = await _look(reply)
    assert isinstance(found, FoundFeed)
    assert (found.title, found.address) == (title, URL)


async def test_the_newest_of_a_feed_are_shown_first() -> None:
    found = await _look(sites.feed())
    assert isinstance(found, FoundFeed)
    assert [one.title for one in found.newest] == ["第5条", "第4条", "第3条"]
    assert found.entries == 5


async def test_a_feed_without_a_title_goes_by_its_host() -> None:
    found = await _look(sites.feed(title=""))
    assert isinstance(found, FoundFeed)
    assert found.title == "news.example"


async def test_a_page_that_names_a_feed_is_looked_into() -> None:
    internet = Internet()
    async with internet.site("news.example", by_path({"/": sites.front(), "/feed.xml": sites.feed()})):
        found = await look(internet.web(), "http://news.example/")
    assert isinstance(found, FoundPage)
    assert [(one.address, len(one.newest)) for one in found.feeds] == [("http://news.example/feed.xml", 3)]


async def test_a_page_whose_feed_is_broken_still_names_it() -> None:
    internet = Internet()
    async with internet.site("news.example", by_path({"/": sites.front(), "/feed.xml": answer(b"no")})):
        found = await look(internet.web(), "http://news.example/")
    assert isinstance(found, FoundPage)
    assert [one.newest for one in found.feeds] == [()]


async def test_an_article_that_names_a_feed_tells_both() -> None:
    found = await _look(sites.article(head=sites.LINKED))
    assert isinstance(found, FoundPage)
    assert found.reading
    assert found.feeds[0].title == "晨江新闻"


async def test_an_address_that_moved_for_good_is_followed_at_its_new_place() -> None:
    internet = Internet()
    replies = {"/old": moved("/new", "301 Moved Permanently"), "/now": moved("/new"), "/new": sites.feed()}
    async with internet.site("news.example", by_path(replies)):
        for_good = await look(internet.web(), "http://news.example/old")
        for_now = await look(internet.web(), "http://news.example/now")
    assert isinstance(for_good, FoundFeed)
    assert isinstance(for_now, FoundFeed)
    assert for_good.address == "http://news.example/new"
    assert for_now.address == "http://news.example/now"


@pytest.mark.parametrize(
    ("reply", "key"),
    [
        (sites.front(head=""), "look-no-article"),
        (answer(b""), "feed-failed-empty"),
        (answer(b'{"a": 1}'), "feed-failed-other-json"),
        (answer(b"<opml><body/></opml>"), "feed-failed-list"),
        (answer(b"<section>x</section>"), "look-no-article"),
        (answer(b"\x89PNG", more="Content-Type: image/png\r\n"), "look-nothing"),
        (answer(b"", "404 Not Found"), "fetch-failed-missing"),
        (answer(b"", "503 Busy"), "fetch-failed-server"),
    ],
)
async def test_what_cannot_be_read_has_its_reason(reply: bytes, key: str) -> None:
    found = await _look(reply)
    assert isinstance(found, Nothing)
    assert found.key == key


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost/", "ftp://news.example/", "http://a:b@x.example/"]
)
async def test_no_reader_leads_us_into_a_network(url: str) -> None:
    internet = Internet()
    found = await look(internet.web("127.0.0.1"), url)
    assert isinstance(found, Nothing)
    assert found.key.startswith("fetch-refused-")
    assert internet.dialled == []


async def test_ten_readers_of_one_link_cost_one_visit() -> None:
    internet, heads = Internet(), list[bytes]()
    async with internet.site("news.example", saying(sites.article(), heads)):
        looks = Looks(internet.web())
        spellings = [URL, URL + "/", URL + "?utm_source=a", URL.replace("http://", "HTTP://")]
        found = await asyncio.gather(*(looks.at(spellings[i % 3]) for i in range(10)))
    assert len(heads) == 1
    assert all(one is found[0] for one in found)


async def test_a_feed_seen_through_its_page_is_not_fetched_again() -> None:
    internet, heads = Internet(), list[bytes]()
    async with internet.site("news.example", by_path({"/": sites.front(), "/feed.xml": sites.feed()}, heads)):
        looks = Looks(internet.web())
        await looks.at("http://news.example/")
        assert isinstance(await looks.at("http://news.example/feed.xml"), FoundFeed)
    assert len(heads) == 2


async def test_an_endless_article_is_kept_as_far_as_anybody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LONGEST_ARTICLE", 100)
    found = await _look(sites.article())
    assert isinstance(found, FoundPage)
    assert found.reading
    assert 0 < sum(map(len, found.reading.article.paragraphs)) <= 100


async def test_a_site_that_hangs_is_told_of_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "SECONDS", 0.05)
    internet = Internet()
    async with internet.site("news.example", hang):
        found = await look(internet.web(), URL)
    assert found == Nothing(key="fetch-failed-timeout")


async def test_an_answer_is_kept_for_minutes_and_a_failure_for_less() -> None:
    internet, heads, clock = Internet(), list[bytes](), 0.0
    replies = {"/1": sites.article(), "/2": answer(b"", "503 Busy")}
    async with internet.site("news.example", by_path(replies, heads)):
        looks = Looks(internet.web(), monotonic=lambda: clock)
        for path in replies:
            await looks.at(f"http://news.example{path}")
        clock = FAILED_SECONDS + 1
        for path in replies:
            await looks.at(f"http://news.example{path}")
        assert len(heads) == 3
        clock = KEPT_SECONDS + 1
        await looks.at(URL)
    assert len(heads) == 4


def test_a_person_has_so_many_looks_a_minute_and_then_more() -> None:
    looks = Looks(Internet().web())
    assert [looks.may(1, NOW) for _ in range(A_MINUTE + 1)] == [True] * A_MINUTE + [False]
    assert looks.may(2, NOW)
    assert looks.may(1, NOW + timedelta(minutes=1))


def test_an_offer_keeps_its_number_and_a_made_up_one_means_nothing() -> None:
    looks = Looks(Internet().web())
    one = looks.offer(FoundFeed(address="http://a.example/feed", title="a"))
    again = looks.offer(FoundFeed(address="https://a.example/feed/", title="a"))
    assert one.number == again.number < 10**15
    assert looks.offered(one.number) == again.feed
    assert looks.offered(one.number + 1) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[\[\]@:/?#%a.0-9]{0,30}", fullmatch=True))
async def test_whatever_is_pasted_is_answered(text: str) -> None:
    looks = Looks(Internet().web())
    found = await looks.at(f"http://{text}")
    assert isinstance(found, Nothing)
    assert found.key.startswith("fetch-")
    assert looks.offer(FoundFeed(address=text, title="")).number < 10**15
