"""What tests of the sources share: a way to write a post, and the folder of real posts where there is one."""

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

Post = Callable[..., bytes]


@pytest.fixture
def post() -> Post:
    """Writes a post as the job does: title in quotes, three categories, the body in a div."""

    def write(body: str = "", *, title: str = "'标题'", date: str = "Invalid Date", head: str = "") -> bytes:
        return (
            f"\n---\ntitle: {title}\ncategories: \n - 新媒体\n - 河湾网\n - 资讯\n{head}author: 河湾网\n"
            f"date: {date}\n---\n\n<div>   \n{body}  \n</div>\n            "
        ).encode()

    return write


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real posts beside the repository."""
    folder = ROOT / "../shared/data"
    if not (folder / "gold_posts_dev.jsonl").exists():
        pytest.skip("the real posts are not beside the repository")
    return folder
