"""Writes any number of posts, all of our own making, in the form a Hexo folder of an RSSHub crawler has."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

PLACES = ("河口", "青石", "北岭", "南湾", "云港", "松原", "石桥", "白沙", "東湖", "西坡")
THINGS = ("水库", "图书馆", "茶园", "渡口", "风电场", "夜市", "苗圃", "码头", "灯塔", "观测站")
DEEDS = ("完成改造", "迎来新客", "调整开放时间", "公布检测结果", "启动第二期", "恢复通行", "接受验收", "发布年报")
DETAILS = (
    "负责人介绍，整个过程用了{a}个月，参与的有{b}人。",
    "附近居民说，往年这个时候要多走{a}公里。",
    "记录显示，上一季的数字是{b}，比前一季多了{a}%。",
    "按照计划，余下的部分将在{a}周之内做完。",
    "“我们先把最要紧的{a}件事做好。”值班员这样说。",
    "费用共{b}万元，由三方按份分担。",
)
CATEGORIES = tuple(
    (top, source, f"{source}－{channel}")
    for top, source in (("金融", "晨光财经"), ("社会", "河畔日报"), ("科技", "半导体夜话"), ("文化", "旧书摊"))
    for channel in ("要闻", "國内", "评论", "数据", "人物")
)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def write_posts(folder: Path, count: int, *, seed: int = 1) -> None:
    """Writes `count` posts into `folder`, the same ones for the same seed."""
    chance = random.Random(seed)
    for path, text in posts(count, chance):
        file = folder / path
        if not file.parent.is_dir():
            file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")


def posts(count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Makes relative paths and texts of posts, every title another."""
    for number in range(count):
        category = CATEGORIES[number % len(CATEGORIES)]
        name = f"{chance.choice(PLACES)}{chance.choice(THINGS)}{chance.choice(DEEDS)}_第{number}号_"
        date = BEGIN + timedelta(minutes=number)
        yield f"{'/'.join(category)}/{name}.md", post(name, category, date, body(chance))


def body(chance: random.Random, *, paragraphs: int = 8) -> list[str]:
    """Makes the paragraphs of one article."""
    return ["".join(sentence(chance) for _ in range(3)) for _ in range(paragraphs)]


def sentence(chance: random.Random) -> str:
    return chance.choice(DETAILS).format(a=chance.randint(2, 40), b=chance.randint(100, 9000))


def post(title: str, category: tuple[str, ...], date: datetime, paragraphs: list[str]) -> str:
    """Renders one post as the crawler does, its empty first line and blanks at the end included."""
    picture = f"https://picsum.photos/400/300?random={date.toordinal()}"
    listed = "\n".join(f" - {name}" for name in category)
    text = "".join(f"<p>　　{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"\n---\ntitle: '{title}'\ncategories: \n{listed}\nheadimg: '{picture}'\nauthor: {category[1]}\n"
        f"comments: false\ndate: {date:%a, %d %b %Y %H:%M:%S} GMT\nthumbnail: '{picture}'\n---\n\n"
        f"<div>   \n{text}  \n</div>\n            "
    )


if __name__ == "__main__":
    import sys

    write_posts(Path(sys.argv[1]), int(sys.argv[2]))
