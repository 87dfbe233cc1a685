"""Instants as the store keeps them."""

from datetime import UTC, datetime


def seconds(moment: datetime) -> float:
    return moment.timestamp()


def moment(stored: float) -> datetime:
    return datetime.fromtimestamp(stored, UTC)
