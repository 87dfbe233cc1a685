"""Files that people send come over the bot's own line."""

from telegram.ext import ApplicationBuilder

from bot.chat.bridge import files
from bot.delivery.line import Line
from bot.delivery.transport import Polling, Transport
from bot.standin import Standin
from tests.chat.conftest import ADMIN, world


async def test_a_file_is_given_as_it_was_sent_and_one_that_is_gone_is_none() -> None:
    standin = Standin(world=world(), flood=False)
    data = bytes(range(256)) * 100
    async with standin.running() as address, Line() as line, Line() as updates:
        places = ApplicationBuilder().base_url(f"{address}/bot").base_file_url(f"{address}/file/bot")
        application = places.token(standin.token).request(Transport(line)).get_updates_request(Polling(updates)).build()
        sent = standin.attach(ADMIN, "feeds.opml", data)
        async with application:
            download = files.door(application.bot)
            assert await download(sent["document"]["file_id"]) == data
            assert await download("file-99") is None
