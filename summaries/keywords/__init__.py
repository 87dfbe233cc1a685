"""Finds the few words and names a text is about."""

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

from summaries import words
from summaries.document import LONGEST_TITLE, Document
from summaries.keywords.alphabets import capitalised, latin_names, latin_runs
from summaries.keywords.candidates import Candidate, Scene
from summaries.keywords.chinese import is_aside, telling_words
from summaries.keywords.compounds import completed, is_unit_or_reporter, title_around
from summaries.keywords.names import marked_names, stocks
from summaries.keywords.signs import OFFICES
from summaries.keywords.wholes import whole
from summaries.sentences import CJK, count_tokens, has_cjk

MOST = 8
READ_CHARACTERS = 2_000
"""What a text is about is said by then."""

OVERLAP = 3
"""So many characters two halves of a name share."""

RATHER = 3
"""A name takes the place of its part (人形机器人 that of 机器人) if that stands at most so many times as often."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
"""Of what a page or a mailbox is called nothing is a name."""
_IN_ADDRESSES = ("://", "www.", "@")

_MEASURE = "(?:美元|英镑|欧元|日元|港元|人民币|元|公吨|吨|公斤|亩|坪|公顷|千瓦时?|平方公里|平方米|公里|米|摄氏度)"
_COUNTED = "(?:人|辆|台|架|艘|套|户|例|件)"
"""A handful of these (2艘), and how old somebody is, tells nothing alone."""

_DATELINE = re.compile(
    r"[【〔（(\[][^】〕）)\]]{0,20}(?:报[道导]|[讯电]|消息|记者[^】〕）)\]]{0,12})[】〕）)\]]"
    r"|[^，。：、“《（(\s]{2,24}(?: [^，。：、“《（(\s]{1,12})?(?:报[道导]|讯|(?<=[日社网])电)(?:\s+|(?=[（(]))"
    r"(?:[（(][^）)]{0,6}记者[^）)]{0,16}[）)])?"
)
"""Matches who reports a text and from where, before it begins."""

_FIGURE = re.compile(
    rf"\d+(?:[.,]\d+)*(?:%|[万亿兆]+(?:{_MEASURE}|{_COUNTED})?|{_MEASURE}|(?<=\d\d){_COUNTED}|[级倍度]|个百分点|个基点"
    "| percent)"
    r"|[$£€¥]\d+(?:[.,]\d+)*(?: ?(?:million|billion|trillion|[mb]n))?\b"
)


def keywords(document: Document) -> tuple[str, ...]:
    """Gives up to eight of the text's own words and names, the most telling first."""
    scene = _scene(document)
    if not has_cjk(scene.text):
        found = [*stocks(scene), *capitalised(scene)]
    elif document.in_chinese or _is_mostly_chinese(scene.text):
        runs = latin_runs(scene)
        found = [*stocks(scene, runs), *marked_names(scene), *latin_names(scene, runs), *telling_words(scene)]
    else:
        alphabetic = replace(scene, body=CJK.sub("\n", scene.body or scene.text))
        found = [*stocks(scene), *marked_names(scene), *capitalised(alphabetic), *telling_words(scene)]
    figures = [document.title[slice(*match.span())] for match in _FIGURE.finditer(scene.title)][:1]
    found.sort()
    return (*map(scene.shown, _best(found, scene, MOST - len(figures))), *figures)


def _is_mostly_chinese(text: str) -> bool:
    """Tells whether there are as many ideographs as words of alphabets."""
    return 2 * len("".join(CJK.findall(text))) >= count_tokens(text)


def _scene(document: Document) -> Scene:
    title = document.title[:LONGEST_TITLE]
    original = "\n".join([title, *_telling(document)])
    if any(map(original.__contains__, _IN_ADDRESSES)):  # to search for one takes longer
        original = _ADDRESS.sub(lambda found: " " * len(found[0]), original)
    text = words.plain(original)
    return Scene(
        document=document,
        title=text[: len(title)],
        original=original,
        text=text,
        body=text[len(title) + 1 :],
        vocabulary=document.frequency,
    )


def _telling(document: Document) -> list[str]:
    """Gives what the text itself says at its beginning: nothing of who edits or reports."""
    told: list[str] = []
    room = READ_CHARACTERS
    for i, sentence in enumerate(document.sentences[: document.read]):
        if i in document.last_resort:
            continue
        room -= len(sentence.text)
        if told and room < 0:
            break
        told.append(sentence.text)
    if told and (reported := _DATELINE.match(words.plain(told[0]))):
        told[0] = told[0][reported.end() :]
    return told


def _best(candidates: list[Candidate], scene: Scene, most: int) -> list[str]:
    """Gives the best: of names that hold one another the better, or the longer if it often stands for the other."""
    kept: list[str] = []
    count = scene.text.count
    for _, text, is_cut in candidates:
        name = whole(text, scene) if is_cut else text
        if not name or (is_cut and is_unit_or_reporter(name, scene)):
            continue
        name = title_around(name, scene)
        if is_cut:
            name = completed(name, scene)
            if is_aside(name, scene):
                continue
        if len(name) > OVERLAP and not name.isascii():
            halves = ((other, _joined(name, other, scene.text)) for other in kept if len(other) > OVERLAP)
            if half := next(filter(itemgetter(1), halves), None):
                kept = [half[1] if other == half[0] else other for other in kept]
                continue
        kin = _kin(name, kept)
        if not kin or (name.isascii() and _holds(kin, name) and count(name) > 2 * count(kin)):
            kept.append(name)
        elif kin != name and _holds(name, kin) and count(name) * RATHER >= count(kin):
            kept = [name if other == kin else other for other in kept if other == kin or not _holds(name, other)]
        if len(kept) > most:
            break
    return kept[:most]


def _joined(name: str, other: str, text: str) -> str:
    """Gives the name of which two names are halves that overlap: 青河市住房 基金 and 住房基金 管理部."""
    for one, two in ((name, other), (other, name)):
        if two[:OVERLAP] not in one:
            continue
        for length in range(min(len(one), len(two)) - 1, OVERLAP - 1, -1):
            joined = one + two[length:]
            if one.endswith(two[:length]) and joined[-1] not in OFFICES and joined in text:
                return joined
    return ""


def _kin(name: str, kept: Iterable[str]) -> str:
    """Gives the first name kept that holds a name or is held by it."""
    if name.isascii():
        return next((other for other in kept if _holds(other, name) or _holds(name, other)), "")
    for other in kept:
        if name in other or other in name:
            return other
    return ""


def _holds(name: str, part: str) -> bool:
    """Tells whether a name says what another says: 阿斯顿·马丁 holds 马丁, but NFTs no NFT."""
    if part in name and not (part.isascii() and name.isascii()):
        return True
    if name.replace(" ", "") == part.replace(" ", ""):
        return True  # GTA 6 and GTA6
    if len(part) > len(name) or not name.isascii():
        return False
    start = name.casefold().find(part.casefold())
    end = start + len(part)
    return start >= 0 and not name[max(0, start - 1) : start].isalnum() and not name[end : end + 1].isalnum()
