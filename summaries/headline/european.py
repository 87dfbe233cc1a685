"""Cuts a lead of five European languages that is too long for a line before what it says besides its news."""

import re
from functools import cache
from typing import NamedTuple

from summaries.headline.runs import MOST_TOKENS
from summaries.sentences import count_tokens

FEWEST_TOKENS = 7

_FEWEST_WORDS = 4
"""So many small words of a language tell that a lead is in it."""


class _Language(NamedTuple):
    """What is known of a language: enough to see where a main clause is over, and no more."""

    words: str
    """Small words that tell it from the others."""
    verb: str
    """Which of its verbs are surely finite."""
    border: str
    """What begins behind a comma: who somebody is, when and after what it was."""
    after: str
    """What may begin so without a comma."""
    says: str
    """Who says something may say it behind the border."""
    limits: str
    """Without these behind the border the line would claim more."""
    opens: str
    """No main clause with a name for its subject begins so."""
    last: str = ""
    """How the last word of a line ends."""


_LANGUAGES = (
    _Language(  # Spanish
        words="el|los|las|del|una|por|con|y",
        verb="ha|han|es|son|fue|fueron|será|serán|[a-záéíóúñ]{3,}(?:ó|aron|ieron|ará|erá|irá|arán|erán|irán)",
        border="que|quien(?:es)?|donde|cuy[oa]s?|mientras|tras|después de",
        after="tras|después de",
        says="dij\\w+|anunci\\w+|afirm\\w+|asegur\\w+|inform\\w+|confirm\\w+|declar\\w+|señal\\w+|indic\\w+|advirti\\w+|explic\\w+|no|ni|sol[oa]|sólo",
        limits="según|dij\\w+|afirm\\w+|asegur\\w+|inform\\w+|presunt\\w+|supuest\\w+|si|salvo|excepto|siempre",
        opens="Si|Cuando|Aunque|Mientras|Tras|Según|Como|Que|Él|Ella|Ellos|Ellas|Este|Esta|Esto|Ese|Esa|Eso|Su|Sus|Pero|Y|Lo|Ya|Donde",
    ),
    _Language(  # French
        words="le|les|des|du|une|et|dans|sur",
        verb="a|ont|est|sont|va|vont|doit|doivent|sera|seront",
        border="qui|dont|où|alors que|tandis que|après",
        after="après",
        says="dit|annonc\\w+|affirm\\w+|assur\\w+|inform\\w+|confirm\\w+|déclar\\w+|indiqu\\w+|expliqu\\w+|estim\\w+|averti\\w*|ne|pas|n",
        limits="selon|d['’]après|dit|affirm\\w+|assur\\w+|indiqu\\w+|présum\\w+|si|sauf|condition",
        opens="Si|Quand|Lorsqu\\w*|Alors|Après|Selon|Comme|Que|Il|Elle|Ils|Elles|Ce|Cette|Cet|Ces|Son|Sa|Ses|Leur|Leurs|Mais|Et|On|Où",
    ),
    _Language(  # German
        words="der|die|das|den|dem|und|von|mit|für|im",
        verb="hat|haben|ist|sind|wird|werden|wurde|wurden|soll|sollen|will|wollen|kann|können|muss|müssen",
        border="der|die|das|dem|den|denen|dessen|deren|wo|nachdem|während",
        after="",
        says="sag\\w+|erklär\\w+|angekündigt|mitgeteilt|gewarnt|betont|berichtet|bestätigt|nicht|kein\\w*|nie\\w*|nur|jede\\w*|so|solch\\w*|derart\\w*",
        limits="laut|zufolge|sag\\w+|erklär\\w+|mitteil\\w+|berichte\\w*|angeblich\\w*|mutmaßlich\\w*|wenn|falls|sofern|außer",
        opens="Wenn|Weil|Als|Nachdem|Obwohl|Dass|Ob|Während|Bevor|Seit|Bis|Damit|Falls|Er|Sie|Es|Das|Dies\\w*|Sein\\w*|Ihr\\w*|Doch|Und|Aber|Da|Wer|Was|Wie",
        last="(?:t|en)",
    ),
    _Language(  # Portuguese
        words="o|os|do|da|dos|das|na|no|uma|em|e",
        verb="foi|foram|é|são|será|serão|vai|vão|morreu|venceu|perdeu|recebeu|[a-záâãéêíóôõúç]{3,}(?:ou|iu|aram|eram|iram|ará|erá|irá)",
        border="que|onde|cuj[oa]s?|enquanto|após|depois de",
        after="após|depois de",
        says="diss\\w+|anunci\\w+|afirm\\w+|assegur\\w+|inform\\w+|confirm\\w+|declar\\w+|indic\\w+|explic\\w+|alert\\w+|não|nem|só",
        limits="segundo|diss\\w+|afirm\\w+|inform\\w+|alegad\\w+|supost\\w+|se|salvo|exceto|conforme",
        opens="Se|Quando|Embora|Enquanto|Após|Segundo|Como|Que|Ele|Ela|Eles|Elas|Este|Esta|Isto|Esse|Essa|Isso|Seu|Sua|Seus|Suas|Mas|E|Já|Onde",
    ),
    _Language(  # Italian
        words="il|gli|della|del|dei|di|per|nel|e|una",
        verb="ha|hanno|è|sono|sarà|saranno|va|vanno|[a-zàèéìòù]{3,}(?:erà|irà|eranno|iranno)",
        border="che|cui|dove|mentre|dopo",
        after="dopo",
        says="dett\\w+|annunci\\w+|afferm\\w+|assicur\\w+|inform\\w+|conferm\\w+|dichiar\\w+|spieg\\w+|avvert\\w+|non|né|solo",
        limits="secondo|dett\\w+|afferm\\w+|dichiar\\w+|presunt\\w+|se|salvo|tranne|purché",
        opens="Se|Quando|Mentre|Dopo|Secondo|Come|Che|Lui|Lei|Loro|Questo|Questa|Quello|Quella|Suo|Sua|Ma|E|Dove",
    ),
)
_TIME = re.compile(
    # after what belongs to these: two days after
    r"\b(?:\w*(?:días?|horas?|mes(?:es)?|años?|semanas?|minutos?|jours?|heures?|mois|ans?|années?|semaines?|dias?|anos?"
    r"|giorn[oi]|or[ae]|ann[oi]|settiman[ae]|minut[oi])|poco|justo|juste|peu|pouco|logo|subito|solo|sólo)$"
)
_MARKS = ("“”", "«»", "()", "„“")


