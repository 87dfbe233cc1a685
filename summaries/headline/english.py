"""Cuts an English lead that is too long for a line before what it says besides its news, if that is surely possible."""

import re
from collections.abc import Iterator

from summaries.headline.runs import MOST_TOKENS
from summaries.sentences import count_tokens

GOOD_TOKENS = 22
"""A shorter line is read at a glance; of those the longest tells most."""

FEWEST_TOKENS = 7

_FEWEST_OF_CLAUSE = 5

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][A-Za-z. ]{1,20})?(?: \((?:[A-Z][A-Za-z]+ ?){1,3}\))?\s*[—–-]{1,2}\s+"
    r"|\((?:Reuters|AP|AFP|UPI|Bloomberg|CNN|Xinhua)\)\s*[—–-]{1,2}\s+"
)
_SUBJECT = (
    r"(?:the|a|an|two|three|hundreds|thousands|police|officials|researchers|scientists|members|residents|voters"
    r"|workers|[A-Z][a-z]+(?: [A-Z][a-z]+)*) "
)
_FRAME = re.compile(
    # a short opening that the news stands without; what comes next begins a clause of its own
    r"(?:On|In|At|By|Since|Earlier|Late|Early|During|After|Following|Amid|Despite|For) "
    r"(?:[^\s,.;:—]+ ){0,9}[^\s,.;:—]+, "
    rf"(?={_SUBJECT})"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_BEGINS = re.compile(
    rf"{_SUBJECT}|[A-Z\d]|(?:he|she|it|they|we|i|his|her|its|their|our|some|many|most|more|all) "
    r"|[a-z]+s (?:are|were|have|had|will|would|can|could) "
)
"""Matches what begins a clause within a sentence; all else may be the second half of “a frigid, sunny morning”."""

_NO_SUBJECT = re.compile(
    # what begins a question, a condition, a circumstance, or points at what was said before
    r"[“\"'‘(\[]"
    r"|(?:did|do|does|is|are|was|were|can|could|will|would|has|have|had|should|may|might|must|what|why|how|when|where"
    r"|who|whose|which|if|whether|while|although|though|because|as|after|before|since|until|unless|with|without"
    r"|despite|unlike|like|amid|following|born|built|based|once|under|over|between|having|being|by|from|to|for|of|on|in"
    r"|at|and|but|or|nor|so|yet|also|then|now|he|she|it|they|his|her|its|their|this|that|these|those|such|another|both"
    r"|we|our|you|your|i|my|there|here|not|even|only|still|just|first|second|next|finally|however|meanwhile|instead"
    r"|\w+ing|\w+ly|\w{2,}ed(?-i: (?=[a-z])))\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:the|that|which|with|from)\b", re.IGNORECASE)
_STEP = r" in (?:a|an|the) (?:move|bid|effort|attempt|sign|blow|case|deal|decision|step)"
_BORDER = re.compile(
    # behind a comma: what tells more of somebody, when and why it was, what came of it, another piece of news
    r",(?= (?:who|whom|whose|which|where|when|while|as(?! well)|after|following|amid|despite|because|including|with|to"
    r"|and (?:the|its|his|her|their|he|she|it|they|there))\b"
    rf"|{_STEP}\b"
    r"| [a-z]+ing (?!and\b|or\b)[\w\"“]"
    r"| (?:a|an|the|its|his|her) (?:(?! and | or )[^,;—])+(?:,(?! and | or )|\.$))"
    r"|[;,]?(?= [—–-] [^—–]*$)|;(?= )"
    r"|(?= (?:after|following|amid|because|while|although|despite|ahead of|as part of|even as|in what"
    r"|compared (?:with|to))\b)"
    rf"|(?={_STEP} (?:that|to|which|of|over)\b)"
    r"|(?= as (?:[\w’'-]+ ){1,5}(?:climbed|fell|rose|slid|said|prepared|tried|struggled|began|weighed|worried|grew|hit"
    r"|raced|faced|continued|warned|waited|fled|closed|opened|sought|swept|pushed|threatened|battled|looked|met)\b)"
)
_MISLEADS = re.compile(
    # who says so, or on what condition, stands behind: without it the line would claim more
    r"\b(?:say|said|says|saying|according to|claim\w*|alleg\w+|told|reported|if|unless|until|provided|except|suspected"
    r"|but not)\b"
)
_BINDS = re.compile(
    # what belongs to the words behind a border that is no comma: only after, two days after
    r"(?:\b(?:only|even|just|not|soon|shortly|long|immediately|and|or|but|such|same|known|well|far|so|the|a|an|of|to|in"
    r"|on|at|for|with|by|from|\w+ly|hours?|days?|weeks?|months?)"
    r"|\b(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:year|minute)s?)$"
)
_ASIDE = re.compile(
    r", (?:who|which|whose|where|a|an|the|one|now|then|once|formerly|based|led|aged|\d)[^,]{0,90},(?= )|\([^)]*\)"
)
_SUBORDINATE = "who|which|that|whose|where|whom|after|before|when|since|because|while|as|until|if"
_FINITE = (
    "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did"
    "|said|says|rose|fell|won|lost|began|took|made|got|gave|went|came|held|hit|led|met|paid|sold|bought|found|told|saw"
    "|broke|struck|shot|sent|left|kept|beat|drew|flew|grew|sank|spoke|stood|swept|threw|wrote|became|chose|drove|fought"
    "|forgot|hid|ran|rang|sang|shook|slid|stole|swore|tore|woke|wore|laid|sought|taught|caught|brought|thought|built"
    "|spent|cut|set|put|let|shut|split|quit|spread|fled|dug|hung|spun|stuck|swung|slept|swam|wants|seeks|needs|becomes"
    "|faces|expects|remains"
    # what nobody can have done to the subject, though a preposition may follow
    "|plunged|climbed|surged|jumped|dropped|tumbled|rallied|declined|increased|decreased|died|arrived|returned|agreed"
    "|resigned|voted|collapsed|crashed|erupted|opened|closed|ended|started|moved|pulled|stepped|gathered|marched"
    "|traveled|travelled|settled|soared|slipped|slumped|sailed|landed|retired|appealed|pleaded|turned|joined|rushed"
    "|raced|headed|poured|protested|struggled|failed|decided|refused|promised|vowed|pledged|planned|tried|appeared"
    "|continued|warned|talked|responded|apologised|apologized"
)
_VERB = re.compile(
    rf"\b(?:(?P<subordinate>{_SUBORDINATE})|{_FINITE}|(?<!the )(?<!a )(?<!an )(?<!-)[a-z]{{2,}}ed"
    r"(?! (?:of|by|in|at|as|with|to|from|on|for|under|near|after|against)\b))\b"
)
_MARKS = ("“”", "()", "[]")
_DASH = re.compile(" [—–-] ")


def is_english(sentence: str) -> bool:
    """Tells whether a sentence has a small word that only English has."""
    return _ENGLISH.search(sentence) is not None


def is_line(sentence: str, line: str) -> bool:
    """Tells whether a part of a sentence has a verb of its own, and claims no more than the sentence."""
    begun = sentence.find(line)
    begins_well = not begun or _BEGINS.match(line) is not None
    return begins_well and _is_told(line) and not _MISLEADS.search(sentence, begun + len(line))


def lead_line(sentence: str) -> str:
    """Gives the beginning of a lead that is a line by itself; nothing where no border of it is surely one."""
    start = _begin(sentence)
    if _NO_SUBJECT.match(sentence, start):
        return ""
    lines = [sentence[start:stop] for stop in _stops(sentence, start)]
    fit = [line for line in lines if FEWEST_TOKENS <= count_tokens(line) <= MOST_TOKENS and _is_told(line)]
    good = [line for line in fit if count_tokens(line) <= GOOD_TOKENS]
    return good[-1] if good else next(iter(fit), "")


def _begin(sentence: str) -> int:
    start = found.end() if (found := _DATELINE.match(sentence)) else 0
    return found.end() if (found := _FRAME.match(sentence, start)) else start


def _stops(sentence: str, start: int) -> Iterator[int]:
    """Gives the borders behind which nothing stands that the news needs."""
    for border in _BORDER.finditer(sentence, start):
        stop = border.start()
        binds = not border[0].startswith((",", ";")) and _BINDS.search(sentence, start, stop)
        if not binds and not _is_listed(sentence, start, stop) and not _MISLEADS.search(sentence, stop):
            yield start + len(sentence[start:stop].rstrip(",; "))


def _is_listed(sentence: str, start: int, stop: int) -> bool:
    """Tells whether a border stands inside a list: the king, the queen, and the…"""
    before = sentence.rfind(", ", start, stop)
    is_brief = before > 0 and count_tokens(sentence[before:stop]) < _FEWEST_OF_CLAUSE
    return is_brief and sentence.startswith(", and ", stop)


def _is_told(line: str) -> bool:
    """Tells whether a line has a verb of its subject, and closes what it opens."""
    if line.count('"') % 2 or _DASH.search(line) or any(line.count(pair[0]) != line.count(pair[1]) for pair in _MARKS):
        return False
    verb = _VERB.search(_ASIDE.sub(" ", line))
    return verb is not None and verb["subordinate"] is None and _ASIDE.match(line) is None
