"""The buttons under an article: its full text, its summary, why these sentences, and no more of its kind."""

import asyncio

from bot import ondemand, subscriptions
from bot.chat import boards, replies
from bot.chat import news as news_of
from bot.chat.reply import Reply, edited, said, toasted
from bot.chat.request import Request
from bot.chat.rights import may_change
from bot.chat.services import Services
from bot.chat.words import called
from bot.core.evidence import case_for
from bot.delivery import evidence, render
from bot.delivery.buttons import LENGTHS
from bot.delivery.missed import digest as render_missed
from bot.delivery.telling import telling
from bot.markup import Message
from bot.model import StoredArticle
from bot.texts import say
from summaries import Length


async def full(request: Request, services: Services) -> Reply:
    """Shows a page of the cleaned article in the place of its summary."""
    article_id, page = request.numbers
    stored = await ondemand.article(services.store, article_id, chat_id=request.chat.id)
    if stored is None:
        return toasted(say(request.language, "toast-article-gone"))
    return _edited(request, services, stored, render.full_text(stored, page, language=request.language))


async def news(request: Request, services: Services) -> Reply:
    """Shows the summary again."""
    stored = await ondemand.article(services.store, request.numbers[0], chat_id=request.chat.id)
    if stored is None:
        return toasted(say(request.language, "toast-article-gone"))
    return _edited(request, services, stored, await _news(request, services, stored))


async def unfold(request: Request, services: Services) -> Reply:
    """Shows the standard message in the place of one line."""
    stored = await ondemand.article(services.store, request.numbers[0], chat_id=request.chat.id)
    if stored is None:
        return toasted(say(request.language, "toast-article-gone"))
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    shown = render.unfolded(stored, request.chat, now=request.now)
    return _edited(request, services, stored, news_of.fitting(shown, request, stored, shelf))


async def why(request: Request, services: Services) -> Reply:
    """Tells for each sentence of a message where it stands and what spoke for it."""
    article_id, number = request.numbers
    stored = await ondemand.article(services.store, article_id, chat_id=request.chat.id)
    if stored is None:
        return toasted(say(request.language, "toast-article-gone"))
    # A line chooses no sentences; its button leads to the standard message first.
    shown = Length.DETAILED if number == LENGTHS.index(Length.DETAILED) else Length.STANDARD
    told = telling(stored, shown, request.language).chosen
    if not told or told == stored.article.paragraphs:
        return _edited(request, services, stored, evidence.no_choice(stored, shown, request.chat))
    case = await asyncio.to_thread(case_for, stored.article, told, shown)
    return _edited(request, services, stored, evidence.evidence(stored, shown, case, request.chat))


async def open_(request: Request, services: Services) -> Reply:
    """Sends an article of a list as it comes by itself."""
    stored = await ondemand.article(services.store, request.numbers[0], chat_id=request.chat.id)
    if stored is None:
        return toasted(say(request.language, "toast-article-gone"))
    return said(await _news(request, services, stored))


async def missed(request: Request, services: Services) -> Reply:
    """Turns to a page of what this chat missed."""
    digest_id, page = request.numbers
    articles = await ondemand.missed(services.store, request.chat.id, digest_id)
    if not articles:
        return toasted(say(request.language, "toast-article-gone"))
    return edited(render_missed(digest_id, articles, request.chat, now=request.now, page=page))


async def mute(request: Request, services: Services) -> Reply:
    """Ends the subscription to the article's category, says which one brings it, or offers one where there is none."""
    category_id, article_id = request.numbers
    lang = request.language
    if not await may_change(request, services):
        return toasted(say(lang, "toast-admins-only"))
    muted = await subscriptions.mute(services.store, request.chat.id, category_id)
    if muted is None:
        return toasted(say(lang, "toast-category-gone"))
    if muted.above:
        return said(replies.covered(request, muted.category, muted.above))
    toast = say(
        lang, "toast-unsubscribed" if muted.ended else "toast-not-subscribed", name=called(lang, muted.category)
    )
    label = say(lang, "button-undo" if muted.ended else "news-subscribe-button")
    stored = await ondemand.article(services.store, article_id, chat_id=request.chat.id)
    if stored is None:
        return toasted(toast)
    shown = render.news(stored, request.chat, now=request.now)
    return _edited(request, services, stored, news_of.with_way_back(shown, label, stored), toast)


async def unmute(request: Request, services: Services) -> Reply:
    """Takes that back, or subscribes to what was not subscribed."""
    category_id, article_id = request.numbers
    lang = request.language
    if not await may_change(request, services):
        return toasted(say(lang, "toast-admins-only"))
    category = (await subscriptions.shelf(services.store, request.chat.id)).get(category_id)
    if category is None:
        return toasted(say(lang, "toast-category-gone"))
    added = await subscriptions.add(services.store, request.chat, [category], now=request.now)
    toast = replies.begun(request, added)
    stored = await ondemand.article(services.store, article_id, chat_id=request.chat.id)
    if stored is None:
        return toasted(toast)
    return _edited(request, services, stored, await _news(request, services, stored), toast)


async def _news(request: Request, services: Services, stored: StoredArticle) -> Message:
    shelf = await subscriptions.shelf(services.store, request.chat.id)
    return news_of.shown(request, stored, shelf)


def _edited(request: Request, services: Services, stored: StoredArticle, shown: Message, toast: str = "") -> Reply:
    """Shows an article another way; below the last of the newest one goes on from there as before."""
    following = services.going_back.following(request.chat, stored.id)
    return edited(replies.with_row(shown, boards.older(request.language, following)) if following else shown, toast)
