from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.model import Article, Digest, StoredArticle

SHORT = ("今年前三季度，全市新开工保障房三万套。", "其中九成已经封顶。")
LONGER = (*SHORT, "明年计划再建两万套。", "资金由市级财政承担。")


@pytest.fixture
def stored() -> Callable[..., StoredArticle]:
    """Makes a stored article; the arguments replace parts of the article and its digest."""

    def make(*, collected_at: datetime | None = None, digest: Digest | None = None, **parts: object) -> StoredArticle:
        article: dict[str, Any] = {
            "path": "a.md",
            "title": "保障房建设提速",
            "paragraphs": ("".join(SHORT), LONGER[2], LONGER[3] + "市民可在网上申请。"),
            "category": ("新浪财经", "国内"),
            "author": "新浪财经",
            "published": datetime(2026, 10, 19, 12, 12, tzinfo=UTC),
            "link": "https://news.example.com/1",
        }
        return StoredArticle(
            id=7,
            source_id=1,
            category_id=3,
            article=Article(**(article | parts)),
            digest=digest or Digest(short=SHORT, longer=LONGER),
            content_hash="",
            collected_at=collected_at or datetime(2026, 10, 19, 13, 0, tzinfo=UTC),
        )

    return make
