"""Serves many feeds on loopback: most are unchanged when asked again, each other has one entry more."""

import asyncio
import sys

SENTENCES = (
    "晨江市第{}次集市今天上午在老码头开幕，共有一百二十个摊位参加，比去年多出两成。",
    "市商务局负责人在开幕式上表示，集市将持续三天，全部摊位免收场地费，第{}号商户只需承担自己的水电费用。",
    "当天前两个小时，入场人数达到三千四百人，主办方临时增开了两个入口，并延长了第{}路接驳车的运营时间。",
    "一位来自邻县的茶农说，他带来的三百斤新茶在中午之前就卖完了，回去以后准备和合作社一起再送{}车过来。",
)
NEWS = 10
"""One feed in so many has news at its second asking."""


async def main(feeds: int) -> None:
    """Tells its port on a line of its own, and serves until it is ended."""
    first = [_answer(feed_document(number, 20), number, 0) for number in range(feeds)]
    later = {n: _answer(feed_document(n, 21), n, 1) for n in range(0, feeds, NEWS)}

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        number = int(head.split()[1].rpartition(b"/")[2])
        if b"if-none-match" not in head.lower():
            writer.write(first[number])
        elif number in later:
            writer.write(later[number])
        else:
            writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "%d-0"\r\nConnection: close\r\n\r\n' % number)
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def feed_document(number: int, entries: int) -> bytes:
    """Writes a feed as RSSHub does, the youngest entry first."""
    items = "".join(_item(f"{number}{entry:02}") for entry in reversed(range(entries)))
    return f'<rss version="2.0"><channel><title>订阅{number}</title><ttl>5</ttl>{items}</channel></rss>'.encode()


def _item(name: str) -> str:
    body = "".join(f"&lt;p&gt;{sentence.format(name)}&lt;/p&gt;" for sentence in SENTENCES * 2)
    return (
        f"<item><title>第{name}次集市今天开幕</title><link>https://news.example/{name}</link><category>集市</category>"
        f"<guid>https://news.example/{name}</guid><description>{body}</description></item>"
    )


def _answer(body: bytes, number: int, version: int) -> bytes:
    head = f'HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\nETag: "{number}-{version}"\r\nConnection: close\r\n'
    return f"{head}Content-Type: application/rss+xml; charset=utf-8\r\n\r\n".encode() + body


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
