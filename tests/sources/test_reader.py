"""A post is read as it was seen, or later."""

from collections.abc import Callable
from pathlib import Path

from bot.model import PostFile
from bot.sources.reader import Reader


def test_a_post_that_changed_since_it_was_seen_waits_to_be_seen_again(
    tmp_path: Path, post: Callable[..., bytes]
) -> None:
    (tmp_path / "a.md").write_bytes(post("<p>渡船从今天起改在北岸停靠。</p>"))
    info = (tmp_path / "a.md").stat()
    seen = PostFile(path="a.md", mtime_ns=info.st_mtime_ns, size=info.st_size, title_key="标题", category_id=None)
    earlier = PostFile(path="a.md", mtime_ns=1, size=info.st_size, title_key="标题", category_id=None)
    reader = Reader()
    assert reader.read(str(tmp_path), earlier) is None
    assert reader.unreadable == {}
    reading = reader.read(str(tmp_path), seen)
    assert reading is not None
    assert reading.article.paragraphs == ("渡船从今天起改在北岸停靠。",)
