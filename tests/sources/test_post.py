"""A post becomes the article its readers get."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.novelty import title_key
from bot.errors import UnreadablePostError
from bot.model import Article
from bot.sources.post import MAX_SIZE, is_post, peek_post, read_post

SAMPLES = Path(__file__).parents[1] / "data/posts"
Post = Callable[..., bytes]


def plain(article: Article, names: set[str]) -> dict[str, Any]:
    """An article's fields as JSON has them."""
    values = {name: getattr(article, name) for name in names}
    return json.loads(json.dumps(values, default=lambda value: value.isoformat(), ensure_ascii=False))  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.md")))
def test_a_sample_post_becomes_the_article_beside_it(name: str) -> None:
    expected = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    article = read_post((SAMPLES / f"{name}.md").read_bytes(), f"source/_posts/{name}.md")
    assert plain(article, set(expected)) == expected


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.md")))
def test_a_peek_tells_the_same_key_category_and_date_as_reading(name: str) -> None:
    data = (SAMPLES / f"{name}.md").read_bytes()
    article, peek = read_post(data, "a.md"), peek_post(data[:3072], "a.md")
    assert (peek.title_key, peek.category, peek.published) == (
        title_key(article.title),
        article.category,
        article.published,
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_peek_reads_a_post_in_whatever_way_it_is_saved(encoding: str, end: str) -> None:
    lines = [
        "---",
        "title: 灯亮了",
        "categories:",
        "- 天气",
        "- 河湾",
        "date: 2026年11月19日",
        "---",
        "全镇都来看。" * 99,
    ]
    data = end.join(lines).encode(encoding)
    article, peek = read_post(data, "a.md"), peek_post(data[:301], "a.md")
    assert (
        (peek.title_key, peek.category) == (title_key(article.title), article.category) == ("灯亮了", ("天气", "河湾"))
    )
    assert peek.published == article.published == datetime(2026, 11, 18, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("2026年11月19日 18:30", 10),
        ("Thu Nov 19 2026 18:30:00 GMT+0800 (中国标准时间)", 10),
        ("Thu, 19 Nov 2026 18:30:00 CEST", 16),
        ("2026-11-19 18:30:00 +8", 10),
        ("Nov 19, 2026 18:30", 10),
        ("2026.11.19 18:30:00", 10),
        ("Thu Nov 19 18:30:00 CST 2026", 10),
        ("2026-11-19 18:30:00 Europe/Berlin", 17),
        ("Thu, 19 Nov 2026 18:30:00", 18),
    ],
)
def test_a_date_that_feeds_may_write_posts_may_write_too(post: Post, written: str, hour: int) -> None:
    assert read_post(post(date=written), "a.md").published == datetime(2026, 11, 19, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize("written", ["Nov 19, 2026", "19 Nov 2026"])
def test_a_day_alone_begins_where_the_writer_is(post: Post, written: str) -> None:
    assert read_post(post(date=written), "a.md").published == datetime(2026, 11, 18, 16, tzinfo=UTC)


def test_a_local_date_without_a_zone_is_shanghai_time(post: Post) -> None:
    article = read_post(post(date="2021-04-21 11:30:15"), "a.md")
    assert article.published == datetime(2021, 4, 21, 3, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "address",
    [
        "https://picsum.photos/400/300?random=7",
        "https://n.example.cn/finance/cece9e13/20200514/343233024.png",
        "https://n.example.cn/finance/200/w500h500/20220216/a.png",
        "https://n.example.cn/qrcode_258.jpg",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "ftp://n.example.cn/a.png",
        "/a.png",
        "http://[broken/a.png",
        "https://n.example.cn/a b.png",
        "https://n.example.cn/a.svg?v=1",
        "https://img.shields.io/badge/build-passing-green",
        "https://www.zhihu.com/equation?tex=x%5E2",
        "",
    ],
)
def test_a_picture_that_shows_nothing_is_no_picture(post: Post, address: str) -> None:
    assert read_post(post(head=f"headimg: '{address}'\n"), "a.md").image is None


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://cors.zfour.workers.dev/?http://n.example.cn/a.png?x=1", "http://n.example.cn/a.png?x=1"),
        ("https://cors.zfour.workers.dev/?http%3A%2F%2Fn.example.cn%2Fa.png", "http://n.example.cn/a.png"),
        ("//n.example.cn/a.png", "https://n.example.cn/a.png"),
        ("https://n.example.cn/a.png", "https://n.example.cn/a.png"),
    ],
)
def test_a_picture_is_shown_from_its_own_address(post: Post, address: str, shown: str) -> None:
    assert read_post(post(head=f"headimg: '{address}'\n"), "a.md").image == shown


