import pytest

from bot.errors import UnreadablePostError
from bot.sources.files import Seen
from bot.sources.settling import DOUBTFUL_SECONDS, PLAIN_SECONDS, QUIET_SECONDS, Settling, patience

FRONT = b"\n---\ntitle: 'x'\n---\n\n"


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (FRONT + b"<div>   \n<p>one</p>\n</div>\n            ", QUIET_SECONDS),
        (b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n<div>one</div>", QUIET_SECONDS),
        (b"---\n---\n<div>one</div>", QUIET_SECONDS),
        (FRONT + b"plain words\n", PLAIN_SECONDS),
        (b'+++\ntitle = "x"\n+++\nplain words\n', PLAIN_SECONDS),
        (b';;;\n"title": "x"\n;;;\nplain words\n', PLAIN_SECONDS),
        (b"-----\ntitle: x\n---\nplain words\n", DOUBTFUL_SECONDS),
        (FRONT + b"<div><div>one</div>", DOUBTFUL_SECONDS),
        (FRONT + b"<div>   \n<p>one</p>", DOUBTFUL_SECONDS),
        (FRONT + b"<di", DOUBTFUL_SECONDS),
        (FRONT, DOUBTFUL_SECONDS),
        (b"\n---\ntitle: 'x'\n", DOUBTFUL_SECONDS),
        (b"", DOUBTFUL_SECONDS),
        (b"no front matter", DOUBTFUL_SECONDS),
    ],
)
def test_a_post_that_ends_as_it_should_waits_least(data: bytes, seconds: float) -> None:
    assert patience(data) == seconds


class Disk:
    """Files as they would be found."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.trouble = ""

    def look(self, path: str) -> Seen | None:
        data = self.files.get(path)
        return None if data is None else Seen(path, mtime_ns=len(data), size=len(data), trouble=self.trouble)

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise UnreadablePostError("It is gone.")
        return self.files[path]


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def settling(disk: Disk) -> Settling:
    return Settling(disk.look, disk.read)


def test_a_complete_post_is_taken_as_soon_as_it_rests(disk: Disk, settling: Settling) -> None:
    disk.files["a.md"] = FRONT + b"<div>one</div>"
    assert settling.step(["a.md"], at=0) == []
    assert settling.step([], at=0.1) == []
    assert [seen.path for seen in settling.step([], at=0.16)] == ["a.md"]
    assert len(settling) == 0


def test_a_post_written_in_pieces_is_taken_whole(disk: Disk, settling: Settling) -> None:
    whole = FRONT + b"<div>" + b"<p>one</p>" * 8 + b"</div>"
    for step in range(10):
        disk.files["a.md"] = whole[: len(whole) * step // 10]
        assert settling.step(["a.md"], at=step * 0.3) == []
    disk.files["a.md"] = whole
    assert settling.step(["a.md"], at=3.0) == []
    assert [seen.size for seen in settling.step([], at=3.2)] == [len(whole)]


def test_a_post_that_stays_unfinished_is_taken_as_it_is(disk: Disk, settling: Settling) -> None:
    disk.files["a.md"] = FRONT + b"<div>cut"
    settling.step(["a.md"], at=0)
    assert settling.step([], at=1.9) == []
    assert len(settling.step([], at=2.1)) == 1


def test_a_post_that_vanishes_is_not_waited_for(disk: Disk, settling: Settling) -> None:
    disk.files["a.md"] = FRONT
    settling.step(["a.md", "never.md"], at=0)
    del disk.files["a.md"]
    assert settling.step([], at=1) == []
    assert len(settling) == 0


def test_what_cannot_be_read_is_handed_on_to_be_told(disk: Disk, settling: Settling) -> None:
    disk.files["a.md"] = b""
    disk.trouble = "is a folder"
    settling.step(["a.md"], at=0)
    assert [seen.trouble for seen in settling.step([], at=0.2)] == ["is a folder"]
