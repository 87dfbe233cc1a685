"""Pages made for a test: five sentences that any page may hold, and a page around a body."""

from bot.sources.page import Page, read_page

URL = "https://news.example/a/1.html"
SENTENCES = (
    "The old granary on Mill Lane opened its doors again on Friday, fourteen months after the roof gave way.",
    "Volunteers replaced more than three thousand bricks by hand, and kept the slogans on the walls.",
    "A small theatre for 120 people is planned on the north side, if the council finds the money.",
    "The warden, who has worked here for thirty years, said that children should see where bread comes from.",
    "Entry is free until the end of the month, and the bakery opens at seven every morning, even on Sundays.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def read(body: str, *, head: str = "", url: str = URL) -> Page:
    return read_page(f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode(), url)
