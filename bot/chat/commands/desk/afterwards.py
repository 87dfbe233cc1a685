"""What can be done with what was sent: correct it, recall it, see whom it did not reach and who did what."""

from dataclasses import replace

from bot.broadcast import measuring, recalling
from bot.broadcast.deciding import Nobody, TooLate
from bot.chat.commands.desk import showing
from bot.chat.desk import boards, figures
from bot.chat.reply import Reply, Upload, toasted
from bot.chat.request import Request
from bot.chat.services import Services
from bot.chat.words import lines, told
from bot.core import broadcasts
from bot.core.broadcasts import Broadcast, Kind
from bot.texts import say

MOST_ACTS = 15


async def _correct(request: Request, services: Services, sent: Broadcast) -> Reply:
    """Opens a correction below the report."""
    draft = await recalling.correct(services.store, sent, request.person_id, now=request.now)
    if draft is None:
        return toasted(say(request.language, "toast-desk-nothing"), alert=True)
    await services.store.audit.note(request.person_id, "broadcast corrected", str(sent.id), now=request.now)
    return await showing.shown(replace(request, message_id=None), services, draft)


async def _ask(request: Request, services: Services, sent: Broadcast) -> Reply:
    """Asks whether to delete it everywhere."""
    lang = request.language
    counts = await services.store.broadcasts.count_reached(sent.id, Kind.RECALL, now=request.now)
    if not counts or not broadcasts.may_recall(sent, request.now):
        return toasted(say(lang, "toast-desk-nothing"), alert=True)
    text = told(lang, "desk-ask-recall", count=sum(counts.values()))
    own = sent.admin_id == request.person_id
    return showing.board(sent, text, boards.asked(sent, lang, "desk-yes-recall", "bcbackgo"), lang, own=own)


async def _recall(request: Request, services: Services, sent: Broadcast) -> Reply:
    """Deletes it everywhere; the recall has a card of its own."""
    done = await recalling.recall(services.store, sent, request.person_id, services.terms, now=request.now)
    services.wake()
    if isinstance(done, TooLate):
        return await showing.too_late(request, services, done)
    if not isinstance(done, Broadcast):
        key = "toast-desk-nothing" if isinstance(done, Nobody) else "toast-desk-decided"
        return toasted(say(request.language, key), alert=True)
    now = await services.store.broadcasts.get(sent.id) or sent
    before = await showing.message(request, services, now)
    return Reply(messages=(before, await showing.message(request, services, done)), edit=True, card=done.id)


async def _table(request: Request, services: Services, sent: Broadcast) -> Reply:
    """Sends a table of whom it did not reach."""
    data = await measuring.failures(services.store, sent)
    await services.store.audit.note(request.person_id, "broadcast csv", str(sent.id), now=request.now)
    return Reply(
        uploads=(Upload(name=f"broadcast-{sent.id}.csv", data=data),), toast=say(request.language, "toast-desk-csv")
    )


async def _log(request: Request, services: Services, one: Broadcast) -> Reply:
    """Tells who did what when."""
    lang = request.language
    acts = await services.store.audit.of(str(one.id), limit=MOST_ACTS)
    told_of = [
        f"{figures.when(request.chat, at, request.now)}  "
        f"{figures.person(lang, who, request.person_id, services.names)}  {showing.did(lang, act)}"
        for at, who, act in reversed(acts)
    ]
    text = lines(say(lang, "desk-log-title"), *told_of)
    own = one.admin_id == request.person_id
    return showing.board(one, text, (boards.back(one, lang),), lang, own=own)


correct, ask, recall = (showing.on(press) for press in (_correct, _ask, _recall))
table, log = showing.on(_table), showing.on(_log)
