"""Pages and feeds of made-up sites."""

import json

from tests.delivery.loopback import answer

SENTENCES = ("港口新航线今日开通，首班船上午九点离港。", "全程需要四十分钟，票价暂定二十元。", "沿途停靠三个码头。")
BODY = "".join(f"<p>{SENTENCES[i % 3]}第{i}天的客流比前一天多了一成，码头边排起了长队。</p>" for i in range(12))
LINKED = '<link rel="alternate" type="application/rss+xml" title="晨江新闻" href="/feed.xml">'


def article(title: str = "港口新航线今日开通", head: str = "") -> bytes:
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>
    <meta property="og:type" content="article"><meta name="author" content="林小江">{head}</head>
    <body><article><h1>{title}</h1>{BODY}</article></body></html>"""
    return answer(page.encode(), more="Content-Type: text/html; charset=utf-8\r\n")


def front(head: str = LINKED) -> bytes:
    page = f"<!doctype html><html><head><title>晨江</title>{head}</head><body><p>欢迎</p></body></html>"
    return answer(page.encode(), more="Content-Type: text/html; charset=utf-8\r\n")


def feed(title: str = "晨江新闻", count: int = 5) -> bytes:
    items = "".join(
        f"<item><title>第{i}条</title><link>http://news.example/{i}</link><guid>{i}</guid>"
        f"<pubDate>{i:02} Nov 2026 08:00:00 GMT</pubDate></item>"
        for i in range(1, count + 1)
    )
    rss = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'
    return answer(rss.encode(), more="Content-Type: application/rss+xml\r\n")


def json_feed() -> bytes:
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "札记", "items": [{"id": "1", "title": "一"}]}
    return answer(json.dumps(told).encode(), more="Content-Type: application/feed+json\r\n")
