"""Broadcasts of the admins: drafted, decided, fed into the outbox, corrected, recalled and reported."""
