"""How a broadcast is written into its row, and read from it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from bot.core.broadcasts import Audience, Broadcast, Content, Kind, State, Version
from bot.markup import Mark
from bot.model import Lane
from bot.store.database import Row
from bot.store.times import moment

COLUMNS = (
    "id, kind, of_id, admin_id, state, content, audience, lane, spread, awaits, card_chat_id, card_message_id,"
    " approved_by, total, fed, created_at, confirmed_at, start_at, began_at, ended_at, expires_at"
)


def content_json(content: Content) -> str:
    versions = {language: _without_nothing(asdict(version)) for language, version in content.versions.items()}
    kept = {"versions": versions, "buttons": content.buttons, "article_id": content.article_id}
    return json.dumps({**_without_nothing(kept), "labelled": content.labelled}, ensure_ascii=False)


def audience_json(audience: Audience) -> str:
    return json.dumps(_without_nothing(asdict(audience)), ensure_ascii=False)


def broadcast(row: Row) -> Broadcast:
    """Reads a row of `COLUMNS`."""
    return Broadcast(
        id=row[0],
        kind=Kind(row[1]),
        of_id=row[2],
        admin_id=row[3],
        state=State(row[4]),
        content=_content(json.loads(row[5])),
        audience=_audience(json.loads(row[6])),
        lane=Lane(row[7]),
        spread=timedelta(seconds=row[8]),
        awaits=row[9],
        card=(row[10], row[11]) if row[10] and row[11] else None,
        approved_by=row[12],
        total=row[13],
        fed=row[14],
        created_at=moment(row[15]),
        **{
            name: None if at is None else moment(at)
            for name, at in zip(
                ("confirmed_at", "start_at", "began_at", "ended_at", "expires_at"), row[16:21], strict=True
            )
        },
    )


def _content(kept: Mapping[str, Any]) -> Content:
    return Content(
        versions={language: _version(version) for language, version in kept.get("versions", {}).items()},
        buttons=tuple((label, url) for label, url in kept.get("buttons", ())),
        article_id=kept.get("article_id"),
        labelled=bool(kept.get("labelled")),
    )


def _version(kept: Mapping[str, Any]) -> Version:
    marks = tuple(Mark(**mark) for mark in kept.get("marks", ()))
    return Version(text=kept.get("text", ""), marks=marks, photo=kept.get("photo"))


def _audience(kept: Mapping[str, Any]) -> Audience:
    return Audience(
        category_ids=tuple(kept.get("category_ids", ())),
        languages=tuple(kept.get("languages", ())),
        kinds=tuple(kept.get("kinds", ())),
        active_days=kept.get("active_days"),
    )


def _without_nothing(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, (), [], {}, "")}
