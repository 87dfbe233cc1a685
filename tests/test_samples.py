"""The demo's own newspaper: every post is read as meant, and together they hold every trap of the format."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import samples
from bot.core.digest import digest_of
from bot.model import Article
from bot.sources.post import read_post

ADDRESS = "//pictures.jianbao.example/"
LARGEST_PICTURE = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a reader should get of one sample."""

    title: str
    category: tuple[str, ...]
    paragraphs: int
    published: datetime | None
    picture: str = ""
    stocks: tuple[str, ...] = ()


def at(day: int, hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC)


POSTS = (
    Expected(
        title="上海市与国家知识产权局再签合作议定书，要让专利从“书架”走上“货架”",
        category=("金融", "晨江财经", "国内"),
        paragraphs=6,
        published=at(18, 10, 20, 11),
    ),
    Expected(
        title="澜江精密前三季度净利润同比增长38.6% 储能在手订单首次突破10亿元",
        category=("金融", "晨江财经", "公司"),
        paragraphs=5,
        published=at(19, 13, 5, 42),
        stocks=("sz009999", "sh699999"),
    ),
    Expected(
        title="晨江商品周报：运价四连涨，橡胶库存升至19个月高位",
        category=("金融", "晨江财经", "市场"),
        paragraphs=10,
        published=at(20, 9, 30),
    ),
    Expected(
        title="【Harbour Ledger 完成首单数字仓单质押融资】11月20日消息，仓单平台 Harbour Ledger "
        "联合三家城商行完成首单数字仓单质押，标的为1.2万吨电解铝，放款8600万元，从提交...",
        category=("金融", "潮声快讯", "7x24小时"),
        paragraphs=1,
        published=None,
    ),
    Expected(
        title="室温下跑完3000次循环，一块“会自愈”的固态电池走出实验室",
        category=("科技", "海岸科技", "前沿"),
        paragraphs=6,
        published=at(19, 1, 36),
        picture="lab-bench.jpg",
    ),
    Expected(
        title="海缆修理船上的四十二天：一根头发丝粗的光，断在两千六百米深处",
        category=("科技", "海岸科技", "深度"),
        paragraphs=51,
        published=at(15, 23, 30),
        picture="cable-ship.jpg",
    ),
    Expected(
        title="少写一个 {}，三万台闸机停了九分钟",
        category=("科技", "开源周报", "复盘"),
        paragraphs=6,
        published=at(13, 8, 42, 30),
    ),
    Expected(
        title="老楼加梯 | 六层楼十二户人家，三十八万元的账怎么分",
        category=("社会", "南山晚报", "民生"),
        paragraphs=6,
        published=at(17, 22, 15),
    ),
    Expected(
        title="今冬第一场寒潮明天到 北部山区最低零下3℃",
        category=("社会", "南山晚报", "天气"),
        paragraphs=4,
        published=at(19, 10, 30),
    ),
    Expected(
        title="凌晨四点的菜市场 一条鲈鱼走了多远才到摊位上",
        category=("社会", "街角广播", "城市"),
        paragraphs=4,
        published=at(14, 22, 5),
    ),
    Expected(
        title="远洋早报｜北环航线提前封冻，橄榄油价格较年初回落两成",
        category=("国际", "远洋视界", "早报"),
        paragraphs=10,
        published=at(20, 22, 40),
        picture="harbour-dawn.jpg",
    ),
    Expected(
        title="The night train's second life: sleepers return to the northern coast",
        category=("国际", "Tidelamp Dispatch", "World"),
        paragraphs=6,
        published=at(20, 0, 0),
    ),
    Expected(
        title="""老戏园停演七年后重新亮灯，海报上只写了一句"Don't sit still\"""",
        category=("文化", "渔火文艺", "剧场"),
        paragraphs=5,
        published=at(15, 3, 10),
        picture="theatre.jpg",
    ),
    Expected(
        title="最後一位手寫招牌師傅收了三個徒弟，最小的十九歲",
        category=("文化", "澄湾日报", "艺文"),
        paragraphs=5,
        published=at(16, 4, 0),
    ),
    Expected(
        title="绝杀！她在终场前0.8秒从后场投进了这一球",
        category=("体育", "潮头体育", "视频"),
        paragraphs=1,
        published=at(18, 14, 26, 9),
    ),
)
DROPS = (
    Expected(
        title="晨江口岸前10个月进出口1.86万亿元，“绿色三样”出口首破千亿",
        category=("金融", "晨江财经", "国内"),
        paragraphs=5,
        published=at(22, 2, 0),
        picture="trade-chart.png",
    ),
    Expected(
        title='"以旧换新"拉动下，海川电源11月排产创纪录',
        category=("金融", "晨江财经", "公司"),
        paragraphs=4,
        published=at(22, 3, 45),
        stocks=("sh699999",),
    ),
    Expected(
        title="【PowerCredit 平台上线首日放贷4.6亿元】11月22日消息，晨江市七家银行与电网公司联合推出 "
        "PowerCredit 平台，以小微企业连续12个月的用电数据作为授信依据，单户最高200万元...",
        category=("金融", "潮声快讯", "7x24小时"),
        paragraphs=3,
        published=None,
    ),
    Expected(
        title="样车跑出603公里/小时，低真空磁浮线完成首次全程试验",
        category=("科技", "海岸科技", "前沿"),
        paragraphs=5,
        published=at(21, 6, 10),
        picture="maglev.jpg",
    ),
    Expected(
        title="Harbour seals are “reading” ship noise, a ten-year study finds",
        category=("科技", "Tidelamp Dispatch", "Science"),
        paragraphs=5,
        published=at(21, 12, 0),
        picture="harbour-dawn.jpg",
    ),
    Expected(
        title="社区食堂开到第三年：一顿午饭15块，谁在吃，谁在补",
        category=("社会", "南山晚报", "民生"),
        paragraphs=5,
        published=at(22, 4, 30),
        picture="canteen.jpg",
    ),
    Expected(
        title="南山隧道西行方向恢复通车，全程约需六分钟",
        category=("社会", "街角广播", "热榜"),
        paragraphs=0,
        published=at(22, 5, 2, 11),
    ),
    Expected(
        title="远洋早报｜深水港罢工结束，内陆湖水位升至十二年最高",
        category=("国际", "远洋视界", "早报"),
        paragraphs=5,
        published=at(21, 22, 40),
    ),
    Expected(
        title="一本借了四十一年的书还了回来，图书馆说：“欢迎回家”“不用罚款”",
        category=("文化", "渔火文艺", "书影"),
        paragraphs=5,
        published=at(21, 9, 12),
        picture="lighthouse.jpg",
    ),
    Expected(
        title="晨江马拉松今晨开跑，28000人里最慢的一位跑了七小时零三分",
        category=("体育", "潮头体育", "路跑"),
        paragraphs=5,
        published=at(22, 7, 20),
    ),
)

