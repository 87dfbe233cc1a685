"""Messages on their way to Telegram: rendering, lengths, pace, and what became of each send."""
