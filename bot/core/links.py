"""Makes an article's link from its source's template, for posts that carry none."""

from urllib.parse import quote

_ENDINGS = (".markdown", ".md")


def link_of(template: str, path: str, title: str) -> str:
    """Fills `{path}` (without its ending) and `{title}` into a template such as `https://example.org/{path}`."""
    for ending in _ENDINGS:
        if path.lower().endswith(ending):
            path = path[: -len(ending)]
            break
    # A path may hold bytes that are no text (surrogateescape); they are quoted as the bytes they are.
    told = {"{path}": quote(path, errors="surrogateescape"), "{title}": quote(title, safe="", errors="replace")}
    before, mark, after = template.partition("{path}")
    filled = [part.replace("{title}", told["{title}"]) for part in (before, after)]
    return told[mark].join(filled) if mark else filled[0]
