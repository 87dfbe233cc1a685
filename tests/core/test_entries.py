"""Which entries of a feed are news."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.entries import MOST, SINGLY, Intake, Known, intake, sightings
from bot.core.entry_keys import Listed

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def entry(number: int, **values: object) -> Listed:
    """Gives one of many entries; the higher its number, the newer it is."""
    told = Listed(
        guid=f"http://example.org/?p={number}",
        link=f"http://example.org/news/{number}",
        title=f"第{number}则消息",
        published=NOW + number * HOUR,
        text=f"第{number}则消息的全文。",
    )
    return replace(told, **values)  # type: ignore[arg-type]


def document(*numbers: int, **values: object) -> list[Listed]:
    return [entry(number, **values) for number in numbers]


@dataclass
class Reader:
    """A source as the store remembers it, and what of it was announced."""

    known: list[Known] = field(default_factory=list)
    since: datetime | None = None
    announced: list[Listed] = field(default_factory=list)

    def read(self, listed: Sequence[Listed]) -> Intake:
        seen = sightings(listed)
        found = intake(listed, seen, self.known, since=self.since)
        self.announced += [listed[one.place] for one in (*found.singly, *found.digest)]
        for one in found.everything:
            if one.known:
                self.known = [entry for entry in self.known if entry.id != one.known.id]
            self.known.append(Known(id=one.known.id if one.known else len(self.known), keys=one.keys))
        self.known = [replace(entry, id=number) for number, entry in enumerate(self.known)]
        self.since = self.since or NOW
        return found


def singly(found: Intake, listed: Sequence[Listed]) -> list[str]:
    return [listed[one.place].title for one in found.singly]


def after(*documents: list[Listed]) -> Intake:
    """Gives what the last of some documents asks for."""
    reader = Reader()
    return [reader.read(listed) for listed in documents][-1]


def test_the_first_reading_announces_nothing_and_shows_the_newest_three() -> None:
    listed = document(5, 4, 3, 2, 1)
    found = after(listed)
    assert (found.singly, found.digest, found.changed) == ((), (), ())
    assert [listed[one.place].title for one in found.shown] == ["第5则消息", "第4则消息", "第3则消息"]
    assert len(found.everything) == 5


def test_of_an_endless_flood_the_newest_are_told_and_the_others_only_remembered() -> None:
    listed = document(*range(1, 1_001))
    found = after(document(0), listed)
    assert singly(found, listed)[-1] == "第1000则消息"
    assert found.new == MOST
    assert len(found.everything) == 1_000


def test_what_is_new_is_announced_the_oldest_first() -> None:
    listed = document(6, 5, 4, 3, 2, 1)
    found = after(document(4, 3, 2, 1), listed)
    assert singly(found, listed) == ["第5则消息", "第6则消息"]
    assert found.new == 2
    assert not found.is_flood
    assert after(listed, listed).new == 0


def test_a_list_without_dates_or_the_oldest_first_is_read_in_its_order() -> None:
    undated = document(6, 5, 4, 3, 2, 1, published=None)
    assert singly(after(undated[2:], undated), undated) == ["第5则消息", "第6则消息"]
    rising = document(1, 2, 3, 4, 5, 6)
    assert singly(after(rising[:4], rising), rising) == ["第5则消息", "第6则消息"]


def test_an_entry_that_says_something_else_is_changed_and_not_announced() -> None:
    edited = [entry(3, text="更正。"), *document(2, 1)]
    found = after(document(3, 2, 1), edited)
    assert [one.place for one in found.changed] == [0]
    assert found.new == 0
    assert after(document(3, 2, 1), edited, edited).changed == ()


@pytest.mark.parametrize("count", [11, 40])
def test_of_a_flood_the_newest_five_are_announced_and_one_digest_tells_the_rest(count: int) -> None:
    listed = document(*range(count + 100, 0, -1))
    found = after(listed[count:], listed)
    assert singly(found, listed) == [f"第{number}则消息" for number in range(count + 96, count + 101)]
    assert len(found.digest) == count - SINGLY
    assert found.is_flood


def test_more_than_half_of_a_document_new_is_a_flood_too() -> None:
    listed = document(9, 8, 7, 6, 5, 4, 3, 2, 1)
    assert len(after(document(3, 2, 1), listed).singly) == SINGLY
    assert not after(document(5, 4, 3, 2, 1), listed).is_flood
    assert not after(document(1), document(2)).is_flood, "one entry is no flood, even alone in its document"


RENAMED: dict[str, Callable[[int], dict[str, object]]] = {
    "to https": lambda n: {"guid": f"https://example.org/?p={n}", "link": f"https://example.org/news/{n}"},
    "to www": lambda n: {"guid": f"http://www.example.org/?p={n}", "link": f"http://www.example.org/news/{n}/"},
    "to another domain": lambda n: {"guid": f"https://example.com/?p={n}", "link": f"https://example.com/news/{n}"},
    "to guids of another kind": lambda n: {"guid": f"urn:uuid:{n}"},
    "to guids and links of another kind": lambda n: {"guid": f"urn:uuid:{n}", "link": f"http://example.org/{n}.html"},
    "to one guid for all": lambda _: {"guid": "http://example.org/"},
    "to no guid": lambda _: {"guid": ""},
    "to links that are followed": lambda n: {"link": f"http://example.org/news/{n}?utm_source=rss"},
    "to neither guid nor link": lambda _: {"guid": "", "link": ""},
}


@pytest.mark.parametrize("count", [1, 2, 4, 30])
@pytest.mark.parametrize("way", RENAMED)
def test_a_feed_that_renames_all_its_entries_sends_nothing_again(way: str, count: int) -> None:
    before = document(*range(count, 0, -1))
    renamed = [entry(number, **RENAMED[way](number)) for number in range(count, 0, -1)]
    found = after(before, renamed)
    assert found.new == 0
    assert all(one.known for one in found.everything)
    assert after(before, renamed, renamed).new == 0
    assert after(before, renamed, before).new == 0, "and back"


@pytest.mark.parametrize("way", RENAMED)
def test_what_is_new_in_a_feed_that_renames_its_entries_is_announced(way: str) -> None:
    before = document(*range(20, 0, -1))
    renamed = [entry(number, **RENAMED[way](number)) for number in range(21, 1, -1)]
    assert singly(after(before, renamed), renamed) == ["第21则消息"]


def test_a_feed_with_one_guid_for_all_is_read_by_its_links() -> None:
    listed = document(4, 3, 2, 1, guid="feed")
    assert singly(after(listed[1:], listed), listed) == ["第4则消息"]


def test_a_feed_whose_entries_all_link_to_its_front_page_is_read_by_its_guids() -> None:
    listed = document(4, 3, 2, 1, link="http://example.org/")
    assert singly(after(listed[1:], listed), listed) == ["第4则消息"]


def test_a_feed_that_lists_only_its_newest_entry_with_one_link_for_ever_is_read_by_its_guids() -> None:
    reader = Reader()
    for number in range(1, 5):
        reader.read(document(number, link="http://example.org/latest"))
    assert [one.title for one in reader.announced] == ["第2则消息", "第3则消息", "第4则消息"]


def test_an_entry_is_not_sent_again_after_another_bore_the_guid_that_its_feed_gives_to_all() -> None:
    one_guid = {"guid": "http://example.org/"}
    reader = Reader()
    for found in (document(2), document(2, **one_guid), document(1, **one_guid), document(2)):
        reader.read(found)
    assert [one.title for one in reader.announced] == ["第1则消息"]


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_feed_whose_guids_name_the_places_of_its_list_is_read_by_its_links(length: int) -> None:
    def top(newest: int) -> list[Listed]:
        return [entry(newest - place, guid=f"item-{place}") for place in range(length)]

    reader = Reader()
    for newest in (10, 10, 11, 12, 12, 13, 12, 14):
        reader.read(top(newest))
    assert [one.title for one in reader.announced] == [f"第{number}则消息" for number in range(11, 15)]


def test_a_single_entry_of_many_that_changes_wholly_is_an_edit() -> None:
    rewritten = entry(2, link="http://example.org/rewritten", title="改题", text="改文。")
    found = after(document(3, 2, 1), [entry(3), rewritten, entry(1)])
    assert (found.new, [one.place for one in found.changed]) == (0, [1])


def test_versions_that_differ_by_a_fragment_of_one_page_are_told_apart() -> None:
    versions = [
        entry(n, guid=f"http://example.org/log#v{n}", link=f"http://example.org/log#v{n}") for n in range(4, 0, -1)
    ]
    assert singly(after(versions[1:], versions), versions) == ["第4则消息"]
    assert singly(after(versions[3:], versions[2:3]), versions[2:3]) == ["第2则消息"]


def test_an_entry_with_neither_guid_nor_link_is_known_by_its_title_when_its_content_changes() -> None:
    bare = document(3, 2, 1, guid="", link="")
    edited = [replace(one, text=f"{one.text}（阅读 {place}00）") for place, one in enumerate(bare)]
    found = after(bare, [*document(4, guid="", link=""), *edited])
    assert found.new == 1
    assert len(found.changed) == 3


def test_two_entries_of_one_title_on_one_day_are_two() -> None:
    morning = document(3, 2, 1, title="快讯", published=NOW)
    assert after(morning[1:], morning).new == 1


def test_an_entry_listed_twice_is_seen_once() -> None:
    assert len(after(document(3, 3, 2)).everything) == 2
    twice = [entry(3), entry(3, guid="other"), *document(2, 1)]
    assert after(document(2, 1), twice).new == 1


def test_an_old_entry_that_slides_into_a_document_is_no_news() -> None:
    old = entry(0, published=NOW - timedelta(days=300))
    listed = [*document(4, 2, 1), old]
    assert after(document(4, 3, 2, 1), listed).new == 0
    assert after(document(4, 3, 2, 1), document(5, 4, 3, 2, published=NOW - timedelta(days=999))).new == 1, (
        "where all dates are wrong, none counts"
    )


def test_an_empty_document_asks_for_nothing_and_forgets_nothing() -> None:
    assert after(document(3, 2, 1), [], document(3, 2, 1)).new == 0
    assert after([], document(2, 1)).new == 2


@dataclass(frozen=True)
class Poll:
    """A window of a source's entries, in one of the ways they may be named, with some edited."""

    newest: int
    length: int
    way: str
    edited: int