BOILERPLATE = re.compile(
    r"原标题|^来源|责任编辑|^编辑：|校对：|客户端|点击领取|本文来自|经授权|原文链接|图源|图表：|^（.*记者 .*）$"
    r"|长按二维码|延伸阅读|未经授权|appendQr|\{padding|<[a-z/!]|&#?\w+;|\.\.\.\.\.\.|重新开放的观众厅。$|走势$"
)
"""What stands in the samples and belongs to no article; `<` also catches mark-up that leaked."""

TRAPS = {
    "an empty line comes before the front matter": r"\A\n---\n",
    "blanks follow the end": r"</div>\n {12}\Z",
    "a title with an apostrophe in double quotes": r'\ntitle: "[^"\n]*\'[^"\n]*"\n',
    "a title with both quotes, which is no YAML": r'\ntitle: "[^"\n]*"[^"\n]*\'[^"\n]*""\n',
    "ASCII quotes inside single quotes": r"\ntitle: '\"",
    "a title over several lines": r"\ntitle: '[^'\n]*\n[^'\n]+'\n",
    "quotes that became pairs of _": r"\ntitle: '[^_\n]*_[^_\n]+_[^_\n]*'\n",
    "quotes side by side": r"\ntitle: .*__",
    "a lone _": r"\ntitle: '[^_\n]*_[^_\n]*'\n",
    "a channel that opens a YAML block": r"\n - \| ",
    "a full-width dash and a traditional channel": "－國內\n",
    "no date at all": r"\ndate: Invalid Date\n",
    "a local date without zone": r"\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n",
    "a date without a time": r"\ndate: .* 00:00:00 GMT\n",
    "braces written as entities": r"title: .*&#123;&#125;",
    "a random picture for want of one": r"headimg: 'https://picsum\.photos/",
    "a promotion's picture as the post's": r"headimg: '.*343233024\.png",
    "a broker's picture as the post's": r"headimg: '.*/w500h500/",
    "a picture behind a proxy": r"headimg: 'https://[^']*/\?http://",
    "the app's QR block": r"appendQr_wrap",
    "the broker's QR block": r"app-kaihu-qr[\s\S]*>>",
    "style sheets in the body": r"<style>",
    "the editor's paragraph": r'<p class="article-editor">责任编辑：',
    "the editor's plain line": r"<p>　　责任编辑：",
    "an original title with a class": r'<p class="ori_titlesource">　　原标题：',
    "an original title in a span with its source": r"<span[^>]*>原标题：.*来源：",
    "an original title without a colon": r"<p>原标题 “",
    "a promotion inside a comment": r"<!--article_adlist\[.*\]article_adlist-->",
    "a promotion's comment left open": r"<!--article_adlist\[<p[^>]*>-->",
    "the end mark with stock codes": r"<!-- news_keyword_pub,stock,sz\d+&sh\d+ -->",
    "stock links inside a sentence": r'<span id="stock_',
    "a place for a video": r'class="video-2017"',
    "a caption by class": r'class="img_descr">[^<]',
    "a caption as a paragraph": r'<p class="picIntro">',
    "a table": r"<table>",
    "a list": r"<ul>",
    "a quotation": r"<blockquote>",
    "a poem's layout": r"(?:<p style=\"text-align: center;\">[^<]{1,30}</p>\n){8}",
    "a machine's lead": r"<figure>.*</figure>[^<]+\.\.\.\.\.\.<p>",
    "the line of a WeChat account": r"本文来自微信公众号",
    "a source line": r"<p>(?:　　)?来源：",
    "a reporter's line": r"<p>（南山晚报记者 ",
    "a proofreader's line": r"<p>校对：",
    "paragraphs parted by br": r"<br>",
    "a link to the original": r">原文链接</a>",
    "text nobody can see": "\u200b",
    "an empty paragraph": r"<p>&nbsp;</p>",
    "an English article": r"<p>Nine years after",
    "traditional characters": r"手寫招牌",
}
FRAME = re.compile(
    r"\n---\ntitle: (?P<title>(['\"]).*?\2)\ncategories: \n(?P<categories>(?: - .+\n){3})"
    r"headimg: '(?P<picture>[^'\n]+)'\nauthor: .+\n"
    r"comments: false\ndate: .+\nthumbnail: '(?P=picture)'\n---\n\n<div>   \n.*  \n</div>\n {12}",
    re.DOTALL,
)
"""The front matter and the body's frame, byte for byte."""
FOLDERS = {"posts": samples.posts(), "drops": samples.drops()}
FILES = [(folder, file) for folder in FOLDERS.values() for file in sorted(folder.rglob("*.md"))]


