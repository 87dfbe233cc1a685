"""Sending photos, albums and documents."""

from bot.standin.errors import bad
from bot.standin.files import MAX_DOCUMENT, MAX_PHOTO, Stored
from bot.standin.formatted import caption_of
from bot.standin.links import is_web_link
from bot.standin.methods import parts
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.wire import Json

ATTACHED = "attach://"
PHOTO_SIZE = {"width": 1280, "height": 720}
ALBUM = range(2, 11)
MAX_SIZES = {"photo": MAX_PHOTO, "document": MAX_DOCUMENT}


def send_photo(sim: Sim, params: Params) -> Json:
    return _send(sim, params, "photo")


def send_document(sim: Sim, params: Params) -> Json:
    return _send(sim, params, "document")


def _send(sim: Sim, params: Params, kind: str) -> Json:
    caption, markup = _captioned(params), parts.markup(params)
    room = sim.open(params)
    content = caption | parts.common(room, params) | markup
    shown = _shown(kind, _file(sim, params, kind, kind, params.text(kind)))
    sim.pace_send(room, params)
    return sim.post_as_bot(room, shown | content)


def send_media_group(sim: Sim, params: Params) -> list[Json]:
    media = params.value("media")
    if not isinstance(media, list) or len(media) not in ALBUM:
        raise bad("there must be from 2 to 10 items in the album")
    room = sim.open(params)
    shared = parts.common(room, params)
    contents = [_item(sim, params, item) | shared for item in media]
    sim.pace_send(room, params, len(contents))
    group = f"album-{room.id}-{room.last_id + 1}"
    return [sim.post_as_bot(room, {**content, "media_group_id": group}) for content in contents]


def _item(sim: Sim, params: Params, item: object) -> Json:
    kind = item.get("type") if isinstance(item, dict) else None
    if not isinstance(item, dict) or kind not in MAX_SIZES:
        raise bad("can't parse InputMedia: the stand-in knows photos and documents")
    source = item.get("media", "")
    return _shown(kind, _file(sim, params, kind, "", source)) | _captioned(Params(item))


def _captioned(params: Params) -> Json:
    caption = caption_of(params)
    shown: Json = {"caption": caption.text} if caption.text else {}
    if caption.entities:
        shown["caption_entities"] = caption.entities
    if params.flag("show_caption_above_media"):
        shown["show_caption_above_media"] = True
    return shown


def _file(sim: Sim, params: Params, kind: str, name: str, source: str) -> Stored:
    """The file a call means: one uploaded with it, one at an address, one sent before."""
    attached = source.removeprefix(ATTACHED) if source.startswith(ATTACHED) else name
    if attached in params.files:
        upload = params.files[attached]
        if len(upload.data) > MAX_SIZES[kind]:
            raise bad(f"file is too big for a {kind}")
        if not upload.data:
            raise bad("file must be non-empty")
        return sim.files.upload(upload)
    if not source or source.startswith(ATTACHED):
        raise bad(f"there is no {kind} in the request")
    if "://" not in source:
        return sim.files.get(source)
    if not is_web_link(source):
        raise bad("wrong HTTP URL specified")
    return sim.files.link(source)


def _shown(kind: str, stored: Stored) -> Json:
    if kind == "photo":
        return {"photo": [{**stored.shown(), **PHOTO_SIZE}]}
    return {"document": {**stored.shown(), "file_name": stored.name, "mime_type": stored.mime}}


METHODS: dict[str, Method] = {
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
}
