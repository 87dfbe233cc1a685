"""python-telegram-bot itself works against the stand-in, and knows every field it is given."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.ext import Application, CallbackQueryHandler, CommandHandler

if TYPE_CHECKING:
    from tests.standin.conftest import Place

    RealBot = Application[Any, Any, Any, Any, Any, Any]

KEYS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("全文", callback_data="v1:full:1:0"),
            InlineKeyboardButton("原文", url="https://e.com/a"),
        ],
        [InlineKeyboardButton("静音", callback_data="v1:mute:1", api_kwargs={"style": "danger"})],
    ]
)


async def until(met: Callable[[], object]) -> None:
    """Waits for something that happens in a moment."""
    async with asyncio.timeout(5):
        while not met():
            await asyncio.sleep(0.01)


def unknown_fields(thing: object) -> list[str]:
    """Every field of an answer, however deep, that python-telegram-bot has no name for."""
    if isinstance(thing, list | tuple):
        return [name for member in thing for name in unknown_fields(member)]
    if not isinstance(thing, telegram.TelegramObject):
        return []
    inside = [unknown_fields(value) for value in thing._get_attrs().values()]
    return [*thing.api_kwargs, *(name for names in inside for name in names)]


async def test_a_conversation_runs_from_command_to_edited_answer(
    place: "Place", application: "RealBot", reader: int
) -> None:
    seen: list[object] = []

    async def start(update: Update, _context: object) -> None:
        seen.append(update)
        assert update.message
        await update.message.reply_html("<b>早</b>", reply_markup=KEYS)

    async def tap(update: Update, _context: object) -> None:
        seen.append(update)
        assert update.callback_query
        await update.callback_query.answer("好")
        await update.callback_query.edit_message_text("晚安", parse_mode=ParseMode.HTML)

    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(tap))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        place.standin.say(reader, "/start category_3")
        await until(lambda: place.standin.outbox(reader))
        place.standin.press(reader, place.standin.outbox(reader)[0]["message_id"], "v1:full:1:0")
        await until(lambda: place.standin.outbox(reader)[0]["text"] == "晚安")
        await application.updater.stop()
        await application.stop()
    assert unknown_fields(seen) == []
    assert place.standin.report()["unanswered"] == 0


async def test_every_method_we_use_works_through_the_real_bot(application: "RealBot", reader: int, group: int) -> None:
    async with application.bot as bot:
        options = LinkPreviewOptions(url="https://e.com/", show_above_text=True)
        sent = await bot.send_message(
            reader, "<i>早</i>", ParseMode.HTML, reply_markup=KEYS, link_preview_options=options
        )
        answers: list[object] = [
            sent,
            await bot.send_photo(reader, "https://e.com/a.jpg", caption="<b>图</b>", parse_mode=ParseMode.HTML),
            await bot.send_document(reader, b"id\n", filename="out.csv"),
            await bot.send_message(group, "早", reply_parameters=None, disable_notification=True),
            await bot.edit_message_text("晚", reader, sent.message_id, reply_markup=KEYS),
            await bot.edit_message_reply_markup(reader, sent.message_id),
            await bot.copy_message(reader, reader, sent.message_id),
            await bot.get_chat(group),
            await bot.get_chat(reader),
            await bot.get_chat_member(group, reader),
            await bot.get_me(),
            await bot.get_webhook_info(),
        ]
        await bot.set_my_commands([("start", "开始"), ("help", "帮助")], telegram.BotCommandScopeChat(reader), "zh")
        answers.append(await bot.get_my_commands(telegram.BotCommandScopeChat(reader), "zh"))
        await bot.set_my_description("每天的新闻")
        await bot.set_my_short_description("新闻")
        await bot.set_chat_menu_button(menu_button=telegram.MenuButtonCommands())
        await bot.send_chat_action(reader, "typing")
        await bot.pin_chat_message(reader, sent.message_id)
        await bot.delete_message(reader, sent.message_id)
    assert unknown_fields(answers) == []
    assert sent.link_preview_options == options


async def test_troubles_arrive_as_the_errors_the_library_knows(
    place: "Place", application: "RealBot", reader: int, group: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the library warns of its own future
    await place.sim("migrate", chat_id=group)
    async with application.bot as bot:
        with pytest.raises(ChatMigrated):
            await bot.send_message(group, "x")
        place.standin.order_fault(kind="flood", retry_after=9)
        with pytest.raises(RetryAfter):
            await bot.send_message(reader, "x")
        place.standin.order_fault(kind="error", status=502)
        with pytest.raises(NetworkError):
            await bot.send_message(reader, "x")
        place.standin.order_fault(kind="latency", seconds=0.4)
        with pytest.raises(TimedOut):
            await bot.send_message(reader, "x", read_timeout=0.1)
        place.standin.block(reader)
        with pytest.raises(Forbidden):
            await bot.send_message(reader, "x")
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(5, "x")
