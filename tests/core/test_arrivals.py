from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core import arrivals
from bot.core.arrivals import FEW_LATE, UNTOLD, Arrival
from bot.model import Article, PostFile
from bot.sources.files import Seen


def file(path: str = "a.md", *, mtime: int = 1, article_id: int | None = None) -> PostFile:
    return PostFile(path=path, mtime_ns=mtime, size=1, title_key="a", category_id=1, article_id=article_id)


@pytest.mark.parametrize(
    ("known", "reading", "news"),
    [
        (None, True, True),
        (file(mtime=0), False, False),  # indexed and never read
        (file(mtime=0, article_id=5), True, False),  # changed
        (file("old.md", article_id=5), False, False),  # only moved
        (file(mtime=UNTOLD, article_id=5), True, True),  # a crash came before the announcement
    ],
)
def test_only_what_is_new_is_news(known: PostFile | None, *, reading: bool, news: bool) -> None:
    arrival = Arrival(file=file(), known=known)
    assert arrivals.needs_reading(arrival) is reading
    assert (reading and arrivals.is_news(known)) is news


def test_a_file_that_moved_tells_from_where() -> None:
    assert Arrival(file=file(), known=file("old.md")).moved_from == "old.md"
    assert Arrival(file=file(), known=file()).moved_from is None
    assert Arrival(file=file()).moved_from is None


def test_a_disk_that_comes_or_goes_is_told_from_posts_that_do() -> None:
    assert arrivals.is_a_disk_coming(known=0, listed=2000)
    assert not arrivals.is_a_disk_coming(known=0, listed=3)
    assert not arrivals.is_a_disk_coming(known=1, listed=2000)
    assert arrivals.is_a_disk_missing(known=1000, gone=900)
    assert not arrivals.is_a_disk_missing(known=1000, gone=300)
    assert not arrivals.is_a_disk_missing(known=10, gone=10)


@pytest.mark.parametrize(
    ("came", "before", "late"),
    [((1, 5, 9), 0, (5, 9)), ((1, 2), 0, ()), ((5,), FEW_LATE - 1, (5,)), ((5,), FEW_LATE, ()), ((7,) * 21, 0, ())],
)
def test_few_files_that_come_during_a_first_index_are_late_many_are_a_folder_being_filled(
    came: tuple[int, ...], before: int, late: tuple[int, ...]
) -> None:
    found = arrivals.late([Seen("a.md", ctime_ns=moment) for moment in came], begun_ns=5, before=before)
    assert tuple(seen.ctime_ns for seen in found) == late


def column(path: str, *, size: int = 1_000, mtime: int = 1, article_id: int | None = None) -> PostFile:
    return replace(file(path, mtime=mtime, article_id=article_id), size=size)


def paired(new: list[PostFile], gone: list[PostFile]) -> dict[str, str]:
    return {path: known.path for path, known in arrivals.moved(new, gone).items()}


def test_posts_of_one_title_that_moved_are_told_apart_by_time_and_size() -> None:
    gone = [column(f"old/{number}.md", size=1_000 + number, mtime=number, article_id=number) for number in range(4)]
    new = [replace(known, path=known.path.replace("old", "new")) for known in gone]
    new[0] = replace(new[0], size=5, mtime_ns=99)
    new[2] = replace(new[2], mtime_ns=98)
    expected = {known.path: known.path.replace("new", "old") for known in new}
    assert paired(new, gone) == paired(new[::-1], gone) == expected


def test_posts_of_one_title_that_moved_and_were_written_anew_are_told_apart_by_about_their_size() -> None:
    gone = [column(f"old/{number}.md", size=1_000 * (number + 1)) for number in range(4)]
    new = [column(f"new/{number}.md", size=1_000 * (number + 1) + 9, mtime=9) for number in range(4)]
    expected = {f"new/{number}.md": f"old/{number}.md" for number in range(4)}
    assert paired(new, gone) == paired(new[::-1], gone) == expected


def test_one_file_that_is_gone_moved_to_one_place_at_most() -> None:
    assert paired([column("a.md"), column("b.md")], [column("old.md")]) == {"a.md": "old.md"}


@pytest.mark.parametrize(
    ("size", "is_moved"), [(1_000, True), (1_040, True), (960, True), (1_100, False), (800, False)]
)
def test_a_post_nobody_read_moved_if_it_is_about_as_long(size: int, *, is_moved: bool) -> None:
    assert bool(arrivals.moved([column("a.md", size=size, mtime=9)], [column("old.md")])) is is_moved
    assert arrivals.moved([column("a.md", size=size, mtime=9)], [column("old.md", article_id=5)])


BEFORE = "渡船从今天起改在北岸停靠，旧站台随后拆除，行人请走新修的栈桥，夜间有灯。"


@pytest.mark.parametrize(
    ("text", "day", "still"),
    [
        (BEFORE, 2, True),
        (BEFORE.replace("今天", "明天"), 2, True),
        (BEFORE + "船票在北岸新设的亭子里出售。", 1, True),
        (BEFORE + "船票在北岸新设的亭子里出售。", 2, False),
        ("黄金价格上涨到新高。", 1, False),
        ("", 1, False),
    ],
)
def test_a_post_at_another_place_is_still_the_same_if_most_of_its_text_is(text: str, day: int, *, still: bool) -> None:
    date = datetime(2026, 1, 1, tzinfo=UTC)
    before = Article(path="a.md", title="渡口", paragraphs=(BEFORE,), published=date)
    now = replace(before, path="b.md", paragraphs=(text,) if text else (), published=date.replace(day=day))
    assert arrivals.is_still(before, now) is still


def test_posts_of_a_title_alone_are_the_same() -> None:
    empty = Article(path="a.md", title="渡口")
    assert arrivals.is_still(empty, empty)
