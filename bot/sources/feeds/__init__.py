"""How a feed's document becomes entries: bytes to text, text to a tree or JSON, and what each field of it means."""
