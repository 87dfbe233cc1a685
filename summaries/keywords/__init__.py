"""Finds the few words and names a text is about."""

import re
from collections.abc import Iterable

from summaries import words
from summaries.document import LONGEST_TITLE, Document
from summaries.keywords.alphabets import capitalised, latin_names
from summaries.keywords.candidates import Candidate, Scene
from summaries.keywords.chinese import telling_words
from summaries.keywords.names import marked_names
from summaries.keywords.wholes import whole
from summaries.sentences import has_cjk

MOST = 8
READ_CHARACTERS = 2_000
"""What a text is about is said by then."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:%|[万亿]+元?|亿?美元|[元人吨级倍度]|公里|平方米)")


def keywords(document: Document) -> tuple[str, ...]:
    """Gives up to eight of the text's own words and names, the most telling first."""
    scene = _scene(document)
    if has_cjk(scene.text):
        found = [*marked_names(scene), *latin_names(scene), *telling_words(scene)]
    else:
        found = capitalised(scene)
    figures = _FIGURE.findall(document.title[:LONGEST_TITLE])[:1]
    found.sort()
    return (*map(scene.shown, _best(found, scene, MOST - len(figures))), *figures)


def _scene(document: Document) -> Scene:
    title = document.title[:LONGEST_TITLE]
    lines, room = [title], READ_CHARACTERS
    for sentence in document.sentences[: document.read]:
        if (room := room - len(sentence.text)) < 0 and len(lines) > 1:
            break
        lines.append(sentence.text)
    original = "\n".join(lines)
    return Scene(
        document=document,
        title=words.plain(title),
        original=original,
        text=words.plain(original),
        vocabulary=document.frequency,
    )


def _best(candidates: list[Candidate], scene: Scene, most: int) -> list[str]:
    """Gives the best: of names that hold one another the better, or the longer if it stands for the other mostly."""
    kept: dict[str, str] = {}
    for _, text, is_cut in candidates:
        name = whole(text, scene) if is_cut else text
        if not name:
            continue
        kin = _kin(name, kept)
        if kin and kin in name.casefold() and scene.text.count(name) * 2 >= scene.text.count(kept[kin]):
            kept[kin] = name
        elif not kin or not _kin(text, kept):  # 服务器 is kept beside 备份, where 备份服务器 would say it twice
            if len(kept) == most:
                break
            kept[(text if kin else name).casefold()] = text if kin else name
    return list(dict.fromkeys(kept.values()))


def _kin(name: str, kept: Iterable[str]) -> str | None:
    key = name.casefold()
    for other in kept:
        if key in other or other in key:
            return other
    return None
