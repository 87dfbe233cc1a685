import pytest

from bot.core import arrivals
from bot.core.arrivals import FEW_LATE, UNTOLD, Arrival
from bot.model import PostFile
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
