"""Messages made ready once for the many chats that get them: written and encoded but for the chat."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.delivery import length
from bot.delivery.forms import form
from bot.delivery.links import safe_link
from bot.delivery.render import html, words
from bot.markup import Button, Mark, Message, Typed

MAX_DATA_BYTES = 64
MARKS = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "text_link",
        "blockquote",
        "expandable_blockquote",
    }
)
"""What a typed text keeps; Telegram finds addresses, names and commands by itself."""

_Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A new message for any number of chats."""

    method: str
    """`sendMessage` or `sendPhoto`."""
    body: bytes
    """Its form, without `chat_id`."""
    plain: bytes
    """The same as plain words, for when Telegram finds the form malformed."""
    bare: "Parcel | None" = None
    """The same without its picture, for a chat that takes none; None when there is no picture, or nothing else."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a message that stands in any number of chats shall say from now on."""

    method: str
    """`editMessageText` or `editMessageCaption`."""
    body: bytes
    plain: bytes
    bare: "Correction | None" = None
    """For where the picture could not be sent."""


def pack(message: Message, *, silent: bool = False, paid: bool = False) -> Parcel:
    """Makes a message ready to be sent, without a sound or at Telegram's paid rate; never raises."""
    method = "sendPhoto" if message.photo else "sendMessage"
    extra: _Json = {
        "photo": message.photo,
        "disable_notification": silent or None,
        "allow_paid_broadcast": paid or None,
    }
    bare = pack(replace(message, photo=None), silent=silent, paid=paid) if _has_both(message) else None
    return Parcel(method, form(_styled(message) | extra), form(_plain(message) | extra), bare)


def pack_correction(message: Message) -> Correction:
    """Makes a message ready to take the place of another; a picture stays the one that was sent."""
    method = "editMessageCaption" if message.photo else "editMessageText"
    bare = pack_correction(replace(message, photo=None)) if _has_both(message) else None
    return Correction(method, form(_styled(message)), form(_plain(message)), bare)


def _has_both(message: Message) -> bool:
    return bool(message.photo and words(message.text).strip())


def captioned(message: Message) -> _Json:
    """Gives the parameters that tell a message's text and buttons under a file."""
    said = _said(message, "caption", "caption_entities", length.CAPTION_UNITS)
    return said | {"reply_markup": _keyboard(message, with_links=True)}


def _styled(message: Message) -> _Json:
    if message.photo:
        return captioned(message)
    said = _said(message, "text", "entities", length.UNITS)
    keyboard = _keyboard(message, with_links=True)
    return said | {"link_preview_options": _preview(message), "reply_markup": keyboard}


def _plain(message: Message) -> _Json:
    keyboard = _keyboard(message, with_links=False)
    if message.photo:
        return {"caption": words(message.text, length.CAPTION_UNITS), "reply_markup": keyboard}
    return {"text": words(message.text), "link_preview_options": {"is_disabled": True}, "reply_markup": keyboard}


def _said(message: Message, name: str, marks_name: str, units: int) -> _Json:
    text = message.text
    if isinstance(text, Typed):
        return {name: text.text, marks_name: list(_marks(text)) or None}
    return {name: html(text, units), "parse_mode": "HTML"}


def _marks(typed: Typed) -> Iterator[_Json]:
    """Gives a typed text's marks as Telegram takes them, cut to the text; what it would stumble over is left out."""
    end = length.units(typed.text)
    for mark in typed.marks:
        size = min(mark.length, end - mark.offset)
        if mark.type not in MARKS or mark.offset < 0 or size <= 0 or (mark.type == "text_link" and not mark.url):
            continue
        yield {"type": mark.type, "offset": mark.offset, "length": size, **_detail(mark)}


def _detail(mark: Mark) -> _Json:
    if mark.type == "text_link":
        return {"url": mark.url}
    return {"language": mark.language} if mark.type == "pre" and mark.language else {}


def _preview(message: Message) -> _Json:
    picture = safe_link(message.picture)
    if picture:
        return {"url": picture, "prefer_large_media": True, "show_above_text": True}
    return {"is_disabled": True}


def _keyboard(message: Message, *, with_links: bool) -> _Json | None:
    rows = [
        [made for made in map(_button, row) if made and (with_links or "url" not in made)] for row in message.keyboard
    ]
    return {"inline_keyboard": [row for row in rows if row]} if any(rows) else None


def _button(button: Button) -> _Json | None:
    if not button.label.strip():
        return None
    if button.data and len(button.data.encode(errors="replace")) <= MAX_DATA_BYTES:
        return {"text": button.label, "callback_data": button.data}
    link = safe_link(button.url)
    return {"text": button.label, "url": link} if link else None
