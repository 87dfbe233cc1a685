"""A post is read as it was seen, or later."""

from collections.abc import Callable
from pathlib import Path

from bot.model import PostFile
from bot.sources import files
from bot.sources.reader import Reader


def test_a_post_is_seen_in_whatever_encoding_it_is_saved(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-16", "gb18030"):
        (tmp_path / f"{encoding}.md").write_text("---\ntitle: 渡船改线\n---\n渡船从今天起改在北岸停靠。", encoding)
    (tmp_path / "no post.md").write_text("渡船从今天起改在北岸停靠。", "utf-16")
    reader = Reader()
    seens = [seen for path in sorted(tmp_path.iterdir()) if (seen := files.look(str(tmp_path), path.name))]
    assert [glance.title_key for glance in reader.glances(str(tmp_path), seens)] == ["渡船改线"] * 3
    assert list(reader.unreadable) == ["no post.md"]


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
