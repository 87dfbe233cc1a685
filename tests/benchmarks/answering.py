"""A server that answers every call as Telegram answers a send, as fast as it can; run as a process of its own.

It prints its port and answers until it is ended. It reads no call: what is measured beside it is the client.
"""

import asyncio
import json

RESULT = {
    "message_id": 4711,
    "from": {"id": 555, "is_bot": True, "first_name": "简报", "username": "jianbao_bot"},
    "chat": {"id": 1001, "first_name": "读者", "type": "private"},
    "date": 1_790_000_000,
    "text": "今年前三季度，全市新开工保障房三万套。" * 32,
    "entities": [{"offset": 0, "length": 19, "type": "bold"}],
    "reply_markup": {
        "inline_keyboard": [
            [{"text": "全文", "callback_data": "v1:full:7:1"}, {"text": "原文", "url": "https://example.com/1"}]
        ]
    },
}
BODY = json.dumps({"ok": True, "result": RESULT}, ensure_ascii=False, separators=(",", ":")).encode()
HEAD = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n".encode()
ANSWER = HEAD + BODY


class Answering(asyncio.Protocol):
    """Waits for the end of each call by its length."""

    def __init__(self) -> None:
        self._heard = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._heard += data
        while size := _size(self._heard):
            self._heard = self._heard[size:]
            self._transport.write(ANSWER)


def _size(heard: bytes) -> int:
    """Gives the length of the first call in what was heard; 0 when it is not all there."""
    head, end, _ = heard.partition(b"\r\n\r\n")
    length = head.lower().partition(b"\r\ncontent-length:")[2].partition(b"\r\n")[0]
    size = len(head) + len(end) + int(length or 0)
    return size if end and len(heard) >= size else 0


async def main() -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