def read(folder: Path, file: Path) -> Article:
    return read_post(file.read_bytes(), file.relative_to(folder).as_posix())


def found(folder: Path, expected: Expected) -> Article:
    """Finds the sample that reads as a title."""
    files = sorted(folder.rglob("*.md"))
    return next(article for file in files if (article := read(folder, file)).title == expected.title)


@pytest.mark.parametrize(("folder", "file"), FILES, ids=lambda path: path.stem[:16])
def test_a_sample_is_written_as_such_posts_are(folder: Path, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    frame = FRAME.fullmatch(text)
    assert frame
    title = frame["title"][1:-1].replace("&#123;", "{").replace("&#125;", "}")
    assert file.stem == re.sub(r"[\n#.]", "", title), "the file's name is the title without line ends, # and ."
    assert not re.search(r"[:/\\?*“”<>|\[\]{}]", frame["title"])
    assert frame["title"][0] == ('"' if "'" in title else "'")
    assert file.relative_to(folder).parts[:-1] == tuple(re.findall(r"- (?:\| )?(.+)", frame["categories"]))
    assert "{" not in text


def test_every_sample_is_expected() -> None:
    assert {read(*pair).title for pair in FILES} == {expected.title for expected in (*POSTS, *DROPS)}


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("posts", expected) for expected in POSTS] + [("drops", expected) for expected in DROPS],
    ids=lambda value: value.title[:16] if isinstance(value, Expected) else value,
)
def test_a_sample_reads_as_its_author_meant(folder: str, expected: Expected) -> None:
    article = found(FOLDERS[folder], expected)
    assert article.category == expected.category
    assert len(article.paragraphs) == expected.paragraphs, article.paragraphs
    assert article.published == expected.published
    assert (article.image or "").rpartition("//pictures.jianbao.example/")[2] == expected.picture
    assert article.stocks == expected.stocks


@pytest.mark.parametrize(("folder", "file"), FILES, ids=lambda path: path.stem[:16])
def test_a_sample_leaks_no_boilerplate(folder: Path, file: Path) -> None:
    leaks = [text for text in read(folder, file).paragraphs if BOILERPLATE.search(text)]
    assert not leaks


@pytest.mark.parametrize(("folder", "file"), FILES, ids=lambda path: path.stem[:16])
def test_every_sentence_of_a_samples_summary_stands_in_the_sample(folder: Path, file: Path) -> None:
    article = read(folder, file)
    digest = digest_of(article)
    assert [
        said for said in (*digest.short, *digest.longer) if not any(said in text for text in article.paragraphs)
    ] == []
    assert not digest.headline or any(digest.headline in text for text in (article.title, *article.paragraphs))
    assert digest.short or len(article.paragraphs) < 2


@pytest.mark.parametrize(("trap", "pattern"), TRAPS.items(), ids=list(TRAPS))
def test_the_samples_hold(trap: str, pattern: str) -> None:
    holding = [file.name for _, file in FILES if re.search(pattern, file.read_text(encoding="utf-8"))]
    assert holding, trap


def test_the_samples_have_articles_of_every_length() -> None:
    lengths = [sum(map(len, read(*pair).paragraphs)) for pair in FILES]
    assert min(lengths) == 0
    assert any(0 < length <= 160 for length in lengths)
    assert max(lengths) > 5_000


def test_every_picture_the_samples_name_is_there_and_small() -> None:
    named = {
        name for _, file in FILES for name in re.findall(rf"{re.escape(ADDRESS)}([\w.-]+)'", file.read_text("utf-8"))
    }
    drawn = {file.name: file.stat().st_size for file in samples.pictures().iterdir()}
    assert named == set(drawn)
    assert max(drawn.values()) <= LARGEST_PICTURE


def test_the_samples_span_five_categories_at_least() -> None:
    assert len({read(*pair).category[0] for pair in FILES}) >= 5