def test_the_articles_own_picture_stands_in_for_a_promotion(post: Post) -> None:
    data = post('<p>灯。</p><img data-src="https://n.example.cn/b.png">', head="headimg: 'https://picsum.photos/1'\n")
    assert read_post(data, "a.md").image == "https://n.example.cn/b.png"


def test_a_picture_that_is_fetched_late_is_shown_from_where_it_is_fetched(post: Post) -> None:
    late = '<img src="https://n.example.cn/loading.gif" data-original="https://n.example.cn/c.png">'
    grey = '<img src="https://n.example.cn/grey.png" data-src="https://n.example.cn/c.png">'
    assert read_post(post(late), "a.md").image == "https://n.example.cn/c.png"
    assert read_post(post(grey), "a.md").image == "https://n.example.cn/c.png"


def test_a_dot_that_counts_readers_is_no_picture(post: Post) -> None:
    dot = '<p>灯。<img width="1" height="1" src="https://n.example.cn/a.gif"></p>'
    assert read_post(post(dot), "a.md").image is None
    assert read_post(post(f'{dot}<img src="https://n.example.cn/c.png">'), "a.md").image == "https://n.example.cn/c.png"


def test_the_picture_a_theme_shows_a_post_with_is_its_picture(post: Post) -> None:
    body = '<p>灯。</p><img src="https://n.example.cn/b.png">'
    assert (
        read_post(post(body, head="cover: https://n.example.cn/a.png\n"), "a.md").image == "https://n.example.cn/a.png"
    )
    assert read_post(post(body, head="cover: /img/a.png\n"), "a.md").image == "https://n.example.cn/b.png"
    assert read_post(post(body, head="cover: false\n"), "a.md").image == "https://n.example.cn/b.png"


def test_a_post_that_links_to_another_site_as_hexo_does_leads_there(post: Post) -> None:
    assert read_post(post("<p>灯。</p>", head="link: https://a.example/1\n"), "a.md").link == "https://a.example/1"
    assert read_post(post("<p>灯。</p>", head="link: /about/\n"), "a.md").link is None


def test_a_post_without_a_title_has_the_main_heading_it_begins_with() -> None:
    begun = read_post("---\ndate: 2026-11-28\n---\n# 灯亮了\n\n全镇都来看。\n".encode(), "a.md")
    assert (begun.title, begun.paragraphs) == ("灯亮了", ("全镇都来看。",))
    later = read_post("---\ndate: 2026-11-28\n---\n全镇都来看。\n\n# 灯亮了\n\n雨停了。\n".encode(), "a.md")
    assert later.title == ""


def test_a_link_to_the_original_is_kept_only_when_it_is_a_web_address(post: Post) -> None:
    assert (
        read_post(post('<p>灯。</p><a href="https://a.example/1"> 原文链接 </a>'), "a.md").link == "https://a.example/1"
    )
    assert read_post(post('<p>灯。</p><a href="javascript:x">原文链接</a>'), "a.md").link is None
    assert read_post(post('<p>灯。<a href="https://a.example/1">别的</a></p>'), "a.md").link is None


