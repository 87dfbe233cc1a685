"""What a tag looks like, which tags of a page make paragraphs, and which hold nothing of the article."""

import re

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
"""Whether it ends something, and its name."""


def _words(text: str) -> frozenset[str]:
    """Gives the words of a text."""
    return frozenset(text.split())


SKIPPED_TAGS = _words(
    "audio base button canvas del figcaption form frame head iframe img input link map math meta noscript object param "
    "s script select strike style svg template textarea title video"
)
"""Nothing in them is text of an article: what is struck is taken back. An `embed` is not among them, though it says
nothing: parsers put into it all that follows."""

SKIPPED_CLASSES = {
    "appendQr_wrap": "Sina: the app's QR code and its slogan",
    "app-kaihu-qr": "Sina: a broker's QR code",
    "article-editor": "Sina: the editor's name and code",
    "show_author": "Sina: the editor's name on older pages",
    "hqimg_related": "Sina: a chart of quotes and links to tools for traders",
    "video-2017": "Sina: place of a video player",
    "img_descr": "Sina: caption",
    "picIntro": "ifeng: caption",
    "img-desc": "36kr: caption",
    "tougao-user": "IT之家: thanks to the reader who sent the story",
    "subscription-widget-wrap": "Substack: asks to subscribe",
    "subscription-widget-wrap-editor": "Substack: asks to subscribe",
}

POINTERS = frozenset({"原文链接", "阅读原文", "查看原文", "Source", "Comments on Hacker News"})
"""A link in these words is no text; it points at what the post is about."""

BLOCK_TAGS = _words(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul"
)
"""They begin and end a paragraph; every other tag runs on within one."""

LOOSE_TAGS = _words("article body center div html main section")
"""Text right in one of them stands outside any paragraph."""

UNNESTED_TAGS = _words("area base br col hr img input li link meta p source td th tr wbr")
"""They hold no tag of their own kind, closed or not."""

VOID_TAGS = _words("area base br col embed hr img input link meta param source track wbr")
"""They hold nothing."""
