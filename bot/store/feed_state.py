"""How the state of a source is written down, and read again whatever an older Jianbao left out."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from bot.core.source_state import Move, Notice, Outcome, SourceState, Validators, Wishes
from bot.errors import NoFeed
from bot.store.times import moment, seconds

COLUMNS = frozenset({"next_check_at", "paused", "gone"})
"""Kept in columns of their own, and nowhere else."""


def written(state: SourceState) -> str:
    """Gives all of a state but its `COLUMNS` as JSON in ASCII: bytes of a header that are no text survive that."""
    told = {field.name: _plain(getattr(state, field.name)) for field in fields(state) if field.name not in COLUMNS}
    return json.dumps({name: value for name, value in told.items() if value is not None})


def read(text: str, *, next_check_at: float, paused: bool, gone: bool) -> SourceState:
    """Gives the state that was `written`."""
    told: dict[str, Any] = json.loads(text)
    known = {name: _READ.get(name, _same)(value) for name, value in told.items() if name in _NAMES}
    return SourceState(next_check_at=moment(next_check_at), paused=paused, gone=gone, **known)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return seconds(value)
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Validators | Wishes | Move):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _same(value: object) -> object:
    return value


def _wishes(told: Mapping[str, Any]) -> Wishes:
    return Wishes(
        ttl=_pause(told.get("ttl")),
        max_age=_pause(told.get("max_age")),
        update_period=_pause(told.get("update_period")),
        skip_hours=frozenset(told.get("skip_hours", ())),
        skip_days=frozenset(told.get("skip_days", ())),
    )


def _pause(told: float | None) -> timedelta | None:
    return None if told is None else timedelta(seconds=told)


def _move(told: Mapping[str, Any]) -> Move:
    return Move(target=told["target"], times=told["times"], since=moment(told["since"]))


_NAMES = {field.name for field in fields(SourceState)} - COLUMNS
_READ: dict[str, Callable[[Any], Any]] = {
    "validators": lambda told: Validators(**told),
    "wishes": _wishes,
    "read_at": moment,
    "since": moment,
    "first_failure_at": moment,
    "problem": Outcome,
    "why": NoFeed,
    "told": lambda told: frozenset(map(Notice, told)),
    "move": _move,
}
