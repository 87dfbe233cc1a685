import asyncio
import os
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import SourceError, UnreadablePostError
from bot.sources import files
from bot.sources import folder as watching
from bot.sources.folder import Folder
from bot.sources.post import peek_post

POST = "\n---\ntitle: 'x'\n---\n\n<div>   \n<p>渡船改线。</p>\n</div>\n            "
NO_TIME = 2**62
"""An instant at which no file is young."""


async def listed(folder: Folder, now_ns: int = NO_TIME) -> set[str]:
    return {seen.path async for chunk in folder.listing(now_ns=now_ns) for seen in chunk}


async def heard(folder: Folder, *paths: str, within: float = 8) -> set[str]:
    """Waits for files to be told of; gives all that were."""
    found: set[str] = set()
    async with asyncio.timeout(within):
        while not found >= set(paths):
            found |= {seen.path for seen in await folder.settled(within=0.5)}
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "posts"
    (place / "社会").mkdir(parents=True)
    (place / "社会" / "old.md").write_text(POST)
    return place


@pytest.fixture
async def folder(root: Path) -> AsyncIterator[Folder]:
    folder = Folder(root)
    async with folder.watched():
        yield folder


async def test_only_posts_are_listed(root: Path, folder: Folder) -> None:
    for name in (
        ".git/a.md",
        "node_modules/b.md",
        "_drafts/b.md",
        "社会/.hidden.md",
        "社会/a.md~",
        "a.md.swp",
        "b.tmp",
        "c.txt",
        "~d.md",
    ):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(POST)
    (root / "new.markdown").write_text(POST)
    assert await listed(folder) == {"社会/old.md", "new.markdown"}


async def test_a_folder_of_many_posts_is_listed_in_chunks(root: Path, folder: Folder) -> None:
    for number in range(files.CHUNK + 1):
        (root / f"{number}.md").touch()
    sizes = [len(chunk) async for chunk in folder.listing(now_ns=NO_TIME)]
    assert sorted(sizes) == [2, files.CHUNK]


async def test_a_new_post_is_told_of_within_a_third_of_a_second(root: Path, folder: Folder) -> None:
    (root / "社会" / "new.md").write_text(POST)
    begun = time.monotonic()
    assert await heard(folder, "社会/new.md") == {"社会/new.md"}
    assert time.monotonic() - begun < 5, "a third on a quiet machine"


async def test_a_post_replaced_by_renaming_or_touched_is_told_of(root: Path, folder: Folder) -> None:
    (root / ".part").write_text(POST)
    (root / ".part").replace(root / "社会" / "old.md")
    await heard(folder, "社会/old.md")
    os.utime(root / "社会" / "old.md")
    await heard(folder, "社会/old.md")


async def test_posts_in_new_and_renamed_folders_are_told_of(root: Path, folder: Folder) -> None:
    (root / "金融" / "晨光" / "要闻").mkdir(parents=True)
    (root / "金融" / "晨光" / "要闻" / "a.md").write_text(POST)
    await heard(folder, "金融/晨光/要闻/a.md")
    (root / "社会").rename(root / "地方")
    await heard(folder, "地方/old.md")
    (root / "地方" / "b.md").write_text(POST)
    await heard(folder, "地方/b.md")
    shutil.rmtree(root / "金融")
    (root / "c.md").write_text(POST)
    await heard(folder, "c.md")


async def test_a_post_written_in_pieces_over_a_second_is_told_of_when_it_is_whole(root: Path, folder: Folder) -> None:
    async def write() -> None:
        data = POST.encode()
        with (root / "slow.md").open("wb", buffering=0) as stream:
            for start in range(0, len(data), 20):
                stream.write(data[start : start + 20])
                await asyncio.sleep(1.2 / (len(data) / 20))

    writing = asyncio.create_task(write())
    found: list[files.Seen] = []
    async with asyncio.timeout(8):
        while not found:
            found += await folder.settled(within=0.5)
    await writing
    assert [seen.path for seen in found] == ["slow.md"]
    assert found[0].size >= len(POST.rstrip().encode()), "blanks may follow"


