"""The chat: what people say and press, and what they are answered."""
