"""Answering taps and inline queries."""

from bot.standin.errors import bad
from bot.standin.keyboard import checked_markup
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.wire import Json

MAX_TOAST = 200
MAX_RESULTS = 50
MAX_ID_BYTES = 64


def answer_callback_query(sim: Sim, params: Params) -> bool:
    text, alert = params.text("text"), params.flag("show_alert")
    if len(text) > MAX_TOAST:
        raise bad("MESSAGE_TOO_LONG")
    query = sim.taps.answer(params.text("callback_query_id"), {"text": text, "show_alert": alert}, now=sim.clock())
    shown = {"chat_id": query.chat_id, "message_id": query.message_id, "text": text, "show_alert": alert}
    sim.events.tell("answer", lambda: shown)
    return True


def answer_inline_query(sim: Sim, params: Params) -> bool:
    results = params.value("results")
    if not isinstance(results, list):
        raise bad("can't parse inline query results: expected an Array")
    if len(results) > MAX_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    if len(params.text("next_offset").encode()) > MAX_ID_BYTES:
        raise bad("NEXT_OFFSET_INVALID")
    _check_results(results)
    answer = {"results": results, "button": params.value("button"), "next_offset": params.text("next_offset")}
    query = sim.inline.answer(params.text("inline_query_id"), answer, now=sim.clock())
    sim.events.tell("inline", lambda: {"inline_query_id": query.id, "person": query.person, **answer})
    return True


def _check_results(results: list[Json]) -> None:
    ids = [result.get("id") if isinstance(result, dict) else None for result in results]
    if not all(isinstance(number, str) and 1 <= len(number.encode()) <= MAX_ID_BYTES for number in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        checked_markup(result.get("reply_markup"))


METHODS: dict[str, Method] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