async def test_a_post_being_written_while_the_folder_is_listed_waits(root: Path, folder: Folder) -> None:
    (root / "half.md").write_text(POST[:40])
    assert await listed(folder, now_ns=time.time_ns()) == {"社会/old.md"}
    (root / "half.md").write_text(POST)
    await heard(folder, "half.md")


async def test_a_name_that_is_no_text_is_found_by_listing(root: Path, folder: Folder) -> None:
    name = os.fsdecode(b"bad\xff.md")
    (root / name).write_text(POST)
    async with asyncio.timeout(5):
        while not folder.missed:
            await folder.settled(within=0.1)
    assert name in await listed(folder)
    (root / "after.md").write_text(POST)
    await heard(folder, "after.md")


async def test_a_link_within_the_folder_is_read_and_one_that_leads_out_is_not(root: Path, folder: Folder) -> None:
    (root / "in.md").symlink_to(root / "社会" / "old.md")
    (root / "out.md").symlink_to("/etc/hostname")
    (root / "dir").symlink_to(root / "社会")
    troubles = {seen.path: seen.trouble async for chunk in folder.listing(now_ns=NO_TIME) for seen in chunk}
    assert troubles == {"社会/old.md": "", "in.md": "", "out.md": "is a link that leads out of the folder"}
    assert files.whole(folder.root, "in.md") == POST.encode()
    with pytest.raises(UnreadablePostError, match="leads out"):
        files.whole(folder.root, "out.md")
    assert files.look(folder.root, "dir/old.md") is None


async def test_a_pipe_or_a_vanished_post_does_not_hang_the_reader(root: Path, folder: Folder) -> None:
    os.mkfifo(root / "pipe.md")
    for name, reason in (("pipe.md", "no regular file"), ("gone.md", "is gone"), ("社会", "cannot be opened")):
        with pytest.raises(UnreadablePostError, match=reason):
            files.whole(folder.root, name)
    heads = list(files.heads(folder.root, ["社会/old.md", "gone.md"]))
    assert heads[0] == POST.encode()
    assert str(heads[1]) == "It is gone."


def test_a_long_summary_in_the_front_matter_hides_no_category_from_the_index(tmp_path: Path) -> None:
    front = f"---\ntitle: 灯亮了\ndescription: {'摘要' * 1000}\ncategories:\n- 科技\n---\n"
    (tmp_path / "long.md").write_text(front + "全镇都来看。" * 9_000, encoding="utf-8")
    (head,) = files.heads(str(tmp_path), ["long.md"])
    assert isinstance(head, bytes)
    assert peek_post(head, "long.md").category == ("科技",)


async def test_a_missing_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no folder .*nowhere\. Make it"):
        async with Folder(tmp_path / "nowhere").watched():
            pass


async def test_a_file_in_place_of_the_folder_is_told(root: Path) -> None:
    with pytest.raises(SourceError, match="is no folder"):
        async with Folder(root / "社会" / "old.md").watched():
            pass


def take_away(root: Path, *, replaced: bool) -> None:
    root.rename(root.with_name("away"))
    if replaced:
        root.mkdir()


@pytest.mark.parametrize("replaced", [False, True])
async def test_a_folder_that_goes_away_is_noticed(
    root: Path, folder: Folder, monkeypatch: pytest.MonkeyPatch, *, replaced: bool
) -> None:
    monkeypatch.setattr(watching, "CHECK_SECONDS", 0.2)
    await folder.settled(within=0.1)
    await asyncio.to_thread(take_away, root, replaced=replaced)
    with pytest.raises(SourceError, match="replaced by another" if replaced else "There is no folder"):
        await heard(folder, "never.md")


@pytest.mark.slow
async def test_five_thousand_posts_dropped_at_once_are_all_told_of_and_the_loop_stays_free(
    root: Path, folder: Folder
) -> None:
    worst = 0.0

    async def feel() -> None:
        nonlocal worst
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(0.005)
            worst = max(worst, time.perf_counter() - begun - 0.005)

    def drop() -> None:
        for number in range(5000):
            (root / "社会" / f"{number}.md").write_text(POST)

    feeling = asyncio.create_task(feel())
    await asyncio.gather(asyncio.to_thread(drop), heard(folder, *(f"社会/{n}.md" for n in range(5000)), within=60))
    feeling.cancel()
    assert worst < 2, "well under 50 ms on a quiet machine"
