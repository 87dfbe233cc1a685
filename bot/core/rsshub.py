"""Routes of RSSHub known by name: what a feed is called, and where its entries belong when they do not say."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Route:
    """What stands behind a route, whoever runs the RSSHub."""

    name: str
    category: str


ROUTES: Mapping[str, Route] = {
    "36kr": Route("36氪", "科技"),
    "36kr/newsflashes": Route("36氪快讯", "科技"),
    "apnews": Route("美联社", "国际"),
    "bbc": Route("BBC", "国际"),
    "bilibili/popular": Route("哔哩哔哩热门", "娱乐"),
    "bilibili/ranking": Route("哔哩哔哩排行榜", "娱乐"),
    "caixin": Route("财新网", "金融"),
    "cctv": Route("央视网", "社会"),
    "chinanews": Route("中国新闻网", "社会"),
    "cls": Route("财联社", "金融"),
    "cls/telegraph": Route("财联社电报", "金融"),
    "dongqiudi": Route("懂球帝", "体育"),
    "dw": Route("德国之声", "国际"),
    "eastmoney": Route("东方财富", "金融"),
    "gelonghui": Route("格隆汇", "金融"),
    "github/trending": Route("GitHub 趋势", "科技"),
    "gov": Route("政府网站", "政务"),
    "guokr": Route("果壳网", "科技"),
    "hackernews": Route("Hacker News", "科技"),
    "hupu": Route("虎扑", "体育"),
    "huxiu": Route("虎嗅", "科技"),
    "ifeng/news": Route("凤凰新闻", "社会"),
    "infzm": Route("南方周末", "社会"),
    "ithome": Route("IT之家", "科技"),
    "jiemian": Route("界面新闻", "社会"),
    "jin10": Route("金十数据", "金融"),
    "nytimes": Route("纽约时报", "国际"),
    "people": Route("人民网", "社会"),
    "reuters": Route("路透社", "国际"),
    "sina": Route("新浪", "社会"),
    "sina/discovery": Route("新浪科学探索", "科技"),
    "sina/finance": Route("新浪财经", "金融"),
    "sina/finance/china": Route("新浪财经国内", "金融"),
    "sina/finance/stock/usstock": Route("新浪美股", "金融"),
    "sina/rollnews": Route("新浪滚动新闻", "社会"),
    "sina/sports": Route("新浪体育", "体育"),
    "solidot": Route("Solidot", "科技"),
    "sspai": Route("少数派", "科技"),
    "stcn": Route("证券时报", "金融"),
    "thepaper": Route("澎湃新闻", "社会"),
    "wallstreetcn": Route("华尔街见闻", "金融"),
    "weibo/search/hot": Route("微博热搜", "热点"),
    "xueqiu": Route("雪球", "金融"),
    "yicai": Route("第一财经", "金融"),
    "zaobao": Route("联合早报", "国际"),
    "zhihu/daily": Route("知乎日报", "文化"),
    "zhihu/hot": Route("知乎热榜", "热点"),
}
"""By the beginning of the path; of several that fit the longest counts."""


def route_of(url: str, *, is_own: bool = False) -> Route | None:
    """Gives the known route a feed's address names; `is_own` tells that its host is the operator's RSSHub."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not is_own and "rsshub" not in (parts.hostname or ""):
        return None
    steps = [step for step in parts.path.split("/") if step]
    names = ("/".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((ROUTES[name] for name in names if name in ROUTES), None)