def test_a_post_without_a_title_says_what_it_says_and_an_empty_one_is_called_by_its_file(post: Post) -> None:
    untitled = read_post(post("<p>灯亮了。</p>", title="''"), "a/b.md")
    assert (untitled.title, untitled.paragraphs) == ("", ("灯亮了。",))
    assert read_post(post(title="''"), "a/b.md").title == "b"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_a_post_is_known_as_one_by_its_beginning_in_every_encoding_it_can_be_read_in(encoding: str) -> None:
    data = "\n---\ntitle: 燈亮了\n---\n全鎮的人都出來看，孩子們數著燈。".encode(encoding)
    assert is_post(data[:41])
    assert read_post(data, "a.md").paragraphs == ("全鎮的人都出來看，孩子們數著燈。",)
    assert not is_post("渡船改線。".encode(encoding))


def test_a_post_as_hugo_writes_it_is_read() -> None:
    head = (
        'title = "灯亮了"\ndate = 2026-11-19T18:30:00+08:00\ncategories = ["天气", "河湾"]\ntags = ["灯"]\nweight = 1\n'
    )
    data = f"+++\n{head}[params]\n  math = true\n+++\n\n全镇都来看。\n".encode()
    article, peek = read_post(data, "a.md"), peek_post(data, "a.md")
    assert (article.title, article.paragraphs) == ("灯亮了", ("全镇都来看。",))
    assert article.categories == peek.category == ("天气", "河湾")
    assert article.published == peek.published == datetime(2026, 11, 19, 10, 30, tzinfo=UTC)
    assert not peek_post(data.replace(b"weight = 1", b"draft = true"), "a.md").is_public


@pytest.mark.parametrize("head", ["title = ", "a = " + "[" * 30_000, "a" + ".a" * 20_000 + " = 1", 'a = 1\n"a" = 2'])
def test_toml_that_is_none_is_refused(head: str) -> None:
    with pytest.raises(UnreadablePostError, match="TOML"):
        read_post(f"+++\n{head}\n+++\n全镇都来看。\n".encode(), "a.md")


def test_a_post_in_an_old_chinese_encoding_is_read() -> None:
    data = "\n---\ntitle: '灯亮了'\ncategories: \n - 资讯\n---\n<p>全镇的人都出来看。</p>".encode("gb18030")
    article = read_post(data, "a.md")
    assert (article.title, article.paragraphs) == ("灯亮了", ("全镇的人都出来看。",))


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"<p>no front matter</p>", b"\n" * (MAX_SIZE + 1)])
def test_what_is_no_post_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(UnreadablePostError) as caught:
        read_post(data, "a/b.md")
    assert caught.value.subject == "a/b.md"


@given(st.binary(max_size=400), st.text(max_size=20))
def test_no_bytes_raise_anything_else(data: bytes, path: str) -> None:
    for whole in (
        data,
        b"\n---\n" + data,
        b"\n---\ntitle: 'a'\n---\n" + data,
        b"\n---\ntitle: " + data + b"\n---\n<p>b</p>",
    ):
        try:
            article = read_post(whole, path)
        except UnreadablePostError:
            continue
        assert article.title.strip() or article.paragraphs
        assert article.category


@given(st.binary(max_size=400), st.text(max_size=20))
def test_a_peek_never_fails(head: bytes, path: str) -> None:
    assert peek_post(b"\n---\ntitle: " + head, path).category


def test_real_posts_get_their_true_titles(corpus: Path) -> None:
    entries = [
        entry
        for entry in json.loads((corpus / "posts/manifest.json").read_text(encoding="utf-8"))
        if "raw_title" in entry
    ]
    right = sum(
        "".join(read_post((corpus / "posts" / entry["path"]).read_bytes(), entry["path"]).title.split())
        == "".join(entry["raw_title"].split())
        for entry in entries[::5]
    )
    assert right >= 0.989 * len(entries[::5])