def polls(ways: Sequence[str], *, edited: int) -> st.SearchStrategy[list[Poll]]:
    """Draws sequences of documents, with up to so many entries of each edited."""
    poll = st.builds(
        Poll,
        newest=st.integers(1, 40),
        length=st.integers(0, 25),
        way=st.sampled_from(["as ever", *ways]),
        edited=st.integers(0, edited),
    )
    return st.lists(poll, max_size=15)


WHOLLY = {"to another domain", "to guids and links of another kind", "to neither guid nor link"}
"""Ways that leave an entry neither guid nor link; edited at the same time, a single one is another."""


def listed(poll: Poll) -> list[Listed]:
    """Gives the document of a poll."""
    window = range(poll.newest, max(poll.newest - poll.length, 0), -1)
    named = [entry(n, **RENAMED[poll.way](n)) if poll.way in RENAMED else entry(n) for n in window]
    return [replace(one, text=f"改{poll.edited}") if place < poll.edited else one for place, one in enumerate(named)]


@given(polls(list(RENAMED), edited=0) | polls(sorted(RENAMED.keys() - WHOLLY), edited=3))
def test_no_sequence_of_documents_announces_an_entry_twice(asked: list[Poll]) -> None:
    reader = Reader()
    for poll in asked:
        reader.read(listed(poll))
    times = Counter(one.title for one in reader.announced)
    assert not [title for title, count in times.items() if count > 1]


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["as ever", *RENAMED])), max_size=12))
def test_no_entry_is_lost_however_a_feed_names_its_entries(grows: list[tuple[int, str]]) -> None:
    reader, newest = Reader(), 12
    reader.read(listed(Poll(newest, 12, "as ever", 0)))
    for more, way in grows:
        newest += more
        reader.read(listed(Poll(newest, 12, way, 0)))
    assert {one.title for one in reader.announced} == {f"第{number}则消息" for number in range(13, newest + 1)}


texts = st.text(max_size=12)
dates = st.none() | st.datetimes(timezones=st.just(UTC))
anything = st.builds(
    Listed, guid=texts, link=texts | st.just("http://example.org/a"), title=texts, published=dates, text=texts
)


@given(st.lists(st.lists(anything, max_size=12), max_size=4))
def test_no_document_raises_and_each_of_its_entries_is_told_at_most_once(documents: list[list[Listed]]) -> None:
    reader = Reader()
    for one in documents:
        found = reader.read(one)
        told = [sighting.place for sighting in (*found.singly, *found.digest, *found.shown)]
        assert len(told) == len(set(told))
        assert len(found.singly) <= max(SINGLY, len(one))
        assert {sighting.place for sighting in found.everything} >= set(told)