def lead_line(sentence: str) -> str:
    """Gives the main clause that a lead begins with; nothing where it is not surely one."""
    language = _language(sentence)
    rules = _rules(language) if language else None
    border = rules and next((found for found in rules.border.finditer(sentence) if _is_long(found)), None)
    if rules is None or border is None:
        return ""
    line, rest = sentence[: border.start()], sentence[border.end() :]
    is_line = (
        count_tokens(line) <= MOST_TOKENS
        and not rules.opens.match(line)
        and rules.verb.search(line)
        and rules.last.search(line)
        and not rules.says.search(line)
        and not rules.limits.search(rest)
        and not _TIME.search(line)
    )
    return line if is_line and _is_closed(line) else ""


def _is_long(border: re.Match[str]) -> bool:
    return count_tokens(border.string[: border.start()]) >= FEWEST_TOKENS


def _is_closed(line: str) -> bool:
    """Tells whether what a line opens it closes, and no clause stands inside it."""
    return "," not in line and '"' not in line and all(line.count(pair[0]) == line.count(pair[1]) for pair in _MARKS)


class _Rules(NamedTuple):
    border: re.Pattern[str]
    verb: re.Pattern[str]
    says: re.Pattern[str]
    limits: re.Pattern[str]
    opens: re.Pattern[str]
    last: re.Pattern[str]


@cache
def _rules(language: _Language) -> _Rules:
    after = rf"|(?= (?:{language.after})\b)" if language.after else ""
    return _Rules(
        re.compile(rf",(?= (?:{language.border})\b){after}"),
        re.compile(rf"\b(?:{language.verb})\b"),
        re.compile(rf"\b(?:{language.says})\b"),
        re.compile(rf"\b(?:{language.limits})\b"),
        re.compile(rf"(?:{language.opens})\b|[^\w]|[a-zà-ÿ]"),
        re.compile(rf"\b[a-zäöüß]\w*{language.last}$" if language.last else ""),
    )


def _language(sentence: str) -> _Language | None:
    """Tells what language a sentence is in, if it is one of these."""
    counts = [len(re.findall(rf"\b(?:{language.words})\b", sentence)) for language in _LANGUAGES]
    most = max(counts)
    return _LANGUAGES[counts.index(most)] if most >= _FEWEST_WORDS and counts.count(most) == 1 else None
